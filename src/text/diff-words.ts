import { diffArrays } from "diff";
import { tokens } from "./words";

/** A run of a text pair: in both, only before, or only after. */
export type DiffPart = Readonly<{ kind: "same" | "removed" | "added"; text: string }>;

/**
 * Word differences on our own tokens: words, blanks and marks, one CJK character each, no grapheme split.
 * Joining `same` and `removed` gives `before`, `same` and `added` gives `after`.
 */
export function diffWords(before: string, after: string): readonly DiffPart[] {
	const parts = diffArrays(
		tokens(before).map((token) => token.text),
		tokens(after).map((token) => token.text),
	);
	return parts.map((part) => ({
		kind: part.added ? "added" : part.removed ? "removed" : "same",
		text: part.value.join(""),
	}));
}
