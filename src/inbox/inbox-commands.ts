import { MarkdownView, type Command } from "obsidian";
import type { Source } from "../source/source";
import { t, type TextKey } from "../ui/i18n";
import { guarded } from "../ui/report-bug";
import { apply, noticeStage, takeBack, type Stage } from "./inbox-acts-face";
import { categoriesOf, moveToProject } from "./ask-face";
import { createInboxBase } from "./inbox-base-commands";
import { emptyDeleted } from "./empty-deleted-modal";
import { InboxView } from "./inbox-view";
import { INBOX_VIEW } from "./inbox-view-type";
import type { Inbox } from "./inbox-parts";
import { LineModal } from "./line-modal";
import { newProject, openProject } from "./new-project-modal";
import { removeSample } from "./sample-commands";
import type { Change } from "./triage";

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
	/** Acts on the list's rows while it is the active view, else on the source in the active tab. */
	const onSources = (id: string, name: TextKey, act: (paths: readonly string[]) => void): void =>
		add(id, name, {
			checkCallback: (checking) => {
				const paths = chosenPaths(inbox);
				if (paths.length === 0) return false;
				if (!checking) act(paths);
				return true;
			},
		});
	const decide = (paths: readonly string[], change: Change): void =>
		apply(inbox, stageOf(inbox), paths, change);

	always("open-inbox", "inbox.command.open", open);
	onSources("keep-source", "inbox.command.keep", (paths) =>
		decide(paths, { kind: "keep", reason: null }),
	);
	onSources("throw-away-source", "inbox.command.throwAway", (paths) =>
		decide(paths, { kind: "delete", reason: null }),
	);
	onSources("throw-away-source-with-a-reason", "inbox.command.throwAwayWithReason", (paths) => {
		const use = (reason: string): void =>
			decide(paths, { kind: "delete", reason: reason === "" ? null : reason });
		const label = t("inbox.reasonToThrowAway", { count: paths.length });
		new LineModal(inbox.app, label, "", () => inbox.reasons.all(), use).open();
	});
	onSources("mark-source-as-new", "inbox.command.markNew", (paths) =>
		decide(paths, { kind: "reopen" }),
	);
	onSources("mark-source-as-hard", "inbox.command.markHard", (paths) => {
		const isHard = paths.every((path) => inbox.sources.get(path)?.isHard === true);
		decide(paths, { kind: "hard", isHard: !isHard });
	});
	onSources("set-category", "inbox.command.setCategory", (paths) => {
		const use = (category: string): void => decide(paths, { kind: "category", category });
		const [first] = paths;
		const value =
			paths.length === 1 && first !== undefined
				? (inbox.sources.get(first)?.category ?? "")
				: "";
		new LineModal(
			inbox.app,
			t("inbox.categoryFor", { count: paths.length }),
			value,
			() => categoriesOf(inbox),
			use,
		).open();
	});
	onSources("move-source-to-project", "inbox.command.moveToProject", (paths) =>
		moveToProject(inbox, (link) => decide(paths, { kind: "project", link })),
	);
	always("take-back-last-decision", "inbox.command.takeBack", () =>
		takeBack(inbox, stageOf(inbox), "undo"),
	);
	add("open-next-new-source", "inbox.command.openNext", {
		checkCallback: (checking) => {
			const next = nextNew(inbox);
			if (next === null) return false;
			if (!checking) openSource(inbox, next);
			return true;
		},
	});
	add("empty-deleted-sources", "inbox.command.emptyDeleted", {
		checkCallback: (checking) => {
			const deleted = inbox.sources.all().filter(({ status }) => status === "deleted");
			if (deleted.length === 0) return false;
			if (!checking) guarded(() => emptyDeleted(inbox, deleted));
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
	add("remove-sample-project", "inbox.command.removeSample", {
		checkCallback: (checking) => removeSample(inbox, checking),
	});
}

function chosenPaths(inbox: Inbox): readonly string[] {
	const list = inbox.app.workspace.getActiveViewOfType(InboxView);
	if (list !== null) return list.targets();
	const source = activeSource(inbox);
	return source === null ? [] : [source.path];
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
