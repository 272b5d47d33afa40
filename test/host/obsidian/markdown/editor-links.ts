/** Links inside the editor: click opens in Live Preview (with Mod in source mode), hover asks for a preview. */
import { syntaxTree } from "@codemirror/language";
import type { EditorView } from "@codemirror/view";
import type { SyntaxNode } from "@lezer/common";
import { Keymap } from "../keymap";
import { Menu } from "../ui/menu";
import { editorLivePreviewField } from "./editor-fields";
import { handleLinks, showUrlMenu, type LinkContext } from "./link-handlers";

type Target = Readonly<{ kind: "internal" | "external"; text: string; from: number; to: number }>;

export function followEditorLinks(cm: EditorView, context: LinkContext): void {
	const { app, owner, sourcePath } = context;
	// Drawn blocks (callouts, embeds) hold ordinary links.
	handleLinks(cm.contentDOM, context);
	owner.registerDomEvent(
		cm.contentDOM,
		"mousedown",
		(evt: MouseEvent) => {
			const target = evt.button === 0 || evt.button === 1 ? linkAt(cm, evt) : null;
			if (target === null || !isMeant(cm, evt, target)) return;
			evt.preventDefault();
			if (target.kind === "internal")
				void app.workspace.openLinkText(target.text, sourcePath(), Keymap.isModEvent(evt));
			else window.open(target.text, "_blank", "noopener");
		},
		true,
	);
	owner.registerDomEvent(cm.contentDOM, "mouseover", (evt: MouseEvent) => {
		const target = linkAt(cm, evt);
		if (target?.kind !== "internal" || !(evt.target instanceof HTMLElement)) return;
		app.workspace.trigger("hover-link", {
			event: evt,
			source: context.source,
			hoverParent: owner,
			targetEl: evt.target,
			linktext: target.text,
			sourcePath: sourcePath(),
		});
	});
	owner.registerDomEvent(cm.contentDOM, "contextmenu", (evt: MouseEvent) => {
		const target = linkAt(cm, evt);
		if (target === null) return;
		if (target.kind === "external") return showUrlMenu(app, target.text, evt);
		evt.preventDefault();
		const menu = new Menu();
		app.workspace.handleLinkContextMenu(menu, target.text, sourcePath());
		menu.showAtMouseEvent(evt);
	});
}

/** In Live Preview a plain click on a link whose source is hidden follows it; else Mod or the middle button. */
function isMeant(cm: EditorView, evt: MouseEvent, { from, to }: Target): boolean {
	if (Keymap.isModEvent(evt) !== false) return true;
	const isShown = cm.state.selection.ranges.some((range) => range.from <= to && range.to >= from);
	return cm.state.field(editorLivePreviewField) && !(cm.hasFocus && isShown);
}

function linkAt(cm: EditorView, evt: MouseEvent): Target | null {
	if (
		!(evt.target instanceof Element) ||
		evt.target.closest(".cm-hmd-internal-link, .cm-link, .cm-url") === null
	)
		return null;
	const pos = cm.posAtDOM(evt.target);
	for (
		let node: SyntaxNode | null = syntaxTree(cm.state).resolveInner(pos, 1);
		node !== null;
		node = node.parent
	) {
		const { from, to } = node;
		if (node.name === "Wikilink" || node.name === "Embed") {
			const target = node.getChild("WikilinkTarget");
			return (
				target && {
					kind: "internal",
					text: cm.state.sliceDoc(target.from, target.to).trim(),
					from,
					to,
				}
			);
		}
		const url = node.name === "URL" ? node : node.name === "Link" ? node.getChild("URL") : null;
		if (url === null) continue;
		const text = cm.state.sliceDoc(url.from, url.to);
		const isExternal = /^[a-z][a-z0-9+.-]*:/i.test(text);
		return {
			kind: isExternal ? "external" : "internal",
			text: isExternal ? text : decodeURI(text),
			from,
			to,
		};
	}
	return null;
}
