/** Where a note's frontmatter stands. Offsets are UTF-16 units of the whole text. */
export type FrontmatterBlock = Readonly<
	/** No block; one may be put at `at` (behind a byte order mark). */
	| { kind: "none"; at: number; eol: string }
	/** `text` is what stands between the fences, from `from` to `to`, its last line end included. */
	| { kind: "block"; from: number; to: number; text: string; eol: string; bodyFrom: number }
	/** It looks like a block, but Obsidian and others may disagree where it ends. Left alone. */
	| { kind: "unclear"; line: number; detail: string }
>;

/** The first line of the YAML counts as line 2: the fence is line 1. */
export const FIRST_BLOCK_LINE = 2;

/**
 * Finds the block as Obsidian does: `---` alone on the first line, closed by the next `---` alone on a line.
 * What is nearly so (blanks behind the dashes, `...`, no end, bytes that were no text) is unclear: a second
 * block written on top would hide the first.
 */
export function findFrontmatter(text: string): FrontmatterBlock {
	const unreadable = text.search(/[\0\ufffd]/);
	if (unreadable !== -1)
		return { kind: "unclear", line: lineAt(text, unreadable), detail: DETAILS.bytes };
	const start = text.startsWith("\ufeff") ? 1 : 0;
	const first = lineEnd(text, start);
	const fence = text.slice(start, first.to);
	if (!/^---[ \t\r]*$/.test(fence) && !fence.startsWith("---\r")) {
		const isOldMac = first.next === text.length && /\r/.test(fence.slice(0, -1));
		if (isOldMac) return { kind: "unclear", line: 1, detail: DETAILS.lineEnds };
		return {
			kind: "none",
			at: start,
			eol: /\r\n/.test(text) && !/[^\r]\n/.test(text) ? "\r\n" : "\n",
		};
	}
	if (/\r/.test(fence)) return { kind: "unclear", line: 1, detail: DETAILS.lineEnds };
	if (fence !== "---") return { kind: "unclear", line: 1, detail: DETAILS.blanks };
	const eol = text.slice(first.to, first.next);
	for (let at = first.next, line = FIRST_BLOCK_LINE; at < text.length; line++) {
		const end = lineEnd(text, at);
		const words = text.slice(at, end.to);
		if (words === "---") {
			const block = text.slice(first.next, at);
			const lone = block.search(/\r(?!\n)/);
			if (lone !== -1)
				return { kind: "unclear", line: lineAt(block, lone) + 1, detail: DETAILS.lineEnds };
			// Some readers take an empty block's second fence for its text and go on to the next one.
			if (block === "" && /^---[ \t\r]*$/m.test(text.slice(end.next))) {
				return { kind: "unclear", line, detail: DETAILS.fences };
			}
			return {
				kind: "block",
				from: first.next,
				to: at,
				text: block,
				eol,
				bodyFrom: end.next,
			};
		}
		if (/^---[ \t]+$/.test(words)) return { kind: "unclear", line, detail: DETAILS.blanks };
		at = end.next;
	}
	return { kind: "unclear", line: 1, detail: DETAILS.unclosed };
}

/** Said to the person behind "line 3:"; the same words in every language's log. */
export const DETAILS = {
	bytes: "some bytes are not readable as text",
	lineEnds: "old Mac line ends",
	blanks: "blanks behind the dashes",
	fences: "the properties may end at more than one line",
	unclosed: "the properties have no closing ---",
	flow: "the properties are written in braces",
	list: "the properties are a list",
	twice: "this property stands here twice",
	noKey: "no property name here",
	indent: "the line is indented in a way that can be read twice",
	tab: "a tab stands where blanks should",
	open: "a quote or bracket is not closed",
	shared: "another property repeats this value",
	risky: "the property could not be changed without touching others",
} as const;

/** `to` is before the line end, `next` behind it. */
export function lineEnd(text: string, at: number): Readonly<{ to: number; next: number }> {
	const feed = text.indexOf("\n", at);
	if (feed === -1) return { to: text.length, next: text.length };
	const to = feed > at && text[feed - 1] === "\r" ? feed - 1 : feed;
	return { to, next: feed + 1 };
}

/** Counts from 1. */
export function lineAt(text: string, offset: number): number {
	let line = 1;
	for (let at = text.indexOf("\n"); at !== -1 && at < offset; at = text.indexOf("\n", at + 1))
		line++;
	return line;
}
