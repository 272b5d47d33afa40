import { Menu } from "obsidian";
import { KINDS } from "../source/kind";
import { t, type TextKey } from "../ui/i18n";
import { guarded } from "../ui/report-bug";
import { languageOf } from "./fits";
import {
	AGES,
	CLAIMS,
	GROUPINGS,
	isFiltering,
	LENGTHS,
	NO_FILTER,
	SORTS,
	type Filter,
	type Scope,
} from "./inbox-question";
import { openDuplicates } from "./duplicates-modal";
import { emptyDeleted } from "./empty-deleted-modal";
import { createInboxBase } from "./inbox-base-commands";
import { setArchived } from "./new-project-modal";
import type { KeyAct } from "./inbox-keys";
import type { ListHost } from "./list-host";

type Entry = readonly [icon: string, key: TextKey, act: KeyAct];

/** What can be done with the focused row or the selection. Null event: asked for by key. */
export function showRowMenu(host: ListHost, event: MouseEvent | null): void {
	const paths = host.targets();
	if (paths.length === 0) return;
	const menu = new Menu();
	const single = paths.length === 1 ? host.inbox.sources.get(paths[0] ?? "") : null;
	const title = single?.title ?? t("inbox.sourcesCount", { count: paths.length });
	menu.addItem((item) => item.setSection("what").setTitle(title).setIsLabel(true));
	const add = (section: string, entries: readonly Entry[]): void => {
		for (const [icon, key, act] of entries) {
			menu.addItem((item) =>
				item
					.setSection(section)
					.setIcon(icon)
					.setTitle(t(key))
					.onClick(() => host.perform(act)),
			);
		}
	};
	const { tab } = host.question;
	if (tab !== "kept")
		add("decide", [["check", "inbox.keep", { kind: "keep", asksReason: false }]]);
	if (tab !== "deleted") {
		add("decide", [
			["trash-2", "inbox.throwAway", { kind: "throw-away", asksReason: false }],
			[
				"message-square-quote",
				"inbox.throwAwayWithReason",
				{ kind: "throw-away", asksReason: true },
			],
		]);
	}
	if (tab !== "new") add("decide", [["undo-2", "inbox.backToNew", { kind: "back-to-new" }]]);
	add("file", [
		["tag", "inbox.setCategory", { kind: "category" }],
		["folder-input", "inbox.moveToProject", { kind: "project" }],
		[
			"mountain",
			single?.isHard === true ? "inbox.unmarkHard" : "inbox.markHard",
			{ kind: "hard" },
		],
		["layout-dashboard", "inbox.addToSection", { kind: "section" }],
	]);
	add("go", [
		["panel-top", "inbox.openInNewTab", { kind: "open", inNewTab: true }],
		["globe", "inbox.openOriginal", { kind: "original" }],
		["link", "inbox.copyLink", { kind: "copy-link" }],
	]);
	if (single?.identity != null && host.inbox.sources.byIdentity(single.identity).length > 1) {
		menu.addItem((item) =>
			item
				.setSection("copies")
				.setIcon("copy")
				.setTitle(t("inbox.showCopies"))
				.onClick(() => openDuplicates(host, [single.path])),
		);
	}
	open(host, menu, event, host.anchorElement);
}

export function showSortMenu(host: ListHost, event: MouseEvent): void {
	const menu = new Menu();
	const { question } = host;
	menu.addItem((item) => item.setSection("sort").setTitle(t("inbox.sortBy")).setIsLabel(true));
	for (const sort of SORTS) {
		menu.addItem((item) =>
			item
				.setSection("sort")
				.setTitle(t(`inbox.sort.${sort}`))
				.setChecked(question.sort === sort)
				.onClick(() => host.ask({ ...question, sort })),
		);
	}
	menu.addItem((item) => item.setSection("group").setTitle(t("inbox.groupBy")).setIsLabel(true));
	for (const grouping of GROUPINGS) {
		menu.addItem((item) =>
			item
				.setSection("group")
				.setTitle(t(`inbox.group.${grouping}`))
				.setChecked(question.grouping === grouping)
				.onClick(() => host.ask({ ...question, grouping })),
		);
	}
	open(host, menu, event, host.anchorElement);
}

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
	open(host, menu, event, host.projectButton);
}

export function showMoreMenu(host: ListHost, event: MouseEvent): void {
	const menu = new Menu();
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
			.onClick(() => openDuplicates(host, null)),
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
	menu.addItem((item) =>
		item
			.setSection("help")
			.setIcon("keyboard")
			.setTitle(t("common.keys"))
			.onClick(() => host.perform({ kind: "keys" })),
	);
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
	open(host, menu, event, host.anchorElement);
}

export function showFilterMenu(host: ListHost, event: MouseEvent | null): void {
	const menu = new Menu();
	const { question } = host;
	const { filter } = question;
	const sources = [...host.allInScope].filter(({ status }) => status === question.tab);
	const some = <Name extends keyof Filter>(
		name: Name,
		values: readonly Filter[Name][number][],
		title: (value: Filter[Name][number]) => string,
	): void => {
		if (values.length === 0) return;
		menu.addItem((item) =>
			item
				.setSection(name)
				.setTitle(t(`inbox.filter.${name}`))
				.setIsLabel(true),
		);
		for (const value of values) {
			const chosen: readonly unknown[] = filter[name];
			const isOn = chosen.includes(value);
			menu.addItem((item) =>
				item
					.setSection(name)
					.setTitle(title(value))
					.setChecked(isOn)
					.onClick(() => {
						const next = isOn
							? chosen.filter((each) => each !== value)
							: [...chosen, value];
						host.ask({ ...question, filter: { ...filter, [name]: next } });
					}),
			);
		}
	};
	if (isFiltering(filter)) {
		menu.addItem((item) =>
			item
				.setIcon("x")
				.setTitle(t("inbox.clearFilter"))
				.onClick(() => host.ask({ ...question, filter: NO_FILTER })),
		);
	}
	const kinds = KINDS.filter((kind) => sources.some((source) => source.kind === kind));
	if (kinds.length > 1) some("kinds", kinds, (kind) => t(`inbox.kind.${kind}`));
	some("categories", frequent(sources.map(({ category }) => category)), (name) =>
		name === "" ? t("inbox.noCategory") : name,
	);
	const languages = frequent(sources.map(languageOf));
	if (languages.length > 1) some("languages", languages, languageName);
	some("lengths", LENGTHS, (length) => t(`inbox.length.${length}`));
	some("ages", AGES, (age) => t(`inbox.clipped.${age}`));
	some("claims", CLAIMS, (claim) => t(`inbox.claim.${claim}`));
	open(host, menu, event, host.filterButton);
}

/** What occurs, most often first; a menu longer than a screen helps nobody. */
function frequent(values: readonly string[]): readonly string[] {
	const counts = new Map<string, number>();
	for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
	return [...counts.entries()]
		.sort((a, b) => b[1] - a[1])
		.slice(0, 12)
		.map(([value]) => value);
}

function languageName(code: string): string {
	if (code === "") return t("inbox.noLanguage");
	try {
		return new Intl.DisplayNames(undefined, { type: "language" }).of(code) ?? code;
	} catch {
		return code; // thrown for what is no language code
	}
}

export function emptyDeletedIn(host: ListHost): void {
	const deleted = [...host.allInScope].filter(({ status }) => status === "deleted");
	guarded(() => emptyDeleted(host.inbox, deleted));
}

function open(host: ListHost, menu: Menu, event: MouseEvent | null, below: HTMLElement): void {
	menu.onHide(host.menuOpened());
	// A button pressed by key gives a click without a place.
	if (event !== null && (event.clientX !== 0 || event.clientY !== 0)) {
		menu.showAtMouseEvent(event);
		return;
	}
	const { left, bottom, width } = below.getBoundingClientRect();
	menu.showAtPosition({ x: left, y: bottom, width }, below.doc);
}
