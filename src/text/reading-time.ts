import { hasCjk } from "./script";
import { words } from "./words";

/** Adults read about 238 English words (Brysbaert 2019) or 400 Chinese characters a minute, silently. */
const WORDS_PER_MINUTE = 238;
const CHARACTERS_PER_MINUTE = 400;

/** Minutes a text takes to read, at least 1 where there is anything to read. */
export function readingMinutes(text: string): number {
	let plain = 0;
	let wide = 0;
	for (const word of words(text)) {
		if (hasCjk(word)) wide++;
		else plain++;
	}
	return minutesFor(plain, wide);
}

/** @param plain words of scripts that part them, @param wide characters of those that do not. */
export function minutesFor(plain: number, wide: number): number {
	if (plain + wide === 0) return 0;
	return Math.max(1, Math.round(plain / WORDS_PER_MINUTE + wide / CHARACTERS_PER_MINUTE));
}
