import type { App } from "../app";
import { Component } from "../component";
import { host } from "../private-names";
import { evaluate, parseExpression } from "./expression";
import { orderOf, propertyId, sortOf, type BaseFile, type BasesQueryResult, type PropertyId, type ViewEntry } from "./query";
import { NullValue, valueOf, type Value } from "./values";

/** What runs a base in one tab; a view is made with it. */
export class QueryController extends Component {
	readonly [host]: { app: App };

	constructor(app: App) {
		super();
		this[host] = { app };
	}
}

/** One entry of a base's `views`, as a view may read and write it. */
export class BasesViewConfig {
	name: string;
	readonly [host]: Readonly<{ base: BaseFile; view: ViewEntry; changed(): void }>;

	constructor(base: BaseFile, view: ViewEntry, changed: () => void) {
		this.name = view.name;
		this[host] = { base, view, changed };
	}

	get(key: string): unknown {
		return this[host].view[key] ?? null;
	}

	getAsPropertyId(key: string): PropertyId | null {
		const stored = this.get(key);
		return typeof stored === "string" && stored !== "" ? propertyId(stored) : null;
	}

	getEvaluatedFormula(view: BasesView, key: string): Value {
		const [stored, entry] = [this.get(key), view.data.data[0]];
		if (typeof stored !== "string" || entry === undefined) return NullValue.value;
		try {
			return valueOf(evaluate(parseExpression(stored), entry[host]));
		} catch {
			return NullValue.value;
		}
	}

	/** Null removes the key. The file is written. */
	set(key: string, value: unknown): void {
		const { view, changed } = this[host];
		if (value === null) delete view[key];
		else view[key] = value;
		changed();
	}

	getOrder(): PropertyId[] {
		return orderOf(this[host].view);
	}

	getSort(): { property: PropertyId; direction: "ASC" | "DESC" }[] {
		return sortOf(this[host].view);
	}

	getDisplayName(id: PropertyId): string {
		const { properties = {} } = this[host].base;
		return properties[id]?.displayName ?? id.slice(id.indexOf(".") + 1);
	}
}

/** What plugins extend; the tab that shows the base fills it in before `onDataUpdated`. */
export abstract class BasesView extends Component {
	abstract type: string;
	app: App;
	config!: BasesViewConfig;
	allProperties: PropertyId[] = [];
	data!: BasesQueryResult;

	protected constructor(controller: QueryController) {
		super();
		this.app = controller[host].app;
	}

	abstract onDataUpdated(): void;

	/** Makes a note beside the base and opens it [R]; the app asks for its name in a popover. */
	async createFileForView(baseFileName = "Untitled", frontmatterProcessor?: (frontmatter: unknown) => void): Promise<void> {
		const { vault, fileManager, workspace } = this.app;
		const taken = (path: string): boolean => vault.getFileByPath(path) !== null;
		let path = `${baseFileName}.md`;
		for (let count = 1; taken(path); count++) path = `${baseFileName} ${count}.md`;
		const file = await vault.create(path, "");
		if (frontmatterProcessor !== undefined) await fileManager.processFrontMatter(file, frontmatterProcessor);
		await workspace.getLeaf("tab").openFile(file);
	}
}

export type BasesViewRegistration = {
	name: string;
	icon: string;
	factory: (controller: QueryController, containerEl: HTMLElement) => BasesView;
	options?: (config: BasesViewConfig) => unknown[];
};

export function parsePropertyId(id: PropertyId): { type: "note" | "formula" | "file"; name: string } {
	const dot = id.indexOf(".");
	return { type: id.slice(0, dot) as "note" | "formula" | "file", name: id.slice(dot + 1) };
}
