/**
 * Live Preview draws some blocks instead of showing their source while the cursor is elsewhere:
 * code blocks a plugin registered, callouts, tables, display math, and embeds on a line of their own.
 */
import { syntaxTree } from "@codemirror/language";
import { StateField } from "@codemirror/state";
import type { EditorState, Extension, Range } from "@codemirror/state";
import { Decoration, EditorView, WidgetType } from "@codemirror/view";
import type { DecorationSet } from "@codemirror/view";
import type { SyntaxNode } from "@lezer/common";
import type { App } from "../app";
import { Component } from "../component";
import { editorInfoField, editorLivePreviewField } from "./editor-fields";
import { isDrawn } from "./post-processors";
import { redrawBlocks } from "./redraw-blocks";
import { renderMarkdownInto } from "./render-markdown";

class RenderedBlock extends WidgetType {
	#life = new Component();

	constructor(
		readonly text: string,
		readonly kind: string,
		readonly sourcePath: string,
		readonly app: App,
	) {
		super();
	}

	override eq(other: RenderedBlock): boolean {
		return (
			other.text === this.text &&
			other.kind === this.kind &&
			other.sourcePath === this.sourcePath
		);
	}

	toDOM(view: EditorView): HTMLElement {
		const el = view.dom.ownerDocument.createElement("div");
		el.className = `cm-embed-block markdown-rendered cm-${this.kind}`;
		el.contentEditable = "false";
		this.#life.load();
		const job = {
			app: this.app,
			text: this.text,
			sourcePath: this.sourcePath,
			component: this.#life,
			depth: 0,
		};
		void renderMarkdownInto(el, job).then(() => view.requestMeasure());
		const edit = el.appendChild(view.dom.ownerDocument.createElement("div"));
		edit.className = "edit-block-button";
		edit.setAttribute("aria-label", "Edit this block");
		edit.textContent = "</>";
		edit.addEventListener("mousedown", (evt) => {
			evt.preventDefault();
			view.dispatch({ selection: { anchor: view.posAtDOM(el) } });
			view.focus();
		});
		return el;
	}

	override destroy(): void {
		this.#life.unload();
	}

	/** Clicks belong to what is drawn; a click on plain text of it puts the cursor in. */
	override ignoreEvent(): boolean {
		return true;
	}
}

const blocks = StateField.define<DecorationSet>({
	create: drawnBlocks,
	update: (value, tr) => {
		const isMode =
			tr.startState.field(editorLivePreviewField) !== tr.state.field(editorLivePreviewField);
		const isParsed = syntaxTree(tr.startState) !== syntaxTree(tr.state);
		const isAsked = tr.effects.some((effect) => effect.is(redrawBlocks));
		return tr.docChanged || tr.selection !== undefined || isMode || isParsed || isAsked
			? drawnBlocks(tr.state)
			: value;
	},
	provide: (field) => EditorView.decorations.from(field),
});

function drawnBlocks(state: EditorState): DecorationSet {
	if (!state.field(editorLivePreviewField)) return Decoration.none;
	const info = state.field(editorInfoField);
	const found: Range<Decoration>[] = [];
	const app = info.app as unknown as App;
	const { topNode } = syntaxTree(state);
	for (let node = topNode.firstChild; node !== null; node = node.nextSibling) {
		const kind = kindOf(state, node);
		if (kind === null) continue;
		const from = state.doc.lineAt(node.from).from;
		const { to } = state.doc.lineAt(node.to);
		if (state.selection.ranges.some((range) => range.from <= to && range.to >= from)) continue;
		const widget = new RenderedBlock(
			state.sliceDoc(from, to),
			kind,
			info.file?.path ?? "",
			app,
		);
		found.push(Decoration.replace({ widget, block: true }).range(from, to));
	}
	return Decoration.set(found, true);
}

function kindOf(state: EditorState, node: SyntaxNode): string | null {
	const text = (): string => state.sliceDoc(node.from, node.to);
	switch (node.name) {
		case "FencedCode": {
			const info = node.getChild("CodeInfo");
			const language =
				info === null ? "" : (state.sliceDoc(info.from, info.to).split(/\s/)[0] ?? "");
			return isDrawn(language) ? "preview-code-block" : null;
		}
		case "Blockquote":
			return /^\s{0,3}>[ \t]?\[![^\]\n]+\]/.test(text()) ? "callout" : null;
		case "Table":
			return "table-widget";
		case "MathBlock":
			return "math";
		case "Paragraph":
			return /^!\[\[[^\]\n]+\]\]$|^!\[[^\]\n]*\]\([^)\n]+\)$/.test(text().trim())
				? "embed"
				: null;
		default:
			return null;
	}
}

export const renderedBlocks: Extension = blocks;
