/** What is dropped onto the canvas becomes a node: a link to a note a file node, other text a card. */
import { addNote } from "./canvas-menu";
import type { CanvasView } from "./canvas-view";

const LINK = /^!?\[\[([^\]|#]+)[^\]]*\]\]$|^\[[^\]]*\]\(([^)\s]+)\)$/;

export function addFromDrop(view: CanvasView, evt: DragEvent): void {
	const text = evt.dataTransfer?.getData("text/plain").trim() ?? "";
	if (text === "" || evt.defaultPrevented || !view.canEdit) return;
	evt.preventDefault();
	const at = view.viewport.toCanvas(evt.clientX, evt.clientY);
	const lines = text
		.split("\n")
		.map((line) => line.replace(/^[-*]\s+/, "").trim())
		.filter((line) => line !== "");
	const files = lines.map((line) => fileFor(view, line));
	if (files.every((path) => path !== null)) {
		// Several at once lie side by side.
		files.forEach((path, index) => addNote(view, path, { x: at.x + index * 420, y: at.y }));
		return;
	}
	if (/^https?:\/\/\S+$/.test(text))
		view.add({
			type: "link",
			url: text,
			x: Math.round(at.x - 200),
			y: Math.round(at.y - 150),
			width: 400,
			height: 300,
		});
	else
		view.add({
			type: "text",
			text,
			x: Math.round(at.x - 125),
			y: Math.round(at.y - 60),
			width: 250,
			height: 120,
		});
}

function fileFor(view: CanvasView, line: string): string | null {
	const match = LINK.exec(line);
	const target = match?.[1] ?? (match?.[2] === undefined ? line : decoded(match[2]));
	const file =
		view.app.vault.getFileByPath(target) ??
		(match === null
			? null
			: view.app.metadataCache.getFirstLinkpathDest(target, view.file?.path ?? ""));
	return file?.path ?? null;
}

function decoded(link: string): string {
	try {
		return decodeURIComponent(link);
	} catch {
		return link; // a lone % is text
	}
}
