import type { MarkdownFileInfo } from "obsidian";
import type { App } from "../app";
import { debounce, type Debouncer } from "../debounce";
import { Events } from "../events";
import { TFile } from "../files";
import { parseLinktext } from "../metadata/link-text";
import { host, refuseUnknownNames } from "../private-names";
import type { Menu } from "../ui/menu";
import { FileView, type View } from "../view";
import {
	WorkspaceItem,
	WorkspaceMobileDrawer,
	WorkspaceParent,
	WorkspaceRibbon,
	type WorkspaceRoot,
	type WorkspaceSidedock,
	WorkspaceSplit,
	type WorkspaceWindow,
} from "./item";
import { type OpenViewState, WorkspaceLeaf } from "./leaf";
import { WorkspaceState } from "./workspace-state";

type PaneType = "tab" | "split" | "window";
type SplitDirection = "vertical" | "horizontal";

export class Workspace extends Events {
	leftSplit: WorkspaceSidedock | WorkspaceMobileDrawer;
	rightSplit: WorkspaceSidedock | WorkspaceMobileDrawer;
	leftRibbon = new WorkspaceRibbon();
	rightRibbon = new WorkspaceRibbon();
	rootSplit: WorkspaceRoot;
	activeLeaf: WorkspaceLeaf | null = null;
	containerEl: HTMLElement;
	layoutReady = false;
	requestSaveLayout: Debouncer<[], Promise<void>>;
	/** The view with an editor that is in use; a canvas or a plugin may put its own here. */
	activeEditor: MarkdownFileInfo | null = null;
	readonly [host]: WorkspaceState;

	constructor(app: App, containerEl: HTMLElement, isPhone: boolean) {
		super();
		this.containerEl = containerEl;
		this[host] = new WorkspaceState(app, this, isPhone);
		({ left: this.leftSplit, root: this.rootSplit, right: this.rightSplit } = this[host]);
		this.requestSaveLayout = debounce(() => this[host].save(), 500, true);
	}

	onLayoutReady(callback: () => unknown): void {
		if (this.layoutReady) callback();
		else this[host].whenReady.push(callback);
	}

	async changeLayout(workspace: unknown): Promise<void> {
		await this[host].restore(workspace);
	}

	getLayout(): Record<string, unknown> {
		return this[host].serialize();
	}

	createLeafInParent(parent: WorkspaceSplit, index: number): WorkspaceLeaf {
		return this[host].createLeafIn(this[host].tabsAt(parent, index));
	}

	createLeafBySplit(
		leaf: WorkspaceLeaf,
		direction: SplitDirection = "vertical",
		before = false,
	): WorkspaceLeaf {
		return this[host].splitBeside(leaf, direction, before);
	}

	splitActiveLeaf(direction: SplitDirection = "vertical"): WorkspaceLeaf {
		return this.getLeaf("split", direction);
	}

	async duplicateLeaf(
		leaf: WorkspaceLeaf,
		leafType: PaneType | boolean | SplitDirection = "split",
		direction: SplitDirection = "vertical",
	): Promise<WorkspaceLeaf> {
		const isDirection = leafType === "vertical" || leafType === "horizontal";
		const copy = isDirection
			? this.getLeaf("split", leafType)
			: this.getLeaf(leafType as "split", direction);
		await copy.setViewState(leaf.getViewState(), leaf.getEphemeralState());
		return copy;
	}

	getUnpinnedLeaf(): WorkspaceLeaf {
		return this.getLeaf(false);
	}

	getLeaf(
		newLeaf: PaneType | boolean = false,
		direction: SplitDirection = "vertical",
	): WorkspaceLeaf {
		const state = this[host];
		const recent = this.getMostRecentLeaf();
		if (newLeaf === "window") return this.openPopoutLeaf();
		if (newLeaf === "split" && recent !== null)
			return state.splitBeside(recent, direction, false);
		if (newLeaf !== false || recent === null) {
			const leaf = state.createLeafIn(state.rootTabs(recent));
			state.showOnTop(leaf);
			return leaf;
		}
		if (!recent[host].pinned && recent.view.navigation !== false) return recent;
		if (recent.view.getViewType() === "empty") return recent;
		const reusable = state
			.leaves()
			.find(
				(leaf) =>
					leaf.getRoot() === this.rootSplit && !leaf[host].pinned && leaf.view.navigation,
			);
		if (reusable !== undefined && reusable.parent === recent.parent) return reusable;
		return state.createLeafIn(state.rootTabs(recent));
	}

	moveLeafToPopout(leaf: WorkspaceLeaf): WorkspaceWindow {
		return this[host].popOut(leaf);
	}

	openPopoutLeaf(): WorkspaceLeaf {
		const leaf = new WorkspaceLeaf(this[host].app);
		this[host].popOut(leaf);
		return leaf;
	}

	async openLinkText(
		linktext: string,
		sourcePath: string,
		newLeaf: PaneType | boolean = false,
		openViewState: OpenViewState = {},
	): Promise<void> {
		const { app } = this[host];
		const { path, subpath } = parseLinktext(linktext);
		const target = path === "" ? sourcePath : path;
		const file =
			app.metadataCache.getFirstLinkpathDest(target, sourcePath) ??
			app.vault.getFileByPath(target) ??
			(await this[host].createFromLink(target, sourcePath));
		const leaf = this.getLeaf(newLeaf);
		const eState = { ...openViewState.eState, ...(subpath === "" ? {} : { subpath }) };
		await leaf.openFile(file, { active: true, ...openViewState, eState });
	}

	setActiveLeaf(
		leaf: WorkspaceLeaf,
		params?: { focus?: boolean } | boolean,
		focus?: boolean,
	): void {
		const isFocus = typeof params === "object" ? params.focus === true : focus === true;
		this[host].setActive(leaf, isFocus);
	}

	getLeafById(id: string): WorkspaceLeaf | null {
		return this[host].leaves().find((leaf) => leaf[host].id === id) ?? null;
	}

	getGroupLeaves(group: string): WorkspaceLeaf[] {
		return this[host].leaves().filter((leaf) => leaf[host].group === group);
	}

	getMostRecentLeaf(root?: WorkspaceParent): WorkspaceLeaf | null {
		const wanted: WorkspaceItem = root ?? this.rootSplit;
		let best: WorkspaceLeaf | null = null;
		for (const leaf of this[host].leaves()) {
			const itsRoot = leaf.getRoot();
			const fits = itsRoot === wanted || (root === undefined && this[host].isPopout(itsRoot));
			if (fits && (best === null || leaf[host].usedAt > best[host].usedAt)) best = leaf;
		}
		return best;
	}

	getLeftLeaf(split: boolean): WorkspaceLeaf | null {
		return this[host].sideLeaf(this.leftSplit, split);
	}

	getRightLeaf(split: boolean): WorkspaceLeaf | null {
		return this[host].sideLeaf(this.rightSplit, split);
	}

	async ensureSideLeaf(
		type: string,
		side: "left" | "right",
		options: { active?: boolean; split?: boolean; reveal?: boolean; state?: unknown } = {},
	): Promise<WorkspaceLeaf> {
		const dock = side === "left" ? this.leftSplit : this.rightSplit;
		const existing = this.getLeavesOfType(type).find((leaf) => leaf.getRoot() === dock);
		const leaf = existing ?? this[host].sideLeaf(dock, options.split ?? false);
		const state = options.state as Record<string, unknown> | undefined;
		if (existing === undefined)
			await leaf.setViewState(state === undefined ? { type } : { type, state });
		else if (state !== undefined) await leaf.setViewState({ type, state });
		if (options.reveal === true) await this.revealLeaf(leaf);
		if (options.active === true) this.setActiveLeaf(leaf, { focus: true });
		return leaf;
	}

	getActiveViewOfType<T extends View>(type: abstract new (...args: never[]) => T): T | null {
		const view = this.activeLeaf?.view;
		return view instanceof type ? view : null;
	}

	getActiveFile(): TFile | null {
		const view = this.activeLeaf?.view;
		if (view instanceof FileView) return view.file;
		const recent = this.getMostRecentLeaf()?.view;
		return recent instanceof FileView ? recent.file : null;
	}

	iterateRootLeaves(callback: (leaf: WorkspaceLeaf) => unknown): void {
		for (const leaf of this[host].leaves())
			if (leaf.getRoot() === this.rootSplit) callback(leaf);
	}

	iterateAllLeaves(callback: (leaf: WorkspaceLeaf) => unknown): void {
		for (const leaf of this[host].leaves()) callback(leaf);
	}

	getLeavesOfType(viewType: string): WorkspaceLeaf[] {
		return this[host].leaves().filter((leaf) => leaf.view.getViewType() === viewType);
	}

	detachLeavesOfType(viewType: string): void {
		for (const leaf of this.getLeavesOfType(viewType)) leaf.detach();
	}

	async revealLeaf(leaf: WorkspaceLeaf): Promise<void> {
		const root = leaf.getRoot();
		if (root === this.leftSplit) this.leftSplit.expand();
		if (root === this.rightSplit) this.rightSplit.expand();
		this[host].showOnTop(leaf);
		await leaf.loadIfDeferred();
	}

	getLastOpenFiles(): string[] {
		return [...this[host].lastOpen];
	}

	updateOptions(): void {
		// The Markdown views listen and put the new list of extensions into their editors.
		this.trigger("host:options");
	}

	/** @returns whether the link points at a file, so that the menu got its entries. */
	handleLinkContextMenu(
		menu: Menu,
		linktext: string,
		sourcePath: string,
		leaf?: WorkspaceLeaf,
	): boolean {
		const { app } = this[host];
		const file = app.metadataCache.getFirstLinkpathDest(
			parseLinktext(linktext).path,
			sourcePath,
		);
		menu.addItem((item) =>
			item
				.setSection("open")
				.setTitle("Open in new tab")
				.setIcon("lucide-file-plus")
				.onClick(() => this.openLinkText(linktext, sourcePath, "tab")),
		);
		if (file === null) return false;
		this.trigger("file-menu", menu, file, "link-context-menu", leaf);
		return true;
	}
}

refuseUnknownNames(Workspace, "workspace");
