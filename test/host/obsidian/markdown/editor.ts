/**
 * The documented `Editor` over a CodeMirror 6 view. Positions are `{line, ch}` counted from 0,
 * `ch` in UTF-16 units; positions outside the text are moved to its nearest end, as the app does.
 */
import {
	indentLess,
	indentMore,
	isolateHistory,
	moveLineDown,
	moveLineUp,
	redo,
	undo,
} from "@codemirror/commands";
import * as commands from "@codemirror/commands";
import { foldAll, toggleFold, unfoldAll } from "@codemirror/language";
import { EditorSelection } from "@codemirror/state";
import type { ChangeSpec, TransactionSpec } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import type { Command } from "@codemirror/view";
import type * as obsidian from "obsidian";

type Position = obsidian.EditorPosition;

/** The class plugins see; only Markdown views make one. */
export abstract class Editor {
	abstract refresh(): void;
	abstract getValue(): string;
	abstract setValue(content: string): void;
	abstract getLine(line: number): string;
	abstract lineCount(): number;
	abstract lastLine(): number;
	abstract getSelection(): string;
	abstract getRange(from: Position, to: Position): string;
	abstract replaceSelection(replacement: string, origin?: string): void;
	abstract replaceRange(
		replacement: string,
		from: Position,
		to?: Position,
		origin?: string,
	): void;
	abstract getCursor(side?: "from" | "to" | "head" | "anchor"): Position;
	abstract listSelections(): obsidian.EditorSelection[];
	abstract setSelection(anchor: Position, head?: Position): void;
	abstract setSelections(ranges: obsidian.EditorSelectionOrCaret[], main?: number): void;
	abstract focus(): void;
	abstract blur(): void;
	abstract hasFocus(): boolean;
	abstract getScrollInfo(): { top: number; left: number };
	abstract scrollTo(x?: number | null, y?: number | null): void;
	abstract scrollIntoView(range: obsidian.EditorRange, center?: boolean): void;
	abstract undo(): void;
	abstract redo(): void;
	abstract exec(command: obsidian.EditorCommandName): void;
	abstract transaction(tx: obsidian.EditorTransaction, origin?: string): void;
	abstract wordAt(pos: Position): obsidian.EditorRange | null;
	abstract posToOffset(pos: Position): number;
	abstract offsetToPos(offset: number): Position;

	getDoc(): this {
		return this;
	}

	setLine(n: number, text: string): void {
		this.replaceRange(text, { line: n, ch: 0 }, { line: n, ch: this.getLine(n).length });
	}

	somethingSelected(): boolean {
		return this.listSelections().some(
			({ anchor, head }) => anchor.line !== head.line || anchor.ch !== head.ch,
		);
	}

	setCursor(pos: Position | number, ch?: number): void {
		this.setSelection(typeof pos === "number" ? { line: pos, ch: ch ?? 0 } : pos);
	}

	processLines<T>(
		read: (line: number, lineText: string) => T | null,
		write: (line: number, lineText: string, value: T | null) => obsidian.EditorChange | void,
		ignoreEmpty = true,
	): void {
		const lines = new Set<number>();
		for (const { anchor, head } of this.listSelections()) {
			const [first, last] =
				anchor.line < head.line ? [anchor.line, head.line] : [head.line, anchor.line];
			for (let line = first; line <= last; line++) lines.add(line);
		}
		const wanted = [...lines]
			.sort((a, b) => a - b)
			.filter((line) => !ignoreEmpty || this.getLine(line).trim() !== "");
		const values = wanted.map((line) => read(line, this.getLine(line)));
		const changes = wanted.flatMap(
			(line, i) => write(line, this.getLine(line), values[i] ?? null) ?? [],
		);
		if (changes.length > 0) this.transaction({ changes });
	}
}

const COMMANDS: Readonly<Record<obsidian.EditorCommandName, Command>> = {
	goUp: commands.cursorLineUp,
	goDown: commands.cursorLineDown,
	goLeft: commands.cursorCharLeft,
	goRight: commands.cursorCharRight,
	goStart: commands.cursorDocStart,
	goEnd: commands.cursorDocEnd,
	goWordLeft: commands.cursorGroupLeft,
	goWordRight: commands.cursorGroupRight,
	indentMore,
	indentLess,
	newlineAndIndent: commands.insertNewlineAndIndent,
	swapLineUp: moveLineUp,
	swapLineDown: moveLineDown,
	deleteLine: commands.deleteLine,
	toggleFold,
	foldAll,
	unfoldAll,
};

/**
 * `cm` is the live `EditorView`: not in the type declarations, but documented for editor
 * extensions ("Communicate with editor extensions"), which reach it by `editor.cm`.
 */
export class CodeMirrorEditor extends Editor {
	constructor(readonly cm: EditorView) {
		super();
	}

	refresh(): void {
		this.cm.requestMeasure();
	}

	getValue(): string {
		return this.cm.state.doc.toString();
	}

	setValue(content: string): void {
		this.change({ changes: { from: 0, to: this.cm.state.doc.length, insert: content } });
	}

	getLine(line: number): string {
		const { doc } = this.cm.state;
		return line < 0 || line >= doc.lines ? "" : doc.line(line + 1).text;
	}

	lineCount(): number {
		return this.cm.state.doc.lines;
	}

	lastLine(): number {
		return this.lineCount() - 1;
	}

	getSelection(): string {
		const { state } = this.cm;
		return state.selection.ranges
			.map((range) => state.sliceDoc(range.from, range.to))
			.join("\n");
	}

	getRange(from: Position, to: Position): string {
		return this.cm.state.sliceDoc(this.posToOffset(from), this.posToOffset(to));
	}

	replaceSelection(replacement: string, origin?: string): void {
		this.change(this.cm.state.replaceSelection(replacement), origin);
	}

	replaceRange(replacement: string, from: Position, to: Position = from, origin?: string): void {
		const changes = {
			from: this.posToOffset(from),
			to: this.posToOffset(to),
			insert: replacement,
		};
		this.change({ changes }, origin);
	}

	getCursor(side: "from" | "to" | "head" | "anchor" = "head"): Position {
		return this.offsetToPos(this.cm.state.selection.main[side]);
	}

	listSelections(): obsidian.EditorSelection[] {
		return this.cm.state.selection.ranges.map((range) => ({
			anchor: this.offsetToPos(range.anchor),
			head: this.offsetToPos(range.head),
		}));
	}

	setSelection(anchor: Position, head: Position = anchor): void {
		this.setSelections([{ anchor, head }]);
	}

	setSelections(ranges: obsidian.EditorSelectionOrCaret[], main = 0): void {
		this.cm.dispatch({
			selection: EditorSelection.create(
				ranges.map(({ anchor, head }) =>
					EditorSelection.range(
						this.posToOffset(anchor),
						this.posToOffset(head ?? anchor),
					),
				),
				main,
			),
		});
	}

	focus(): void {
		this.cm.focus();
	}

	blur(): void {
		this.cm.contentDOM.blur();
	}

	hasFocus(): boolean {
		return this.cm.hasFocus;
	}

	getScrollInfo(): { top: number; left: number } {
		const { scrollTop, scrollLeft } = this.cm.scrollDOM;
		return { top: scrollTop, left: scrollLeft };
	}

	scrollTo(x?: number | null, y?: number | null): void {
		if (typeof x === "number") this.cm.scrollDOM.scrollLeft = x;
		if (typeof y === "number") this.cm.scrollDOM.scrollTop = y;
	}

	scrollIntoView(range: obsidian.EditorRange, center = false): void {
		const span = EditorSelection.range(
			this.posToOffset(range.from),
			this.posToOffset(range.to),
		);
		this.cm.dispatch({
			effects: EditorView.scrollIntoView(
				span,
				center ? { y: "center" } : { y: "nearest", yMargin: 40 },
			),
		});
	}

	undo(): void {
		undo(this.cm);
	}

	redo(): void {
		redo(this.cm);
	}

	exec(command: obsidian.EditorCommandName): void {
		COMMANDS[command](this.cm);
	}

	/** Changes are all meant for the text as it is before the first of them (obsidian.d.ts). */
	transaction(tx: obsidian.EditorTransaction, origin?: string): void {
		const { state } = this.cm;
		const changes: ChangeSpec[] = (tx.changes ?? []).map((change) => ({
			from: this.posToOffset(change.from),
			to: this.posToOffset(change.to ?? change.from),
			insert: change.text,
		}));
		if (tx.replaceSelection !== undefined) {
			const insert = tx.replaceSelection;
			changes.push(...state.selection.ranges.map(({ from, to }) => ({ from, to, insert })));
		}
		const set = state.changes(changes);
		const wanted = tx.selections ?? (tx.selection === undefined ? [] : [tx.selection]);
		const after = set.apply(state.doc);
		const ranges = wanted.map(({ from, to }) =>
			EditorSelection.range(offsetIn(after, from), offsetIn(after, to ?? from)),
		);
		this.change(
			{
				changes: set,
				...(ranges.length > 0 && { selection: EditorSelection.create(ranges) }),
			},
			origin,
		);
	}

	wordAt(pos: Position): obsidian.EditorRange | null {
		const word = this.cm.state.wordAt(this.posToOffset(pos));
		return word === null
			? null
			: { from: this.offsetToPos(word.from), to: this.offsetToPos(word.to) };
	}

	posToOffset(pos: Position): number {
		return offsetIn(this.cm.state.doc, pos);
	}

	offsetToPos(offset: number): Position {
		const { doc } = this.cm.state;
		const line = doc.lineAt(Math.max(0, Math.min(offset, doc.length)));
		return { line: line.number - 1, ch: Math.min(offset, doc.length) - line.from };
	}

	/** Every programmatic change is a step of its own in the history: one call, one undo. */
	private change(spec: TransactionSpec, origin?: string): void {
		this.cm.dispatch({
			...spec,
			annotations: isolateHistory.of("full"),
			...(origin !== undefined && { userEvent: origin }),
		});
	}
}

function offsetIn(doc: EditorView["state"]["doc"], { line, ch }: Position): number {
	if (line < 0) return 0;
	if (line >= doc.lines) return doc.length;
	const { from, to } = doc.line(line + 1);
	return Math.max(from, Math.min(from + ch, to));
}
