import {
	cutLines,
	fenceOf,
	htmlEnd,
	indentOf,
	isBlank,
	isCallout,
	isDelimiterRow,
	isFootnote,
	isHeading,
	isLinkDefinition,
	isQuote,
	isRule,
	isUnderline,
	itemMarker,
	type Line,
} from "./block-lines";
import { fenceEnd, frontmatterEnd, htmlBlockEnd, indentedEnd, quoteEnd } from "./block-ends";
import { openMark } from "./open-mark";

export type BlockKind =
	| "frontmatter"
	| "heading"
	| "paragraph"
	| "item"
	| "quote"
	| "callout"
	| "code"
	| "math"
	| "table"
	| "comment"
	| "html"
	| "footnote"
	| "linkdef"
	| "rule";

/** A paragraph-level unit. `id` counts from 1 in reading order; between blocks stands only white space. */
export type Block = Readonly<{ id: number; kind: BlockKind; from: number; to: number }>;

/** A comment, formula or fence nobody closed: all behind it is protected. */
export type Unclosed = Readonly<{ kind: "comment" | "math" | "code"; from: number }>;

export type Blocks = Readonly<{ blocks: readonly Block[]; unclosed: readonly Unclosed[] }>;

export function splitBlocks(markdown: string): readonly Block[] {
	return scanBlocks(markdown).blocks;
}

/**
 * Cuts a note into blocks, line by line. Rules of CommonMark and GFM, and of Obsidian where it differs:
 * frontmatter, callouts, `%%` comments and `$$` formulas over empty lines, a footnote right under a paragraph.
 * A quote or callout is one block with all it holds; a list is a block per item.
 */
export function scanBlocks(markdown: string): Blocks {
	const scanner = new Scanner(markdown);
	scanner.scan();
	return { blocks: scanner.blocks, unclosed: scanner.unclosed };
}

/** Lives for one call: the place in the lines and the lists around it. */
class Scanner {
	readonly blocks: Block[] = [];
	readonly unclosed: Unclosed[] = [];
	private readonly lines: Line[];
	private at = 0;
	/** Columns where the content of the lists (and footnotes) around the place begins, outermost first. */
	private containers: number[] = [];

	constructor(private readonly source: string) {
		this.lines = cutLines(source);
	}

	scan(): void {
		this.takeFrontmatter();
		while (this.at < this.lines.length) {
			const line = this.line();
			if (isBlank(line.text)) this.at++;
			else this.takeBlock(line);
		}
	}

	private line(index = this.at): Line {
		return this.lines[index] ?? { from: this.source.length, to: this.source.length, text: "" };
	}

	private emit(kind: BlockKind, from: number, to: number): void {
		if (from < to) this.blocks.push({ id: this.blocks.length + 1, kind, from, to });
	}

	private takeFrontmatter(): void {
		const end = frontmatterEnd(this.lines);
		if (end !== null) this.takeLines("frontmatter", this.line().from, end);
	}

	private takeBlock(line: Line): void {
		const indent = indentOf(line.text);
		while ((this.containers.at(-1) ?? 0) > indent) this.containers.pop();
		const base = this.containers.at(-1) ?? 0;
		const rest = line.text.trimStart();
		const from = line.to - rest.length;
		if (indent - base >= 4) this.takeIndentedCode(from, base + 4);
		else this.takeFrom(from, rest, indent, base);
	}

	/** `from` may stand before `rest`: the list marker of an item whose content is a fence, say. */
	private takeFrom(from: number, rest: string, indent: number, base: number): void {
		const fence = fenceOf(rest);
		const html = htmlEnd(rest);
		const marker = itemMarker(rest);
		if (fence !== null) this.takeFence(from, fence, base);
		else if (rest.startsWith("%%") && this.takeMarked("comment", from, rest)) return;
		else if (rest.startsWith("$$") && this.takeMarked("math", from, rest)) return;
		else if (isHeading(rest)) this.takeHeading(from);
		else if (isRule(rest)) this.takeLines("rule", from, 1);
		else if (isQuote(rest)) this.takeQuote(from, rest);
		else if (marker !== null) this.takeItem(from, indent, marker);
		else if (isFootnote(rest)) this.takeFootnote(from, indent);
		else if (isLinkDefinition(rest)) this.takeLines("linkdef", from, 1);
		else if (html !== null) this.takeHtml(from, html.closing);
		else if (this.isTableHead(this.at)) this.takeTable(from);
		else this.takeText("paragraph", from);
	}

	private takeLines(kind: BlockKind, from: number, count: number): void {
		this.emit(kind, from, this.line(this.at + count - 1).to);
		this.at += count;
	}

	private takeIndentedCode(from: number, indent: number): void {
		this.takeLines("code", from, indentedEnd(this.lines, this.at, indent) - this.at);
	}

	private takeFence(from: number, fence: string, base: number): void {
		const end = fenceEnd(this.lines, this.at, fence, base);
		if (end !== null) return this.takeLines("code", from, end - this.at);
		this.unclosed.push({ kind: "code", from });
		this.takeRest("code", from);
	}

	private takeRest(kind: BlockKind, from: number): void {
		this.emit(kind, from, from + this.source.slice(from).trimEnd().length);
		this.at = this.lines.length;
	}

	/** A comment or formula at the start of a line. False: it closes in this line and text follows. */
	private takeMarked(kind: "comment" | "math", from: number, rest: string): boolean {
		const mark = rest.slice(0, 2);
		const opening = this.line().to - rest.length;
		const close = this.source.indexOf(mark, opening + 2);
		if (close === -1) {
			this.unclosed.push({ kind, from });
			this.takeRest(kind, from);
			return true;
		}
		const end = close + 2;
		const tail = this.source.slice(end, this.line().to);
		if (end <= this.line().to && /[^\s.,;:!?。，；：]/.test(tail)) return false;
		this.closeAt(kind, from, end);
		return true;
	}

	/** Emits up to `end`; what follows in that line goes on as a line of its own. */
	private closeAt(kind: BlockKind, from: number, end: number): void {
		while (this.at < this.lines.length && this.line().to < end) this.at++;
		const line = this.line();
		const tail = this.source.slice(end, line.to);
		const isTail = /[^\s.,;:!?。，；：]/.test(tail);
		this.emit(kind, from, isTail ? end : end + tail.trimEnd().length);
		if (isTail) this.lines[this.at] = { from: end, to: line.to, text: tail };
		else this.at++;
	}

	private takeHeading(from: number): void {
		if (!this.splitAtOpenMark("heading", from, this.line())) this.takeLines("heading", from, 1);
	}

	private takeItem(
		from: number,
		indent: number,
		marker: NonNullable<ReturnType<typeof itemMarker>>,
	): void {
		const column = indent + marker.width;
		this.containers.push(column);
		const { content } = marker;
		const isNested =
			fenceOf(content) !== null || isQuote(content) || itemMarker(content) !== null;
		if (isBlank(content)) this.takeLines("item", from, 1);
		else if (isNested) this.takeFrom(from, content, column, column);
		else this.takeText("item", from);
	}

	private takeFootnote(from: number, indent: number): void {
		this.containers.push(indent + 4);
		this.takeText("footnote", from);
	}

	private takeQuote(from: number, rest: string): void {
		const kind = isCallout(rest) ? "callout" : "quote";
		const end = quoteEnd(this.lines, this.at, rest, (index) => this.interrupts(index));
		this.takeLines(kind, from, end - this.at);
	}

	private takeHtml(from: number, closing: string | null): void {
		this.takeLines("html", from, htmlBlockEnd(this.lines, this.at, closing) - this.at);
	}

	private isTableHead(index: number): boolean {
		const next = this.line(index + 1).text.trim();
		return this.line(index).text.includes("|") && isDelimiterRow(next);
	}

	private takeTable(from: number): void {
		let next = this.at + 2;
		while (next < this.lines.length && !isBlank(this.line(next).text) && !this.interrupts(next))
			next++;
		this.takeLines("table", from, next - this.at);
	}

	/** A paragraph, or an item or footnote up to its first empty line. */
	private takeText(kind: "paragraph" | "item" | "footnote", from: number): void {
		let end = this.line().to;
		for (;;) {
			const line = this.line();
			if (this.splitAtOpenMark(kind, from, line)) return;
			end = this.line().to; // an open mark may have taken further lines along
			this.at++;
			const next = this.line().text;
			if (this.at >= this.lines.length || isBlank(next)) break;
			if (kind === "paragraph" && this.isSetext()) {
				this.emit("heading", from, this.line().to);
				this.at++;
				return;
			}
			if (this.interrupts(this.at)) break;
		}
		this.emit(kind, from, end);
	}

	private isSetext(): boolean {
		const { text } = this.line();
		const base = this.containers.at(-1) ?? 0;
		const indent = indentOf(text);
		return indent >= base && indent - base < 4 && isUnderline(text.trimStart());
	}

	/** Whether a line begins a block of its own although a paragraph stands right above. */
	private interrupts(index: number): boolean {
		const { text } = this.line(index);
		const indent = indentOf(text);
		const base = this.containers.filter((column) => column <= indent).at(-1) ?? 0;
		if (indent - base >= 4) return false;
		const rest = text.trimStart();
		if (fenceOf(rest) !== null || isHeading(rest) || isRule(rest) || isQuote(rest)) return true;
		if (isFootnote(rest) || this.isTableHead(index)) return true;
		const marker = itemMarker(rest);
		if (marker !== null) return marker.canInterrupt || this.containers.length > 0;
		if (htmlEnd(rest)?.canInterrupt === true) return true;
		return this.isMarkedLine(index, rest);
	}

	/** A line that a comment or formula begins and that holds nothing else. */
	private isMarkedLine(index: number, rest: string): boolean {
		if (!rest.startsWith("%%") && !rest.startsWith("$$")) return false;
		const line = this.line(index);
		const close = this.source.indexOf(rest.slice(0, 2), line.to - rest.length + 2);
		if (close === -1 || close + 2 > line.to) return true;
		return isBlank(this.source.slice(close + 2, line.to));
	}

	/**
	 * Follows `%%` and `$$` that a text line opens and does not close. Closed within the paragraph: its lines
	 * are taken along. Closed behind an empty line, or never: the text ends before it and it is a block of
	 * its own. True: that happened.
	 */
	private splitAtOpenMark(kind: BlockKind, from: number, first: Line): boolean {
		let open = openMark(first.text, 0);
		while (open !== null) {
			const start = this.line().from + open.at;
			const close = this.source.indexOf(open.mark, start + 2);
			const between = close === -1 ? "" : this.source.slice(start, close);
			const inside = open.mark === "%%" ? "comment" : "math";
			if (close === -1 || /\n[ \t\r]*\n/.test(between)) {
				if (start > from)
					this.emit(kind, from, from + this.source.slice(from, start).trimEnd().length);
				const blockFrom = Math.max(from, start);
				if (close === -1) {
					this.unclosed.push({ kind: inside, from: blockFrom });
					this.takeRest(inside, blockFrom);
				} else this.closeAt(inside, blockFrom, close + 2);
				return true;
			}
			while (this.line().to < close + 2) this.at++;
			open = openMark(this.line().text, close + 2 - this.line().from);
		}
		return false;
	}
}
