import { setIcon } from "obsidian";
import { STATUSES, type Status } from "../source/status";
import { t } from "../ui/i18n";
import { isComposing } from "../ui/keys";
import type { Counts } from "./inbox-query";
import { isFiltering, type Question } from "./inbox-question";
import { showWords } from "./show-words";

/** What the lines above the list say. */
export type HeaderLook = Readonly<{
	question: Question;
	projectName: string;
	counts: Counts;
	/** Rows the search finds; shown while there is one. */
	found: number;
	/** Null: not known (yet). */
	funnel: Readonly<{ outlined: number; cited: number }> | null;
	selected: number;
	/** Nothing was ever clipped: only the project line is of use. */
	isBare: boolean;
}>;

export type HeaderActs = Readonly<{
	switchProject(event: MouseEvent): void;
	clip(): void;
	sort(event: MouseEvent): void;
	more(event: MouseEvent): void;
	filter(event: MouseEvent): void;
	tab(status: Status): void;
	search(text: string): void;
	/** Arrow down or Enter in the search field. */
	toList(): void;
	clearSelection(): void;
}>;

/** Project, tabs, progress and search: everything above the list. */
export class InboxHeader {
	readonly element: HTMLElement;
	readonly search: HTMLInputElement;
	readonly projectButton: HTMLButtonElement;
	readonly filterButton: HTMLElement;
	private readonly projectName: HTMLElement;
	private readonly sortButton: HTMLElement;
	private readonly tabs: Readonly<
		Record<Status, Readonly<{ tab: HTMLElement; count: HTMLElement }>>
	>;
	private readonly tabList: HTMLElement;
	private readonly progress: HTMLElement;
	private readonly bar: HTMLElement;
	private readonly read: HTMLElement;
	private readonly funnel: HTMLElement;
	private readonly searchLine: HTMLElement;
	private readonly foundCount: HTMLElement;
	private readonly selection: HTMLElement;
	private readonly selectionText: HTMLElement;

	constructor(
		parent: HTMLElement,
		private readonly acts: HeaderActs,
		listId: string,
	) {
		this.element = parent.createDiv({ cls: "winnow-inbox-header" });
		const top = this.element.createDiv({ cls: "winnow-inbox-top" });
		this.projectButton = top.createEl("button", {
			cls: "winnow-inbox-project",
			attr: { "aria-haspopup": "menu" },
		});
		this.projectName = this.projectButton.createSpan({ attr: { dir: "auto" } });
		setIcon(
			this.projectButton.createSpan({ attr: { "aria-hidden": "true" } }),
			"chevrons-up-down",
		);
		this.projectButton.addEventListener("click", (event) => acts.switchProject(event));
		iconButton(top, "plus", t("inbox.clip"), () => acts.clip());
		this.sortButton = iconButton(
			top,
			"arrow-down-wide-narrow",
			t("inbox.sortAndGroup"),
			acts.sort,
		);
		iconButton(top, "more-vertical", t("inbox.more"), acts.more);

		this.tabList = this.element.createDiv({
			cls: "winnow-inbox-tabs",
			attr: { role: "tablist", "aria-labelledby": `${listId}-tabs` },
		});
		this.tabList.createDiv({
			cls: "winnow-inbox-name",
			text: t("inbox.tabs"),
			attr: { id: `${listId}-tabs` },
		});
		const makeTab = (status: Status) => this.makeTab(status, listId);
		this.tabs = { new: makeTab("new"), kept: makeTab("kept"), deleted: makeTab("deleted") };
		this.tabList.addEventListener("keydown", (event) => this.walkTabs(event));

		this.progress = this.element.createDiv({ cls: "winnow-inbox-progress" });
		this.bar = this.progress.createDiv({
			cls: "winnow-inbox-bar",
			attr: { role: "progressbar" },
		});
		this.bar.createDiv({ cls: "winnow-inbox-bar-kept" });
		this.bar.createDiv({ cls: "winnow-inbox-bar-thrown" });
		const words = this.progress.createDiv({ cls: "winnow-inbox-progress-words" });
		this.read = words.createSpan();
		this.funnel = words.createSpan({ cls: "winnow-inbox-funnel-words" });

		this.searchLine = this.element.createDiv({ cls: "winnow-inbox-search" });
		const field = this.searchLine.createDiv({
			cls: "search-input-container winnow-inbox-search-field",
		});
		this.search = field.createEl("input", {
			type: "search",
			placeholder: t("inbox.searchPlaceholder"),
			attr: {
				"aria-label": t("inbox.searchSources"),
				enterkeyhint: "search",
				spellcheck: "false",
			},
		});
		this.foundCount = field.createSpan({
			cls: "winnow-inbox-found",
			attr: { "aria-hidden": "true" },
		});
		this.search.addEventListener("input", () => acts.search(this.search.value));
		this.search.addEventListener("keydown", (event) => this.leaveSearch(event));
		this.filterButton = iconButton(
			this.searchLine,
			"list-filter",
			t("inbox.filter"),
			acts.filter,
		);

		this.selection = this.element.createDiv({ cls: "winnow-inbox-selection" });
		this.selectionText = this.selection.createSpan();
		const clear = this.selection.createEl("button", {
			cls: "winnow-inbox-clear",
			text: t("inbox.clear"),
		});
		clear.createEl("kbd", {
			cls: "winnow-inbox-key",
			text: "Esc",
			attr: { "aria-hidden": "true" },
		});
		clear.addEventListener("click", () => acts.clearSelection());
	}

	show(look: HeaderLook): void {
		const { question, counts } = look;
		showWords(this.projectName, look.projectName);
		for (const status of STATUSES) {
			const { tab, count } = this.tabs[status];
			const isOpen = question.tab === status;
			tab.setAttr("aria-selected", String(isOpen));
			tab.tabIndex = isOpen ? 0 : -1;
			showWords(count, t("inbox.number", { count: counts[status] }));
		}
		this.tabList.toggle(!look.isBare);
		this.sortButton.toggle(!look.isBare);
		this.searchLine.toggle(!look.isBare);
		this.showProgress(look);
		if (this.search.value !== question.search) this.search.value = question.search;
		showWords(
			this.foundCount,
			question.search === "" ? "" : t("inbox.number", { count: look.found }),
		);
		const isFiltered = isFiltering(question.filter);
		this.filterButton.toggleClass("is-active", isFiltered);
		this.filterButton.setAttr(
			"aria-label",
			isFiltered ? t("inbox.filterOn") : t("inbox.filter"),
		);
		if (isFiltered || question.search !== "") this.askForSearch();
		this.selection.toggle(look.selected > 0);
		showWords(this.selectionText, t("inbox.selected", { count: look.selected }));
	}

	/** A phone has room for it only while one searches. */
	askForSearch(): void {
		this.searchLine.addClass("is-asked");
	}

	private showProgress({ counts, funnel, question, isBare }: HeaderLook): void {
		const total = counts.new + counts.kept + counts.deleted;
		const read = counts.kept + counts.deleted;
		this.progress.toggle(!isBare && total > 0 && question.tab !== "deleted");
		this.bar.setCssProps({
			"--winnow-kept": `${(counts.kept / Math.max(total, 1)) * 100}%`,
			"--winnow-thrown": `${(counts.deleted / Math.max(total, 1)) * 100}%`,
		});
		const words = t("inbox.readOf", { read, total });
		showWords(this.read, words);
		this.bar.setAttrs({
			"aria-valuemin": 0,
			"aria-valuenow": read,
			"aria-valuemax": total,
			"aria-valuetext": words,
		});
		const parts = [t("inbox.keptCount", { count: counts.kept })];
		if (funnel !== null && funnel.outlined > 0)
			parts.push(t("inbox.placedCount", { count: funnel.outlined }));
		if (funnel !== null && funnel.cited > 0)
			parts.push(t("inbox.citedCount", { count: funnel.cited }));
		showWords(this.funnel, parts.join(" · "));
	}

	private makeTab(
		status: Status,
		listId: string,
	): Readonly<{ tab: HTMLElement; count: HTMLElement }> {
		const tab = this.tabList.createEl("button", {
			cls: "winnow-inbox-tab",
			attr: { role: "tab", "aria-controls": listId },
		});
		tab.createSpan({ text: t(`inbox.tab.${status}`) });
		const count = tab.createSpan({ cls: "winnow-inbox-tab-count" });
		tab.addEventListener("click", () => this.acts.tab(status));
		return { tab, count };
	}

	private walkTabs(event: KeyboardEvent): void {
		const at = STATUSES.findIndex((status) => this.tabs[status].tab === event.target);
		const isRtl = this.element.win.getComputedStyle(this.element).direction === "rtl";
		const by = event.key === (isRtl ? "ArrowLeft" : "ArrowRight") ? 1 : -1;
		if (at === -1 || !["ArrowLeft", "ArrowRight"].includes(event.key)) return;
		event.preventDefault();
		event.stopPropagation();
		const next = STATUSES[(at + by + STATUSES.length) % STATUSES.length] ?? "new";
		this.acts.tab(next);
		this.tabs[next].tab.focus();
	}

	private leaveSearch(event: KeyboardEvent): void {
		if (isComposing(event)) return;
		if (event.key === "Escape") {
			event.preventDefault();
			event.stopPropagation();
			// One step back: first the words, then the field.
			if (this.search.value === "") {
				this.searchLine.removeClass("is-asked");
				this.acts.toList();
			} else this.acts.search("");
		} else if (event.key === "Enter" || event.key === "ArrowDown") {
			event.preventDefault();
			this.acts.toList();
		}
	}
}

/** A button of the app's own look with a name for those who do not see it. */
export function iconButton(
	parent: HTMLElement,
	icon: string,
	label: string,
	act: (event: MouseEvent) => void,
): HTMLElement {
	const button = parent.createEl("button", {
		cls: "clickable-icon winnow-inbox-icon-button",
		attr: { "aria-label": label },
	});
	setIcon(button, icon);
	button.addEventListener("click", act);
	return button;
}
