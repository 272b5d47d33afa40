import type { Span } from "./edit";

/**
 * A passage by its words: the fields of a W3C TextQuoteSelector (Web Annotation Data Model §4.2.4),
 * with the text of its block, which finds it again most surely.
 */
export type Anchor = Readonly<{ exact: string; prefix: string; suffix: string; block: string }>;

/** Characters kept before and after (refine.md §5.3). */
const CONTEXT = 32;
/** So much of the context must agree before a place is believed. */
const MIN_AGREEMENT = 8;

export function makeAnchor(text: string, span: Span, block: Span): Anchor {
	return {
		exact: text.slice(span.from, span.to),
		prefix: text.slice(Math.max(0, span.from - CONTEXT), span.from),
		suffix: text.slice(span.to, span.to + CONTEXT),
		block: text.slice(block.from, block.to),
	};
}

/**
 * Finds a passage again in a changed text: through its block where that stands unchanged and once,
 * else by its words and what stands around them. Null: gone, or no clear winner.
 */
export function reanchor(text: string, anchor: Anchor): Span | null {
	if (anchor.exact === "") return null;
	return throughBlock(text, anchor) ?? throughContext(text, anchor);
}

function throughBlock(text: string, anchor: Anchor): Span | null {
	if (anchor.block === "") return null;
	const at = text.indexOf(anchor.block);
	if (at === -1 || text.indexOf(anchor.block, at + 1) !== -1) return null;
	const inside = bestPlace(anchor.block, anchor, 0);
	return inside === null ? null : { from: at + inside, to: at + inside + anchor.exact.length };
}

function throughContext(text: string, anchor: Anchor): Span | null {
	const at = bestPlace(text, anchor, MIN_AGREEMENT);
	return at === null ? null : { from: at, to: at + anchor.exact.length };
}

/** The place whose surroundings agree best, if it wins clearly. A single place needs `least` agreement, too. */
function bestPlace(text: string, anchor: Anchor, least: number): number | null {
	let best: number | null = null;
	let most = -1;
	let second = -1;
	for (let at = text.indexOf(anchor.exact); at !== -1; at = text.indexOf(anchor.exact, at + 1)) {
		const score = agreement(text, at, anchor);
		if (score > most) {
			second = most;
			most = score;
			best = at;
		} else if (score > second) second = score;
	}
	const needed = Math.min(least, anchor.prefix.length + anchor.suffix.length);
	if (best === null || most < needed) return null;
	return second === -1 || most >= second + Math.max(4, Math.floor(second * 0.25)) ? best : null;
}

/** Characters of prefix (backwards) and suffix (forwards) that stand around a place. */
function agreement(text: string, at: number, anchor: Anchor): number {
	let before = 0;
	while (
		before < anchor.prefix.length &&
		before < at &&
		text.charCodeAt(at - 1 - before) ===
			anchor.prefix.charCodeAt(anchor.prefix.length - 1 - before)
	) {
		before++;
	}
	const end = at + anchor.exact.length;
	let after = 0;
	while (
		after < anchor.suffix.length &&
		text.charCodeAt(end + after) === anchor.suffix.charCodeAt(after)
	) {
		after++;
	}
	return before + after;
}
