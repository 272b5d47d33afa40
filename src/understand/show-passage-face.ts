import { MarkdownView, type App } from "obsidian";
import type { Anchor } from "../text/anchor";
import { anchorOf, passagePlace } from "./passage-place";

/** The selected words of a source; in the reading view without a place in its text. */
export function selectedPassage(view: MarkdownView): Readonly<{ passage: string; anchor: Anchor | null }> {
	if (view.getMode() === "source") {
		const { editor } = view;
		const selected = editor.getSelection();
		const passage = selected.trim();
		if (passage === "") return { passage, anchor: null };
		const from = editor.posToOffset(editor.getCursor("from")) + selected.length - selected.trimStart().length;
		return { passage, anchor: anchorOf(editor.getValue(), { from, to: from + passage.length }) };
	}
	const selection = view.contentEl.win.getSelection();
	const isHere = view.contentEl.contains(selection?.anchorNode ?? null);
	return { passage: isHere ? (selection?.toString().trim() ?? "") : "", anchor: null };
}

/** Shows the note and selects the words in it. False: they stand there no more. */
export async function showPassage(app: App, path: string, passage: string, anchor: Anchor | null): Promise<boolean> {
	const file = app.vault.getFileByPath(path);
	if (file === null) return false;
	const { workspace } = app;
	const open = workspace.getLeavesOfType("markdown").find(({ view }) => view instanceof MarkdownView && view.file === file);
	const leaf = open ?? workspace.getLeaf("tab");
	if (open === undefined) await leaf.openFile(file);
	await workspace.revealLeaf(leaf);
	workspace.setActiveLeaf(leaf, { focus: true });
	if (!(leaf.view instanceof MarkdownView) || passage === "") return true;
	const { editor } = leaf.view;
	const place = passagePlace(editor.getValue(), passage, anchor);
	if (place === null) return false;
	const [from, to] = [editor.offsetToPos(place.from), editor.offsetToPos(place.to)];
	if (leaf.view.getMode() === "preview") {
		leaf.view.setEphemeralState({ line: from.line });
		return true;
	}
	editor.setSelection(from, to);
	editor.scrollIntoView({ from, to }, true);
	editor.focus();
	return true;
}
