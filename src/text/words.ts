import type { Span } from "./edit";
import { CJK_CLASS } from "./script";

/** A word (one CJK character counts as one), a run of white space, or one mark (a whole grapheme). */
export type Token = Span & Readonly<{ kind: "word" | "space" | "mark"; text: string }>;

/** Scripts written without spaces, where only a dictionary finds words. */
const UNSPACED = "\\u0e00-\\u0e7f\\u0e80-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff";
const LETTER = `(?:(?![${CJK_CLASS}${UNSPACED}])[\\p{L}\\p{N}\\p{M}])`;
/** Marks that ride on the character before them: accents, variation selectors, joiners. */
const RIDER = "[\\p{M}\\u200d\\ufe0e\\ufe0f]";
const WORD = `${LETTER}+(?:['\u2019.\\-_/]${LETTER}+)*`;
const EMOJI =
	"(?:\\p{RI}\\p{RI}|\\p{Extended_Pictographic}[\\p{EMod}\\ufe0f]*(?:\\u200d\\p{Extended_Pictographic}[\\p{EMod}\\ufe0f]*)*)";

const TOKEN = new RegExp(
	`([${CJK_CLASS}]${RIDER}*)|([${UNSPACED}\\p{M}]+)|(${WORD})|(\\s+${RIDER}*)|${EMOJI}[\\u{e0020}-\\u{e007f}]*${RIDER}*|[^]${RIDER}*`,
	"gu",
);

/** Cuts a text into tokens that join to the same text; no grapheme is split. */
export function tokens(text: string): readonly Token[] {
	const found: Token[] = [];
	for (const match of text.matchAll(TOKEN)) {
		const from = match.index;
		if (match[2] !== undefined) {
			for (const piece of segment(match[2])) {
				const at = from + piece.from;
				found.push({
					kind: "word",
					text: piece.text,
					from: at,
					to: at + piece.text.length,
				});
			}
			continue;
		}
		const isWord = match[1] !== undefined || match[3] !== undefined;
		const kind = isWord ? "word" : match[4] !== undefined ? "space" : "mark";
		found.push({ kind, text: match[0], from, to: from + match[0].length });
	}
	return found;
}

/** Words of Thai, Lao, Khmer or Burmese. A platform without a segmenter counts the run as one word. */
function segment(run: string): readonly Readonly<{ from: number; text: string }>[] {
	if (!("Segmenter" in Intl)) return [{ from: 0, text: run }];
	const segmenter = new Intl.Segmenter(undefined, { granularity: "word" });
	return [...segmenter.segment(run)].map((piece) => ({ from: piece.index, text: piece.segment }));
}

const WORD_ONLY = new RegExp(`([${CJK_CLASS}])|([${UNSPACED}]+)|(${WORD})`, "gu");

/** The words of a text in reading order, lower case, apostrophes straight, NFC. */
export function words(text: string): readonly string[] {
	const found: string[] = [];
	for (const match of text.matchAll(WORD_ONLY)) {
		if (match[2] !== undefined) found.push(...segment(match[2]).map((piece) => piece.text));
		else found.push(foldWord(match[0]));
	}
	return found;
}

/** How a word is compared: NFC, lower case, straight apostrophe. */
export function foldWord(word: string): string {
	return word
		.normalize("NFC")
		.replace(/\u2019/g, "'")
		.toLowerCase();
}

/** Words as DESIGN §5 counts them: CJK by character, other scripts by runs of letters. */
export function countWords(text: string): number {
	let count = 0;
	for (const match of text.matchAll(WORD_ONLY)) {
		count += match[2] === undefined ? 1 : segment(match[2]).length;
	}
	return count;
}
