import { resolveQuote } from "../text/resolve-quote";
import type { Span } from "../text/edit";

/** Where a footnote's words stand in a source note; null: nowhere, or in two places. */
export function findPassage(note: string, words: string): Span | null {
	const quote = words.replace(/\s*(?:…|\.{3})\s*$/, "").trim();
	if (quote === "") return null;
	const place = resolveQuote(note, quote);
	return "from" in place ? { from: place.from, to: place.to } : null;
}

/** The quoted words of a footnote definition: what stands between its last quotation marks. "" where there are none. */
export function quotedWords(definition: string): string {
	const open = definition.lastIndexOf("“");
	const close = definition.indexOf("”", open);
	return open === -1 || close === -1 ? "" : definition.slice(open + 1, close);
}
