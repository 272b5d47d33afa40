import type { Span } from "./edit";
import { fold, sourceSpan, type Folded } from "./fold";
import { closestMatch } from "./fuzzy";
import { hasCjk } from "./script";

/** Where a quote stands. `fuzzy` is for showing only: its words are not the author's, word for word. */
export type Placement = Readonly<
	| { how: "exact" | "normalised" | "elision" | "fuzzy"; from: number; to: number }
	| { how: "none" | "ambiguous" }
>;

/** How a quote may be read: "first words … last words" is a whole passage only where something is cut. */
export type QuoteUse = "cut" | "other";

const NONE: Placement = { how: "none" };
const AMBIGUOUS: Placement = { how: "ambiguous" };
const ELISION = /\s*(?:\u2026|\.{3})\s*/;
/** Longer quotes than any block we show are not searched for. */
const MAX_QUOTE = 20_000;

/**
 * Finds quoted words in one block, by the strictest stage that finds anything: exact, normalised,
 * elision (cuts only), fuzzy. No stage chooses between two places.
 * @param folded `fold(block)`, kept by the caller.
 */
export function resolveQuote(
	block: string,
	quote: string,
	use: QuoteUse = "other",
	folded: Folded = fold(block),
): Placement {
	const wanted = quote.trim();
	if (wanted === "" || wanted.length > MAX_QUOTE) return NONE;
	const exact = block.indexOf(wanted);
	// A line end in a quote is a wrapped line: no link is cut by it.
	const { text: needle, cased } = fold(wanted.replace(/\s*\n\s*/g, " "));
	if (exact !== -1) {
		// The same words in other marks are a second place: a model may have made the marks plain.
		const isTwice =
			block.indexOf(wanted, exact + 1) !== -1 || onlyPlace(folded.cased, cased) === "twice";
		return isTwice ? AMBIGUOUS : { how: "exact", from: exact, to: exact + wanted.length };
	}
	if (needle === "") return NONE;
	const normal = onlyPlace(folded.text, needle);
	if (normal === "twice") return AMBIGUOUS;
	if (normal !== null) {
		return {
			how: "normalised",
			...withPartners(block, sourceSpan(folded, normal, normal + needle.length)),
		};
	}
	return (
		(use === "cut" ? resolveElision(block, wanted, folded) : null) ??
		resolveFuzzy(needle, folded)
	);
}

function resolveElision(block: string, quote: string, folded: Folded): Placement | null {
	const halves = quote.split(ELISION).filter((half) => half !== "");
	const [first, last] = halves.map((half) => fold(half).text);
	if (halves.length !== 2 || first === undefined || last === undefined) return null;
	const head = onlyPlace(folded.text, first);
	const tail = onlyPlace(folded.text, last);
	if (head === "twice" || tail === "twice") return AMBIGUOUS;
	if (head === null || tail === null || tail < head + first.length) return null;
	const span = withPartners(block, sourceSpan(folded, head, tail + last.length));
	return { how: "elision", ...span };
}

function resolveFuzzy(needle: string, folded: Folded): Placement {
	if (needle.length < (hasCjk(needle) ? 6 : 10)) return NONE;
	const found = closestMatch(folded.text, needle, Math.floor(needle.length * 0.15));
	if (found === null) return NONE;
	const { from, to } = wholeWords(folded.text, found);
	return { how: "fuzzy", ...sourceSpan(folded, from, to) };
}

/** Widened so that no word is cut: a match by letters may begin or end inside one. */
function wholeWords(text: string, span: Span): Span {
	const isInside = (at: number): boolean =>
		isJoined(text.charAt(at - 1)) && isJoined(text.charAt(at));
	let { from, to } = span;
	while (from > 0 && isInside(from)) from--;
	while (to < text.length && isInside(to)) to++;
	return { from, to };
}

function isJoined(character: string): boolean {
	return /[\p{L}\p{N}]/u.test(character) && !hasCjk(character);
}

/** Null: nowhere. */
function onlyPlace(text: string, needle: string): number | "twice" | null {
	const at = text.indexOf(needle);
	if (at === -1) return null;
	return text.indexOf(needle, at + 1) === -1 ? at : "twice";
}

const MARK_RUN = /^(?:\*{1,3}|_{1,3}|`+|==|~~|\]\]|\]\([^()\s]*\))+/;

/**
 * Folding drops marks, so a range may begin inside `**` and end before the closing one, or the other way
 * round. Takes a closing mark along when its opening one is inside, and never an opening one alone.
 */
function withPartners(block: string, span: Span): Span {
	const tail = MARK_RUN.exec(block.slice(span.to, span.to + 400))?.[0] ?? "";
	if (tail === "") return span;
	const inside = block.slice(span.from, span.to);
	let { to } = span;
	for (const mark of tail.match(/\*+|_+|`+|==|~~|\]\]|\]\([^()\s]*\)/g) ?? []) {
		if (!isOpenIn(inside, mark)) break;
		to += mark.length;
	}
	return { from: span.from, to };
}

function isOpenIn(inside: string, mark: string): boolean {
	if (mark === "]]") return inside.lastIndexOf("[[") > inside.lastIndexOf("]]");
	if (mark.startsWith("](")) return inside.lastIndexOf("[") > inside.lastIndexOf("](");
	return (inside.split(mark).length - 1) % 2 === 1;
}
