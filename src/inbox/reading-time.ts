import type { Source } from "../source/source";

/** Readers of Chinese, Japanese and Korean: characters a minute; of other scripts: words (Brysbaert 2019 rounds to 238). */
const CHARACTERS_A_MINUTE = 400;
const WORDS_A_MINUTE = 230;

/** Minutes to read a source, at least one; null where its length is not known. */
export function readingMinutes(source: Pick<Source, "words" | "language">): number | null {
	if (source.words === null || source.words <= 0) return null;
	const isByCharacter = /^(zh|ja|ko)\b/i.test(source.language ?? "");
	const speed = isByCharacter ? CHARACTERS_A_MINUTE : WORDS_A_MINUTE;
	return Math.max(1, Math.round(source.words / speed));
}
