import {
	closesFence,
	fenceOf,
	indentOf,
	isBlank,
	isHeading,
	isQuote,
	isRule,
	type Line,
} from "./block-lines";

// How far a block reaches that begins at a line: the index of the line behind it.

type Lines = readonly Line[];

const textAt = (lines: Lines, index: number): string => lines[index]?.text ?? "";

/** Properties at the top of a note. Null: there are none. */
export function frontmatterEnd(lines: Lines): number | null {
	if (
		textAt(lines, 0)
			.trimEnd()
			.replace(/^\ufeff/, "") !== "---"
	)
		return null;
	const end = lines.findIndex((line, index) => index > 0 && /^---[ \t]*$/.test(line.text));
	return end === -1 ? null : end + 1;
}

/**
 * At its closing fence, or where the list around it ends. Null: nobody closed it.
 * @param base column of that list's content
 */
export function fenceEnd(lines: Lines, at: number, fence: string, base: number): number | null {
	let last = at;
	for (let next = at + 1; next < lines.length; next++) {
		const text = textAt(lines, next);
		const indent = indentOf(text);
		if (base > 0 && !isBlank(text) && indent < base) return last + 1;
		if (indent - base < 4 && closesFence(text.trimStart(), fence)) return next + 1;
		if (!isBlank(text)) last = next;
	}
	return null;
}

/** Indented code: blank lines within belong to it, those behind it do not. */
export function indentedEnd(lines: Lines, at: number, indent: number): number {
	let last = at;
	for (let next = at; next < lines.length; next++) {
		const text = textAt(lines, next);
		if (isBlank(text)) continue;
		if (indentOf(text) < indent) break;
		last = next;
	}
	return last + 1;
}

/**
 * A quote, with the lines of its last paragraph that lack their `>`.
 * @param first what the line at `at` holds from its `>` on
 * @param interrupts whether a line begins a block of its own
 */
export function quoteEnd(
	lines: Lines,
	at: number,
	first: string,
	interrupts: (index: number) => boolean,
): number {
	let fence: string | null = null;
	let isLazy = false;
	let next = at;
	for (; next < lines.length; next++) {
		const text = next === at ? first : textAt(lines, next).trimStart();
		if (isQuote(text)) {
			const content = text.replace(/^(?:>[ \t]?)+/, "").trimStart();
			const isText = fence === null && fenceOf(content) === null;
			if (fence === null) fence = fenceOf(content);
			else if (closesFence(content, fence)) fence = null;
			isLazy = isText && content !== "" && !isHeading(content) && !isRule(content);
		} else if (isBlank(text) || !isLazy || interrupts(next)) break;
	}
	return next;
}

/** @param closing what ends it; null: the next blank line does */
export function htmlBlockEnd(lines: Lines, at: number, closing: string | null): number {
	let next = at;
	for (; next < lines.length; next++) {
		const text = textAt(lines, next);
		if (closing === null && isBlank(text)) break;
		if (closing !== null && text.toLowerCase().includes(closing.toLowerCase())) {
			next++;
			break;
		}
	}
	while (next > at + 1 && isBlank(textAt(lines, next - 1))) next--;
	return next;
}
