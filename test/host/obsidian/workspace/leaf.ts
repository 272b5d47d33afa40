import type { App } from "../app";
import { TFile } from "../files";
import { setIcon } from "../icons";
import type { HoverPopover } from "../markdown/hover-popover";
import { host } from "../private-names";
import { Menu } from "../ui/menu";
import { closeView, FileView, ItemView, openView, refreshHeader, type View } from "../view";
import { makeDraggable } from "./drag-tabs";
import { DeferredView, EmptyView } from "./empty-view";
import { WorkspaceItem, type WorkspaceMobileDrawer, WorkspaceTabs } from "./item";

export type ViewState = {
	type: string;
	state?: Record<string, unknown>;
	active?: boolean;
	pinned?: boolean;
	group?: WorkspaceLeaf;
};
export type OpenViewState = {
	state?: Record<string, unknown>;
	eState?: Record<string, unknown>;
	active?: boolean;
	group?: WorkspaceLeaf;
};

export class WorkspaceLeaf extends WorkspaceItem {
	parent!: WorkspaceTabs | WorkspaceMobileDrawer;
	view: View;
	hoverPopover: HoverPopover | null = null;
	readonly [host]: LeafState;

	constructor(app: App, id?: string) {
		super();
		this[host] = new LeafState(app, this, id);
		this.view = new EmptyView(this);
		this[host].containerEl.append(this.view.containerEl);
		void this.view[openView]();
		this[host].refreshTitle();
	}

	async openFile(file: TFile, openState: OpenViewState = {}): Promise<void> {
		const { app } = this[host];
		const type = app[host].views.typeFor(file.extension);
		const state = { ...openState.state, file: file.path };
		const viewState: ViewState = { type, state };
		if (openState.active !== undefined) viewState.active = openState.active;
		if (openState.group !== undefined) viewState.group = openState.group;
		await this.setViewState(viewState, openState.eState);
		if (openState.active !== false) app.workspace.setActiveLeaf(this, { focus: true });
	}

	async open(view: View): Promise<View> {
		await this[host].replaceView(view);
		return view;
	}

	getViewState(): ViewState {
		const { pinned, deferred } = this[host];
		const type = deferred?.type ?? this.view.getViewType();
		const state = deferred?.state ?? this.view.getState();
		return pinned ? { type, state, pinned: true } : { type, state };
	}

	async setViewState(viewState: ViewState, eState?: unknown): Promise<void> {
		await this[host].setViewState(viewState, eState, true);
		if (viewState.active === true)
			this[host].app.workspace.setActiveLeaf(this, { focus: true });
	}

	get isDeferred(): boolean {
		return this[host].deferred !== null;
	}

	async loadIfDeferred(): Promise<void> {
		const { deferred } = this[host];
		if (deferred === null) return;
		this[host].deferred = null;
		await this[host].setViewState(deferred, undefined, false);
	}

	getEphemeralState(): unknown {
		return this.view.getEphemeralState();
	}

	setEphemeralState(state: unknown): void {
		this.view.setEphemeralState(state);
	}

	togglePinned(): void {
		this.setPinned(!this[host].pinned);
	}

	setPinned(pinned: boolean): void {
		if (this[host].pinned === pinned) return;
		this[host].pinned = pinned;
		this[host].tabHeaderEl.toggleClass("mod-pinned", pinned);
		this.trigger("pinned-change", pinned);
		this[host].app.workspace[host].layoutChanged();
	}

	setGroupMember(other: WorkspaceLeaf): void {
		const group = other[host].group ?? other[host].id;
		other.setGroup(group);
		this.setGroup(group);
	}

	setGroup(group: string): void {
		this[host].group = group;
		this.trigger("group-change", group);
	}

	detach(): void {
		this[host].app.workspace[host].detach(this);
	}

	getIcon(): string {
		return this.view.getIcon();
	}

	getDisplayText(): string {
		return this.view.getDisplayText();
	}

	onResize(): void {
		this.view.onResize();
	}
}

class LeafState {
	readonly id: string;
	readonly containerEl = createDiv({ cls: "workspace-leaf" });
	readonly tabHeaderEl: HTMLElement;
	readonly history: LeafHistory;
	pinned = false;
	group: string | null = null;
	deferred: ViewState | null = null;
	/** Rises with every use, so the most recent leaf is the highest. */
	usedAt = 0;
	#iconEl: HTMLElement;
	#titleEl: HTMLElement;

	constructor(
		readonly app: App,
		private readonly leaf: WorkspaceLeaf,
		id?: string,
	) {
		this.id = id ?? crypto.randomUUID().replaceAll("-", "").slice(0, 16);
		this.history = new LeafHistory(leaf);
		this.tabHeaderEl = createDiv({
			cls: "workspace-tab-header tappable",
			attr: { role: "tab", tabindex: "0" },
		});
		const inner = this.tabHeaderEl.createDiv({ cls: "workspace-tab-header-inner" });
		this.#iconEl = inner.createDiv({ cls: "workspace-tab-header-inner-icon" });
		this.#titleEl = inner.createDiv({ cls: "workspace-tab-header-inner-title" });
		const close = inner.createDiv({
			cls: "workspace-tab-header-inner-close-button",
			attr: { "aria-label": "Close" },
		});
		setIcon(close, "lucide-x");
		close.addEventListener("click", (event) => {
			event.stopPropagation();
			leaf.detach();
		});
		makeDraggable(leaf, this.tabHeaderEl);
		this.tabHeaderEl.addEventListener("click", () => this.#chosen());
		this.tabHeaderEl.addEventListener("keydown", (event) => {
			if (event.key === "Enter" || event.key === " ") this.#chosen();
		});
		this.tabHeaderEl.addEventListener("auxclick", (event) => {
			if (event.button === 1) leaf.detach();
		});
		this.tabHeaderEl.addEventListener("contextmenu", (event) => {
			event.preventDefault();
			const menu = new Menu();
			leaf.view.onPaneMenu(menu, "tab-header");
			menu.showAtMouseEvent(event);
		});
		// Capture: the leaf is active before the view's own handlers run.
		this.containerEl.addEventListener("focusin", () => this.#focused(), true);
		this.containerEl.addEventListener("pointerdown", () => this.#focused(), true);
	}

	async setViewState(viewState: ViewState, eState: unknown, remember: boolean): Promise<void> {
		const { leaf } = this;
		if (remember) this.history.note();
		const isSame =
			!(leaf.view instanceof DeferredView) && leaf.view.getViewType() === viewState.type;
		this.deferred = null;
		if (!isSame) await this.replaceView(this.app[host].views.create(viewState.type, leaf));
		if (viewState.pinned !== undefined) leaf.setPinned(viewState.pinned);
		if (viewState.group !== undefined) leaf.setGroupMember(viewState.group);
		try {
			await leaf.view.setState(viewState.state ?? {}, { history: false });
		} catch (error) {
			reportError(error);
		}
		if (eState !== undefined) leaf.setEphemeralState(eState);
		this.refreshTitle();
		this.app.workspace[host].layoutChanged();
		this.app.workspace[host].viewChanged(leaf);
	}

	async replaceView(view: View): Promise<void> {
		const before = this.leaf.view;
		await before[closeView]();
		this.leaf.view = view;
		this.containerEl.append(view.containerEl);
		try {
			await view[openView]();
		} catch (error) {
			reportError(error);
		}
		this.refreshTitle();
	}

	/** Shows a stored state without making its view: the tab's title has to do until it is looked at. */
	async defer(state: ViewState, title: string, icon: string): Promise<void> {
		await this.replaceView(new DeferredView(this.leaf, state.type, title, icon));
		this.deferred = state;
		if (state.pinned === true) this.leaf.setPinned(true);
		this.refreshTitle();
	}

	refreshTitle(): void {
		const { view } = this.leaf;
		const title = view.getDisplayText();
		this.#titleEl.setText(title);
		this.tabHeaderEl.setAttribute("aria-label", title);
		this.tabHeaderEl.setAttribute("data-type", view.getViewType());
		this.#iconEl.empty();
		setIcon(this.#iconEl, view.getIcon());
		if (view instanceof ItemView) view[refreshHeader]();
	}

	/** The file of the view was deleted: a tab closes ([M]). */
	fileGone(): void {
		void this.setViewState({ type: "empty" }, undefined, false);
	}

	#chosen(): void {
		const { parent } = this.leaf;
		if (parent instanceof WorkspaceTabs)
			parent[host].show(parent[host].children.indexOf(this.leaf));
		this.app.workspace.setActiveLeaf(this.leaf, { focus: true });
		this.app.workspace[host].layoutChanged();
	}

	#focused(): void {
		if (this.app.workspace.activeLeaf !== this.leaf)
			this.app.workspace.setActiveLeaf(this.leaf);
	}
}

/** Where a tab was before: whole view states, so that Back also changes the kind of view. */
class LeafHistory {
	#past: ViewState[] = [];
	#future: ViewState[] = [];

	constructor(private readonly leaf: WorkspaceLeaf) {}

	get canGoBack(): boolean {
		return this.#past.length > 0;
	}

	get canGoForward(): boolean {
		return this.#future.length > 0;
	}

	note(): void {
		const state = this.leaf.getViewState();
		const isWorthKeeping =
			state.type !== "empty" &&
			(this.leaf.view.navigation || this.leaf.view instanceof FileView);
		if (!isWorthKeeping) return;
		this.#past.push(state);
		this.#future = [];
	}

	async back(): Promise<void> {
		await this.#go(this.#past, this.#future);
	}

	async forward(): Promise<void> {
		await this.#go(this.#future, this.#past);
	}

	async #go(from: ViewState[], to: ViewState[]): Promise<void> {
		const target = from.pop();
		if (target === undefined) return;
		to.push(this.leaf.getViewState());
		await this.leaf[host].setViewState(target, undefined, false);
	}
}
