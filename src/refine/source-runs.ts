import { hasCjk } from "../text/script";

/** So many words in a row (characters in CJK) are a copy, not a coincidence (refine.md §4.1). */
const RUN = 6;
const CJK_RUN = 10;

/** Runs of 6 words, and of 10 characters where all are CJK. */
export function runsOf(words: readonly string[]): ReadonlySet<string> {
	const runs = new Set<string>();
	for (let at = 0; at < words.length; at++) {
		const run = runAt(words, at);
		if (run !== null) runs.add(run);
	}
	return runs;
}

/** The run that begins at a word; null where the text ends before it is long enough. */
export function runAt(words: readonly string[], at: number): string | null {
	const isCjk = hasCjk(words[at] ?? "");
	const length = isCjk ? CJK_RUN : RUN;
	if (at + length > words.length) return null;
	return words.slice(at, at + length).join(" ");
}
