import { splitBlocks, type Block } from "./blocks";
import type { Edit, Span } from "./edit";
import { sentences } from "./sentences";

export const MARK_KINDS = ["unclear", "dull", "check", "cut", "gap"] as const;

/** What a reader noted at a place. */
export type MarkKind = (typeof MARK_KINDS)[number];

/** A comment of ours in the draft. `span` is the comment, `means` the words it stands for. */
export type Mark = Readonly<{
	kind: MarkKind | "question";
	words: string;
	span: Span;
	means: Span;
}>;

/** Longest comment, in UTF-16 code units (DESIGN §2): it must stay readable on one line. */
export const MAX_MARK = 300;

const MARK = /%%[ \t]*([a-z]+)[ \t]*:((?:[^%\n]|%(?!%))*)%%/g;
/** What stands between or behind sentences: comments and references to footnotes. */
const NO_SENTENCE = /%%(?:[^%]|%(?!%))*%%|\[\^[^\]\s]+\]/g;
/** Blocks that hold no comment inside: theirs stands on a line of its own before them. */
const CLOSED: ReadonlySet<Block["kind"]> = new Set([
	"code",
	"table",
	"math",
	"item",
	"heading",
	"html",
	"rule",
	"callout",
	"quote",
]);

/** The comment for a mark: words cut to one line, without what would end it or make a link. */
export function markComment(kind: Mark["kind"], words: string): string {
	const line = words
		.replace(/\s+/g, " ")
		.replace(/%(?=%)/g, "% ")
		.replace(/\[(?=\[)/g, "[ ")
		.trim();
	const room = MAX_MARK - `%% ${kind}:  %%`.length;
	const cut = line.length > room ? `${wholeUpTo(line, room - 1)}…` : line;
	return cut === "" ? `%% ${kind}: %%` : `%% ${kind}: ${cut} %%`;
}

/** Never half a character outside the basic plane. */
function wholeUpTo(line: string, length: number): string {
	const last = line.charCodeAt(length - 1);
	return line.slice(0, last >= 0xd800 && last < 0xdc00 ? length - 1 : length).trimEnd();
}

/**
 * Where a mark on these words goes: right after the last sentence they touch, or on a line of its own before a
 * block that holds no comment (code, table, formula, list item, heading, quote). Null: no block there.
 */
export function placeMark(
	draft: string,
	span: Span,
	kind: Mark["kind"],
	words: string,
	blocks: readonly Block[] = splitBlocks(draft),
): Edit | null {
	const block = blocks.find(
		({ from, to }) => from < Math.max(span.to, span.from + 1) && span.from < to,
	);
	if (block === undefined || block.kind === "frontmatter" || block.kind === "comment")
		return null;
	const comment = markComment(kind, words);
	if (CLOSED.has(block.kind)) return lineBefore(draft, block, comment);
	const at = sentenceEnd(draft, block, Math.min(span.to, block.to));
	return { from: at, to: at, text: ` ${comment}` };
}

function lineBefore(draft: string, block: Block, comment: string): Edit {
	const eol = draft.includes("\r\n") ? "\r\n" : "\n";
	const lineFrom = draft.lastIndexOf("\n", block.from - 1) + 1;
	const before = draft.slice(lineFrom, block.from);
	// In a list the line belongs to the item before it; an indented one keeps the level.
	const indent = /^[ \t]*$/.test(before) ? before : "";
	return {
		from: lineFrom,
		to: lineFrom,
		text: `${indent}${comment}${eol}${wouldJoin(draft, block) ? eol : ""}`,
	};
}

/** Blocks whose first line would go on the comment's paragraph: they need an empty line before them. */
function wouldJoin(draft: string, { kind, from }: Block): boolean {
	return (
		kind === "table" || kind === "html" || (kind === "heading" && draft.charAt(from) !== "#")
	);
}

/** The end of the sentence that holds the place, footnotes and comments behind it included. */
function sentenceEnd(draft: string, block: Block, place: number): number {
	const text = draft.slice(block.from, block.to);
	const plain = blanked(text, NO_SENTENCE);
	// A selection may end behind a footnote or a comment: the sentence before it is meant.
	const wanted = plain.slice(0, place - block.from).trimEnd().length;
	const sentence = sentences(plain).find((each) => each.to >= wanted);
	let end = sentence?.to ?? text.trimEnd().length;
	for (;;) {
		const more = /^(?:[ \t]*%%(?:[^%\n]|%(?!%))*%%|\[\^[^\]\s]+\])/.exec(text.slice(end));
		if (more === null) break;
		end += more[0].length;
	}
	return block.from + end;
}

/** Blanks of the same length take the place of what is no sentence, so that offsets hold. */
function blanked(text: string, what: RegExp): string {
	return text.replace(what, (part) => " ".repeat(part.length));
}

/** Marks and questions of a draft, in order. Other comments (sources lines, the author's own) are none. */
export function readMarks(draft: string): readonly Mark[] {
	const kinds: ReadonlySet<string> = new Set([...MARK_KINDS, "question"]);
	const blocks = splitBlocks(draft);
	return [...draft.matchAll(MARK)].flatMap((match): readonly Mark[] => {
		const [whole, kind = "", words = ""] = match;
		const block = blocks.find((each) => each.from <= match.index && match.index < each.to);
		if (
			!kinds.has(kind) ||
			block === undefined ||
			block.kind === "code" ||
			block.kind === "math"
		)
			return [];
		const span = { from: match.index, to: match.index + whole.length };
		const means =
			block.kind === "comment"
				? nextBlock(blocks, block)
				: sentenceBefore(draft, block, span.from);
		return [{ kind: kind as Mark["kind"], words: words.trim(), span, means }];
	});
}

/** Several marks may stand above one block. */
function nextBlock(blocks: readonly Block[], block: Block): Span {
	const next =
		blocks.slice(blocks.indexOf(block)).find(({ kind }) => kind !== "comment") ?? block;
	return { from: next.from, to: next.to };
}

function sentenceBefore(draft: string, block: Block, at: number): Span {
	const text = blanked(draft.slice(block.from, at), NO_SENTENCE);
	const last = sentences(text).at(-1);
	if (last === undefined) return { from: block.from, to: at };
	return { from: block.from + last.from, to: block.from + last.to };
}

/** Takes a mark out, with the blank or the line it brought along. */
export function removeMark(draft: string, { span }: Pick<Mark, "span">): Edit {
	const lineFrom = draft.lastIndexOf("\n", span.from - 1) + 1;
	const end = lineEnd(draft, span.to);
	const isAlone =
		draft.slice(lineFrom, span.from).trim() === "" && draft.slice(span.to, end).trim() === "";
	if (isAlone) return { from: lineFrom, to: emptyLineBehind(draft, lineFrom, end), text: "" };
	const before = draft.charAt(span.from - 1) === " " ? span.from - 1 : span.from;
	return { from: before, to: span.to, text: "" };
}

/** Where the line before is empty too, one of the two empty lines goes with the mark. */
function emptyLineBehind(draft: string, lineFrom: number, end: number): number {
	const next = lineEnd(draft, end);
	const isEmptyBefore =
		/(?:^|\n)[ \t]*\r?\n$/.test(draft.slice(Math.max(0, lineFrom - 80), lineFrom)) ||
		lineFrom === 0;
	return isEmptyBefore && draft.slice(end, next).trim() === "" ? next : end;
}

/** Behind the line end, or the end of the text. */
function lineEnd(text: string, from: number): number {
	const end = text.indexOf("\n", from);
	return end === -1 ? text.length : end + 1;
}
