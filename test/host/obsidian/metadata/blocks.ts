import { getFrontMatterInfo } from "./frontmatter";

export type Line = Readonly<{ text: string; offset: number }>;
/** A run of lines, both ends included. */
export type Block = Readonly<{ type: string; from: number; to: number }>;

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const LIST_ITEM = /^([ \t]*)([-*+]|\d{1,9}[.)])(?:[ \t]+|$)/;
const RULE = /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const FOOTNOTE = /^ {0,3}\[\^[^\]\s]+\]:/;
const TABLE_RULE = /^ {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;

export function splitLines(text: string): Line[] {
	const lines: Line[] = [];
	let offset = 0;
	while (offset <= text.length) {
		const next = text.indexOf("\n", offset);
		const end = next === -1 ? text.length : next;
		const isCrlf = end > offset && text.charCodeAt(end - 1) === 13;
		lines.push({ text: text.slice(offset, isCrlf ? end - 1 : end), offset });
		if (next === -1) break;
		offset = next + 1;
	}
	return lines;
}

/** The blocks of a note, as far as sections, headings and links need to know them; one pass over the lines. */
export function readBlocks(text: string, lines: readonly Line[]): Block[] {
	const blocks: Block[] = [];
	let at = 0;
	const info = getFrontMatterInfo(text);
	if (info.exists) {
		const after = lines.findIndex((line) => line.offset >= info.contentStart);
		const next = after === -1 || info.contentStart >= text.length ? lines.length : after;
		blocks.push({ type: "yaml", from: 0, to: Math.max(0, lastOf(lines, next)) });
		at = next;
	}
	while (at < lines.length) {
		if (isBlank(lines, at)) {
			at += 1;
			continue;
		}
		const block = blockAt(lines, at);
		blocks.push(block);
		at = block.to + 1;
	}
	return blocks;
}

/** The closing fence: a text that ends right behind it has one empty line more. */
function lastOf(lines: readonly Line[], next: number): number {
	const last = next - 1;
	return last > 0 && /^---[ \t]*$/.test(lines[last]?.text ?? "") ? last : last - 1;
}

function blockAt(lines: readonly Line[], from: number): Block {
	const text = lines[from]?.text ?? "";
	const fence = FENCE.exec(text)?.[1];
	if (fence !== undefined) return { type: "code", from, to: endOfFence(lines, from, fence) };
	if (/^ {0,3}#{1,6}(?:[ \t]|$)/.test(text)) return { type: "heading", from, to: from };
	if (/^ {0,3}\$\$/.test(text)) return { type: "math", from, to: endOfPair(lines, from, "$$") };
	if (/^ {0,3}%%/.test(text)) return { type: "comment", from, to: endOfPair(lines, from, "%%") };
	if (RULE.test(text)) return { type: "thematicBreak", from, to: from };
	if (/^ {0,3}>/.test(text)) {
		const type = /^ {0,3}> ?\[![^\]]+\]/.test(text) ? "callout" : "blockquote";
		return {
			type,
			from,
			to: whileLine(lines, from, (line) => /^ {0,3}>/.test(line) || !startsBlock(line)),
		};
	}
	if (FOOTNOTE.test(text))
		return { type: "footnoteDefinition", from, to: endOfIndented(lines, from) };
	if (LIST_ITEM.test(text)) return { type: "list", from, to: endOfList(lines, from) };
	if (/^ {0,3}<(?:[a-zA-Z/!?])/.test(text) && !/^ {0,3}<(?:https?:|mailto:)/.test(text))
		return { type: "html", from, to: whileLine(lines, from, () => true) };
	if (
		text.includes("|") &&
		TABLE_RULE.test(lines[from + 1]?.text ?? "") &&
		(lines[from + 1]?.text ?? "").includes("-")
	)
		return { type: "table", from, to: whileLine(lines, from, (line) => line.includes("|")) };
	if (/^(?: {4}|\t)/.test(text))
		return {
			type: "code",
			from,
			to: whileLine(lines, from, (line) => /^(?: {4}|\t)/.test(line)),
		};
	return paragraph(lines, from);
}

function paragraph(lines: readonly Line[], from: number): Block {
	for (let at = from + 1; at < lines.length; at += 1) {
		const text = lines[at]?.text ?? "";
		if (/^ {0,3}(?:=+|-+)[ \t]*$/.test(text)) return { type: "heading", from, to: at };
		if (isBlank(lines, at) || startsBlock(text)) return { type: "paragraph", from, to: at - 1 };
	}
	return { type: "paragraph", from, to: lines.length - 1 };
}

/** What interrupts a paragraph (CommonMark 0.31, and Obsidian's footnotes, math and comments). */
function startsBlock(text: string): boolean {
	return (
		FENCE.test(text) ||
		/^ {0,3}#{1,6}(?:[ \t]|$)/.test(text) ||
		/^ {0,3}>/.test(text) ||
		/^ {0,3}\$\$/.test(text) ||
		RULE.test(text) ||
		FOOTNOTE.test(text) ||
		/^ {0,3}(?:[-*+]|1[.)])[ \t]+\S/.test(text)
	);
}

function endOfFence(lines: readonly Line[], from: number, fence: string): number {
	const mark = fence.charAt(0);
	for (let at = from + 1; at < lines.length; at += 1) {
		const closing = FENCE.exec(lines[at]?.text ?? "")?.[1];
		const rest = (lines[at]?.text ?? "").trim();
		if (
			closing?.startsWith(mark) === true &&
			closing.length >= fence.length &&
			rest === closing
		)
			return at;
	}
	return lines.length - 1;
}

/** `$$ … $$` and `%% … %%`, on one line or over several. An unclosed one is a paragraph's worth. */
function endOfPair(lines: readonly Line[], from: number, mark: string): number {
	const first = lines[from]?.text ?? "";
	if (first.indexOf(mark, first.indexOf(mark) + 2) !== -1)
		return whileLine(lines, from, (line) => !startsBlock(line));
	for (let at = from + 1; at < lines.length; at += 1)
		if (lines[at]?.text.includes(mark) === true) return at;
	return from;
}

function endOfIndented(lines: readonly Line[], from: number): number {
	let to = from;
	for (let at = from + 1; at < lines.length; at += 1) {
		const text = lines[at]?.text ?? "";
		if (isBlank(lines, at)) continue;
		const isLazy = at === to + 1 && !startsBlock(text);
		if (!/^(?: {2,}|\t)/.test(text) && !isLazy) break;
		to = at;
	}
	return to;
}

function endOfList(lines: readonly Line[], from: number): number {
	let to = from;
	for (let at = from + 1; at < lines.length; at += 1) {
		const text = lines[at]?.text ?? "";
		if (isBlank(lines, at)) continue;
		const isInside = LIST_ITEM.test(text) || /^(?: {2,}|\t)/.test(text);
		const isLazy = at === to + 1 && !startsBlock(text);
		if ((!isInside && !isLazy) || RULE.test(text)) break;
		to = at;
	}
	return to;
}

/** Runs on over lines that are not blank and fit. */
function whileLine(lines: readonly Line[], from: number, fits: (line: string) => boolean): number {
	let to = from;
	while (to + 1 < lines.length && !isBlank(lines, to + 1) && fits(lines[to + 1]?.text ?? ""))
		to += 1;
	return to;
}

function isBlank(lines: readonly Line[], at: number): boolean {
	return (lines[at]?.text ?? "").trim() === "";
}

export type ListItem = Readonly<{
	from: number;
	to: number;
	indent: number;
	column: number;
	task: string | null;
}>;

/** The items of a list block, in order; an item runs to its last line before the next item. */
export function listItems(lines: readonly Line[], list: Block): ListItem[] {
	const items: {
		from: number;
		to: number;
		indent: number;
		column: number;
		task: string | null;
	}[] = [];
	for (let at = list.from; at <= list.to; at += 1) {
		const text = lines[at]?.text ?? "";
		const match = LIST_ITEM.exec(text);
		const last = items.at(-1);
		if (match === null) {
			if (last !== undefined && text.trim() !== "") last.to = at;
			continue;
		}
		const column = (match[1] ?? "").length;
		const indent = (match[1] ?? "").replaceAll("\t", "    ").length;
		const task = /^\[(.)\](?:[ \t]|$)/u.exec(text.slice(match[0].length))?.[1] ?? null;
		items.push({ from: at, to: at, indent, column, task });
	}
	return items;
}
