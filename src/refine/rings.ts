import { isCjkText, hasCjk } from "../text/script";
import { words } from "../text/words";
import { commonLength } from "./lcs";
import {
	contentUnits,
	jensenShannon,
	kolmogorovSmirnov,
	profileOf,
	type Counts,
	type Profile,
} from "./profile";
import { stem } from "./word-classes";

/** One stretch before and after, in numbers that add up over stretches. */
export type Pair = Readonly<{
	before: Profile;
	after: Profile;
	/** Words of the longest common subsequence. */
	common: number;
	/** Content words and CJK pairs of the result, and those of them that are new. */
	content: number;
	fresh: number;
}>;

/** @param isKnown Whether a content word or CJK pair stands in the text that "new" is judged against. */
export function pairOf(before: string, after: string, isKnown: (unit: string) => boolean): Pair {
	const left = words(before);
	const right = words(after);
	const units = contentUnits(right);
	return {
		before: profileOf(before, left),
		after: profileOf(after, right),
		common: commonLength(left, right),
		content: units.length,
		fresh: units.filter((unit) => !isKnown(unit)).length,
	};
}

/** Knows the content of one text. */
export function knownUnits(text: string): (unit: string) => boolean {
	const list = words(text);
	const stems = new Set(list.map(stem));
	const pairs = new Set(contentUnits(list).filter(hasCjk));
	return (unit) => (hasCjk(unit) ? pairs.has(unit) : stems.has(stem(unit)));
}

/** How much of a stretch is the author's, and how much of its content is new. Both 0 to 1. */
export type Voice = Readonly<{ share: number; fresh: number }>;

export function voiceOf(
	pair: Pick<Pair, "common" | "content" | "fresh"> & { readonly after: Pick<Profile, "words"> },
): Voice {
	return {
		share: pair.after.words === 0 ? 1 : pair.common / pair.after.words,
		fresh: pair.content === 0 ? 0 : pair.fresh / pair.content,
	};
}

/** Ring 2 (refine.md §4.2, §4.5): the author's share must reach, the new content must not pass. */
export const SECTION_LIMIT = { share: 0.8, fresh: 0.1, freshCjk: 0.15 } as const;
/** Shorter sections say nothing about a voice. */
export const SECTION_MIN_WORDS = 100;

export type SectionRing = Voice & Readonly<{ isAccepted: boolean; isCjk: boolean }>;

export function ringSection(before: string, after: string): SectionRing {
	const pair = pairOf(before, after, knownUnits(before));
	return judgeSection(voiceOf(pair), isCjkText(before));
}

export function judgeSection(voice: Voice, isCjk: boolean): SectionRing {
	const most = isCjk ? SECTION_LIMIT.freshCjk : SECTION_LIMIT.fresh;
	const isAccepted = voice.share >= SECTION_LIMIT.share && voice.fresh <= most;
	return { ...voice, isAccepted, isCjk };
}

/** Shorter texts have no profile of function words and sentence lengths to speak of. */
const PROFILE_MIN_WORDS = 300;

export type Level = "green" | "amber" | "red";

/** Ring 3: the whole note. Null: not measured (Chinese has no contractions; nothing to compare). */
export type NoteRing = Voice &
	Readonly<{
		level: Level;
		/** Function-word distance, 0 to 1. */
		functionWords: number | null;
		sentenceLengths: number;
		/** Contractions kept, 0 to 1. */
		contractions: number | null;
		/** Words of machine polish that were not there, and em dashes added per 1,000 words. */
		modelWords: number;
		dashes: number;
	}>;

/** Thresholds of refine.md §4.3. */
export function ringNote(pair: Pair, isCjk: boolean): NoteRing {
	const { before, after } = pair;
	const voice = voiceOf(pair);
	const functionWords = isCjk ? null : jensenShannon(before.functionWords, after.functionWords);
	const sentenceLengths = kolmogorovSmirnov(before.sentenceLengths, after.sentenceLengths);
	const hadTen = !isCjk && before.contractions >= 10;
	const contractions = hadTen ? Math.min(1, after.contractions / before.contractions) : null;
	const modelWords = newlyCounted(before.modelWords, after.modelWords);
	const dashes =
		perThousand(after.dashes, after.words) - perThousand(before.dashes, before.words);
	const isPolished = modelWords > 1 && perThousand(modelWords, after.words) > 0.5;
	// In a short text one sentence less moves these two further than any rewrite of a long one.
	const isLong = before.words >= PROFILE_MIN_WORDS;
	const isGreen =
		voice.share >= 0.9 &&
		voice.fresh <= (isCjk ? 0.06 : 0.03) &&
		(!isLong || (functionWords ?? 0) <= 0.15) &&
		(!isLong || sentenceLengths <= 0.1) &&
		(contractions ?? 1) >= 0.9 &&
		!isPolished &&
		dashes <= 0.5;
	const isAmber =
		voice.share >= 0.8 &&
		voice.fresh <= (isCjk ? 0.15 : 0.1) &&
		(!isLong || (functionWords ?? 0) <= 0.2);
	const level = isGreen ? "green" : isAmber ? "amber" : "red";
	return { ...voice, level, functionWords, sentenceLengths, contractions, modelWords, dashes };
}

function newlyCounted(before: Counts, after: Counts): number {
	let count = 0;
	for (const [word, times] of after) count += Math.max(0, times - (before.get(word) ?? 0));
	return count;
}

function perThousand(count: number, all: number): number {
	return all === 0 ? 0 : (1000 * count) / all;
}
