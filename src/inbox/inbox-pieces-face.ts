import { Platform, type Component, type HoverParent } from "obsidian";
import { listenForDrops } from "./drop-face";
import { createGroup, paintGroup } from "./group-face";
import { noteLink } from "./inbox-acts-face";
import { InboxFoot } from "./inbox-foot-face";
import { InboxHeader } from "./inbox-header-face";
import { RowFace } from "./inbox-row-face";
import { showFilterMenu } from "./filter-menu";
import { emptyDeletedIn, showMoreMenu } from "./more-menu";
import { showProjectMenu } from "./project-menu";
import { showRowMenu } from "./row-menu";
import { showSortMenu } from "./sort-menu";
import { INBOX_VIEW } from "./inbox-view-type";
import { LiveRegion } from "./live-region";
import type { ViewHands } from "./perform-act-face";
import { listenToRows } from "./row-pointer-face";
import { searchWords } from "./search-text";
import { listenForSwipes } from "./touch-face";
import { VirtualList } from "./virtual-list";

/** The parts of the view, from top to bottom. */
export type Pieces = Readonly<{
	header: InboxHeader;
	broken: HTMLElement;
	list: VirtualList;
	/** What a screen reader calls the list. */
	listName: HTMLElement;
	empty: HTMLElement;
	foot: InboxFoot;
	live: LiveRegion;
}>;

/** What the parts ask of the view they stand in. */
export type PieceHost = ViewHands &
	Component &
	HoverParent &
	Readonly<{
		contentEl: HTMLElement;
		search(text: string): void;
		clearSelection(): void;
		render(): void;
		open(where: "here" | "tab", path?: string | null): void;
		/** Shows a source in the preview. */
		lookAt(path: string): void;
		/** @returns whether the key was the list's. */
		onKey(event: KeyboardEvent): boolean;
	}>;

/** Builds the view's parts into its empty content. */
export function createPieces(view: PieceHost): Pieces {
	const { contentEl, model } = view;
	contentEl.empty();
	contentEl.addClass("winnow-inbox");
	contentEl.toggleClass("is-phone", Platform.isPhone);
	const prefix = `winnow-inbox-${Math.random().toString(36).slice(2, 8)}`;
	const header = new InboxHeader(
		contentEl,
		{
			switchProject: (event) => showProjectMenu(view, event),
			clip: () => view.clip("", []),
			sort: (event) => showSortMenu(view, event),
			more: (event) => showMoreMenu(view, event),
			filter: (event) => showFilterMenu(view, event),
			tab: (status) => view.showTab(status),
			search: (text) => view.search(text),
			toList: () => view.focusList(),
			clearSelection: () => view.clearSelection(),
		},
		`${prefix}-list`,
	);
	const broken = contentEl.createDiv({ cls: "winnow-inbox-broken" });
	// An `aria-label` would stand under the mouse wherever it rests on the list.
	const listName = contentEl.createDiv({
		cls: "winnow-inbox-name",
		attr: { id: `${prefix}-list-name` },
	});
	const scroller = contentEl.createDiv({
		cls: "winnow-inbox-list",
		attr: {
			role: "listbox",
			tabindex: "0",
			id: `${prefix}-list`,
			"aria-labelledby": listName.id,
			"aria-multiselectable": "true",
		},
	});
	const empty = contentEl.createDiv({ cls: "winnow-inbox-empty", attr: { tabindex: "-1" } });
	const foot = new InboxFoot(contentEl, {
		keep: () => view.perform({ kind: "keep", asksReason: false }),
		throwAway: () => view.perform({ kind: "throw-away", asksReason: false }),
		backToNew: () => view.perform({ kind: "back-to-new" }),
		more: (event) => showRowMenu(view, event),
		undo: () => view.perform({ kind: "undo" }),
		emptyDeleted: () => emptyDeletedIn(view),
	});
	const live = new LiveRegion(contentEl);
	const rows = new RowFace(prefix);
	const list = new VirtualList(
		scroller,
		{
			keyOf: (row) => model.query.at(row)?.path ?? "",
			rowOf: (path) => model.query.indexOf(path),
			createRow: (parent) => rows.create(parent),
			paintRow: (element, row) => paintRow(view, rows, element, row),
			createGroup,
			paintGroup: (element, item) =>
				paintGroup(element, item, view.model.query.asked.grouping),
		},
		model.layout,
		() => model.focusedRow,
	);
	return { header, broken, list, listName, empty, foot, live };
}

function paintRow(view: PieceHost, rows: RowFace, element: HTMLElement, row: number): void {
	const { query, place } = view.model;
	const source = query.at(row);
	if (source === null) return;
	const { identity, path } = source;
	rows.paint(element, source, {
		isFocused: place.focus === path,
		isSelected: place.selection.has(path),
		grouping: query.asked.grouping,
		words: searchWords(query.asked.search),
		position: row + 1,
		size: query.length,
		trouble: view.model.troubleOf(path),
		copies: identity === null ? 1 : view.inbox.sources.byIdentity(identity).length,
		now: view.inbox.now().getTime(),
		lines: view.model.linesOf(row),
	});
}

/** Everything the rows and the view's content hear. */
export function listenToList(view: PieceHost, list: VirtualList): void {
	const { model, contentEl } = view;
	const { scroller } = list;
	view.registerDomEvent(scroller, "scroll", () => list.draw());
	listenToRows(view, scroller, {
		focusList: () => view.focusList(),
		foldGroup: (group) => {
			model.fold(group);
			view.render();
		},
		focus: (path) => {
			model.focusOn(path);
			view.render();
		},
		extendTo: (path) => {
			model.extendTo(path);
			view.selected();
		},
		toggle: (path) => {
			model.toggle(path);
			view.selected();
		},
		isSelecting: () => model.place.selection.size > 0,
		open: (path, where) => view.open(where, path),
		preview: (path) => view.lookAt(path),
		menu: (path, event) => {
			// A menu outside the selection means the row it was opened on.
			if (!model.place.selection.has(path)) model.clearSelection();
			model.focusOn(path);
			view.render();
			showRowMenu(view, event);
		},
		hover: (linktext, event, targetEl) => {
			const hover = {
				event,
				source: INBOX_VIEW,
				hoverParent: view,
				targetEl,
				linktext,
				sourcePath: "",
			};
			view.app.workspace.trigger("hover-link", hover);
		},
		dragged: (path) => {
			const paths = model.place.selection.has(path) ? view.targets() : [path];
			return paths.map((each) => noteLink(view.app, each)).join("\n");
		},
	});
	listenForSwipes(view, scroller, {
		isOn: () => view.inbox.settings.inboxSwipe,
		keep: (path) => view.decide({ kind: "keep", reason: null }, [path]),
		throwAway: (path) => view.decide({ kind: "delete", reason: null }, [path]),
	});
	listenForDrops(view, contentEl, (text, files) => view.clip(text, files));
	// A second way in for keys the app's scope did not hand over.
	view.registerDomEvent(contentEl, "keydown", (event) => {
		if (!view.onKey(event)) return;
		event.preventDefault();
		event.stopPropagation();
	});
}
