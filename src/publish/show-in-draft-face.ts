import { MarkdownView, type TFile, type WorkspaceLeaf } from "obsidian";
import type { PublishParts } from "./publish-parts";

/** Opens the draft's editor with the cursor at `offset`, a UTF-16 offset of the file. */
export async function showInDraft(
	parts: PublishParts,
	file: TFile,
	leaf: WorkspaceLeaf | null,
	offset: number,
): Promise<void> {
	const target = leaf ?? parts.app.workspace.getLeaf("tab");
	const isThere = target.view instanceof MarkdownView && target.view.file?.path === file.path && target.view.getMode() === "source";
	if (!isThere) await target.setViewState({ type: "markdown", active: true, state: { file: file.path, mode: "source" } });
	if (!(target.view instanceof MarkdownView)) return;
	const { editor } = target.view;
	const position = editor.offsetToPos(offset);
	editor.setCursor(position);
	editor.scrollIntoView({ from: position, to: position }, true);
	editor.focus();
}
