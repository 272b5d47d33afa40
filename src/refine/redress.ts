import { diffArrays } from "diff";
import type { Edit, Span } from "../text/edit";
import { fold, type Folded } from "../text/fold";
import { tokens } from "../text/words";

/** A changed stretch between two folded texts: half-open in each. */
type Region = Readonly<{ from: number; to: number; addedFrom: number; addedTo: number }>;

/**
 * The smallest edits that do to the author's words what a model did between its quote and its replacement.
 * Every byte the model did not mean to change stays: curly quotes, dashes, bold, links it flattened.
 * @param place of the quote in `source`; its words fold to those of `quote`.
 */
export function redress(
	source: string,
	place: Span,
	quote: string,
	replacement: string,
): readonly Edit[] {
	const range = source.slice(place.from, place.to);
	if (replacement.trim() === "") return [tidyCut(source, place)];
	const placed = fold(range);
	const asked = fold(quote);
	// A fuzzy place does not fold to the quote: then the author's own words are compared.
	const before = placed.text === asked.text ? asked.cased : placed.cased;
	const after = fold(replacement);
	return changedRegions(before, after.cased)
		.flatMap((region) => editsOf(range, placed, region, replacement, after))
		.map((edit) => ({
			from: edit.from + place.from,
			to: edit.to + place.from,
			text: edit.text,
		}));
}

/** A cut takes one of the two blanks around it along, so that no double blank stays. */
function tidyCut(source: string, place: Span): Edit {
	const before = source.charAt(place.from - 1);
	const after = source.charAt(place.to);
	const isStart = before === "" || /\s/.test(before);
	if (isStart && (after === " " || after === "\t"))
		return { from: place.from, to: place.to + 1, text: "" };
	const isEnd = after === "" || after === "\n" || after === "\r";
	if (isEnd && before === " " && /\S/.test(source.charAt(place.from - 2))) {
		return { from: place.from - 1, to: place.to, text: "" };
	}
	return { from: place.from, to: place.to, text: "" };
}

function changedRegions(before: string, after: string): readonly Region[] {
	const parts = diffArrays(
		tokens(before).map((token) => token.text),
		tokens(after).map((token) => token.text),
	);
	const regions: Region[] = [];
	let at = 0;
	let addedAt = 0;
	let open: Region | null = null;
	for (const part of parts) {
		const { length } = part.value.join("");
		if (!part.added && !part.removed) {
			if (open !== null) regions.push(open);
			open = null;
			at += length;
			addedAt += length;
			continue;
		}
		open ??= { from: at, to: at, addedFrom: addedAt, addedTo: addedAt };
		if (part.removed) open = { ...open, to: (at += length) };
		else open = { ...open, addedTo: (addedAt += length) };
	}
	if (open !== null) regions.push(open);
	return regions.map((region) => withoutCommonEnd(region, before, after));
}

/** "fact, function" → "Function" changes the capital only: the rest of the word keeps its bytes. */
function withoutCommonEnd(region: Region, before: string, after: string): Region {
	const removed = before.slice(region.from, region.to);
	const added = after.slice(region.addedFrom, region.addedTo);
	const last = tokens(removed).at(-1)?.text ?? "";
	const [first = "", ...rest] = [...added];
	if (rest.length === 0 || last === added || last.length !== added.length) return region;
	if (last.toLowerCase() !== added.toLowerCase() || !last.endsWith(rest.join(""))) return region;
	const kept = added.length - first.length;
	return { ...region, to: region.to - kept, addedTo: region.addedTo - kept };
}

function editsOf(
	range: string,
	placed: Folded,
	region: Region,
	replacement: string,
	after: Folded,
): readonly Edit[] {
	const text =
		region.addedFrom === region.addedTo
			? ""
			: replacement.slice(after.starts[region.addedFrom], after.ends[region.addedTo - 1]);
	if (region.from === region.to) {
		const at = region.from === 0 ? 0 : (placed.ends[region.from - 1] ?? range.length);
		return text === "" ? [] : [{ from: at, to: at, text }];
	}
	const [first, ...others] = keepHalfMarks(range, placed, region);
	if (first === undefined) return [];
	return [{ ...first, text }, ...others.map((span) => ({ ...span, text: "" }))];
}

const MARKS = /\*+|_+|`+|==|~~/g;

/**
 * Source ranges to delete for a folded region. Marks inside whose partner stands outside are kept, unless
 * all they hold is deleted: then the partner goes, too. The range ends with the last deleted character,
 * not before the next kept one: a mark that opens the next word is not ours.
 */
function keepHalfMarks(range: string, placed: Folded, region: Region): readonly Span[] {
	let from = placed.starts[region.from] ?? 0;
	let to = placed.ends[region.to - 1] ?? range.length;
	const kept: Span[] = [];
	for (const mark of loneMarks(range, placed, region)) {
		const length = mark.to - mark.from;
		const text = range.slice(mark.from, mark.to);
		if (range.slice(from - length, from) === text && from >= length) from -= length;
		else if (range.slice(to, to + length) === text) to += length;
		else kept.push(mark);
	}
	const spans: Span[] = [];
	let at = from;
	for (const mark of kept) {
		if (mark.from > at) spans.push({ from: at, to: mark.from });
		at = mark.to;
	}
	if (to > at) spans.push({ from: at, to });
	return spans;
}

/** Marks dropped by folding inside a region that have no partner in it. */
function loneMarks(range: string, placed: Folded, region: Region): readonly Span[] {
	const open: Span[] = [];
	for (let index = region.from; index + 1 < region.to; index++) {
		const from = placed.ends[index] ?? 0;
		const to = placed.starts[index + 1] ?? 0;
		if (to <= from) continue;
		for (const match of range.slice(from, to).matchAll(MARKS)) {
			const mark = { from: from + match.index, to: from + match.index + match[0].length };
			const partner = open.findIndex((one) => range.slice(one.from, one.to) === match[0]);
			if (partner === -1) open.push(mark);
			else open.splice(partner, 1);
		}
	}
	return open;
}
