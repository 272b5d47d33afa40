import { TFolder, type Menu, type TAbstractFile } from "obsidian";
import { t } from "../ui/i18n";
import { guarded } from "../ui/report-bug";
import { apply } from "./inbox-acts-face";
import { stageOf } from "./inbox-commands";
import type { Inbox } from "./inbox-parts";
import { makeProjectOf } from "./make-project-face";
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
