import { isCjkText } from "../text/script";
import { sentences } from "../text/sentences";
import { countWords, words } from "../text/words";
import type { LocalFinding } from "./local-finding";
import { findRepeats } from "./local-repeats";
import { findDoubledWords, findLongSentences } from "./local-sentences";
import {
	findEarlyTerms,
	findEmptyHeadings,
	findLopsidedSections,
	findTableProse,
} from "./local-structure";
import { profileOf } from "./profile";
import { isProse } from "./sections";
import type { Snapshot } from "./snapshot";
import { meaningWords } from "./meaning-words";
import { isFirstPerson } from "./word-classes";

/** How the author writes, in numbers. Rates are per 1,000 words (characters in CJK). */
export type StyleProfile = Readonly<{
	isCjk: boolean;
	words: number;
	/** Words a sentence: half are shorter, nine of ten are shorter. */
	sentenceMedian: number;
	sentenceLong: number;
	contractions: number;
	firstPerson: number;
	hedges: number;
	dashes: number;
}>;

/** What can be found without a model and without a key. */
export type LocalMap = Readonly<{ findings: readonly LocalFinding[]; style: StyleProfile }>;

/**
 * Pass 0: reads the draft on this device, for nothing.
 * @param brief the author's answers to the brief's questions; empty without a project.
 */
export function localPass(snapshot: Snapshot, brief: readonly string[]): LocalMap {
	const findings = [
		...findRepeats(snapshot),
		...findTableProse(snapshot),
		...findDoubledWords(snapshot),
		...findLongSentences(snapshot),
		...findEarlyTerms(snapshot),
		...findEmptyHeadings(snapshot),
		...findLopsidedSections(snapshot, brief),
	];
	return { findings: findings.sort((a, b) => a.from - b.from), style: styleOf(snapshot) };
}

function styleOf(snapshot: Snapshot): StyleProfile {
	const prose = snapshot.blocks.filter((block) => isProse(block) && block.kind !== "heading");
	const text = prose.map((block) => snapshot.textOf(block)).join("\n\n");
	const list = words(text);
	const profile = profileOf(text, list);
	const lengths = sentences(text)
		.map((span) => countWords(text.slice(span.from, span.to)))
		.sort((a, b) => a - b);
	const rate = (count: number): number => (list.length === 0 ? 0 : (1000 * count) / list.length);
	return {
		isCjk: isCjkText(text),
		words: list.length,
		sentenceMedian: lengths[Math.floor(lengths.length / 2)] ?? 0,
		sentenceLong: lengths[Math.floor(lengths.length * 0.9)] ?? 0,
		contractions: rate(profile.contractions),
		firstPerson: rate(list.filter(isFirstPerson).length),
		hedges: rate(meaningWords(text, list).filter((hit) => hit.kind === "hedge").length),
		dashes: rate(profile.dashes),
	};
}
