import { hasCjk } from "../text/script";
import type { Case } from "./guard-case";
import { reason, type Reason } from "./suggestion";
import { isConnective, isContentWord, isFunctionWord, stem } from "./word-classes";

// Rules `cut-cap`, `connect-cap`, `typo-cap` and `edit-cap`: how much may come in. Thresholds: refine.md §4.1, §4.5.

/** Content words that are nowhere in the note, as stems. */
export function newStems(one: Case): readonly string[] {
	const known = one.snapshot.vocabulary().stems;
	return one.added.filter(
		(word) => !hasCjk(word) && isContentWord(word) && !known.has(stem(word)),
	);
}

/** Neighbouring CJK characters of the result that stand nowhere in the note. */
export function newBigrams(one: Case): readonly string[] {
	const known = one.snapshot.vocabulary().bigrams;
	const found = new Set<string>();
	for (let at = 0; at + 1 < one.after.length; at++) {
		const left = one.after[at] ?? "";
		const right = one.after[at + 1] ?? "";
		if (hasCjk(left) && hasCjk(right) && !known.has(left + right)) found.add(left + right);
	}
	return [...found];
}

export function cutCap(one: Case): Reason | null {
	if (one.edit.r.trim() === "") return null;
	if (one.result.length >= one.source.length) return reason("cut-cap", "block", "cut-longer");
	if (one.isCjk) {
		const isTooMuch = one.added.length > 2 || newBigrams(one).length > 3;
		return isTooMuch
			? reason("cut-cap", "block", "cut-added", { words: one.added.join("") })
			: null;
	}
	const content = one.added.filter(isContentWord);
	const functional = one.added.length - content.length;
	const isTooMuch = functional > 2 || content.length > 1 || newStems(one).length > 0;
	return isTooMuch
		? reason("cut-cap", "block", "cut-added", { words: one.added.join(" ") })
		: null;
}

export function connectCap(one: Case): Reason | null {
	if (one.added.length > 8)
		return reason("connect-cap", "block", "connect-long", { count: one.added.length });
	if (one.isCjk) return null;
	const fresh = newStems(one).filter((word) => !isConnective(word));
	return fresh.length > 0
		? reason("connect-cap", "block", "connect-new", { words: fresh.join(" ") })
		: null;
}

export function typoCap(one: Case): Reason | null {
	const { added, removed } = one;
	if (Math.abs(one.before.length - one.after.length) > 1)
		return reason("typo-cap", "block", "typo-count");
	const pairs = Math.max(added.length, removed.length);
	// A word that went to another place is a rewrite, not a slip.
	const isMoved = added.some((word) => removed.includes(word));
	if (one.isCjk && pairs <= 2 && !isMoved && !isOtherWord(one)) return null;
	if (!one.isCjk && isSmallWord(one)) return null;
	// The whole run at once: a word written apart ("can not") or together is one slip.
	const isTooFar =
		isMoved ||
		pairs > 3 ||
		letterEdits(removed.join(""), added.join(""), 2 * pairs + 1) > 2 * pairs;
	return one.isCjk || isTooFar
		? reason("typo-cap", "block", "typo-letters", { word: added.join(" ") })
		: null;
}

/** Two characters side by side give way to two others: that is another word. A slip leaves one of them. */
function isOtherWord({ removedRuns, added, removed }: Case): boolean {
	const isPair = removedRuns.some((run) => run.length === 2 && run.every(hasCjk));
	return isPair && added.length === 2 && removed.length === 2;
}

/** One small word comes or goes, or a word stood twice. */
function isSmallWord(one: Case): boolean {
	const [word, ...others] = [...one.added, ...one.removed];
	if (word === undefined || others.length > 0) return false;
	const isDoubled = one.before.some(
		(other, index) => other === word && one.before[index + 1] === word,
	);
	return isDoubled || isFunctionWord(word);
}

export function editCap(one: Case): Reason | null {
	const { before, after, added } = one;
	const fresh = newStems(one);
	if (fresh.length > 2)
		return reason("edit-cap", "block", "edit-new", { words: fresh.join(" ") });
	const most = one.isCjk ? 20 : 12;
	if (added.length > most)
		return reason("edit-cap", "block", "edit-long", { count: added.length });
	if (after.length > Math.ceil(before.length * 1.1) + 2)
		return reason("edit-cap", "block", "edit-grows");
	const share = after.length === 0 ? 1 : one.common / after.length;
	if (after.length > 5 && share < 0.5) {
		return reason("edit-cap", "block", "edit-share", { percent: Math.round(share * 100) });
	}
	return null;
}

/** Letters to change between two words (Damerau: a swapped pair is one), given up at `most`. */
function letterEdits(a: string, b: string, most: number): number {
	if (Math.abs(a.length - b.length) >= most) return most;
	let older: number[] = [];
	let last = Array.from({ length: b.length + 1 }, (_, column) => column);
	for (let row = 1; row <= a.length; row++) {
		const next = [row];
		for (let column = 1; column <= b.length; column++) {
			const isSame = a[row - 1] === b[column - 1];
			let least = Math.min(
				(last[column] ?? 0) + 1,
				(next[column - 1] ?? 0) + 1,
				(last[column - 1] ?? 0) + (isSame ? 0 : 1),
			);
			if (a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
				least = Math.min(least, (older[column - 2] ?? 0) + 1);
			}
			next.push(least);
		}
		older = last;
		last = next;
	}
	return last[b.length] ?? most;
}
