/**
 * What Markdown views do with links in rendered text: open, menu, hover. A rendering in a plugin's
 * own view stays inert, as in the app (obsidian-api#11, RAIT-09/obsidian-agent-client#52).
 */
import type { App } from "../app";
import type { Component } from "../component";
import { Keymap } from "../keymap";
import { Menu } from "../ui/menu";

/** Who listens, and where its links start from. */
export type LinkContext = Readonly<{
	app: App;
	owner: Component & { hoverPopover: unknown };
	/** Id of the hover source: `preview`, `editor`, … */
	source: string;
	sourcePath: () => string;
}>;

export function handleLinks(root: HTMLElement, context: LinkContext): void {
	const { app, owner, sourcePath } = context;
	const open = (evt: MouseEvent): void => {
		if (evt.type === "auxclick" && evt.button !== 1) return;
		const link = internalLinkAt(evt);
		if (link !== null) {
			evt.preventDefault();
			evt.stopPropagation();
			void app.workspace.openLinkText(link.target, sourcePath(), Keymap.isModEvent(evt));
			return;
		}
		const jump = elementAt(evt)?.closest<HTMLElement>("a.footnote-link");
		if (jump == null) return;
		evt.preventDefault();
		const id = jump.getAttribute("href")?.slice(1) ?? "";
		root.querySelector(`[id="${CSS.escape(id)}"]`)?.scrollIntoView({ block: "center" });
	};
	owner.registerDomEvent(root, "click", open);
	owner.registerDomEvent(root, "auxclick", open);
	owner.registerDomEvent(root, "contextmenu", (evt: MouseEvent) => {
		const link = internalLinkAt(evt);
		if (link !== null) {
			evt.preventDefault();
			const menu = new Menu();
			app.workspace.handleLinkContextMenu(menu, link.target, sourcePath());
			menu.showAtMouseEvent(evt);
			return;
		}
		const url = elementAt(evt)?.closest("a.external-link")?.getAttribute("href");
		if (url != null) showUrlMenu(app, url, evt);
	});
	owner.registerDomEvent(root, "mouseover", (evt: MouseEvent) => {
		const link = internalLinkAt(evt);
		if (link === null) return;
		app.workspace.trigger("hover-link", {
			event: evt,
			source: context.source,
			hoverParent: owner,
			targetEl: link.el,
			linktext: link.target,
			sourcePath: sourcePath(),
		});
	});
}

export function showUrlMenu(app: App, url: string, evt: MouseEvent): void {
	evt.preventDefault();
	const menu = new Menu();
	menu.addItem((item) =>
		item
			.setSection("open")
			.setTitle("Open link")
			.setIcon("lucide-globe-2")
			.onClick(() => window.open(url, "_blank", "noopener")),
	);
	menu.addItem((item) =>
		item
			.setSection("info")
			.setTitle("Copy URL")
			.setIcon("lucide-link")
			.onClick(() => void navigator.clipboard.writeText(url)),
	);
	app.workspace.trigger("url-menu", menu, url);
	menu.showAtMouseEvent(evt);
}

function internalLinkAt(evt: MouseEvent): { el: HTMLElement; target: string } | null {
	const el = elementAt(evt)?.closest<HTMLElement>("a.internal-link, .markdown-embed-link");
	const target = el?.getAttribute("data-href");
	return el == null || target == null ? null : { el, target };
}

function elementAt(evt: Event): Element | null {
	return evt.target instanceof Element ? evt.target : null;
}
