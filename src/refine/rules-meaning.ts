import { words } from "../text/words";
import { changedPeople } from "./changed-people";
import { isOtherName } from "./chinese-names";
import { measuresOf, namesOf, numbersOf, numberWordsOf } from "./facts-in";
import type { Case } from "./guard-case";
import { meaningWords } from "./meaning-words";
import { turnedPair } from "./opposites";
import { reason, type Reason, type ReasonKey } from "./suggestion";
import type { Vocabulary } from "./snapshot";
import { isConnective, isContentWord, stem } from "./word-classes";

// Rules `new-fact` and `meaning`: what a claim says.

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
	const other = name ?? strangerIn(one);
	return other === undefined ? [] : [reason("new-fact", "block", "fact-name", { word: other })];
}

/** A Chinese name where another stood, and nowhere else in the note. */
function strangerIn(one: Case): string | undefined {
	return changedPeople(one).find(
		({ name, becomes }) => isOtherName(name, becomes) && !one.snapshot.text.includes(becomes),
	)?.becomes;
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
	const isSlip = isWrittenApart(one);
	for (const hit of isSlip ? [] : before) {
		if (isLost(hit.word, labels(before), [...labels(after), ...said]))
			add(`meaning-${hit.kind}-lost`, hit.word);
	}
	const isDenied = before.some((hit) => hit.kind === "negation");
	for (const hit of isSlip ? [] : after) {
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
	const person = [...changedPeople(one).map(({ name }) => name), ...changedOpener(one)].find(
		(name) => !twin.includes(name),
	);
	if (person !== undefined) add("meaning-name-lost", person);
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

/** One name of the note for another at the start of a sentence, where every word has a capital. */
function changedOpener({ snapshot, removed, added, context }: Case): readonly string[] {
	const { capitals } = snapshot.vocabulary();
	const isName = (word: string): boolean =>
		capitals.has(word.replace(/'s$/, "")) && isContentWord(word) && !isConnective(word);
	const gone = removed.find(isName);
	const isSwap = gone !== undefined && added.some((word) => isName(word));
	return isSwap && context.pass !== "typos" ? [gone] : [];
}

/** "All ready" for "already", "may be" for "maybe": the letters stay, and no word comes or goes. */
function isWrittenApart({ context, removed, added }: Case): boolean {
	if (context.pass !== "typos" || removed.length === added.length) return false;
	const [gone, come] = [removed.join(""), added.join("")];
	return come !== "" && Math.abs(gone.length - come.length) < 2 && come.endsWith(gone.slice(-3));
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
