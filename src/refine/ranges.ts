import { countWords } from "../text/words";
import { askedBlocks, type BlockRange } from "./prompt";
import type { Snapshot } from "./snapshot";

/** Words one call answers for: about 40 edits, well within 8,000 tokens of answer. */
const WORDS_PER_CALL = 2_500;

/** Cuts the draft into ranges for single calls, at headings where there are any near. */
export function splitRanges(
	snapshot: Snapshot,
	within: BlockRange,
	wordsPerCall = WORDS_PER_CALL,
): readonly BlockRange[] {
	const ranges: BlockRange[] = [];
	let from: number | null = null;
	let last = within.from;
	let count = 0;
	for (const block of askedBlocks(snapshot)) {
		if (block.id < within.from || block.id > within.to) continue;
		const size = countWords(snapshot.textOf(block));
		const isFull = count + size > wordsPerCall;
		const isGoodPlace = block.kind === "heading" && count > wordsPerCall / 2;
		if (from !== null && count > 0 && (isFull || isGoodPlace)) {
			ranges.push({ from, to: last });
			from = null;
			count = 0;
		}
		from ??= block.id;
		last = block.id;
		count += size;
	}
	if (from !== null) ranges.push({ from, to: last });
	return ranges;
}

/** Words of a draft that one request can show: 2.1 tokens each leave room in a window of 200,000 tokens. */
const WORDS_PER_WINDOW = 70_000;

/** A stretch of the draft that one request shows. `shown` null: the whole draft fits. */
export type DraftWindow = Readonly<{ range: BlockRange; shown: BlockRange | null }>;

/** The windows a range falls into; more than one where the draft is beyond what a request can hold. */
export function windowsOf(
	snapshot: Snapshot,
	within: BlockRange,
	wordsPerWindow = WORDS_PER_WINDOW,
): readonly DraftWindow[] {
	const all = askedBlocks(snapshot).reduce(
		(sum, block) => sum + countWords(snapshot.textOf(block)),
		0,
	);
	if (all <= wordsPerWindow) return [{ range: within, shown: null }];
	return splitRanges(snapshot, within, wordsPerWindow).map((range) => ({ range, shown: range }));
}

/**
 * What a cut-off answer did not reach: answers come in reading order, so all before its last object is
 * covered. Null: nothing is missing.
 * @param lastBlock Block of the last complete object; null where none came.
 */
export function remainingRange(range: BlockRange, lastBlock: number | null): BlockRange | null {
	if (lastBlock === null || lastBlock < range.from) return range;
	return lastBlock > range.to ? null : { from: lastBlock, to: range.to };
}

export function wholeRange(snapshot: Snapshot): BlockRange {
	const asked = askedBlocks(snapshot);
	return { from: asked[0]?.id ?? 1, to: asked.at(-1)?.id ?? 0 };
}

/** The blocks a selection or section touches; null where there is nothing to answer for. */
export function rangeAround(snapshot: Snapshot, from: number, to: number): BlockRange | null {
	const inside = askedBlocks(snapshot).filter((block) => block.from <= to && from <= block.to);
	const [first] = inside;
	const last = inside.at(-1);
	return first === undefined || last === undefined ? null : { from: first.id, to: last.id };
}
