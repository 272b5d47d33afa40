import type { App } from "../app";
import { debounce } from "../debounce";
import { host } from "../private-names";
import { TextFileView } from "../view";
import { parseYaml, stringifyYaml } from "../yaml";
import { BasesViewConfig, QueryController, type BasesView, type BasesViewRegistration } from "./bases-view";
import { propertyId, runQuery, type BaseFile, type PropertyId, type ViewEntry } from "./query";
import { TableView } from "./table-view";

/** Changes come in bursts; a view is told at rest. */
const REST_MS = 50;

/** A `.base` in a tab: a bar with its views, below it the one that is chosen. */
export class BaseFileView extends TextFileView {
	override icon = "lucide-table";
	#base: BaseFile = {};
	#chosen = "";
	#controller: QueryController | null = null;
	#view: BasesView | null = null;

	getViewType(): string {
		return "bases";
	}

	getViewData(): string {
		return this.data;
	}

	setViewData(data: string, clear: boolean): void {
		if (clear) this.#chosen = "";
		try {
			this.#base = (parseYaml(data) ?? {}) as BaseFile;
		} catch (error) {
			this.#base = {};
			this.#drop();
			this.contentEl.empty();
			this.contentEl.createDiv({ cls: "bases-error", text: `The base can't be read: ${String(error)}` });
			return;
		}
		this.#draw();
	}

	override onload(): void {
		super.onload();
		const soon = debounce(() => this.#update(), REST_MS, true);
		this.registerEvent(this.app.metadataCache.on("changed", soon));
		for (const name of ["create", "delete", "rename"] as const) this.registerEvent(this.app.vault.on(name, soon));
	}

	override onunload(): void {
		this.#drop();
		super.onunload();
	}

	clear(): void {
		this.#drop();
		this.contentEl.empty();
	}

	#drop(): void {
		if (this.#controller !== null) this.removeChild(this.#controller);
		this.#controller = null;
		this.#view = null;
	}

	#current(): ViewEntry {
		const views = this.#base.views ?? [];
		return views.find(({ name }) => name === this.#chosen) ?? views[0] ?? { type: "table", name: "Table", order: ["file.name"] };
	}

	#draw(): void {
		this.#drop();
		this.contentEl.empty();
		const bar = this.contentEl.createDiv({ cls: "bases-header" });
		const current = this.#current();
		const select = bar.createEl("select", { cls: "dropdown", attr: { "aria-label": "View" } });
		for (const { name } of this.#base.views ?? []) select.createEl("option", { text: name, value: name });
		select.value = current.name;
		select.addEventListener("change", () => {
			this.#chosen = select.value;
			this.#draw();
		});
		bar.createSpan({ cls: "bases-count" });
		const body = this.contentEl.createDiv({ cls: "bases-view" });
		const controller = this.addChild(new QueryController(this.app));
		this.#controller = controller;
		const factory = factoryFor(this.app, current.type);
		if (factory === null) {
			// A plugin that is off takes its views along.
			body.createDiv({ cls: "bases-error", text: `No view is called “${current.type}”.` });
			return;
		}
		this.#view = factory(controller, body);
		controller.addChild(this.#view);
		this.#update();
	}

	#update(): void {
		const view = this.#view;
		if (view === null) return;
		const current = this.#current();
		const changed = (): void => {
			this.data = stringifyYaml(this.#base);
			this.requestSave();
			this.#update();
		};
		try {
			view.data = runQuery(this.app, this.#base, current);
		} catch (error) {
			this.contentEl.querySelector(".bases-view")?.setText(String(error));
			return;
		}
		view.config = new BasesViewConfig(this.#base, current, changed);
		view.allProperties = allProperties(this.app, this.#base);
		this.contentEl.querySelector(".bases-count")?.setText(`${view.data.data.length} results`);
		view.onDataUpdated();
	}
}

function factoryFor(app: App, type: string): BasesViewRegistration["factory"] | null {
	if (type === "table") return (controller, containerEl) => new TableView(controller, containerEl);
	return app[host].basesViews.get(type)?.factory ?? null;
}

/** Properties that notes have, the base's formulas, and what every file has. */
function allProperties(app: App, { formulas = {} }: BaseFile): PropertyId[] {
	const names = app.vault.getMarkdownFiles().flatMap((file) => Object.keys(app.metadataCache.getFileCache(file)?.frontmatter ?? {}));
	const own = [...new Set(names)].sort().map(propertyId);
	return ["file.name", "file.path", "file.folder", "file.ext", ...own, ...Object.keys(formulas).map((name) => propertyId(`formula.${name}`))];
}
