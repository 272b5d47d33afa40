import { fold } from "../text/fold";
import { countWords, words } from "../text/words";
import { measuresOf, namesOf, numbersOf, numberWordsOf } from "./facts-in";
import type { Case } from "./guard-case";
import { meaningWords } from "./meaning-words";
import { turnedPair } from "./opposites";
import { reason, type Reason, type ReasonKey } from "./suggestion";
import type { Vocabulary } from "./snapshot";
import { isContentWord, stem } from "./word-classes";

// Rules `new-fact`, `meaning` and `long-cut`: what a claim says and how much of it goes.

/** A number not in the quote, or a name that is nowhere in the note. */
export function newFactRule(one: Case): readonly Reason[] {
	// "4 bytes" for "four bytes" says the same.
	const said = [...numbersOf(one.source), ...numberWordsOf(one.source, one.before)];
	if (one.before.includes("one")) said.push("1");
	const number = numbersOf(one.result).find((value) => !said.includes(value));
	if (number !== undefined) return [reason("new-fact", "block", "fact-number", { word: number })];
	const written = changedNumberWord(one);
	if (written !== null) return [reason("new-fact", "block", "fact-number", { word: written })];
	const known = one.snapshot.vocabulary();
	const isHeading = /^#{1,6}[ \t]/.test(one.snapshot.textOf(one.block));
	const where = isHeading ? "heading" : "prose";
	const mine = namesOf(one.source, known.names, where);
	const name = namesOf(one.result, known.names, where).find(
		(word) => !mine.includes(word) && !isKnown(word, known),
	);
	return name === undefined ? [] : [reason("new-fact", "block", "fact-name", { word: name })];
}

/** "Two" where "three" stood. One that comes in alone may only say what the words meant ("a couple of"). */
function changedNumberWord(one: Case): string | null {
	const values = (text: string, list: readonly string[]): readonly string[] => [
		...numbersOf(text),
		...numberWordsOf(text, list),
	];
	const before = values(one.source, one.before);
	const after = values(one.result, one.after);
	const isGone = before.some((value) => isLost(value, before, after));
	const come = numberWordsOf(one.result, one.after).find((value) => !before.includes(value));
	return isGone && come !== undefined ? come : null;
}

/** A name of the note, also in another case or number, and a compound of known parts. */
function isKnown(name: string, known: Vocabulary): boolean {
	const isHere = (word: string): boolean => known.words.has(word) || known.stems.has(stem(word));
	const word = name.toLowerCase();
	return isHere(word) || word.split(/[-./]/).every((part) => part === "" || isHere(part));
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
	const { names } = one.snapshot.vocabulary();
	const numbers = (text: string): readonly string[] => [
		...numbersOf(text),
		...numberWordsOf(text, words(text)),
	];
	for (const [kind, read] of [
		["number", numbers],
		["name", (text: string) => namesOf(text, names)],
	] as const) {
		const mine = read(one.source);
		const kept = [...read(one.result), ...read(twin)];
		const lost = mine.find(
			(word) => isLost(word, mine, kept) && !one.after.includes(word.toLowerCase()),
		);
		if (lost !== undefined) add(`meaning-${kind}-lost`, lost);
	}
	const turned = turnedPair(one.removed, one.added);
	if (turned !== null)
		reasons.push(
			reason("meaning", "amber", "meaning-turned", { gone: turned[0], come: turned[1] }),
		);
	const unit = changedUnit(one);
	if (unit !== null) add("meaning-unit", unit);
	if (isNoQuestion(one)) reasons.push(reason("meaning", "amber", "meaning-question"));
	return unique(reasons);
}

/** "60 gallons" where "60 litres" stood: the number stays and counts something else. */
function changedUnit(one: Case): string | null {
	const before = measuresOf(one.source);
	for (const { value, unit } of measuresOf(one.result)) {
		if (unit === null || before.some((other) => other.unit === unit)) continue;
		const mine = before.find((other) => other.value === value && other.unit !== null)?.unit;
		if (mine === undefined || mine === null || one.after.includes(mine.toLowerCase())) continue;
		// A slip in a long word is no other unit.
		if (one.context.pass === "typos" && unit.length > 4) continue;
		if (!one.before.includes(unit.toLowerCase())) return `${value} ${unit}`;
	}
	return null;
}

/** The author asked, and would now be stating it. */
function isNoQuestion(one: Case): boolean {
	const asks = (text: string): number => text.split(/[?？]/).length - 1;
	return asks(one.source) > asks(one.result) && one.after.length > 0;
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
