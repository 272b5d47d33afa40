import { host } from "../private-names";
import {
	WorkspaceParent,
	WorkspaceSidedock,
	WorkspaceSplit,
	WorkspaceTabs,
	type WorkspaceItem,
} from "./item";
import { type ViewState, WorkspaceLeaf } from "./leaf";
import type { Workspace } from "./workspace";
import type { Dock, WorkspaceState } from "./workspace-state";

/** One node of `.obsidian/workspace.json`, in the app's own shape as far as the host has its parts ([M]). */
type Stored = {
	id?: string;
	type: "split" | "tabs" | "leaf";
	direction?: "vertical" | "horizontal";
	collapsed?: boolean;
	currentTab?: number;
	children?: Stored[];
	state?: ViewState & { title?: string; icon?: string };
};

export function serializeLayout(
	state: WorkspaceState,
	workspace: Workspace,
): Record<string, unknown> {
	return {
		main: store(state.root),
		left: store(state.left),
		right: store(state.right),
		active: workspace.activeLeaf?.[host].id,
		lastOpenFiles: state.lastOpen,
	};
}

function store(item: WorkspaceItem): Stored {
	if (item instanceof WorkspaceLeaf) {
		const title = item.getDisplayText();
		return {
			id: item[host].id,
			type: "leaf",
			state: { ...item.getViewState(), title, icon: item.getIcon() },
		};
	}
	const children = item instanceof WorkspaceParent ? item[host].children.map(store) : [];
	if (item instanceof WorkspaceTabs)
		return { type: "tabs", currentTab: item[host].current, children };
	const direction = item instanceof WorkspaceSplit ? item[host].direction : "horizontal";
	if (item instanceof WorkspaceSidedock)
		return { type: "split", direction, collapsed: item.collapsed, children };
	return { type: "split", direction, children };
}

/** Builds what the file says. Views behind other tabs stay deferred until somebody looks. */
export async function restoreLayout(
	state: WorkspaceState,
	workspace: Workspace,
	layout: unknown,
): Promise<void> {
	const { main, left, right, active, lastOpenFiles } = layout as Record<string, unknown>;
	for (const leaf of state.leaves()) state.detach(leaf);
	if (Array.isArray(lastOpenFiles)) state.lastOpen = lastOpenFiles as string[];
	await restorePart(state, state.root, main as Stored | undefined);
	await restoreDock(state, state.left, left as Stored | undefined);
	await restoreDock(state, state.right, right as Stored | undefined);
	// Closing the old leaves kept one empty tab alive in the root.
	const isSpare = (leaf: WorkspaceLeaf): boolean =>
		leaf.getRoot() === state.root &&
		leaf.view.getViewType() === "empty" &&
		leaf[host].id !== active;
	for (const leaf of state.leaves().filter(isSpare)) if (!isLastInRoot(state)) state.detach(leaf);
	const chosen = typeof active === "string" ? workspace.getLeafById(active) : null;
	const next = chosen ?? workspace.getMostRecentLeaf();
	if (next !== null) workspace.setActiveLeaf(next, { focus: true });
}

function isLastInRoot(state: WorkspaceState): boolean {
	return state.leaves().filter((leaf) => leaf.getRoot() === state.root).length <= 1;
}

async function restoreDock(
	state: WorkspaceState,
	dock: Dock,
	stored: Stored | undefined,
): Promise<void> {
	await restorePart(state, dock, stored);
	if (stored?.collapsed === true || stored === undefined) dock.collapse();
	else if (!state.isPhone) dock.expand();
}

async function restorePart(
	state: WorkspaceState,
	parent: WorkspaceParent,
	stored: Stored | undefined,
): Promise<void> {
	for (const [index, group] of tabGroups(stored).entries()) {
		const tabs = state.tabsAt(parent, index);
		const current = tabs[host].children.length + (group.currentTab ?? 0);
		tabs[host].isFilling = true;
		for (const leaf of group.children ?? []) await restoreLeaf(state, tabs, leaf, current);
		tabs[host].isFilling = false;
		tabs[host].show(Math.min(current, Math.max(0, tabs[host].children.length - 1)));
	}
}

/** Nested splits are laid side by side: the host keeps which tabs stand together, not their nesting. */
function tabGroups(stored: Stored | undefined): Stored[] {
	if (stored === undefined) return [];
	return stored.type === "tabs" ? [stored] : (stored.children ?? []).flatMap(tabGroups);
}

async function restoreLeaf(
	state: WorkspaceState,
	tabs: WorkspaceTabs,
	stored: Stored,
	currentTab: number,
): Promise<void> {
	const leaf = new WorkspaceLeaf(state.app, stored.id);
	const isOnTop = tabs[host].children.length === currentTab;
	tabs[host].insert(leaf, tabs[host].children.length);
	if (stored.state === undefined) return;
	const { title, icon, ...viewState } = stored.state;
	if (isOnTop) await leaf.setViewState(viewState);
	else await leaf[host].defer(viewState, title ?? viewState.type, icon ?? "lucide-file");
}
