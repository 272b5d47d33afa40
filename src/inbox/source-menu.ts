import { MarkdownView, TFolder, type Menu, type TAbstractFile } from "obsidian";
import { t } from "../ui/i18n";
import { guarded } from "../ui/report-bug";
import { apply } from "./inbox-acts-face";
import { stageOf } from "./inbox-commands";
import type { Inbox } from "./inbox-parts";
import { makeProjectOf } from "./new-project-modal";
import type { Change } from "./triage";

const SECTION = "winnow";

/** Entries for sources and folders in the app's own menus. The app's *Delete* stays what it is. */
export function registerMenus(inbox: Inbox): void {
	const { plugin, app } = inbox;
	plugin.registerEvent(
		app.workspace.on("file-menu", (menu, file) => {
			addSourceEntries(inbox, menu, [file]);
			if (file instanceof TFolder && !file.isRoot()) addFolderEntry(inbox, menu, file);
		}),
	);
	plugin.registerEvent(
		app.workspace.on("files-menu", (menu, files) => addSourceEntries(inbox, menu, files)),
	);
}

function addSourceEntries(inbox: Inbox, menu: Menu, files: readonly TAbstractFile[]): void {
	const sources = files.flatMap(({ path }) => inbox.sources.get(path) ?? []);
	if (sources.length === 0) return;
	const paths = sources.map(({ path }) => path);
	const many = paths.length > 1;
	const add = (icon: string, title: string, act: () => void): void => {
		menu.addItem((item) => item.setSection(SECTION).setIcon(icon).setTitle(title).onClick(act));
	};
	const decide = (change: Change) => () => apply(inbox, stageOf(inbox), paths, change);
	const count = paths.length;
	if (sources.some(({ status }) => status !== "kept")) {
		add(
			"check",
			many ? t("inbox.menu.keepMany", { count }) : t("inbox.command.keep"),
			decide({ kind: "keep", reason: null }),
		);
	}
	if (sources.some(({ status }) => status !== "deleted")) {
		const title = many
			? t("inbox.menu.throwAwayMany", { count })
			: t("inbox.command.throwAway");
		add("trash-2", title, decide({ kind: "delete", reason: null }));
	}
	if (sources.every(({ status }) => status === "deleted"))
		add("undo-2", t("inbox.backToNew"), decide({ kind: "reopen" }));
	add("layout-dashboard", t("inbox.addToSection"), () => inbox.addToSection(paths));
}

function addFolderEntry(inbox: Inbox, menu: Menu, folder: TFolder): void {
	if (inbox.projects.all().some((project) => project.folder === folder.path)) return;
	menu.addItem((item) =>
		item
			.setSection(SECTION)
			.setIcon("folder-kanban")
			.setTitle(t("inbox.menu.makeProject"))
			.onClick(() => guarded(() => makeProjectOf(inbox, folder))),
	);
}

/** Buttons on the header of a source's tab. They follow the tab to the next file. */
export function registerHeaderActions(inbox: Inbox): void {
	const { app, plugin } = inbox;
	const actions = new WeakMap<MarkdownView, readonly HTMLElement[]>();
	const all = new Set<HTMLElement>();
	const follow = (): void => {
		app.workspace.iterateAllLeaves(({ view }) => {
			if (!(view instanceof MarkdownView)) return;
			const source = view.file === null ? null : inbox.sources.get(view.file.path);
			let buttons = actions.get(view);
			if (buttons === undefined && source !== null) {
				buttons = addActions(inbox, view);
				actions.set(view, buttons);
				for (const button of buttons) all.add(button);
			}
			for (const button of buttons ?? []) button.toggle(source !== null);
		});
	};
	plugin.registerEvent(app.workspace.on("file-open", follow));
	plugin.registerEvent(app.workspace.on("layout-change", follow));
	plugin.register(inbox.sources.onChange(follow));
	plugin.register(() => {
		for (const button of all) button.remove();
	});
}

function addActions(inbox: Inbox, view: MarkdownView): readonly HTMLElement[] {
	const decide = (change: Change) => (): void => {
		if (view.file !== null) apply(inbox, stageOf(inbox), [view.file.path], change);
	};
	return [
		view.addAction(
			"trash-2",
			t("inbox.command.throwAway"),
			decide({ kind: "delete", reason: null }),
		),
		view.addAction("check", t("inbox.command.keep"), decide({ kind: "keep", reason: null })),
	];
}
