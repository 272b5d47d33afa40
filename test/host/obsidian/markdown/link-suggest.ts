import type { App } from "../app";
import type { TFile } from "../files";
import {
	EditorSuggest,
	type EditorSuggestContext,
	type EditorSuggestTriggerInfo,
} from "../popover-suggest";
import { prepareFuzzySearch } from "../search";
import type { Editor } from "./editor";

/** `[[` offers the files of the vault. */
export class LinkSuggest extends EditorSuggest<TFile> {
	override limit = 20;

	constructor(app: App) {
		super(app);
	}

	onTrigger(
		cursor: { line: number; ch: number },
		editor: Editor,
	): EditorSuggestTriggerInfo | null {
		const before = editor.getLine(cursor.line).slice(0, cursor.ch);
		const open = before.lastIndexOf("[[");
		const query = before.slice(open + 2);
		if (open === -1 || /[\]|#]/.test(query)) return null;
		return { start: { line: cursor.line, ch: open + 2 }, end: cursor, query };
	}

	getSuggestions({ query }: EditorSuggestContext): TFile[] {
		const search = prepareFuzzySearch(query);
		return this.app.vault
			.getFiles()
			.map((file) => ({ file, found: search(file.path) }))
			.filter(({ found }) => query === "" || found !== null)
			.sort(
				(a, b) =>
					(b.found?.score ?? 0) - (a.found?.score ?? 0) ||
					b.file.stat.mtime - a.file.stat.mtime,
			)
			.map(({ file }) => file);
	}

	renderSuggestion(file: TFile, el: HTMLElement): void {
		el.addClass("mod-complex");
		const content = el.createDiv({ cls: "suggestion-content" });
		content.createDiv({
			cls: "suggestion-title",
			text: file.extension === "md" ? file.basename : file.name,
		});
		if (file.parent !== null && !file.parent.isRoot())
			content.createDiv({ cls: "suggestion-note", text: `${file.parent.path}/` });
	}

	selectSuggestion(file: TFile): void {
		const { context } = this;
		if (context === null) return;
		const { editor, start, end } = context;
		const link = this.app.metadataCache.fileToLinktext(file, context.file.path, true);
		const rest = editor.getLine(end.line).slice(end.ch);
		const closes = rest.startsWith("]]");
		editor.replaceRange(closes ? link : `${link}]]`, start, end);
		editor.setCursor({ line: start.line, ch: start.ch + link.length + 2 });
		this.close();
	}
}
