import { Plugin } from "obsidian";
import { Decider } from "../../../src/inbox/decide";
import { INBOX_DEFAULTS } from "../../../src/inbox/inbox-settings";
import type { Inbox } from "../../../src/inbox/inbox-parts";
import { InboxView } from "../../../src/inbox/inbox-view";
import { INBOX_VIEW } from "../../../src/inbox/inbox-view-type";
import type { Source } from "../../../src/source/source";
import { SOURCE_DEFAULTS } from "../../../src/source/source-settings";
import { FakeSources, source } from "../../inbox/sources";

const KINDS = ["paper", "article", "thread", "video", "repository"] as const;
const LONG = "which goes on about hydration, salt, time and temperature for two lines";

function many(count: number): Source[] {
	return Array.from({ length: count }, (_, index) =>
		source(`Research/${index}.md`, {
			title: index % 3 === 0 ? `Source ${index}, ${LONG}` : `Source ${index}`,
			site: `site-${index % 50}.org`,
			authors: index % 2 === 0 ? ["Ada Lovelace"] : [],
			description: index % 4 === 0 ? "" : "How should a fixed budget be split?",
			kind: KINDS[index % KINDS.length] ?? "article",
			category: ["Rewards", "Data", "Evaluation", ""][index % 4] ?? "",
			created: new Date(
				Date.UTC(2020, 0, 1) + ((index * 7919) % count) * 60_000,
			).toISOString(),
			words: 200 + ((index * 31) % 9000),
		}),
	);
}

/** What a test may do to the rows. */
export type Rows = Readonly<{
	/** Makes so many; that is the test's work, not the list's. */
	make(count: number): void;
	open(): Promise<void>;
	/** Resolves when the rows answer what was asked last. */
	answered(): Promise<void>;
	/** Somebody else keeps these, a few at a time, a breath between. */
	keepOutside(from: number, to: number, step: number): Promise<void>;
	/** The same list the naive way: every row an element, all filtered, sorted and drawn anew. Milliseconds. */
	naive(count: number): number;
}>;

declare global {
	interface Window {
		rows: Rows;
	}
}

export default class RowsPlugin extends Plugin {
	private sources = new FakeSources([]);

	override onload(): void {
		this.registerView(INBOX_VIEW, (leaf) => new InboxView(leaf, this.inbox()));
		window.rows = {
			make: (count) => void (this.sources = new FakeSources(many(count))),
			open: async () => {
				await this.app.workspace.ensureSideLeaf(INBOX_VIEW, "left", { active: true });
			},
			answered: async () => {
				while (!this.isAnswered())
					await new Promise((resolve) => window.setTimeout(resolve, 20));
			},
			keepOutside: async (from, to, step) => {
				for (let at = from; at < to; at += step) {
					const paths = Array.from({ length: step }, (_, by) => `Research/${at + by}.md`);
					const some = paths.flatMap((path) => this.sources.get(path) ?? []);
					this.sources.change(some.map((each) => ({ ...each, status: "kept" })));
					await new Promise((resolve) => window.setTimeout(resolve, 0));
				}
			},
			naive: (count) => naive(many(count)),
		};
	}

	private isAnswered(): boolean {
		const [leaf] = this.app.workspace.getLeavesOfType(INBOX_VIEW);
		const view = leaf?.view;
		return view instanceof InboxView && view.model.query.asked === view.question;
	}

	private inbox(): Inbox {
		const { app, sources } = this;
		const never = (): never => {
			throw new Error("nothing asks for this here");
		};
		const nothing = (): (() => void) => () => undefined;
		return {
			plugin: this,
			app,
			settings: { ...INBOX_DEFAULTS, ...SOURCE_DEFAULTS, inboxPreview: false },
			sources,
			projects: { all: () => [], get: () => null, of: () => null, onChange: nothing },
			decider: new Decider({
				sources,
				vault: {
					changeProperties: (path) =>
						Promise.resolve({ ok: true, value: { path, before: "", after: "" } }),
				},
				undo: { record: () => undefined },
				tasks: { start: never },
				now: () => new Date(),
				statusProperty: () => "status",
				stepOf: () => null,
				explain: ({ kind }) => kind,
			}),
			now: () => new Date(),
			projectsOf: () => [],
			projectName: (path: string) => path,
			knownFunnel: () => null,
			onFunnel: nothing,
		} as unknown as Inbox;
	}
}

function naive(sources: readonly Source[]): number {
	const list = document.body.createDiv();
	const start = performance.now();
	const rows = sources.filter(({ status }) => status === "new");
	rows.sort((a, b) => Date.parse(a.created ?? "") - Date.parse(b.created ?? ""));
	for (const { title, site } of rows) {
		const row = list.createDiv({ cls: "winnow-inbox-row" });
		row.createDiv({ text: title });
		row.createDiv({ text: site });
	}
	list.getBoundingClientRect();
	const took = performance.now() - start;
	list.remove();
	return took;
}
