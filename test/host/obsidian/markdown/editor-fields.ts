/**
 * The three state fields the app puts into every Markdown editor, so that an editor extension
 * can find its note, its view and its mode. Names and types: obsidian.d.ts 1.13.1.
 */
import { StateEffect, StateField } from "@codemirror/state";
import type { Extension } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import type { MarkdownFileInfo } from "obsidian";

const setEditorView = StateEffect.define<EditorView>();
export const setLivePreview = StateEffect.define<boolean>();

/** The view (or embed) an editor belongs to; read by `state.field(editorInfoField)`. */
export const editorInfoField = StateField.define<MarkdownFileInfo>({
	create: () => unset("editorInfoField"),
	update: (info) => info,
});

/** Deprecated twin of `editorInfoField`, the same object. */
export const editorViewField = editorInfoField;

/** The `EditorView` of this state. */
export const editorEditorField = StateField.define<EditorView>({
	create: () => unset("editorEditorField"),
	update: (view, tr) => tr.effects.find((effect) => effect.is(setEditorView))?.value ?? view,
});

/** True in Live Preview, false in source mode. */
export const editorLivePreviewField = StateField.define<boolean>({
	create: () => false,
	update: (live, tr) => {
		for (const effect of tr.effects) if (effect.is(setLivePreview)) return effect.value;
		return live;
	},
});

/** The fields with their values for one editor. `view` is a function: it exists only after the state. */
export function editorFields(
	info: MarkdownFileInfo,
	view: () => EditorView,
	livePreview: boolean,
): Extension {
	return [
		editorInfoField.init(() => info),
		editorEditorField.init(view),
		editorLivePreviewField.init(() => livePreview),
	];
}

function unset(name: string): never {
	throw new Error(`${name} is only set in the editors of Markdown views`);
}
