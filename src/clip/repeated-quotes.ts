import { all, childNodes, isElement, isText, textOf } from "./elements";

/** A quote shorter than this is a reminder, and stays as it is. Characters. */
const LONG = 300;
/** How much of a long one stays. */
const KEPT = 160;
/** The names of who is quoted, and whom they answered. */
const MOST_LINKS = 2;
const SAMPLES = 5;
const SAMPLE = 40;

/**
 * Cuts a quote that repeats a post of the same page to its first words: the post stands above it, whole. What one
 * writer quotes from elsewhere, and quotes with code or pictures, stay. `earlier`: the texts of the posts before.
 */
export function cutRepeatedQuotes(body: Element, earlier: readonly string[]): void {
	for (const quote of all(body, "blockquote")) {
		if (textOf(quote).length < LONG || quote.parentElement?.closest("blockquote") != null || quote.querySelector("pre, img, table, ul, ol") !== null || all(quote, "a[href]").length > MOST_LINKS) continue;
		const samples = samplesOf(letters(textOf(quote)));
		if (earlier.some((post) => samples.filter((sample) => post.includes(sample)).length >= SAMPLES - 1)) cutAfter(quote, KEPT);
	}
}

/** As `earlier` wants it. */
export function letters(text: string): string {
	return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

/** From the second part on: a quote begins with who said it. */
function samplesOf(text: string): readonly string[] {
	const from = Math.min(SAMPLE, text.length >> 2);
	const step = Math.max(1, Math.floor((text.length - from - SAMPLE) / (SAMPLES - 1)));
	return Array.from({ length: SAMPLES }, (_, at) => text.slice(from + at * step, from + at * step + SAMPLE));
}

/** Leaves the first characters, to the end of a word. */
function cutAfter(root: Element, length: number): void {
	let left = length;
	const walk = (parent: Element): void => {
		for (const node of childNodes(parent)) {
			if (left <= 0) node.remove();
			else if (isText(node)) {
				const size = node.data.trim().length;
				if (size > left) {
					node.data = `${node.data.slice(0, left + node.data.length - node.data.trimStart().length).replace(/[\s\p{P}]*[\p{L}\p{N}]*$/u, "")} …`;
					left = 0;
				} else left -= size;
			} else if (isElement(node)) walk(node);
			else node.remove();
		}
	};
	walk(root);
}
