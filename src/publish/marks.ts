import { splitBlocks, type Block } from "../text/blocks";
import type { Edit, Span } from "../text/edit";
import { sentences } from "../text/sentences";

export const MARK_KINDS = ["unclear", "dull", "check", "cut", "gap"] as const;

/** What a reader noted at a place. */
export type MarkKind = (typeof MARK_KINDS)[number];

/** A comment of ours in the draft. `span` is the comment, `means` the words it stands for. */
export type Mark = Readonly<{ kind: MarkKind | "question"; words: string; span: Span; means: Span }>;

/** DESIGN §2: one line. */
const MAX_WORDS = 300;
const MARK = /%%[ \t]*([a-z]+)[ \t]*:((?:[^%\n]|%(?!%))*)%%/g;
/** Blocks that hold no comment inside: theirs stands on a line of its own before them. */
const CLOSED: ReadonlySet<Block["kind"]> = new Set(["code", "table", "math", "item", "heading", "html", "rule", "callout"]);

/** The comment for a mark: words cut to one line of 300, without what would end it or make a link. */
export function markComment(kind: Mark["kind"], words: string): string {
	const line = words.replace(/\s+/g, " ").trim().replace(/%(?=%)/g, "% ").replace(/\[\[/g, "[ [");
	const cut = [...line].slice(0, MAX_WORDS).join("").replace(/%$/, "% ").trim();
	return cut === "" ? `%% ${kind}: %%` : `%% ${kind}: ${cut} %%`;
}

/**
 * Where a mark on these words goes: right after the last sentence they touch, or on a line of its own before a
 * block that holds no comment (code, table, formula, list item, heading). Null: no block there.
 */
export function placeMark(draft: string, span: Span, kind: Mark["kind"], words: string): Edit | null {
	const blocks = splitBlocks(draft);
	const block = blocks.find((each) => each.from < Math.max(span.to, span.from + 1) && span.from < each.to);
	if (block === undefined || block.kind === "frontmatter" || block.kind === "comment") return null;
	const comment = markComment(kind, words);
	if (CLOSED.has(block.kind)) {
		const eol = draft.includes("\r\n") ? "\r\n" : "\n";
		const lineFrom = draft.lastIndexOf("\n", block.from - 1) + 1;
		const indent = draft.slice(lineFrom, block.from);
		// In a list the line belongs to the item before it; an indented one keeps the level.
		return { from: lineFrom, to: lineFrom, text: `${/^[ \t]*$/.test(indent) ? indent : ""}${comment}${eol}` };
	}
	const at = sentenceEnd(draft, block, Math.min(span.to, block.to));
	return { from: at, to: at, text: ` ${comment}` };
}

/** The end of the sentence that holds the place, footnotes behind it included. */
function sentenceEnd(draft: string, block: Block, place: number): number {
	const text = draft.slice(block.from, block.to);
	// Comments already there do not count as sentences: blanks of the same length take their place.
	const plain = text.replace(/%%[^%]*%%/g, (comment) => " ".repeat(comment.length));
	const wanted = place - block.from;
	const sentence = sentences(plain).find((each) => each.to >= wanted);
	let end = sentence?.to ?? text.trimEnd().length;
	for (;;) {
		const more = /^(?:[ \t]*%%[^%\n]*%%|\[\^[^\]\s]+\])/.exec(text.slice(end));
		if (more === null) break;
		end += more[0].length;
	}
	return block.from + end;
}

/** Marks and questions of a draft, in order. Other comments (sources lines, the author's own) are none. */
export function readMarks(draft: string): readonly Mark[] {
	const kinds: ReadonlySet<string> = new Set([...MARK_KINDS, "question"]);
	const blocks = splitBlocks(draft);
	return [...draft.matchAll(MARK)].flatMap((match): readonly Mark[] => {
		const [whole, kind = "", words = ""] = match;
		const block = blocks.find((each) => each.from <= match.index && match.index < each.to);
		if (!kinds.has(kind) || block === undefined || block.kind === "code" || block.kind === "math") return [];
		const span = { from: match.index, to: match.index + whole.length };
		const means = block.kind === "comment" ? nextBlock(blocks, block) : sentenceBefore(draft, block, span.from);
		return [{ kind: kind as Mark["kind"], words: words.trim(), span, means }];
	});
}

function nextBlock(blocks: readonly Block[], block: Block): Span {
	const next = blocks[blocks.indexOf(block) + 1];
	return next === undefined ? { from: block.from, to: block.to } : { from: next.from, to: next.to };
}

function sentenceBefore(draft: string, block: Block, at: number): Span {
	const text = draft.slice(block.from, at).replace(/%%[^%]*%%|\[\^[^\]\s]+\]/g, (part) => " ".repeat(part.length));
	const last = sentences(text).at(-1);
	if (last === undefined) return { from: block.from, to: at };
	return { from: block.from + last.from, to: block.from + last.to };
}

/** Takes a mark out, with the blank or line it brought along. */
export function removeMark(draft: string, { span }: Mark): Edit {
	const lineFrom = draft.lastIndexOf("\n", span.from - 1) + 1;
	const end = draft.indexOf("\n", span.to);
	const isAlone = draft.slice(lineFrom, span.from).trim() === "" && draft.slice(span.to, end === -1 ? draft.length : end).trim() === "";
	if (isAlone) return { from: lineFrom, to: end === -1 ? draft.length : end + 1, text: "" };
	const before = draft.charAt(span.from - 1) === " " ? span.from - 1 : span.from;
	return { from: before, to: span.to, text: "" };
}
