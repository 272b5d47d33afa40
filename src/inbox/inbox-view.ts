import {
	Platform,
	Scope,
	type HoverParent,
	type HoverPopover,
	type Menu,
	type WorkspaceLeaf,
} from "obsidian";
import { t } from "../ui/i18n";
import { isCommandKey } from "../ui/keys";
import { guarded } from "../ui/report-bug";
import { drawInbox } from "./draw-inbox-face";
import { takeBack } from "./inbox-acts-face";
import { InboxActsView } from "./inbox-acts-view";
import { actOfKey } from "./inbox-keys";
import type { KeyAct } from "./key-act";
import type { Inbox } from "./inbox-parts";
import { createPieces, listenToList, type PieceHost, type Pieces } from "./inbox-pieces-face";
import { INBOX_VIEW } from "./inbox-view-type";
import { KeyQueue } from "./key-queue";
import { performAct } from "./perform-act-face";
import { fillPhoneMenu } from "./phone-menu";

/** The list of sources on which the reader decides, as the app holds it: its title, focus, keys and menus. */
export class InboxView extends InboxActsView implements HoverParent, PieceHost {
	hoverPopover: HoverPopover | null = null;
	override navigation = false;
	override icon = "wheat";
	private readonly keys = new KeyQueue((act) => {
		this.moves += 1;
		performAct(this, act);
	});
	private openMenus = 0;
	private shownTitle = t("inbox.title");

	constructor(leaf: WorkspaceLeaf, inbox: Inbox) {
		super(leaf, inbox);
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

	/** The app asks a view to take the focus so; here it belongs to the rows. */
	override setEphemeralState(state: unknown): void {
		super.setEphemeralState(state);
		if (typeof state !== "object" || state === null || !("focus" in state)) return;
		if (state.focus === true && this.input === null) this.focusList();
	}

	// Keys, and what goes their way

	perform(act: KeyAct): void {
		this.keys.add(act);
	}

	takeBack(direction: "undo" | "redo"): void {
		const run = (onShown: () => void): Promise<void> =>
			takeBack(this.inbox, this, direction, onShown);
		guarded(() => this.keys.takeBack(run));
	}

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

	// Where menus open

	menuOpened(): () => void {
		this.openMenus += 1;
		return () => (this.openMenus -= 1);
	}

	get anchorElement(): HTMLElement {
		return this.pieces?.list.elementOf(this.model.focusedRow) ?? this.contentEl;
	}

	get projectButton(): HTMLElement {
		return this.pieces?.header.projectButton ?? this.contentEl;
	}

	get filterButton(): HTMLElement {
		return this.pieces?.header.filterButton ?? this.contentEl;
	}
}
