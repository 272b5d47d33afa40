import { fold } from "../text/fold";
import { countWords } from "../text/words";
import type { Case } from "./guard-case";
import { reason, type Reason } from "./suggestion";
import { isContentWord } from "./word-classes";

// Rule `long-cut`: how much of what was said goes at once.

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

/** Two sentences become one, and words go with the end of the first: what it said may go with them. */
export function mergeRule({ snapshot, changes, twin, removed, isCjk }: Case): Reason | null {
	const count = isCjk ? removed.length : removed.filter(isContentWord).length;
	if (twin !== null || count < (isCjk ? 5 : 2)) return null;
	const isMerge = changes.some(({ from, to }) => {
		const gone = snapshot.text.slice(from, to);
		const before = snapshot.text.slice(Math.max(0, from - 2), from);
		const after = snapshot.text.slice(to, to + 2);
		return (
			/[.!?]["'\u2019\u201d)]*\s|[。！？]/.test(gone) &&
			/[\p{L}\p{N},;，；、]\s?$/u.test(before) &&
			/^\s?["'\u2018\u201c\u300c]?[\p{L}\p{N}]/u.test(after)
		);
	});
	return isMerge ? reason("long-cut", "amber", "merged", { count: removed.length }) : null;
}

function isWholeBlock(one: Case): boolean {
	const words = countWords(fold(one.snapshot.textOf(one.block)).cased);
	return one.after.length === 0 && one.before.length >= words;
}
