import type { Editor } from "obsidian";
import { parseCanvas } from "../outline/canvas-document";
import { readOutline, type Outline } from "../outline/outline";
import type { ProjectHead } from "./draft-files";
import type { DraftParts } from "./draft-parts";
import type { PassageShelf } from "./passage-shelf";
import { sectionState, type SectionState } from "./section-state";

/** The project's outline; null where there is none or it can't be read. */
export async function outlineOf({ vault }: DraftParts, project: ProjectHead): Promise<Outline | null> {
	const text = project.outline === null ? null : await vault.read(project.outline);
	const canvas = text?.ok === true ? parseCanvas(text.value) : null;
	return canvas?.ok === true ? readOutline(canvas.value) : null;
}

/** Where to look: the draft in this editor, at the held place or the cursor. */
export type SectionPlace = Readonly<{ editor: Editor; path: string; outline: Outline | null; pinned: number | null }>;

/** The section of a place as the draft, its outline and its sources have it now. */
export function sectionOf({ app, sources }: DraftParts, shelf: PassageShelf, { editor, path, outline, pinned }: SectionPlace): SectionState {
	return sectionState({
		draft: editor.getValue(),
		offset: pinned ?? editor.posToOffset(editor.getCursor()),
		outline,
		resolve: (target) => (app.vault.getFileByPath(target) ?? app.metadataCache.getFirstLinkpathDest(target, path))?.path ?? null,
		source: (each) => sources.get(each),
		passages: (each) => shelf.get(each),
	});
}
