import { hasCjk } from "./script";
import { words } from "./words";

/** Adults read about 238 English words a minute (Brysbaert 2019) and about 260 Chinese characters aloud to 400 silently. */
const WORDS_PER_MINUTE = 238;
const CHARACTERS_PER_MINUTE = 350;

/** Minutes a text takes to read, at least 1 where there is anything to read. */
export function readingMinutes(text: string): number {
	let plain = 0;
	let wide = 0;
	for (const word of words(text)) {
		if (hasCjk(word)) wide++;
		else plain++;
	}
	if (plain + wide === 0) return 0;
	return Math.max(1, Math.round(plain / WORDS_PER_MINUTE + wide / CHARACTERS_PER_MINUTE));
}
