/**
 * How the editor looks: every mode gets the app's line and span classes; Live Preview also hides
 * marks (`**`, `[[`, `#` …) wherever the selection is not. The text itself is never changed.
 */
import { syntaxTree } from "@codemirror/language";
import { RangeSetBuilder, StateField } from "@codemirror/state";
import type { EditorState, Extension, Range } from "@codemirror/state";
import { Decoration, EditorView, ViewPlugin, WidgetType } from "@codemirror/view";
import type { DecorationSet, ViewUpdate } from "@codemirror/view";
import type { SyntaxNodeRef } from "@lezer/common";
import { editorLivePreviewField } from "./editor-fields";
import { frontmatterEnd } from "./frontmatter-end";

// One class list a node: the names themes and plugins know from the app.
const SPANS: Readonly<Record<string, string>> = {
	StrongEmphasis: "cm-strong",
	Emphasis: "cm-em",
	Strikethrough: "cm-strikethrough",
	InlineCode: "cm-inline-code",
	Link: "cm-link",
	Image: "cm-link cm-image",
	URL: "cm-url",
	Wikilink: "cm-hmd-internal-link",
	Embed: "cm-hmd-internal-link cm-hmd-embed",
	Highlight: "cm-highlight",
	InlineComment: "cm-comment",
	FootnoteMark: "cm-footref",
	Hashtag: "cm-hashtag",
	InlineMath: "cm-math",
	HTMLTag: "cm-html",
};

const LINES: Readonly<Record<string, string>> = {
	ATXHeading1: "HyperMD-header HyperMD-header-1 cm-header cm-header-1",
	ATXHeading2: "HyperMD-header HyperMD-header-2 cm-header cm-header-2",
	ATXHeading3: "HyperMD-header HyperMD-header-3 cm-header cm-header-3",
	ATXHeading4: "HyperMD-header HyperMD-header-4 cm-header cm-header-4",
	ATXHeading5: "HyperMD-header HyperMD-header-5 cm-header cm-header-5",
	ATXHeading6: "HyperMD-header HyperMD-header-6 cm-header cm-header-6",
	SetextHeading1: "HyperMD-header HyperMD-header-1 cm-header cm-header-1",
	SetextHeading2: "HyperMD-header HyperMD-header-2 cm-header cm-header-2",
	FencedCode: "HyperMD-codeblock",
	CodeBlock: "HyperMD-codeblock",
	Blockquote: "HyperMD-quote",
	ListItem: "HyperMD-list-line",
	Table: "HyperMD-table-row",
	CommentBlock: "cm-comment",
	MathBlock: "cm-math",
	Frontmatter: "cm-hmd-frontmatter",
	HorizontalRule: "HyperMD-hr",
};

const MARKS = new Set([
	"HeaderMark",
	"EmphasisMark",
	"StrikethroughMark",
	"CodeMark",
	"LinkMark",
	"WikilinkMark",
	"HighlightMark",
	"QuoteMark",
	"URL",
	"LinkTitle",
]);

class Bullet extends WidgetType {
	override eq(): boolean {
		return true;
	}
	toDOM(view: EditorView): HTMLElement {
		const el = view.dom.ownerDocument.createElement("span");
		el.className = "list-bullet";
		el.textContent = "•";
		return el;
	}
}

class TaskBox extends WidgetType {
	constructor(readonly done: boolean) {
		super();
	}
	override eq(other: TaskBox): boolean {
		return other.done === this.done;
	}
	toDOM(view: EditorView): HTMLElement {
		const box = view.dom.ownerDocument.createElement("input");
		box.type = "checkbox";
		box.className = "task-list-item-checkbox";
		box.checked = this.done;
		box.addEventListener("click", (evt) => {
			evt.preventDefault();
			const at = view.posAtDOM(box);
			view.dispatch({
				changes: { from: at + 1, to: at + 2, insert: this.done ? " " : "x" },
				userEvent: "input",
			});
		});
		return box;
	}
	override ignoreEvent(): boolean {
		return true;
	}
}

const hidden = Decoration.replace({});

function decorate(view: EditorView): DecorationSet {
	const { state } = view;
	const live = state.field(editorLivePreviewField);
	// Where nobody writes, nothing is touched: a tab that opens without the focus looks as it reads ([M]).
	const hasCursor = view.root.activeElement === view.contentDOM;
	const lines = new Map<number, Set<string>>();
	const spans: Range<Decoration>[] = [];
	for (const { from, to } of view.visibleRanges) {
		syntaxTree(state).iterate({
			from,
			to,
			enter: (node) => {
				const lineClass = LINES[node.name];
				if (lineClass !== undefined) markLines(state, node, lineClass, from, to, lines);
				const spanClass = SPANS[node.name];
				if (spanClass !== undefined && node.from < node.to)
					spans.push(Decoration.mark({ class: spanClass }).range(node.from, node.to));
				if (live && !(hasCursor && isTouched(state, node))) spans.push(...conceal(state, node));
			},
		});
	}
	for (const [at, classes] of lines)
		spans.push(Decoration.line({ class: [...classes].join(" ") }).range(at));
	return Decoration.set(spans, true);
}

/** What Live Preview puts in place of a node the selection does not touch. */
function conceal(state: EditorState, node: SyntaxNodeRef): Range<Decoration>[] {
	const parent = node.node.parent;
	if (node.name === "ListMark") {
		const text = state.sliceDoc(node.from, node.to);
		const isTask = /^ \[[^\]]\]/.test(state.sliceDoc(node.to, node.to + 4));
		if (isTask) return [hidden.range(node.from, node.to + 1)];
		return /\d/.test(text)
			? []
			: [Decoration.replace({ widget: new Bullet() }).range(node.from, node.to)];
	}
	if (node.name === "TaskMarker") {
		const done = state.sliceDoc(node.from + 1, node.to - 1) !== " ";
		return [Decoration.replace({ widget: new TaskBox(done) }).range(node.from, node.to)];
	}
	if (node.name === "FootnoteMark" && state.sliceDoc(node.to, node.to + 1) !== ":")
		return [hidden.range(node.from, node.from + 2), hidden.range(node.to - 1, node.to)];
	if (node.name === "WikilinkTarget") {
		const hasAlias = parent?.getChild("WikilinkAlias") != null;
		return hasAlias ? [hidden.range(node.from, node.to)] : [];
	}
	if (!MARKS.has(node.name)) return [];
	// A bare link or an autolink is its own text; a fence stays, faint, so that its language shows.
	if (node.name === "URL" && parent?.name !== "Link") return [];
	if (node.name === "CodeMark" && parent?.name !== "InlineCode") return [];
	if (node.name === "LinkMark" && parent?.name === "Image") return [];
	const blankAfter =
		node.name === "HeaderMark" && /[ \t]/.test(state.sliceDoc(node.to, node.to + 1));
	const isBlock = node.name === "HeaderMark" || node.name === "QuoteMark";
	if (isBlock && node.from === node.to) return [];
	return [hidden.range(node.from, node.to + (blankAfter ? 1 : 0))];
}

/** Block marks come back when the cursor is on their line, inline ones when it touches their span. */
function isTouched(state: EditorState, node: SyntaxNodeRef): boolean {
	const byLine = ["HeaderMark", "QuoteMark", "ListMark", "TaskMarker"].includes(node.name);
	const owner = byLine ? state.doc.lineAt(node.from) : ownerOf(node);
	return state.selection.ranges.some((range) => range.from <= owner.to && range.to >= owner.from);
}

function ownerOf(node: SyntaxNodeRef): { from: number; to: number } {
	const parent = node.node.parent;
	return parent !== null && (MARKS.has(node.name) || node.name.startsWith("Wikilink"))
		? parent
		: node;
}

function markLines(
	state: EditorState,
	node: SyntaxNodeRef,
	classes: string,
	from: number,
	to: number,
	into: Map<number, Set<string>>,
): void {
	const last = state.doc.lineAt(Math.min(node.to, to)).number;
	const firstOfNode = state.doc.lineAt(node.from).number;
	for (let n = state.doc.lineAt(Math.max(node.from, from)).number; n <= last; n++) {
		const at = state.doc.line(n).from;
		const set = into.get(at) ?? new Set<string>();
		into.set(at, set.add(classes));
		if (node.name !== "FencedCode") continue;
		if (n === firstOfNode) set.add("HyperMD-codeblock-begin");
		if (n === state.doc.lineAt(node.to).number) set.add("HyperMD-codeblock-end");
	}
}

const looks = ViewPlugin.fromClass(
	class {
		decorations: DecorationSet;
		constructor(view: EditorView) {
			this.decorations = decorate(view);
		}
		update(update: ViewUpdate): void {
			const parsed = syntaxTree(update.startState) !== syntaxTree(update.state);
			const mode =
				update.startState.field(editorLivePreviewField) !==
				update.state.field(editorLivePreviewField);
			if (
				update.docChanged ||
				update.viewportChanged ||
				update.selectionSet ||
				update.focusChanged ||
				parsed ||
				mode
			)
				this.decorations = decorate(update.view);
		}
	},
	{ decorations: (plugin) => plugin.decorations },
);

/** In Live Preview the Properties block above the text stands for the frontmatter. */
const foldedFrontmatter = StateField.define<DecorationSet>({
	create: foldFrontmatter,
	update: (value, tr) => {
		const mode =
			tr.startState.field(editorLivePreviewField) !== tr.state.field(editorLivePreviewField);
		return tr.docChanged || mode ? foldFrontmatter(tr.state) : value;
	},
	provide: (field) => [
		EditorView.decorations.from(field),
		EditorView.atomicRanges.of((view) => view.state.field(field)),
	],
});

function foldFrontmatter(state: EditorState): DecorationSet {
	const builder = new RangeSetBuilder<Decoration>();
	const end = state.field(editorLivePreviewField) ? frontmatterEnd(state.doc.toString()) : 0;
	// The line break before the text stays outside, or the first line would join the fold.
	const to = end === state.doc.length ? end : end - 1;
	if (to > 0) builder.add(0, to, Decoration.replace({ block: true }));
	return builder.finish();
}

export const livePreview: Extension = [looks, foldedFrontmatter];
