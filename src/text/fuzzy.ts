import type { Span } from "./edit";

/** More comparisons than this take too long for one quote: then there is no fuzzy match. */
const MAX_WORK = 4_000_000;

/**
 * The stretch of `text` closest to `needle` by edits of single characters (Sellers 1980), if it needs at most
 * `maxEdits` and no other place comes within one edit of it. Null: none, or no clear winner.
 */
export function closestMatch(text: string, needle: string, maxEdits: number): Span | null {
	if (maxEdits < 1 || text === "" || text.length * needle.length > MAX_WORK) return null;
	const { edits, starts } = searchTable(text, needle);
	let best = -1;
	let least = maxEdits + 1;
	edits.forEach((count, end) => {
		if (count < least) {
			least = count;
			best = end;
		}
	});
	if (best === -1) return null;
	const from = starts[best] ?? 0;
	const isRival = edits.some((count, end) => {
		const isElsewhere = (starts[end] ?? 0) >= best || end <= from;
		return isElsewhere && count <= least + Math.max(1, Math.floor(needle.length * 0.05));
	});
	return isRival ? null : { from, to: best };
}

/** For every end in `text`: the fewest edits of a match ending there, and where that match begins. */
function searchTable(
	text: string,
	needle: string,
): Readonly<{ edits: number[]; starts: number[] }> {
	const size = needle.length + 1;
	let costs = Array.from({ length: size }, (_, row) => row);
	let begins = new Array<number>(size).fill(0);
	const edits = [needle.length];
	const starts = [0];
	for (let end = 1; end <= text.length; end++) {
		const nextCosts = [0];
		const nextBegins = [end];
		const character = text.charCodeAt(end - 1);
		for (let row = 1; row < size; row++) {
			const isSame = character === needle.charCodeAt(row - 1);
			const both = (costs[row - 1] ?? 0) + (isSame ? 0 : 1);
			const skipText = (costs[row] ?? 0) + 1;
			const skipNeedle = (nextCosts[row - 1] ?? 0) + 1;
			const least = Math.min(both, skipText, skipNeedle);
			nextCosts.push(least);
			if (least === both) nextBegins.push(begins[row - 1] ?? 0);
			else nextBegins.push((least === skipText ? begins[row] : nextBegins[row - 1]) ?? 0);
		}
		costs = nextCosts;
		begins = nextBegins;
		edits.push(costs[size - 1] ?? 0);
		starts.push(begins[size - 1] ?? 0);
	}
	return { edits, starts };
}
