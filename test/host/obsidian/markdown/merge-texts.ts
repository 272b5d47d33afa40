/** Joining two versions of a text, and the smallest edit between two. */
import { applyPatch, structuredPatch } from "diff";

/** One replacement that turns `before` into `after`; null when they are equal. Keeps cursors outside it. */
export function smallestChange(
	before: string,
	after: string,
): { from: number; to: number; insert: string } | null {
	if (before === after) return null;
	const shorter = Math.min(before.length, after.length);
	let start = 0;
	while (start < shorter && before[start] === after[start]) start += 1;
	let end = 0;
	while (
		end < shorter - start &&
		before[before.length - 1 - end] === after[after.length - 1 - end]
	)
		end += 1;
	return { from: start, to: before.length - end, insert: after.slice(start, after.length - end) };
}

/**
 * Own changes since `base`, applied to what the disk says now. [M] The app merges with
 * diff-match-patch and drops what does not fit; where lines clash here, the own text stays.
 */
export function mergedText(base: string, own: string, disk: string): string {
	const patch = structuredPatch("base", "own", base, own, "", "", { context: 1 });
	const joined = applyPatch(disk, patch, { fuzzFactor: 1 });
	return joined === false ? own : joined;
}
