import { MarkdownView, type App } from "obsidian";
import { frontTab } from "../ui/front-tab";
import { t } from "../ui/i18n";
import { guarded } from "../ui/report-bug";
import { MOST_COMPARED } from "./compare";
import type { UnderstandActs } from "./understand-acts-face";
import type { UnderstandParts } from "./understand-parts";

export function registerUnderstandCommands(parts: UnderstandParts, acts: UnderstandActs): void {
	const { plugin, app, sources } = parts;
	/** In any note: a wrong place is answered with what to do, which is kinder than a missing command. */
	const add = (id: string, name: string, run: (view: MarkdownView) => Promise<unknown>) =>
		plugin.addCommand({
			id,
			name,
			checkCallback: (isChecking) => {
				const view = noteInFront(app);
				if (view !== null && !isChecking) guarded(() => run(view));
				return view !== null;
			},
		});
	add("explain-selection", t("understand.command.explain"), (view) => acts.explainSelection(view));
	add("highlight-selection", t("understand.command.highlight"), (view) => Promise.resolve(acts.highlight(view)));
	add("translate-note", t("understand.command.translate"), (view) => acts.translateNote(view));
	add("ask-this-source", t("understand.command.ask"), (view) => acts.askThisSource(view));
	add("compare-sources", t("understand.command.compare"), (view) => Promise.resolve(acts.compare(view)));
	plugin.registerEvent(
		app.workspace.on("files-menu", (menu, files) => {
			const paths = files.map(({ path }) => path).filter((path) => sources.get(path) !== null);
			if (paths.length < 2) return;
			menu.addItem((item) =>
				item
					.setTitle(t("understand.menu.compare", { count: Math.min(paths.length, MOST_COMPARED) }))
					.setIcon("scale")
					.setSection("winnow")
					.onClick(() => guarded(() => acts.compareMany(paths))),
			);
		}),
	);
	plugin.registerEvent(
		app.workspace.on("editor-menu", (menu, editor, info) => {
			const view = info instanceof MarkdownView ? info : null;
			if (view === null || acts.sourceOf(view) === null || editor.getSelection().trim() === "") return;
			menu.addItem((item) =>
				item
					.setTitle(t("understand.command.explain"))
					.setIcon("message-circle-question-mark")
					.setSection("winnow")
					.onClick(() => guarded(() => acts.explainSelection(view))),
			);
			menu.addItem((item) =>
				item
					.setTitle(t("understand.menu.highlight"))
					.setIcon("highlighter")
					.setSection("winnow")
					.onClick(() => acts.highlight(view)),
			);
		}),
	);
}

/** The note a command means: also while the focus is in a side bar beside it, as with the inbox and what it shows. */
function noteInFront(app: App): MarkdownView | null {
	const active = app.workspace.getActiveViewOfType(MarkdownView);
	if (active !== null) return active;
	const view = frontTab(app)?.view;
	return view instanceof MarkdownView ? view : null;
}
