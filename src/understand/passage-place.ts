import { makeAnchor, reanchor, type Anchor } from "../text/anchor";
import { splitBlocks } from "../text/blocks";
import type { Span } from "../text/edit";
import { resolveQuote } from "../text/resolve-quote";

/** A passage by where it stands, so that it is found again where its words stand twice. */
export function anchorOf(text: string, span: Span): Anchor {
	const block = splitBlocks(text).find(({ from, to }) => from <= span.from && span.to <= to);
	return makeAnchor(text, span, block ?? { from: span.from, to: span.from });
}

/**
 * Where a passage stands now. Words copied from a rendered page lack the marks of the text, so the same words in one
 * block count, too. Where nothing tells places apart it is the first. Null: gone.
 * @param text with `\n` as line ends.
 */
export function passagePlace(text: string, passage: string, anchor: Anchor | null): Span | null {
	if (passage === "") return null;
	const anchored = anchor === null ? null : reanchor(text, anchor);
	if (anchored !== null) return anchored;
	const at = text.indexOf(passage);
	if (at !== -1) return { from: at, to: at + passage.length };
	for (const block of splitBlocks(text)) {
		if (block.kind === "frontmatter") continue;
		const found = resolveQuote(text.slice(block.from, block.to), passage);
		if (found.how === "exact" || found.how === "normalised") return { from: block.from + found.from, to: block.from + found.to };
	}
	return null;
}
