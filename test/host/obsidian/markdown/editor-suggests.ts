/** Asks the registered suggesters while a person types, and shows what the first one offers. */
import type { EditorView, ViewUpdate } from "@codemirror/view";
import type { App } from "../app";
import type { TFile } from "../files";
import { EditorSuggest, showAt } from "../popover-suggest";
import { host } from "../private-names";
import type { Editor } from "./editor";

export class EditorSuggests {
	#open: EditorSuggest<unknown> | null = null;
	#asked = 0;

	constructor(
		private readonly app: App,
		private readonly editor: () => Editor,
		private readonly file: () => TFile | null,
	) {}

	follow(update: ViewUpdate): void {
		const isTyped = update.transactions.some(
			(tr) => tr.isUserEvent("input.type") || tr.isUserEvent("delete"),
		);
		if (update.docChanged && isTyped) void this.#ask(update.view);
		else if (update.docChanged || (update.selectionSet && this.#open !== null)) this.close();
	}

	close(): void {
		this.#open?.close();
		this.#open = null;
	}

	async #ask(view: EditorView): Promise<void> {
		const turn = ++this.#asked;
		const editor = this.editor();
		const file = this.file();
		for (const suggest of this.app[host].editorSuggests) {
			if (file === null || !(suggest instanceof EditorSuggest)) continue;
			const found = suggest.onTrigger(editor.getCursor(), editor, file);
			if (found === null) continue;
			suggest.context = { ...found, editor, file };
			const values = await suggest.getSuggestions(suggest.context);
			if (turn !== this.#asked) return;
			if (this.#open !== suggest) this.close();
			this.#open = suggest as EditorSuggest<unknown>;
			const place = view.coordsAtPos(editor.posToOffset(found.start));
			if (place !== null) suggest[showAt](values.slice(0, suggest.limit), place);
			return;
		}
		this.close();
	}
}
