import type { Block } from "./blocks";
import type { Edit, Span } from "./edit";
import { sentences } from "./sentences";

/** Longest mark, in UTF-16 code units: it must stay readable on one line. */
export const MAX_MARK = 300;

/** `%% kind: words %%` on one line: no closing mark inside, no line break, no wikilink that would bind the note. */
export function markText(kind: string, words: string): string {
	const clean = words.replace(/\s+/g, " ").replace(/%(?=%)/g, "% ").replace(/\[\[/g, "[ [").trim();
	const room = MAX_MARK - `%% ${kind}:  %%`.length;
	const cut = clean.length > room ? `${clean.slice(0, room - 1).trimEnd()}…` : clean;
	return cut === "" ? `%% ${kind} %%` : `%% ${kind}: ${cut} %%`;
}

/** Blocks whose lines must not be broken into: the mark stands on a line of its own before them. */
const WHOLE_BLOCKS = new Set([
	"code",
	"math",
	"table",
	"item",
	"heading",
	"html",
	"callout",
	"quote",
]);

/**
 * Where a mark goes: right after the sentence it means, or on a line of its own before the block it means.
 * @param target Words it is about, in `text`.
 */
export function markEdit(text: string, block: Block, target: Span, mark: string): Edit {
	if (WHOLE_BLOCKS.has(block.kind)) {
		const lineStart = text.lastIndexOf("\n", block.from - 1) + 1;
		return { from: lineStart, to: lineStart, text: `${mark}\n\n` };
	}
	const inside = text.slice(block.from, block.to);
	const end = sentences(inside).find((sentence) => sentence.to + block.from >= target.to)?.to;
	const at = block.from + (end === undefined ? inside.length : trimmedEnd(inside, end));
	return { from: at, to: at, text: ` ${mark}` };
}

/** A sentence's span may hold the blank after it; the mark goes before that. */
function trimmedEnd(text: string, end: number): number {
	return text.slice(0, end).trimEnd().length;
}
