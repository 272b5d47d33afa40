import { diffArrays } from "diff";
import { applyEdits, shiftEdit, type Edit, type Span } from "../text/edit";
import { fold, type Folded } from "../text/fold";
import { tokens } from "../text/words";
import { opened } from "./sentence-start";
import { shieldsOf } from "./shields";

/** A changed stretch between two folded texts: half-open in each. */
type Region = Readonly<{ from: number; to: number; addedFrom: number; addedTo: number }>;

/**
 * The smallest edits that do to the author's words what a model did between its quote and its replacement.
 * Every byte the model did not mean to change stays: curly quotes, dashes, bold, links it flattened.
 * Where the model copied the markup and moved it (a code word to another place), the marks move along.
 * @param place of the quote in `source`; its words fold to those of `quote`.
 */
export function redress(
	source: string,
	place: Span,
	quote: string,
	replacement: string,
): readonly Edit[] {
	const range = source.slice(place.from, place.to);
	if (replacement.trim() === "") return opened(source, [tidyCut(source, { ...place, text: "" })]);
	const folded = foldedEdits(range, quote, replacement);
	const isExact = range === quote.trim();
	const local =
		isExact && !keepsShields(range, folded)
			? rawEdits(range, replacement.trim(), folded)
			: folded;
	const edits = local
		.map((edit) => shiftEdit(edit, place.from))
		.map((edit) => (edit.text === "" ? tidyCut(source, edit) : edit));
	return opened(source, edits);
}

function foldedEdits(range: string, quote: string, replacement: string): readonly Edit[] {
	const placed = fold(range);
	const asked = fold(quote);
	// A fuzzy place does not fold to the quote: then the author's own words are compared.
	const before = placed.text === asked.text ? asked.cased : placed.cased;
	const after = fold(replacement);
	return changedRegions(before, after.cased).flatMap((region) =>
		editsOf(range, placed, region, replacement, after),
	);
}

/** The difference letter by letter, if it carries over what the folded one does not. */
function rawEdits(range: string, replacement: string, folded: readonly Edit[]): readonly Edit[] {
	const edits = changedRegions(range, replacement).map((region) => ({
		from: region.from,
		to: region.to,
		text: replacement.slice(region.addedFrom, region.addedTo),
	}));
	return keepsShields(range, edits) ? edits : folded;
}

function keepsShields(range: string, edits: readonly Edit[]): boolean {
	const list = (text: string): string =>
		shieldsOf(text, "paragraph")
			.filter((shield) => shield.kind !== "speech")
			.map((shield) => shield.text)
			.sort()
			.join("\n");
	return list(range) === list(applyEdits(range, edits));
}

/** A cut takes one of the two blanks around it along, so that no double blank stays. */
function tidyCut(source: string, cut: Edit): Edit {
	const before = source.charAt(cut.from - 1);
	const after = source.charAt(cut.to);
	const isStart = before === "" || /[\s\u3000-\u303f\uff00-\uff0f\uff1a-\uff20]/.test(before);
	if (isStart && (after === " " || after === "\t")) return { ...cut, to: cut.to + 1 };
	const isEnd = after === "" || after === "\n" || after === "\r";
	const isAfterWord = before === " " && /\S/.test(source.charAt(cut.from - 2));
	return isEnd && isAfterWord ? { ...cut, from: cut.from - 1 } : cut;
}

function changedRegions(before: string, after: string): readonly Region[] {
	const opening = openingCut(before, after);
	if (opening !== null) return [opening];
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

/** "It is clear that this is so" → "This is so" takes the opening and sets a capital, whatever words stand in both. */
function openingCut(before: string, after: string): Region | null {
	const cut = before.length - after.length;
	const rest = before.slice(cut);
	const isWord = cut > 0 && !/[\p{L}\p{N}]/u.test(before.charAt(cut - 1));
	const [first = ""] = [...after];
	if (!isWord || after === "" || rest.slice(first.length) !== after.slice(first.length))
		return null;
	if (rest === after) return { from: 0, to: cut, addedFrom: 0, addedTo: 0 };
	return rest.toLowerCase() === after.toLowerCase()
		? { from: 0, to: cut + first.length, addedFrom: 0, addedTo: first.length }
		: null;
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
	const text = addedText(replacement, after, region);
	if (region.from === region.to) {
		const at = region.from === 0 ? 0 : (placed.ends[region.from - 1] ?? range.length);
		return text === "" ? [] : [{ from: at, to: at, text }];
	}
	const [first, ...others] = keepHalfMarks(range, placed, slid(range, placed, region));
	if (first === undefined) return [];
	return [{ ...first, text }, ...others.map((span) => ({ ...span, text: "" }))];
}

/** What the model put in, with its marks where both of a pair are inside and without where one is not. */
function addedText(replacement: string, after: Folded, region: Region): string {
	if (region.addedFrom === region.addedTo) return "";
	const from = after.starts[region.addedFrom] ?? 0;
	const to = after.ends[region.addedTo - 1] ?? replacement.length;
	const lone = loneMarks(replacement, after, {
		...region,
		from: region.addedFrom,
		to: region.addedTo,
	});
	let text = "";
	let at = from;
	for (const mark of lone) {
		text += replacement.slice(at, mark.from);
		at = mark.to;
	}
	return text + replacement.slice(at, to);
}

/**
 * "big [old ]cat" and "big[ old] cat" are the same cut. Where the first would take half of a pair of marks
 * ("**big old** cat"), the second does not.
 */
function slid(range: string, placed: Folded, region: Region): Region {
	const { cased } = placed;
	const canSlide =
		region.from > 0 && cased[region.from - 1] === " " && cased[region.to - 1] === " ";
	if (!canSlide || region.addedFrom !== region.addedTo) return region;
	const left = { ...region, from: region.from - 1, to: region.to - 1 };
	const isBetter =
		loneMarks(range, placed, left).length < loneMarks(range, placed, region).length;
	return isBetter ? left : region;
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
