import { Menu } from "obsidian";
import { t } from "../ui/i18n";
import { guarded } from "../ui/report-bug";
import { addActs } from "./act-entries-face";
import { findDuplicatesIn } from "./find-duplicates-face";
import { emptyDeleted } from "./empty-deleted-modal";
import { createInboxBase } from "./inbox-base-commands";
import type { ListHost } from "./list-host";
import { setArchived } from "./archive-project-face";
import { showMenu } from "./show-menu-face";

/** What concerns the whole list or its project. */
export function showMoreMenu(host: ListHost, event: MouseEvent): void {
	const menu = new Menu();
	fillMoreMenu(host, menu);
	showMenu(host, menu, event, host.anchorElement);
}

export function fillMoreMenu(host: ListHost, menu: Menu): void {
	const { inbox, question } = host;
	const { scope } = question;
	if (scope.kind === "project") {
		const { path } = scope;
		menu.addItem((item) =>
			item
				.setSection("project")
				.setIcon("folder-kanban")
				.setTitle(t("inbox.openProjectPage"))
				.onClick(() => {
					const file = host.app.vault.getFileByPath(path);
					if (file !== null)
						guarded(() => host.app.workspace.getLeaf(false).openFile(file));
				}),
		);
	}
	menu.addItem((item) =>
		item
			.setSection("list")
			.setIcon("copy")
			.setTitle(t("inbox.findDuplicates"))
			.onClick(() => findDuplicatesIn(host)),
	);
	menu.addItem((item) =>
		item
			.setSection("list")
			.setIcon("table")
			.setTitle(t("inbox.createBase"))
			.onClick(() => guarded(() => createInboxBase(inbox))),
	);
	const hasDeleted = [...host.allInScope].some(({ status }) => status === "deleted");
	menu.addItem((item) =>
		item
			.setSection("list")
			.setIcon("trash-2")
			.setTitle(t("inbox.emptyDeleted"))
			.setDisabled(!hasDeleted)
			.onClick(() => emptyDeletedIn(host)),
	);
	addActs(menu, "list", host);
	if (scope.kind === "project") {
		const { path } = scope;
		const isArchived = inbox.projects.all().some((one) => one.path === path && one.isArchived);
		menu.addItem((item) =>
			item
				.setSection("project")
				.setIcon(isArchived ? "archive-restore" : "archive")
				.setTitle(
					isArchived
						? t("project.unarchive", { name: inbox.projectName(path) })
						: t("project.archive"),
				)
				.onClick(() =>
					guarded(() => setArchived(inbox, path, isArchived ? "open" : "archived")),
				),
		);
	}
	const foreign = inbox.sources.foreignCount();
	if (foreign > 0) {
		const property = inbox.settings.statusProperty;
		menu.addItem((item) =>
			item
				.setSection("notes")
				.setTitle(t("inbox.foreign", { count: foreign, property }))
				.setIsLabel(true),
		);
	}
}

export function emptyDeletedIn(host: ListHost): void {
	const deleted = [...host.allInScope].filter(({ status }) => status === "deleted");
	guarded(() => emptyDeleted(host.inbox, deleted));
}
