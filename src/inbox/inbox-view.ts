import {
	Platform,
	Scope,
	type HoverParent,
	type HoverPopover,
	type Menu,
	type WorkspaceLeaf,
} from "obsidian";
import type { Status } from "../source/status";
import { t } from "../ui/i18n";
import { isCommandKey } from "../ui/keys";
import { guarded } from "../ui/report-bug";
import { drawInbox } from "./draw-inbox-face";
import { apply, takeBack } from "./inbox-acts-face";
import { actOfKey } from "./inbox-keys";
import type { KeyAct } from "./key-act";
import { InboxListView } from "./inbox-list-view";
import type { Inbox } from "./inbox-parts";
import { createPieces, listenToList, type PieceHost, type Pieces } from "./inbox-pieces-face";
import { isFiltering, NO_FILTER } from "./inbox-question";
import { INBOX_VIEW } from "./inbox-view-type";
import { KeyQueue } from "./key-queue";
import { performAct } from "./perform-act-face";
import { fillPhoneMenu } from "./phone-menu";
import { Preview } from "./preview-face";
import { RowInput } from "./row-input-face";
import { statusAfter, type Change } from "./triage";

/** The list of sources on which the reader decides. */
export class InboxView extends InboxListView implements HoverParent, PieceHost {
	hoverPopover: HoverPopover | null = null;
	override navigation = false;
	override icon = "wheat";
	moves = 0;
	private readonly preview: Preview;
	private readonly keys = new KeyQueue((act) => {
		this.moves += 1;
		performAct(this, act);
	});
	private input: RowInput | null = null;
	private openMenus = 0;
	private shownTitle = t("inbox.title");

	constructor(leaf: WorkspaceLeaf, inbox: Inbox) {
		super(leaf, inbox);
		this.preview = new Preview(
			this.app,
			() => this.contentEl.win,
			() => inbox.settings.inboxPreview && !Platform.isPhone,
			() =>
				this.input === null &&
				this.containerEl.contains(this.containerEl.doc.activeElement),
			() => {
				this.app.workspace.setActiveLeaf(this.leaf, { focus: true });
				this.focusList();
			},
		);
		// One handler for every key: a layout's own letters are told by their place, which a Scope cannot.
		this.scope = new Scope(this.app.scope);
		this.scope.register(null, null, (event) => (this.onKey(event) ? false : undefined));
	}

	getViewType(): string {
		return INBOX_VIEW;
	}

	/** On a phone the app's own head is the only one: it names the project. */
	getDisplayText(): string {
		const { scope } = this.question;
		return Platform.isPhone && scope.kind === "project"
			? this.inbox.projectName(scope.path)
			: t("inbox.title");
	}

	override onPaneMenu(menu: Menu, source: string): void {
		super.onPaneMenu(menu, source);
		if (Platform.isPhone && source === "more-options") fillPhoneMenu(this, menu);
	}

	protected build(): Pieces {
		const pieces = createPieces(this);
		listenToList(this, pieces.list);
		if (Platform.isPhone) {
			this.addAction("search", t("inbox.searchSources"), () => this.focusSearch());
			this.addAction("plus", t("inbox.clip"), () => this.clip("", []));
		}
		this.register(() => pieces.foot.hush());
		this.register(() => pieces.live.end());
		this.register(() => this.preview.cancel());
		return pieces;
	}

	protected drawAround(pieces: Pieces): void {
		drawInbox(this, pieces, this.isSkeletonDue);
		const title = this.getDisplayText();
		if (title === this.shownTitle) return;
		// The app asks for a view's title when its state is set, and at no other time.
		this.shownTitle = title;
		this.contentEl.win.setTimeout(
			() => guarded(() => this.leaf.setViewState(this.leaf.getViewState())),
			0,
		);
	}

	protected get previewPath(): string | null {
		return this.preview.shownPath;
	}

	protected adoptPreview(path: string): void {
		this.preview.adopt(path);
	}

	/** The app asks a view to take the focus so; here it belongs to the rows. */
	override setEphemeralState(state: unknown): void {
		super.setEphemeralState(state);
		if (typeof state !== "object" || state === null || !("focus" in state)) return;
		if (state.focus === true && this.input === null) this.focusList();
	}

	// What the person does

	showTab(tab: Status): void {
		this.input?.close();
		this.model.startOver();
		this.ask({ ...this.question, tab }, () => this.scrollTo(0));
	}

	search(search: string): void {
		this.model.clearSelection();
		this.ask({ ...this.question, search }, () => this.scrollTo(0));
	}

	targets(): readonly string[] {
		return this.model.targets;
	}

	isSelected(paths: readonly string[]): boolean {
		return paths.every((path) => this.model.place.selection.has(path));
	}

	decide(change: Change, paths = this.targets()): void {
		this.moves += 1;
		apply(this.inbox, this, paths, change);
		if (this.inbox.settings.inboxNext) this.preview.showSoon(this.model.place.focus);
	}

	perform(act: KeyAct): void {
		this.keys.add(act);
	}

	takeBack(direction: "undo" | "redo"): void {
		const run = (onShown: () => void): Promise<void> =>
			takeBack(this.inbox, this, direction, onShown);
		guarded(() => this.keys.takeBack(run));
	}

	askInRow(
		label: string,
		value: string,
		known: () => readonly string[],
		use: (value: string) => void,
	): void {
		const row = this.model.focusedRow;
		if (row === -1 || this.pieces === null) return;
		this.pieces.list.reveal(row);
		const element = this.pieces.list.elementOf(row);
		if (element === null) return;
		this.input?.close();
		const onClose = (): void => {
			this.input = null;
			this.focusList();
		};
		this.input = new RowInput(this.app, element, {
			label,
			value,
			known,
			onEnter: use,
			onClose,
		});
	}

	open(where: "here" | "tab", path = this.model.place.focus): void {
		const file = path === null ? null : this.app.vault.getFileByPath(path);
		if (file === null) return;
		this.preview.cancel();
		guarded(() => this.app.workspace.getLeaf(where === "tab" ? "tab" : false).openFile(file));
	}

	clip(text: string, files: readonly File[]): void {
		const { scope } = this.question;
		this.inbox.openClip({ project: scope.kind === "project" ? scope.path : null, text, files });
	}

	select(paths: readonly string[]): void {
		this.model.select(paths);
		this.selected();
	}

	walked(): void {
		this.render();
		this.reveal();
		this.preview.showSoon(this.model.place.focus);
		void this.app.workspace.requestSaveLayout();
	}

	selected(): void {
		this.render();
		this.reveal();
		this.pieces?.live.say(t("inbox.selected", { count: this.model.place.selection.size }));
		void this.app.workspace.requestSaveLayout();
	}

	readOn(by: 1 | -1): void {
		// A phone shows one thing at a time.
		if (Platform.isPhone) this.open("here");
		else this.preview.readOn(by, this.model.place.focus);
	}

	nextNew(): void {
		if (this.question.tab !== "new") return this.startReading();
		this.model.step(1);
		this.walked();
	}

	get pageRows(): number {
		return this.pieces?.list.pageRows ?? 1;
	}

	focusSearch(): void {
		this.pieces?.header.askForSearch();
		this.pieces?.header.search.focus();
		this.pieces?.header.search.select();
	}

	/** From the top of what is new, with the first source beside the list. */
	startReading(): void {
		this.input?.close();
		this.model.startOver();
		this.ask({ ...this.question, tab: "new" }, () => {
			this.scrollTo(0);
			this.focusList();
			this.preview.showSoon(this.model.place.focus);
		});
	}

	/** Escape: the selection, then the search, then the filter. */
	stepBack(): void {
		if (this.model.place.selection.size > 0) this.clearSelection();
		else if (this.question.search !== "") this.search("");
		else if (isFiltering(this.question.filter))
			this.ask({ ...this.question, filter: NO_FILTER });
	}

	menuOpened(): () => void {
		this.openMenus += 1;
		return () => (this.openMenus -= 1);
	}

	lookAt(path: string): void {
		this.moves += 1;
		this.preview.showSoon(path);
	}

	pathAfter(path: string | null): string | null {
		return this.model.pathAfter(path);
	}

	clearSelection(): void {
		this.model.clearSelection();
		this.render();
		this.pieces?.live.say(t("inbox.selected", { count: 0 }));
	}

	// Stage: what acts show

	beforeChange(paths: readonly string[], change: Change): void {
		const status = statusAfter(change);
		if (status !== null && status !== this.model.query.asked.tab) this.model.leave(paths);
	}

	changed(paths: readonly string[]): void {
		this.model.query.update(paths);
		this.render();
		this.reveal();
	}

	say(words: string, canUndo: "undo" | "final"): void {
		this.pieces?.foot.say(words, canUndo);
		this.pieces?.live.say(
			`${words} ${t("inbox.left", { count: this.model.query.counts.new })}`,
		);
	}

	trouble(path: string, words: string | null): void {
		this.model.setTrouble(path, words);
	}

	goTo(path: string): void {
		const source = this.inbox.sources.get(path);
		if (source === null) return;
		const show = (): void => {
			this.model.focusOn(path);
			this.walked();
		};
		if (source.status === this.model.query.asked.tab) show();
		else this.ask({ ...this.question, tab: source.status }, show);
	}

	// Where menus open

	get anchorElement(): HTMLElement {
		return this.pieces?.list.elementOf(this.model.focusedRow) ?? this.contentEl;
	}

	get projectButton(): HTMLElement {
		return this.pieces?.header.projectButton ?? this.contentEl;
	}

	get filterButton(): HTMLElement {
		return this.pieces?.header.filterButton ?? this.contentEl;
	}

	// Listening

	/** @returns whether the key was ours. */
	onKey(event: KeyboardEvent): boolean {
		if (this.openMenus > 0 || event.defaultPrevented || !isCommandKey(event)) return false;
		const target = event.target as Node | null;
		const isOnButton =
			target !== null && target.instanceOf(HTMLElement) && target.closest("button") !== null;
		// A button with focus answers Enter and Space itself.
		if (isOnButton && ["Enter", " "].includes(event.key)) return false;
		const act = actOfKey(event, Platform.isMacOS);
		if (act === null) return false;
		if (act !== "held") this.perform(act);
		return true;
	}
}
