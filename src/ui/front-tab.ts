import type { App, WorkspaceLeaf } from "obsidian";

/**
 * What stands in front of the person in the main area, focus in a side bar or not: the tab they were in last, or the one
 * that covers it by now. The inbox shows its focused source without ever making that tab the active one.
 */
export function frontTab({ workspace }: Pick<App, "workspace">): WorkspaceLeaf | null {
	const recent = workspace.getMostRecentLeaf(workspace.rootSplit);
	if (recent === null || recent.view.containerEl.isShown()) return recent;
	let front: WorkspaceLeaf | null = null;
	workspace.iterateRootLeaves((leaf) => {
		if (leaf.view.containerEl.isShown()) front ??= leaf;
	});
	return front ?? recent;
}
