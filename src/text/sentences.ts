import type { Span } from "./edit";

/** Words whose full stop does not end a sentence. */
const ABBREVIATION =
	/(?:^|[\s(])(?:e\.g|i\.e|etc|vs|Mr|Mrs|Ms|Dr|St|Prof|cf|Fig|Figs|Eq|No|Nos|pp?|ca|al|Jr|Sr|Inc)\.$/;
const INITIAL = /(?:^|[\s.(])\p{Lu}\.$/u;
const END = /[.!?\u2026\u3002\uff01\uff1f]+["'\u201d\u2019\u300d\u300f)\]*_]*/gu;
const WIDE_END = /[\u3002\uff01\uff1f]/u;

/**
 * Sentences of a text, without the blanks around them. A line end inside a paragraph is a blank;
 * an empty line always ends a sentence.
 */
export function sentences(text: string): readonly Span[] {
	const found: Span[] = [];
	let start = 0;
	const close = (end: number): void => {
		const span = trimmed(text, start, end);
		if (span !== null) found.push(span);
		start = end;
	};
	for (const end of sentenceEnds(text)) close(end);
	close(text.length);
	return found;
}

function sentenceEnds(text: string): readonly number[] {
	const ends: number[] = [];
	for (const match of text.matchAll(END)) {
		const end = match.index + match[0].length;
		const next = text.charAt(end);
		if (!WIDE_END.test(match[0]) && next !== "" && !/\s/.test(next)) continue; // 3.5, foo.bar
		if (match[0].startsWith(".") && isAbbreviation(text, match.index + 1)) continue;
		ends.push(end);
	}
	for (const match of text.matchAll(/\n[ \t]*\n/g)) ends.push(match.index);
	return ends.sort((a, b) => a - b);
}

function isAbbreviation(text: string, end: number): boolean {
	const before = text.slice(Math.max(0, end - 8), end);
	return ABBREVIATION.test(before) || INITIAL.test(before);
}

function trimmed(text: string, from: number, to: number): Span | null {
	let start = from;
	let end = to;
	while (start < end && /\s/.test(text.charAt(start))) start++;
	while (end > start && /\s/.test(text.charAt(end - 1))) end--;
	return start < end ? { from: start, to: end } : null;
}
