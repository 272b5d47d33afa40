import type { Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { editorInfoField } from "obsidian";

/** Tells who listens that the cursor of some note rests. No work is done per key but starting a timer anew. */
export class CursorRest {
	/** UI.md §4.6. */
	private static readonly REST_MS = 150;
	private readonly listeners = new Set<(path: string) => void>();
	private timer: number | null = null;

	/** The editor extension that feeds this. */
	extension(): Extension {
		return EditorView.updateListener.of((update) => {
			if (!update.selectionSet && !update.docChanged) return;
			const path = update.state.field(editorInfoField, false)?.file?.path;
			if (path === undefined || this.listeners.size === 0) return;
			const { win } = update.view.dom;
			if (this.timer !== null) win.clearTimeout(this.timer);
			this.timer = win.setTimeout(() => {
				this.timer = null;
				for (const listener of [...this.listeners]) listener(path);
			}, CursorRest.REST_MS);
		});
	}

	onRest(listener: (path: string) => void): () => void {
		this.listeners.add(listener);
		return () => this.listeners.delete(listener);
	}
}
