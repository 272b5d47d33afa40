// Which writing a character belongs to: Han, kana and hangul are counted by character,
// everything else by runs of letters (and Thai, Lao, Khmer, Burmese by the platform's dictionary).

/** For character classes. BMP Han, kana, hangul and the two planes of rarer Han. */
export const CJK_CLASS =
	"\\u3005-\\u3007\\u3040-\\u30ff\\u31f0-\\u31ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uac00-\\ud7af\\uf900-\\ufaff\\u{20000}-\\u{3ffff}";

const CJK = new RegExp(`[${CJK_CLASS}]`, "u");
const CJK_RUN = new RegExp(`[${CJK_CLASS}]+`, "gu");
const LETTER_RUN = new RegExp(`(?:(?![${CJK_CLASS}])\\p{L})+`, "gu");

export function hasCjk(text: string): boolean {
	return CJK.test(text);
}

/** Characters at home between CJK characters: full-width forms and CJK punctuation count, too. */
const WIDE = new RegExp(`[${CJK_CLASS}\\u3000-\\u303f\\uff00-\\uffef]`, "u");

export function isWide(character: string): boolean {
	return WIDE.test(character);
}

/**
 * Share of CJK characters among CJK characters and words of other scripts, 0 to 1.
 * A word counts as one: a Chinese text with English terms is Chinese.
 */
export function cjkShare(text: string): number {
	let wide = 0;
	for (const run of text.matchAll(CJK_RUN)) wide += [...run[0]].length;
	let other = 0;
	for (const run of text.matchAll(LETTER_RUN)) other += run[0] === "" ? 0 : 1;
	return wide + other === 0 ? 0 : wide / (wide + other);
}

/** True: the text is judged by characters (refine.md §4.5: more than 30 % of its letters). */
export function isCjkText(text: string): boolean {
	return cjkShare(text) > 0.3;
}
