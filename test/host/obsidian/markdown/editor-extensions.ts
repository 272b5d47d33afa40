/**
 * Editor extensions that plugins registered, and the open editors that carry them.
 * `Plugin.registerEditorExtension` calls add and remove, `Workspace.updateOptions` the update.
 */
import { Compartment } from "@codemirror/state";
import type { Extension } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import { redrawBlocks } from "./redraw-blocks";

const registered: Extension[] = [];
const openEditors = new Set<EditorView>();
const fromPlugins = new Compartment();

/** An array may be changed later by its owner: it is read anew at every `updateEditorOptions`. */
export function addEditorExtension(extension: Extension): void {
	registered.push(extension);
	updateEditorOptions();
}

export function removeEditorExtension(extension: Extension): void {
	const at = registered.indexOf(extension);
	if (at !== -1) registered.splice(at, 1);
	updateEditorOptions();
}

export function updateEditorOptions(): void {
	for (const view of openEditors)
		view.dispatch({
			effects: [fromPlugins.reconfigure(copied(registered)), redrawBlocks.of(null)],
		});
}

/** For the state of a new editor. */
export function pluginExtensions(): Extension {
	return fromPlugins.of(copied(registered));
}

/** Returns what ends the tracking. */
export function trackEditor(view: EditorView): () => void {
	openEditors.add(view);
	return () => openEditors.delete(view);
}

// CodeMirror skips a reconfiguration whose arrays are the ones it knows, though their content changed.
function copied(extension: Extension): Extension {
	return Array.isArray(extension) ? extension.map(copied) : extension;
}
