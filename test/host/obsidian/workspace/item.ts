import { Events } from "../events";
import { setIcon } from "../icons";
import { host, refuseUnknownNames } from "../private-names";
import { acceptTabs, type DropPlace } from "./drag-tabs";
import type { WorkspaceLeaf } from "./leaf";

/** What the workspace tree needs to say to the rest of the app. */
export interface LayoutOwner {
	/** Something moved, opened or closed. */
	layoutChanged(): void;
	activate(leaf: WorkspaceLeaf): void;
	/** All but this one. */
	closeDrawers(open: WorkspaceMobileDrawer): void;
	createLeafIn(tabs: WorkspaceTabs, index?: number): WorkspaceLeaf;
	/** A tab was dragged here. */
	dropTab(leaf: WorkspaceLeaf, tabs: WorkspaceTabs, place: DropPlace): void;
}

export abstract class WorkspaceItem extends Events {
	abstract parent: WorkspaceParent;

	constructor() {
		super();
		// Known from the start, also where nothing stands above.
		(this as { parent: WorkspaceParent | null }).parent = null;
	}

	getRoot(): WorkspaceItem {
		const { parent } = this;
		return parent instanceof WorkspaceItem && parent !== (this as WorkspaceItem)
			? parent.getRoot()
			: this;
	}

	getContainer(): WorkspaceContainer {
		const root = this.getRoot();
		return (root instanceof WorkspaceContainer ? root : mainRoot(root)) as WorkspaceContainer;
	}
}

export abstract class WorkspaceParent extends WorkspaceItem {
	abstract readonly [host]: ParentState;
}

export type ParentState = {
	owner: LayoutOwner;
	el: HTMLElement;
	children: WorkspaceItem[];
	main?: WorkspaceContainer;
};

/** Side docks belong to the main window's container. */
function mainRoot(root: WorkspaceItem): WorkspaceContainer | undefined {
	return root instanceof WorkspaceParent ? root[host].main : undefined;
}

export class WorkspaceSplit extends WorkspaceParent {
	parent!: WorkspaceParent;
	readonly [host]: ParentState & { direction: "vertical" | "horizontal" };

	constructor(owner: LayoutOwner, direction: "vertical" | "horizontal", cls = "") {
		super();
		const el = createDiv({ cls: `workspace-split mod-${direction} ${cls}`.trim() });
		this[host] = { owner, el, children: [], direction };
	}
}

/** A split that shows side by side is `vertical`, one on top of the other `horizontal` ([M]). */
export abstract class WorkspaceContainer extends WorkspaceSplit {
	abstract win: Window;
	abstract doc: Document;
}

export class WorkspaceRoot extends WorkspaceContainer {
	win: Window = window;
	doc: Document = document;
}

export class WorkspaceWindow extends WorkspaceContainer {
	win!: Window;
	doc!: Document;
}

export class WorkspaceFloating extends WorkspaceParent {
	parent!: WorkspaceParent;
	readonly [host]: ParentState;

	constructor(owner: LayoutOwner) {
		super();
		this[host] = { owner, el: createDiv({ cls: "workspace-floating" }), children: [] };
	}
}

export class WorkspaceRibbon {}

export class WorkspaceSidedock extends WorkspaceSplit {
	collapsed = false;

	toggle(): void {
		if (this.collapsed) this.expand();
		else this.collapse();
	}

	collapse(): void {
		setCollapsed(this, true);
	}

	expand(): void {
		setCollapsed(this, false);
	}
}

export class WorkspaceMobileDrawer extends WorkspaceParent {
	parent!: WorkspaceParent;
	collapsed = true;
	readonly [host]: ParentState;

	constructor(owner: LayoutOwner, cls: string) {
		super();
		const el = createDiv({ cls: `workspace-drawer ${cls}` });
		this[host] = { owner, el, children: [] };
	}

	/** One drawer at a time: the screen has no room for two [M]. */
	expand(): void {
		this[host].owner.closeDrawers(this);
		setCollapsed(this, false);
	}

	collapse(): void {
		setCollapsed(this, true);
	}

	toggle(): void {
		if (this.collapsed) this.expand();
		else this.collapse();
	}
}

function setCollapsed(dock: WorkspaceSidedock | WorkspaceMobileDrawer, collapsed: boolean): void {
	if (dock.collapsed === collapsed) return;
	dock.collapsed = collapsed;
	dock[host].el.toggleClass("is-sidedock-collapsed", collapsed);
	dock[host].owner.layoutChanged();
}

/** One stack of tabs: its header row and the leaf that is on top. */
export class WorkspaceTabs extends WorkspaceParent {
	parent!: WorkspaceSplit;
	readonly [host]: TabsState;

	constructor(owner: LayoutOwner) {
		super();
		this[host] = new TabsState(owner, this);
	}
}

export class TabsState implements ParentState {
	readonly el = createDiv({ cls: "workspace-tabs" });
	readonly children: WorkspaceLeaf[] = [];
	readonly headersEl: HTMLElement;
	readonly leavesEl: HTMLElement;
	current = 0;
	/** While a layout is restored nothing is looked at, so nothing deferred is loaded. */
	isFilling = false;

	constructor(
		readonly owner: LayoutOwner,
		private readonly tabs: WorkspaceTabs,
	) {
		const row = this.el.createDiv({ cls: "workspace-tab-header-container" });
		this.headersEl = row.createDiv({
			cls: "workspace-tab-header-container-inner",
			attr: { role: "tablist" },
		});
		const newTab = row.createDiv({ cls: "workspace-tab-header-new-tab" });
		const button = newTab.createEl("button", {
			cls: "clickable-icon",
			attr: { "aria-label": "New tab" },
		});
		setIcon(button, "lucide-plus");
		button.addEventListener("click", () =>
			this.owner.activate(this.owner.createLeafIn(this.tabs)),
		);
		row.createDiv({ cls: "workspace-tab-header-spacer" });
		this.leavesEl = this.el.createDiv({ cls: "workspace-tab-container" });
		acceptTabs(this.tabs, this.headersEl, this.leavesEl, (leaf, to, place) => this.owner.dropTab(leaf, to, place));
	}

	insert(leaf: WorkspaceLeaf, index = this.children.length): void {
		const at = Math.max(0, Math.min(index, this.children.length));
		this.children.splice(at, 0, leaf);
		leaf.parent = this.tabs;
		this.headersEl.insertBefore(leaf[host].tabHeaderEl, this.headersEl.children[at] ?? null);
		if (this.children.length === 1) this.show(0);
		else if (at <= this.current) this.current += 1;
		this.#draw();
	}

	remove(leaf: WorkspaceLeaf): void {
		const at = this.children.indexOf(leaf);
		if (at === -1) return;
		this.children.splice(at, 1);
		leaf[host].tabHeaderEl.remove();
		leaf[host].containerEl.remove();
		if (at < this.current || this.current >= this.children.length)
			this.current = Math.max(0, this.current - 1);
		this.#draw();
	}

	show(index: number): void {
		this.current = index;
		this.#draw();
	}

	#draw(): void {
		this.children.forEach((leaf, index) => {
			const isTop = index === this.current;
			const { containerEl, tabHeaderEl } = leaf[host];
			tabHeaderEl.toggleClass("is-active", isTop);
			tabHeaderEl.setAttribute("aria-selected", String(isTop));
			if (isTop && containerEl.parentElement !== this.leavesEl)
				this.leavesEl.append(containerEl);
			if (!isTop) containerEl.remove();
			if (isTop && !this.isFilling) void leaf.loadIfDeferred();
		});
	}
}

for (const [type, label] of [
	[WorkspaceItem, "workspace item"],
	[WorkspaceRibbon, "ribbon"],
] as const)
	refuseUnknownNames(type, label);
