import { fold } from "../text/fold";
import { sentences } from "../text/sentences";
import { countWords, tokens, words } from "../text/words";
import type { Case } from "./guard-case";
import { reason, type Reason, type ReasonKey } from "./suggestion";
import type { Vocabulary } from "./snapshot";
import { isContentWord, meaningWords, stem } from "./word-classes";

// Rules `new-fact`, `meaning` and `long-cut`: what a claim says and how much of it goes.

/** A number not in the quote, or a name that is nowhere in the note. */
export function newFactRule(one: Case): readonly Reason[] {
	const number = numbersOf(one.result).find((value) => !numbersOf(one.source).includes(value));
	if (number !== undefined) return [reason("new-fact", "block", "fact-number", { word: number })];
	const known = one.snapshot.vocabulary();
	const mine = namesOf(one.source);
	const name = namesOf(one.result).find((word) => !mine.includes(word) && !isKnown(word, known));
	return name === undefined ? [] : [reason("new-fact", "block", "fact-name", { word: name })];
}

/** A name of the note, also in another case or number, and a compound of known parts. */
function isKnown(name: string, known: Vocabulary): boolean {
	const isHere = (word: string): boolean => known.words.has(word) || known.stems.has(stem(word));
	const word = name.toLowerCase();
	return isHere(word) || word.split(/[-./]/).every((part) => part === "" || isHere(part));
}

/** Numbers as values: thousands commas out, a final stop is no part. */
export function numbersOf(text: string): readonly string[] {
	const found = text.match(/\d[\d,]*(?:\.\d+)?%?/g) ?? [];
	return found.map((number) => number.replace(/,(?=\d{3}(?!\d))/g, "").replace(/,$/, ""));
}

/** Capitalised words away from a sentence's start, and words with capitals or digits inside. */
export function namesOf(text: string): readonly string[] {
	const plain = fold(text).cased;
	const found: string[] = [];
	for (const sentence of sentences(plain)) {
		const inside = tokens(plain.slice(sentence.from, sentence.to))
			.filter((token) => token.kind === "word")
			.map((token) => token.text.replace(/'s$/, ""));
		const isTitle = isTitleCase(inside);
		inside.forEach((word, index) => {
			const isCapital = index > 0 && !isTitle && isCapitalised(word);
			if (isCapital || /\p{Lu}.*\p{Lu}|\p{Ll}\p{Lu}|\d\p{L}|\p{L}\d/u.test(word))
				found.push(word);
		});
	}
	return found;
}

function isCapitalised(word: string): boolean {
	return /^\p{Lu}/u.test(word) && word !== "I" && !word.startsWith("I'");
}

/** "Control Scope with Modules": capitals say nothing where all longer words have them. */
function isTitleCase(list: readonly string[]): boolean {
	const long = list.filter((word) => word.length > 4);
	return long.length > 1 && long.every(isCapitalised);
}

/** A number, negation, hedge, modal, quantifier or name lost or changed, unless the twin still says it. */
export function meaningRule(one: Case): readonly Reason[] {
	const twin = one.twin === null ? "" : twinSentence(one);
	const reasons: Reason[] = [];
	const add = (key: ReasonKey, word: string, verdict: "amber" | "block" = "amber"): void => {
		reasons.push(reason("meaning", verdict, key, { word }));
	};
	const before = meaningWords(one.source, one.before);
	const after = meaningWords(one.result, one.after);
	const said = meaningWords(twin, words(twin)).map((hit) => hit.word);
	const labels = (hits: typeof before): readonly string[] => hits.map((hit) => hit.word);
	for (const hit of before) {
		if (isLost(hit.word, labels(before), [...labels(after), ...said]))
			add(`meaning-${hit.kind}-lost`, hit.word);
	}
	const isDenied = before.some((hit) => hit.kind === "negation");
	for (const hit of after) {
		if (!isLost(hit.word, labels(after), labels(before))) continue;
		// A "not" out of nothing turns the claim around; "no" for "not" may not.
		const isTurn = hit.kind === "negation" && !isDenied && one.added.includes(hit.word);
		add(`meaning-${hit.kind}-new`, hit.word, isTurn ? "block" : "amber");
	}
	for (const [kind, read] of [
		["number", numbersOf],
		["name", namesOf],
	] as const) {
		const mine = read(one.source);
		const kept = [...read(one.result), ...read(twin)];
		const lost = mine.find(
			(word) => isLost(word, mine, kept) && !one.after.includes(word.toLowerCase()),
		);
		if (lost !== undefined) add(`meaning-${kind}-lost`, lost);
	}
	return unique(reasons);
}

/** The twin's whole sentence: `ref` quotes only its begin. */
function twinSentence(one: Case): string {
	const { twin, snapshot } = one;
	if (twin === null) return "";
	const block = snapshot.blockAt(twin.from);
	return block === null
		? ""
		: snapshot.text.slice(
				twin.from,
				Math.min(block.to, twin.from + 2 * one.source.length + 80),
			);
}

/** True where `there` holds the word fewer times than `here`. */
function isLost(word: string, here: readonly string[], there: readonly string[]): boolean {
	const times = (list: readonly string[]): number => list.filter((one) => one === word).length;
	return times(there) < times(here);
}

function unique(reasons: readonly Reason[]): readonly Reason[] {
	const seen = new Set<string>();
	return reasons.filter((one) => {
		const key = `${one.key} ${String(one.params.word)}`;
		if (seen.has(key)) return false;
		seen.add(key);
		return true;
	});
}

/** More than 6 words (12 characters) cut in one go with no twin is amber; a whole block is no cut of a model's to make. */
export function longCutRule(one: Case): Reason | null {
	if (one.twin !== null) return null;
	const count = Math.max(0, ...one.removedRuns.map((run) => run.length));
	if (count <= (one.isCjk ? 12 : 6)) return null;
	if (isWholeBlock(one)) return reason("long-cut", "block", "long-cut-block", { count });
	// "What I want to say here is that" is long and says nothing.
	const saysLittle = one.after.length > 0 && one.removed.filter(isContentWord).length < 3;
	if (saysLittle && !one.isCjk) return null;
	return reason("long-cut", "amber", "long-cut", { count });
}

function isWholeBlock(one: Case): boolean {
	const words = countWords(fold(one.snapshot.textOf(one.block)).cased);
	return one.after.length === 0 && one.before.length >= words;
}
