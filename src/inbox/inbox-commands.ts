import { MarkdownView, type Command } from "obsidian";
import type { Source } from "../source/source";
import { t, type TextKey } from "../ui/i18n";
import { guarded } from "../ui/report-bug";
import { noticeStage, type Stage } from "./inbox-acts-face";
import { setArchived } from "./archive-project-face";
import { createInboxBase } from "./inbox-base-commands";
import { emptyDeleted } from "./empty-deleted-modal";
import { findDuplicates } from "./find-duplicates-face";
import { InboxView } from "./inbox-view";
import { INBOX_VIEW } from "./inbox-view-type";
import type { Inbox } from "./inbox-parts";
import { newProject } from "./new-project-modal";
import { openProject } from "./open-project-face";
import { removeSample } from "./sample-commands";

/** What an act means when no list has focus: the source in the active tab. */
export function activeSource(inbox: Inbox): Source | null {
	const file = inbox.app.workspace.getActiveFile();
	return file === null ? null : inbox.sources.get(file.path);
}

/** The open list, where acts from elsewhere show too. */
export function openList({ app }: Pick<Inbox, "app">): InboxView | null {
	const [leaf] = app.workspace.getLeavesOfType(INBOX_VIEW);
	return leaf?.view instanceof InboxView ? leaf.view : null;
}

/** The list's toast where it can be seen, else a notice. */
export function stageOf(inbox: Inbox): Stage {
	const list = openList(inbox);
	return list !== null && list.containerEl.isShown() ? list : noticeStage();
}

export function registerCommands(inbox: Inbox, open: () => Promise<void>): void {
	const { plugin } = inbox;
	const add = (id: string, name: TextKey, rest: Omit<Command, "id" | "name">): void => {
		plugin.addCommand({ id, name: t(name), ...rest });
	};
	const always = (id: string, name: TextKey, act: () => Promise<unknown>): void =>
		add(id, name, { callback: () => guarded(act) });

	always("open-inbox", "inbox.command.open", open);
	add("empty-deleted-sources", "inbox.command.emptyDeleted", {
		checkCallback: (checking) => {
			const deleted = inbox.sources.all().filter(({ status }) => status === "deleted");
			if (deleted.length === 0) return false;
			if (!checking) guarded(() => emptyDeleted(inbox, deleted));
			return true;
		},
	});
	add("find-duplicates", "inbox.command.findDuplicates", {
		checkCallback: (checking) => {
			if (inbox.sources.all().length < 2) return false;
			if (!checking) findDuplicates(inbox, () => stageOf(inbox));
			return true;
		},
	});
	always("create-inbox-base", "inbox.command.createBase", () => createInboxBase(inbox));
	always("new-project", "inbox.command.newProject", () => Promise.resolve(newProject(inbox)));
	add("open-project", "inbox.command.openProject", {
		checkCallback: (checking) => {
			if (inbox.projects.all().length === 0) return false;
			if (!checking) openProject(inbox);
			return true;
		},
	});
	for (const [id, name, wanted] of [
		["archive-project", "inbox.command.archiveProject", "archived"],
		["take-project-out-of-the-archive", "inbox.command.unarchiveProject", "open"],
	] as const) {
		add(id, name, {
			checkCallback: (checking) => {
				const file = inbox.app.workspace.getActiveFile();
				const project = file === null ? null : inbox.projects.of(file.path);
				if (project === null || project.isArchived === (wanted === "archived")) return false;
				if (!checking) guarded(() => setArchived(inbox, project.path, wanted));
				return true;
			},
		});
	}
	add("remove-sample-project", "inbox.command.removeSample", {
		checkCallback: (checking) => removeSample(inbox, checking),
	});
}

/** The oldest undecided source after the one that is open, in the list's order where there is a list. */
export function nextNew(inbox: Inbox): string | null {
	const list = openList(inbox);
	const active = activeSource(inbox)?.path ?? null;
	if (list !== null && list.question.tab === "new") return list.pathAfter(active);
	const waiting = inbox.sources
		.all()
		.filter(({ status, path }) => status === "new" && path !== active);
	waiting.sort((a, b) => ((a.created ?? "~") < (b.created ?? "~") ? -1 : 1));
	return waiting[0]?.path ?? null;
}

export function openSource({ app }: Pick<Inbox, "app">, path: string): void {
	const file = app.vault.getFileByPath(path);
	if (file === null) return;
	const view = app.workspace.getActiveViewOfType(MarkdownView);
	guarded(() => (view?.leaf ?? app.workspace.getLeaf(false)).openFile(file));
}
