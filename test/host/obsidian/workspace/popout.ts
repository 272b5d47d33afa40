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
	const opened = window.open("", "_blank", "popup,width=900,height=700");
	if (opened === null)
		throw new Error("The browser refused to open a window: allow pop-ups for this page.");
	const container = new WorkspaceWindow(state, "vertical", "mod-root");
	container.win = opened;
	container.doc = opened.document;
	container.parent = state.floating;
	state.floating[host].children.push(container);
	const tabs = state.tabsAt(container, 0);
	tabs[host].insert(leaf);
	dress(opened, container[host].el);
	window.dispatchEvent(new CustomEvent("host:window", { detail: opened }));
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

function dress(win: Window, content: HTMLElement): void {
	const { document: doc } = win;
	for (const style of document.querySelectorAll("link[rel=stylesheet], style"))
		doc.head.append(doc.importNode(style, true));
	doc.body.className = `${document.body.className} is-popout-window`;
	const workspaceEl = doc.createElement("div");
	workspaceEl.className = "workspace";
	workspaceEl.append(doc.adoptNode(content));
	doc.body.append(workspaceEl);
}
