import { hasInvisible } from "../text/fold";
import { hasCjk } from "../text/script";
import type { Placement } from "../text/resolve-quote";
import { countWords, words } from "../text/words";
import type { Snapshot, SnapshotBlock } from "./snapshot";
import { reason, type ModelEdit, type Reason } from "./suggestion";

// Rules `quote` and `zone`: where a suggestion may stand at all.

/** Blocks whose text is no prose of the author's. */
const ZONES = new Set(["frontmatter", "code", "math", "comment", "html", "linkdef", "rule"]);

export function zoneRule(block: SnapshotBlock, text: string, quote: string): Reason | null {
	const isDelimiterRow = block.kind === "table" && /^[\s|:-]*-[\s|:-]*$/.test(quote);
	const isZone = ZONES.has(block.kind) || isDelimiterRow || isCitation(block.kind, text);
	return isZone ? reason("zone", "block", "zone", { kind: block.kind }) : null;
}

/** A heading is where the reader and the outline find a section: it can be mended, not taken away. */
export function headingRule(
	block: SnapshotBlock,
	text: string,
	edit: Pick<ModelEdit, "q" | "r">,
): Reason | null {
	const isGone = edit.r.trim() === "" && words(edit.q).length >= words(text).length;
	return block.kind === "heading" && isGone
		? reason("zone", "block", "zone", { kind: block.kind })
		: null;
}

/** A footnote that names a work: a short one with a link or a year. Others are the author's prose. */
function isCitation(kind: string, text: string): boolean {
	if (kind !== "footnote" || countWords(text) > 60) return false;
	return /\[\[|\]\(|https?:|\b(?:1[5-9]|20)\d\d[a-z]?\b/.test(text);
}

/** A quote too short to be anyone's words in particular. */
export function shortQuoteRule(quote: string): Reason | null {
	const trimmed = quote.trim();
	if (trimmed === "") return reason("quote", "stale", "quote-empty");
	const enough = hasCjk(trimmed) ? 2 : 4;
	const isShort = trimmed.length < enough || words(trimmed).length === 0;
	return isShort ? reason("quote", "stale", "quote-short", { quote: trimmed }) : null;
}

/** Characters nobody sees are not what the model was sent. */
export function hiddenQuoteRule(quote: string, found: string): Reason | null {
	const isHidden = hasInvisible(quote) && !hasInvisible(found);
	return isHidden ? reason("quote", "stale", "quote-hidden") : null;
}

/** Null: the quote has one place, word for word. */
export function placeRule(
	snapshot: Snapshot,
	edit: Pick<ModelEdit, "b" | "q">,
	place: Placement,
): Reason | null {
	switch (place.how) {
		case "exact":
		case "normalised":
		case "elision":
			return null;
		case "fuzzy":
			return reason("quote", "stale", "quote-fuzzy");
		case "ambiguous":
			return reason("quote", "stale", "quote-ambiguous", { quote: edit.q });
		case "none": {
			const other = snapshot.blocks.find(
				(block) => block.id !== edit.b && snapshot.textOf(block).includes(edit.q.trim()),
			);
			if (other === undefined)
				return reason("quote", "stale", "quote-missing", { quote: edit.q });
			return reason("quote", "stale", "quote-elsewhere", { quote: edit.q });
		}
	}
}
