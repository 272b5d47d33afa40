import { fold } from "../text/fold";
import { CJK_CLASS } from "../text/script";
import { sentences } from "../text/sentences";
import { tokens, type Token } from "../text/words";
import { VALUES } from "./number-words";
import { isFunctionWord } from "./word-classes";

// What a text states that can be checked letter by letter: numbers, what they count, names.

/** Numbers as values: thousands commas out, a final stop is no part. A minus counts where no word stands before it. */
export function numbersOf(text: string): readonly string[] {
	return [...text.matchAll(/(^|[\s(|=:])?([-\u2212])?(\d[\d,]*(?:\.\d+)?%?)/g)].map(
		([, before, minus, number = ""]) => {
			const value = number.replace(/,(?=\d{3}(?!\d))/g, "").replace(/,$/, "");
			return minus !== undefined && before !== undefined ? `-${value}` : value;
		},
	);
}

/** Before what is counted, or after "第": elsewhere these characters are parts of words ("万一"). */
const CHINESE_NUMBER =
	/[一二三四五六七八九十百\d]+分之[一二三四五六七八九十百\d]+|第[一二三四五六七八九十百]+|(?:[二两三四五六七八九十百千万亿]|一(?=[十百千万亿〇零一二三四五六七八九]))[〇零一二三四五六七八九十百千万亿]*(?=[个年月天日号点秒人户次倍成斤里米克元块岁种件成折篇张本步层家位名页章句字条台辆吨度杯碗代遍]|分钟|小时|公[里斤]|毫升)/g;

/** "A third", "three quarters". "Half" is a quantifier. */
const FRACTION =
	/\b(?:a|one|two|three|four|five|\d{1,2})[ -](third|quarter|fifth|sixth|seventh|eighth|ninth|tenth|hundredth)s?\b/gi;

/** Numbers written out, as digits where they are short: "two" is "2", "twenty-six" is "26". */
export function numberWordsOf(text: string, words: readonly string[]): readonly string[] {
	const fractions = [...text.matchAll(FRACTION)].map(([, part = ""]) => part.toLowerCase());
	return [...words.flatMap(valuesOf), ...fractions, ...(text.match(CHINESE_NUMBER) ?? [])];
}

/** A word may hold several: "two-thirds", "ninety-nine-year". */
function valuesOf(word: string): readonly string[] {
	const found: string[] = [];
	let tens = 0;
	for (const part of word.split("-")) {
		const value = VALUES.get(part) ?? (tens > 0 && part === "one" ? "1" : undefined);
		const ones = Number(value);
		if (tens > 0 && ones > 0 && ones < 10) found.splice(-1, 1, String(tens + ones));
		else if (value !== undefined) found.push(value);
		tens = ones >= 20 && ones < 100 ? ones : 0;
	}
	return found;
}

/** A number and what it counts. `unit` as written; null: none stands beside it. */
export type Measure = Readonly<{ value: string; unit: string | null }>;

const MEASURE = new RegExp(
	`([€$£¥₹]?)\\s?(\\d[\\d.,]*)\\s?(°\\s?\\p{L}|[%‰℃℉]|[${CJK_CLASS}]|\\p{L}+)?`,
	"gu",
);

export function measuresOf(text: string): readonly Measure[] {
	return [...text.matchAll(MEASURE)].map(([, currency, value = "", after]) => ({
		value: value.replace(/[.,]$/, ""),
		unit: currency === undefined || currency === "" ? (after ?? null) : currency,
	}));
}

/**
 * Capitalised words away from a sentence's start, words with capitals or digits inside, and a sentence's first word
 * where another name follows it ("Hanna Brandt wrote") or where the note shows it to be one.
 * @param known names of the note, lower case
 * @param where in a heading capitals say nothing
 */
export function namesOf(
	text: string,
	known: ReadonlySet<string> = NO_NAMES,
	where: "prose" | "heading" = "prose",
): readonly string[] {
	const plain = fold(text).cased;
	const found: string[] = [...(text.match(CHINESE_TITLE) ?? [])];
	for (const sentence of sentences(plain)) {
		const all = tokens(plain.slice(sentence.from, sentence.to));
		const inside = all.filter((token) => token.kind === "word");
		const isTitle = where === "heading" || isTitleCase(inside.map((token) => token.text));
		inside.forEach((token, index) => {
			const word = token.text.replace(/'s$/, "");
			const isFirst =
				index === 0 &&
				(known.has(word.toLowerCase()) ||
					opensName(token, inside[1], plain, sentence.from));
			const isCapital = index > 0 && !isTitle && isCapitalised(word);
			if (isFirst || isCapital || /\p{Lu}.*\p{Lu}|\p{Ll}\p{Lu}|\d\p{L}|\p{L}\d/u.test(word))
				found.push(word);
		});
	}
	return found;
}

/** A work by its title: 《红楼梦》. */
const CHINESE_TITLE = /《[^《》\n]{1,60}》/g;

const NO_NAMES: ReadonlySet<string> = new Set();

/** Words that stand with a capital inside a sentence and nowhere without one, lower case. */
export function namesKnownIn(text: string): ReadonlySet<string> {
	const lower = new Set<string>();
	const capital = new Set<string>();
	for (const { 0: word, index } of text.matchAll(/\p{L}[\p{L}\p{M}]+/gu)) {
		if (/^\p{Ll}/u.test(word)) lower.add(word);
		else if (/[\p{L}\p{N},;] $/u.test(text.slice(Math.max(0, index - 2), index)))
			capital.add(word);
	}
	return new Set(
		[...capital].map((word) => word.toLowerCase()).filter((word) => !lower.has(word)),
	);
}

/** Words that never stand in lower case, at whatever place, lower case. Many only open a sentence. */
export function capitalsIn(text: string): ReadonlySet<string> {
	const lower = new Set<string>();
	const capital = new Set<string>();
	for (const [word] of text.matchAll(/\p{L}[\p{L}\p{M}]+/gu)) {
		if (/^\p{Ll}/u.test(word)) lower.add(word);
		else if (/^\p{Lu}/u.test(word)) capital.add(word.toLowerCase());
	}
	return new Set([...capital].filter((word) => !lower.has(word)));
}

/** "Hanna Brandt": two capitals side by side, the first no small word and no "Basically". */
function opensName(first: Token, second: Token | undefined, text: string, from: number): boolean {
	if (second === undefined || !isCapitalised(first.text) || !isCapitalised(second.text))
		return false;
	const word = first.text.toLowerCase();
	if (isFunctionWord(word) || word.endsWith("ly")) return false;
	return text.slice(from + first.to, from + second.from) === " ";
}

function isCapitalised(word: string): boolean {
	return /^\p{Lu}/u.test(word) && word !== "I" && !word.startsWith("I'");
}

/** "Control Scope with Modules": capitals say nothing where all words of content have them. */
function isTitleCase(list: readonly string[]): boolean {
	const content = list.filter((word) => !isFunctionWord(word.toLowerCase()));
	return content.length > 2 && content.every(isCapitalised);
}
