import { hasCjk } from "../text/script";
import { sentences } from "../text/sentences";
import { countWords, words } from "../text/words";
import { isContentWord, isContraction, isFunctionWord, isModelWord } from "./word-classes";

/** How often each value occurs. */
export type Counts = ReadonlyMap<string, number>;

/** What a text is like, in counts that add up: a note is the sum of its blocks. */
export type Profile = Readonly<{
	words: number;
	functionWords: Counts;
	/** Sentences by their length in words; the key is the number as text. */
	sentenceLengths: Counts;
	contractions: number;
	modelWords: Counts;
	/** Em dashes, also written `--`. */
	dashes: number;
}>;

export function profileOf(text: string, list: readonly string[] = words(text)): Profile {
	return {
		words: list.length,
		functionWords: countOf(list.filter(isFunctionWord)),
		sentenceLengths: countOf(sentenceLengths(text)),
		contractions: list.filter(isContraction).length,
		modelWords: countOf(list.filter(isModelWord)),
		dashes: text.match(/\u2014|(?:[^-]|^)--(?=[^-]|$)/g)?.length ?? 0,
	};
}

function sentenceLengths(text: string): readonly string[] {
	return sentences(text)
		.map((span) => countWords(text.slice(span.from, span.to)))
		.filter((count) => count > 0)
		.map(String);
}

export function countOf(list: readonly string[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const one of list) counts.set(one, (counts.get(one) ?? 0) + 1);
	return counts;
}

export const EMPTY_PROFILE: Profile = {
	words: 0,
	functionWords: new Map(),
	sentenceLengths: new Map(),
	contractions: 0,
	modelWords: new Map(),
	dashes: 0,
};

export function addProfiles(a: Profile, b: Profile): Profile {
	return combine(a, b, 1);
}

/** `a` without `b`, which is a part of it. */
export function subtractProfile(a: Profile, b: Profile): Profile {
	return combine(a, b, -1);
}

function combine(a: Profile, b: Profile, sign: 1 | -1): Profile {
	return {
		words: a.words + sign * b.words,
		functionWords: combineCounts(a.functionWords, b.functionWords, sign),
		sentenceLengths: combineCounts(a.sentenceLengths, b.sentenceLengths, sign),
		contractions: a.contractions + sign * b.contractions,
		modelWords: combineCounts(a.modelWords, b.modelWords, sign),
		dashes: a.dashes + sign * b.dashes,
	};
}

function combineCounts(a: Counts, b: Counts, sign: 1 | -1): Counts {
	if (b.size === 0) return a;
	const sum = new Map(a);
	for (const [key, count] of b) {
		const value = (sum.get(key) ?? 0) + sign * count;
		if (value === 0) sum.delete(key);
		else sum.set(key, value);
	}
	return sum;
}

/** Words that carry content, for telling what is new: words, and pairs of neighbouring CJK characters. */
export function contentUnits(list: readonly string[]): readonly string[] {
	const units: string[] = [];
	list.forEach((word, index) => {
		if (!hasCjk(word)) {
			if (isContentWord(word)) units.push(word);
			return;
		}
		const next = list[index + 1];
		if (next !== undefined && hasCjk(next)) units.push(word + next);
	});
	return units;
}

/** Square root of the Jensen-Shannon divergence (base 2) of two counts, 0 to 1. Null: one is empty. */
export function jensenShannon(a: Counts, b: Counts): number | null {
	const totalA = sum(a);
	const totalB = sum(b);
	if (totalA === 0 || totalB === 0) return null;
	let divergence = 0;
	for (const key of new Set([...a.keys(), ...b.keys()])) {
		const p = (a.get(key) ?? 0) / totalA;
		const q = (b.get(key) ?? 0) / totalB;
		const middle = (p + q) / 2;
		if (p > 0) divergence += (p * Math.log2(p / middle)) / 2;
		if (q > 0) divergence += (q * Math.log2(q / middle)) / 2;
	}
	return Math.sqrt(Math.max(0, divergence));
}

/** Two-sample Kolmogorov-Smirnov distance of counted numbers. */
export function kolmogorovSmirnov(a: Counts, b: Counts): number {
	const totalA = sum(a);
	const totalB = sum(b);
	if (totalA === 0 || totalB === 0) return 0;
	const keys = [...new Set([...a.keys(), ...b.keys()])].sort((x, y) => Number(x) - Number(y));
	let atA = 0;
	let atB = 0;
	let most = 0;
	for (const key of keys) {
		atA += (a.get(key) ?? 0) / totalA;
		atB += (b.get(key) ?? 0) / totalB;
		most = Math.max(most, Math.abs(atA - atB));
	}
	return most;
}

function sum(counts: Counts): number {
	let total = 0;
	for (const count of counts.values()) total += count;
	return total;
}
