import { setIcon } from "obsidian";
import type { Status } from "../source/status";
import { t } from "../ui/i18n";
import type { Emptiness } from "./emptiness";

export type EmptyActs = Readonly<{
	clip(): void;
	newProject(): void;
	trySample(): void;
	/** Moves the unsorted sources into the open project. */
	takeUnsorted(): void;
	openOutline(project: string): void;
	tab(status: Status): void;
	clearFilter(): void;
}>;

/** What stands in the list's place when it has no rows: what this is, or what comes next. */
export function showEmptiness(parent: HTMLElement, state: Emptiness, acts: EmptyActs): void {
	parent.empty();
	switch (state.kind) {
		case "loading":
			skeleton(parent);
			return;
		case "first-run":
			if (state.hasProject) collectHelp(parent, null, acts);
			else welcome(parent, acts);
			return;
		case "no-sources":
			collectHelp(parent, state.unsorted, acts);
			return;
		case "all-read":
			allRead(parent, state, acts);
			return;
		case "empty-tab":
			paragraph(parent, t(`inbox.empty.${state.tab}`));
			return;
		case "no-match":
			noMatch(parent, state, acts);
			return;
	}
}

function skeleton(parent: HTMLElement): void {
	const rows = parent.createDiv({
		cls: "winnow-inbox-skeleton",
		attr: { "aria-label": t("inbox.loading") },
	});
	for (let row = 0; row < 6; row += 1) {
		const box = rows.createDiv({ cls: "winnow-inbox-skeleton-row" });
		box.createDiv();
		box.createDiv();
	}
}

function welcome(parent: HTMLElement, acts: EmptyActs): void {
	heading(parent, t("inbox.welcome.title"));
	paragraph(parent, t("inbox.welcome.what"));
	way(parent, "folder-plus", t("inbox.welcome.project"), t("inbox.welcome.projectHow"));
	way(parent, "sprout", t("inbox.welcome.sample"), t("inbox.welcome.sampleHow"));
	const buttons = parent.createDiv({ cls: "winnow-inbox-empty-buttons" });
	button(buttons, t("inbox.newProject"), acts.newProject, "mod-cta");
	button(buttons, t("inbox.trySample"), acts.trySample);
	way(parent, "key-round", t("inbox.welcome.noKey"), t("inbox.welcome.noKeyHow"));
}

function collectHelp(parent: HTMLElement, unsorted: number | null, acts: EmptyActs): void {
	heading(parent, t("inbox.collect.title"));
	paragraph(parent, t("inbox.collect.what"));
	way(parent, "clipboard-paste", t("inbox.collect.paste"), t("inbox.collect.pasteHow"));
	way(parent, "file-down", t("inbox.collect.drop"), t("inbox.collect.dropHow"));
	way(parent, "mouse-pointer-click", t("inbox.collect.link"), t("inbox.collect.linkHow"));
	way(parent, "folder-sync", t("inbox.collect.watched"), t("inbox.collect.watchedHow"));
	const buttons = parent.createDiv({ cls: "winnow-inbox-empty-buttons" });
	button(buttons, t("inbox.clip"), acts.clip, "mod-cta");
	if (unsorted !== null && unsorted > 0) {
		button(buttons, t("inbox.takeUnsorted", { count: unsorted }), acts.takeUnsorted);
	}
	paragraph(parent, t("inbox.welcome.noKey"));
}

function allRead(
	parent: HTMLElement,
	state: Extract<Emptiness, { kind: "all-read" }>,
	acts: EmptyActs,
): void {
	const { project } = state;
	heading(parent, t("inbox.allRead.title"));
	paragraph(parent, t("inbox.allRead.what", { kept: state.kept, count: state.total }));
	if (state.withoutSection !== null && state.withoutSection > 0) {
		paragraph(parent, t("inbox.allRead.withoutSection", { count: state.withoutSection }));
	}
	if (state.needsProject)
		way(parent, "folder-plus", t("inbox.welcome.project"), t("inbox.welcome.projectHow"));
	const buttons = parent.createDiv({ cls: "winnow-inbox-empty-buttons" });
	if (project !== null)
		button(buttons, t("inbox.openOutline"), () => acts.openOutline(project), "mod-cta");
	if (state.needsProject) button(buttons, t("inbox.newProject"), acts.newProject, "mod-cta");
	button(buttons, t("inbox.clipMore"), acts.clip);
}

function noMatch(
	parent: HTMLElement,
	state: Extract<Emptiness, { kind: "no-match" }>,
	acts: EmptyActs,
): void {
	const tab = t(`inbox.tab.${state.tab}`);
	const words =
		state.search === ""
			? t("inbox.noMatch.filter", { tab })
			: t("inbox.noMatch.search", { words: state.search, tab });
	paragraph(parent, words);
	for (const status of ["new", "kept", "deleted"] as const) {
		const count = state.found[status];
		if (status === state.tab || count === 0) continue;
		const text = t("inbox.noMatch.elsewhere", { count, tab: t(`inbox.tab.${status}`) });
		button(parent, text, () => acts.tab(status), "winnow-inbox-link");
	}
	if (state.isFiltered)
		button(parent, t("inbox.clearFilter"), acts.clearFilter, "winnow-inbox-link");
}

function heading(parent: HTMLElement, text: string): void {
	parent.createDiv({
		cls: "winnow-inbox-empty-title",
		text,
		attr: { role: "heading", "aria-level": "2" },
	});
}

function paragraph(parent: HTMLElement, text: string): void {
	parent.createEl("p", { text });
}

function way(parent: HTMLElement, icon: string, title: string, text: string): void {
	const box = parent.createDiv({ cls: "winnow-inbox-way" });
	setIcon(box.createDiv({ cls: "winnow-inbox-way-icon", attr: { "aria-hidden": "true" } }), icon);
	const words = box.createDiv();
	words.createDiv({ cls: "winnow-inbox-way-title", text: title });
	words.createDiv({ text });
}

function button(parent: HTMLElement, text: string, act: () => void, cls = ""): void {
	const element = parent.createEl("button", { text, cls });
	element.addEventListener("click", () => act());
}
