import { Menu } from "obsidian";
import { t } from "../ui/i18n";
import { guarded } from "../ui/report-bug";
import type { Scope } from "./inbox-question";
import type { ListHost } from "./list-host";
import { setArchived } from "./archive-project-face";
import { showMenu } from "./show-menu-face";

/** Whose sources are listed. */
export function showProjectMenu(host: ListHost, event: MouseEvent | null): void {
	const menu = new Menu();
	const { question, inbox } = host;
	const go = (title: string, section: string, scope: Scope): void => {
		const { scope: now } = question;
		const isHere =
			now.kind === scope.kind &&
			(now.kind !== "project" || scope.kind !== "project" || now.path === scope.path);
		menu.addItem((item) =>
			item
				.setSection(section)
				.setTitle(title)
				.setChecked(isHere)
				.onClick(() =>
					host.ask({
						...question,
						scope,
						filter: { ...question.filter, categories: [] },
					}),
				),
		);
	};
	const projects = inbox.projects.all();
	for (const { name, path, isArchived } of projects) {
		if (!isArchived) go(name, "projects", { kind: "project", path });
	}
	go(t("inbox.allProjects"), "all", { kind: "all" });
	go(t("inbox.unsorted"), "all", { kind: "unsorted" });
	menu.addItem((item) =>
		item
			.setSection("make")
			.setIcon("folder-plus")
			.setTitle(t("inbox.newProjectMenu"))
			.onClick(() => host.inbox.openNewProject()),
	);
	for (const { name, path } of projects.filter(({ isArchived }) => isArchived)) {
		menu.addItem((item) =>
			item
				.setSection("archived")
				.setIcon("archive-restore")
				.setTitle(t("project.unarchive", { name }))
				.onClick(() => guarded(() => setArchived(inbox, path, "open"))),
		);
	}
	showMenu(host, menu, event, host.projectButton);
}
