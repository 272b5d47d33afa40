import { moveLeaf, type DropPlace } from "./drag-tabs";
import type { MarkdownFileInfo } from "obsidian";
import type { App } from "../app";
import { parentPath, type TFile } from "../files";
import { setIcon } from "../icons";
import { host } from "../private-names";
import { closeView, FileView } from "../view";
import {
	type LayoutOwner,
	WorkspaceFloating,
	WorkspaceItem,
	WorkspaceMobileDrawer,
	WorkspaceParent,
	WorkspaceRoot,
	WorkspaceSidedock,
	WorkspaceSplit,
	WorkspaceTabs,
	WorkspaceWindow,
} from "./item";
import { WorkspaceLeaf } from "./leaf";
import { restoreLayout, serializeLayout } from "./layout-file";
import { openPopout } from "./popout";
import type { Workspace } from "./workspace";

export type Dock = WorkspaceSidedock | WorkspaceMobileDrawer;
const LAST_OPEN_FILES = 10;

/** The tree of splits, tabs and leaves, and who is active. The public class forwards to it. */
export class WorkspaceState implements LayoutOwner {
	readonly left: Dock;
	readonly right: Dock;
	readonly root: WorkspaceRoot;
	readonly floating: WorkspaceFloating;
	readonly whenReady: (() => unknown)[] = [];
	readonly ribbonEl: HTMLElement;
	readonly statusBarEl: HTMLElement;
	lastOpen: string[] = [];
	#uses = 0;
	#announced = false;
	#lastFile: TFile | null = null;

	constructor(
		readonly app: App,
		private readonly workspace: Workspace,
		readonly isPhone: boolean,
	) {
		const el = workspace.containerEl;
		this.ribbonEl = el.createDiv({ cls: "workspace-ribbon side-dock-ribbon mod-left" });
		this.left = this.#dock("left");
		this.root = new WorkspaceRoot(this, "vertical", "mod-root");
		this.right = this.#dock("right");
		this.floating = new WorkspaceFloating(this);
		this.left[host].main = this.root;
		this.right[host].main = this.root;
		el.append(this.left[host].el, this.root[host].el, this.right[host].el);
		this.statusBarEl = createDiv({ cls: "status-bar" });
		for (const part of [this.left, this.root, this.right]) this.tabsAt(part, 0);
		this.#drawToggles();
	}

	/** Every leaf, left to right, in the order the tree holds them. */
	leaves(): WorkspaceLeaf[] {
		const found: WorkspaceLeaf[] = [];
		const walk = (item: WorkspaceItem): void => {
			if (item instanceof WorkspaceLeaf) found.push(item);
			else if (item instanceof WorkspaceParent) item[host].children.forEach(walk);
		};
		for (const part of [this.left, this.root, this.right, this.floating]) walk(part);
		return found;
	}

	/** The stack of tabs at a place of a split; made when the place is new. */
	tabsAt(parent: WorkspaceParent, index: number): WorkspaceTabs {
		const existing = parent[host].children[index];
		if (existing instanceof WorkspaceTabs) return existing;
		const tabs = new WorkspaceTabs(this);
		this.#insertChild(parent, tabs, index);
		return tabs;
	}

	rootTabs(near: WorkspaceLeaf | null): WorkspaceTabs {
		if (near?.parent instanceof WorkspaceTabs && near.getRoot() === this.root)
			return near.parent;
		const first = this.#firstTabs(this.root);
		return first ?? this.tabsAt(this.root, 0);
	}

	createLeafIn(tabs: WorkspaceTabs, index?: number): WorkspaceLeaf {
		const leaf = new WorkspaceLeaf(this.app);
		tabs[host].insert(leaf, index ?? tabs[host].current + 1);
		this.layoutChanged();
		return leaf;
	}

	splitBeside(
		leaf: WorkspaceLeaf,
		direction: "vertical" | "horizontal",
		before: boolean,
	): WorkspaceLeaf {
		return this.createLeafIn(this.#stackBeside(leaf.parent as WorkspaceTabs, direction, before));
	}

	#stackBeside(tabs: WorkspaceTabs, direction: "vertical" | "horizontal", before: boolean): WorkspaceTabs {
		const parent = tabs.parent as WorkspaceSplit;
		const at = parent[host].children.indexOf(tabs);
		let place = { parent, index: before ? at : at + 1 };
		if (parent[host].direction !== direction) {
			const split = new WorkspaceSplit(this, direction);
			this.#removeChild(parent, tabs);
			this.#insertChild(parent, split, at);
			this.#insertChild(split, tabs, 0);
			place = { parent: split, index: before ? 0 : 1 };
		}
		const fresh = new WorkspaceTabs(this);
		this.#insertChild(place.parent, fresh, place.index);
		return fresh;
	}

	/** Moves a dragged tab to where it was let go. */
	dropTab(leaf: WorkspaceLeaf, tabs: WorkspaceTabs, place: DropPlace): void {
		const from = leaf.parent as WorkspaceTabs;
		if (place.kind === "split" && from === tabs && tabs[host].children.length === 1) return;
		const to = place.kind === "split" ? this.#stackBeside(tabs, place.direction, place.before) : tabs;
		moveLeaf(leaf, to, place.kind === "tab" ? place.index : to[host].children.length);
		if (from[host].children.length === 0) this.#prune(from);
		this.layoutChanged();
		this.activate(leaf);
	}

	closeDrawers(open: WorkspaceMobileDrawer): void {
		for (const dock of [this.left, this.right]) if (dock !== open) dock.collapse();
	}

	sideLeaf(dock: Dock, split: boolean): WorkspaceLeaf {
		if (split) return this.createLeafIn(this.tabsAt(dock, dock[host].children.length));
		const tabs = this.tabsAt(dock, 0);
		// A side bar starts with an empty leaf only to hold its place: it is used up first.
		const empty = tabs[host].children.find((leaf) => leaf.view.getViewType() === "empty");
		return empty ?? this.createLeafIn(tabs, tabs[host].children.length);
	}

	showOnTop(leaf: WorkspaceLeaf): void {
		if (!(leaf.parent instanceof WorkspaceTabs)) return;
		leaf.parent[host].show(leaf.parent[host].children.indexOf(leaf));
		this.layoutChanged();
	}

	activate(leaf: WorkspaceLeaf): void {
		this.showOnTop(leaf);
		this.setActive(leaf, true);
	}

	setActive(leaf: WorkspaceLeaf, focus: boolean): void {
		const { workspace } = this;
		const isNew = workspace.activeLeaf !== leaf;
		this.#uses += 1;
		leaf[host].usedAt = this.#uses;
		if (
			leaf.parent instanceof WorkspaceTabs &&
			leaf.parent[host].children[leaf.parent[host].current] !== leaf
		)
			this.showOnTop(leaf);
		if (isNew) {
			workspace.activeLeaf?.[host].containerEl.removeClass("mod-active");
			leaf[host].containerEl.addClass("mod-active");
			workspace.activeLeaf = leaf;
		}
		this.#noteEditor();
		if (focus) leaf.view.setEphemeralState({ focus: true });
		if (isNew) workspace.trigger("active-leaf-change", leaf);
		this.#noteFile();
		workspace.requestSaveLayout();
	}

	/** A leaf shows another view or file. */
	viewChanged(leaf: WorkspaceLeaf): void {
		if (leaf !== this.workspace.activeLeaf) return;
		this.#noteEditor();
		this.#noteFile();
	}

	detach(leaf: WorkspaceLeaf): void {
		const { parent } = leaf;
		if (!(parent instanceof WorkspaceTabs)) return;
		parent[host].remove(leaf);
		void leaf.view[closeView]();
		if (parent[host].children.length === 0) this.#prune(parent);
		if (this.workspace.activeLeaf === leaf) {
			this.workspace.activeLeaf = null;
			this.workspace.activeEditor = null;
			const next =
				this.workspace.getMostRecentLeaf() ?? this.createLeafIn(this.rootTabs(null));
			this.setActive(next, false);
		}
		this.layoutChanged();
	}

	layoutChanged(): void {
		if (this.#announced || !this.workspace.layoutReady) return;
		this.#announced = true;
		// Many small changes of one act are one event.
		queueMicrotask(() => {
			this.#announced = false;
			this.#drawSides();
			this.workspace.trigger("layout-change");
			this.workspace.requestSaveLayout();
		});
	}

	isPopout(root: WorkspaceItem): boolean {
		return root instanceof WorkspaceWindow;
	}

	popOut(leaf: WorkspaceLeaf): WorkspaceWindow {
		if (this.isPhone) throw new Error("Pop-out windows are not supported on this device.");
		if (leaf.parent instanceof WorkspaceTabs) {
			const { parent } = leaf;
			parent[host].remove(leaf);
			if (parent[host].children.length === 0) this.#prune(parent);
		}
		return openPopout(this, this.workspace, leaf);
	}

	async createFromLink(linkpath: string, sourcePath: string): Promise<TFile> {
		const { vault, fileManager } = this.app;
		const name = /\.[a-z0-9]+$/i.test(linkpath) ? linkpath : `${linkpath}.md`;
		const folder = fileManager.getNewFileParent(sourcePath, name);
		const path = name.includes("/") || folder.isRoot() ? name : `${folder.path}/${name}`;
		const into = parentPath(path);
		if (into !== "/" && vault.getFolderByPath(into) === null) await vault.createFolder(into);
		return vault.create(path, "");
	}

	serialize(): Record<string, unknown> {
		return serializeLayout(this, this.workspace);
	}

	async restore(layout: unknown): Promise<void> {
		await restoreLayout(this, this.workspace, layout);
	}

	async save(): Promise<void> {
		if (!this.workspace.layoutReady) return;
		const text = JSON.stringify(this.serialize(), null, 2);
		await this.app.vault.adapter.write(`${this.app.vault.configDir}/workspace.json`, text);
	}

	ready(): void {
		this.workspace.layoutReady = true;
		this.#drawSides();
		for (const callback of this.whenReady.splice(0)) {
			try {
				callback();
			} catch (error) {
				reportError(error);
			}
		}
		this.workspace.trigger("layout-change");
	}

	#noteEditor(): void {
		const view: unknown = this.workspace.activeLeaf?.view;
		const hasEditor =
			typeof view === "object" && view !== null && "editor" in view && "file" in view;
		this.workspace.activeEditor = hasEditor ? (view as MarkdownFileInfo) : null;
	}

	#noteFile(): void {
		const view = this.workspace.activeLeaf?.view;
		const file = view instanceof FileView ? view.file : null;
		if (file === this.#lastFile) return;
		// A side bar without a file does not change which file is open.
		if (file === null && this.workspace.activeLeaf?.getRoot() !== this.root) return;
		this.#lastFile = file;
		if (file !== null)
			this.lastOpen = [
				file.path,
				...this.lastOpen.filter((path) => path !== file.path),
			].slice(0, LAST_OPEN_FILES);
		this.workspace.trigger("file-open", file);
	}

	#dock(side: "left" | "right"): Dock {
		if (this.isPhone) {
			const drawer = new WorkspaceMobileDrawer(this, `mod-${side}`);
			drawer[host].el.addClass("is-sidedock-collapsed");
			return drawer;
		}
		return new WorkspaceSidedock(this, "horizontal", `mod-sidedock mod-${side}-split`);
	}

	#insertChild(
		parent: WorkspaceParent,
		child: WorkspaceTabs | WorkspaceSplit,
		index: number,
	): void {
		const { children, el } = parent[host];
		children.splice(index, 0, child);
		child.parent = parent as WorkspaceSplit;
		const next = children[index + 1] as WorkspaceParent | undefined;
		el.insertBefore(child[host].el, next?.[host].el ?? null);
	}

	#removeChild(parent: WorkspaceParent, child: WorkspaceTabs | WorkspaceSplit): void {
		const { children } = parent[host];
		children.splice(children.indexOf(child), 1);
		child[host].el.remove();
	}

	/** An empty stack of tabs goes, and so does a split that held only it; the last of a part stays. */
	#prune(tabs: WorkspaceTabs): void {
		const parent: WorkspaceParent = tabs.parent;
		if (parent instanceof WorkspaceWindow) return parent.win.close();
		if (parent[host].children.length > 1) {
			this.#removeChild(parent, tabs);
			return;
		}
		if (parent === this.root) this.createLeafIn(tabs);
	}

	#firstTabs(parent: WorkspaceParent): WorkspaceTabs | null {
		for (const child of parent[host].children) {
			if (child instanceof WorkspaceTabs) return child;
			if (child instanceof WorkspaceParent) return this.#firstTabs(child);
		}
		return null;
	}

	#drawToggles(): void {
		for (const [side, dock] of [
			["left", this.left],
			["right", this.right],
		] as const) {
			const holder = this.workspace.containerEl.createDiv({
				cls: `sidebar-toggle-button mod-${side}`,
			});
			const label = side === "left" ? "Toggle left sidebar" : "Toggle right sidebar";
			const button = holder.createEl("button", {
				cls: "clickable-icon",
				attr: { "aria-label": label },
			});
			setIcon(button, side === "left" ? "lucide-panel-left" : "lucide-panel-right");
			button.addEventListener("click", () => dock.toggle());
		}
		if (!this.isPhone) return;
		const backdrop = this.workspace.containerEl.createDiv({ cls: "workspace-drawer-backdrop" });
		backdrop.addEventListener("click", () => {
			this.left.collapse();
			this.right.collapse();
		});
	}

	#drawSides(): void {
		const el = this.workspace.containerEl;
		el.toggleClass("is-left-sidedock-open", !this.left.collapsed);
		el.toggleClass("is-right-sidedock-open", !this.right.collapsed);
	}
}
