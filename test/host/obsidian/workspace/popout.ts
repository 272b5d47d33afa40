import { host } from "../private-names";
import { WorkspaceWindow, WorkspaceTabs } from "./item";
import type { WorkspaceLeaf } from "./leaf";
import type { Workspace } from "./workspace";
import type { WorkspaceState } from "./workspace-state";

/** Moves a leaf into a window with a document of its own, styled like this one. */
export function openPopout(
	state: WorkspaceState,
	workspace: Workspace,
	leaf: WorkspaceLeaf,
): WorkspaceWindow {
	const opened = openWindow();
	const container = new WorkspaceWindow(state, "vertical", "mod-root");
	container.win = opened;
	container.doc = opened.document;
	container.parent = state.floating;
	state.floating[host].children.push(container);
	const tabs = state.tabsAt(container, 0);
	tabs[host].insert(leaf);
	const workspaceEl = createDiv({ cls: "workspace" });
	workspaceEl.append(container[host].el);
	opened.document.body.append(workspaceEl);
	workspace.trigger("window-open", container, opened);
	opened.addEventListener("pagehide", () => {
		const at = state.floating[host].children.indexOf(container);
		if (at === -1) return;
		state.floating[host].children.splice(at, 1);
		for (const tab of [...container[host].children])
			if (tab instanceof WorkspaceTabs)
				for (const inside of [...tab[host].children]) inside.detach();
		workspace.trigger("window-close", container, opened);
	});
	return container;
}

/** A window with a document of its own that looks like this one, and in which the person works from now on. */
export function openWindow(): Window {
	const opened = window.open("", "_blank", "popup,width=1100,height=840");
	if (opened === null)
		throw new Error("The browser refused to open a window: allow pop-ups for this page.");
	const { document: doc } = opened;
	for (const style of document.querySelectorAll("link[rel=stylesheet], style"))
		doc.head.append(doc.importNode(style, true));
	doc.body.className = `${document.body.className} is-popout-window`;
	window.dispatchEvent(new CustomEvent("host:window", { detail: opened }));
	return opened;
}
