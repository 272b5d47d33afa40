import { MarkdownView, type App, type Editor, type TFile } from "obsidian";

/** Opens the note and selects the words, as near to where they stood as they still are. */
export async function openPlace(
	app: App,
	file: TFile,
	quote: string,
	offset: number,
): Promise<void> {
	const open = app.workspace
		.getLeavesOfType("markdown")
		.find(({ view }) => view instanceof MarkdownView && view.file === file);
	const leaf = open ?? app.workspace.getLeaf(false);
	if (open === undefined) await leaf.openFile(file);
	await app.workspace.revealLeaf(leaf);
	if (leaf.view instanceof MarkdownView)
		selectNear(leaf.view.editor, quote.replace(/…$/, ""), offset);
}

function selectNear(editor: Editor, quote: string, offset: number): void {
	const text = editor.getValue();
	const near = text.indexOf(quote, Math.max(0, offset));
	const at = near === -1 ? text.indexOf(quote) : near;
	const from = editor.offsetToPos(at === -1 ? Math.min(offset, text.length) : at);
	const to = at === -1 ? from : editor.offsetToPos(at + quote.length);
	editor.setSelection(from, to);
	editor.scrollIntoView({ from, to }, true);
	editor.focus();
}
