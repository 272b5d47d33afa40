import type { Source } from "../source/source";
import { minutesFor } from "../text/reading-time";

/** Minutes to read a source, at least one; null where its length is not known. No body is read for it. */
export function minutesOfSource({
	words,
	language,
}: Pick<Source, "words" | "language">): number | null {
	if (words === null || words <= 0) return null;
	// In these languages the property `words` counts characters.
	const isByCharacter = /^(zh|ja|ko)\b/i.test(language ?? "");
	return isByCharacter ? minutesFor(0, words) : minutesFor(words, 0);
}
