/** What every Markdown editor is made of: language, looks, history, keys and the plugins' extensions. */
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { markdown, markdownKeymap, markdownLanguage } from "@codemirror/lang-markdown";
import { foldService, indentUnit } from "@codemirror/language";
import { highlightSelectionMatches, searchKeymap } from "@codemirror/search";
import { EditorState, Prec } from "@codemirror/state";
import type { ViewUpdate } from "@codemirror/view";
import type { Extension } from "@codemirror/state";
import { drawSelection, dropCursor, EditorView, keymap } from "@codemirror/view";
import { pluginExtensions } from "./editor-extensions";
import { livePreview } from "./live-preview";
import { obsidianSyntax } from "./obsidian-syntax";
import { renderedBlocks } from "./rendered-blocks";

/** Hooks of one editor into its view. */
export type EditorHooks = Readonly<{
	fields: Extension;
	onUpdate: (update: ViewUpdate) => void;
	onPaste: (evt: ClipboardEvent) => void;
	onDrop: (evt: DragEvent) => void;
}>;

/** `cursor` is where it starts: after frontmatter that Live Preview hides. */
export function editorState(doc: string, cursor: number, hooks: EditorHooks): EditorState {
	return EditorState.create({
		doc,
		selection: { anchor: Math.min(cursor, doc.replaceAll("\r\n", "\n").length) },
		extensions: [
			hooks.fields,
			pluginExtensions(),
			Prec.high(keymap.of(markdownKeymap)),
			history(),
			drawSelection(),
			dropCursor(),
			EditorState.allowMultipleSelections.of(true),
			EditorView.lineWrapping,
			indentUnit.of("\t"),
			EditorState.tabSize.of(4),
			markdown({
				base: markdownLanguage,
				extensions: obsidianSyntax,
				completeHTMLTags: false,
			}),
			livePreview,
			renderedBlocks,
			headingFolds,
			highlightSelectionMatches(),
			keymap.of([...defaultKeymap, ...historyKeymap, ...searchKeymap, indentWithTab]),
			EditorView.contentAttributes.of({
				spellcheck: "false",
				autocorrect: "on",
				translate: "no",
			}),
			EditorView.updateListener.of(hooks.onUpdate),
			EditorView.domEventHandlers({
				paste: (evt) => (hooks.onPaste(evt), evt.defaultPrevented),
				drop: (evt) => (hooks.onDrop(evt), evt.defaultPrevented),
			}),
		],
	});
}

/** A heading folds everything up to the next of its level, as in the app. */
const headingFolds = foldService.of((state, from) => {
	const line = state.doc.lineAt(from);
	const level = /^#{1,6}(?=\s)/.exec(line.text)?.[0].length;
	if (level === undefined) return null;
	let last = line.number;
	while (last < state.doc.lines) {
		const next = /^#{1,6}(?=\s)/.exec(state.doc.line(last + 1).text)?.[0].length;
		if (next !== undefined && next <= level) break;
		last += 1;
	}
	const end = state.doc.line(last).to;
	return end > line.to ? { from: line.to, to: end } : null;
});
