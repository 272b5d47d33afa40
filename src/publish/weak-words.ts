import { plainWords } from "../text/plain-words";
import { resolveQuote } from "../text/resolve-quote";

/** SHOW_TEXT of the DOM's tree walker. */
const TEXT_NODES = 4;

/**
 * Underlines the words a mark means within a rendered block.
 * False: they are not found there (a formula, a table, words that stand twice) and the block as a whole is meant.
 */
export function underline(block: HTMLElement, markdown: string, numbers: ReadonlyMap<string, number>): boolean {
	const place = resolveQuote(block.textContent ?? "", plainWords(markdown, numbers));
	if (!("from" in place) || place.how === "fuzzy") return false;
	wrap(block, place.from, place.to);
	return true;
}

/** Takes all underlines away again; the text is as it was rendered. */
export function removeUnderlines(block: HTMLElement): void {
	for (const span of [...block.querySelectorAll(".winnow-reading-weak")]) {
		span.replaceWith(...span.childNodes);
	}
	block.normalize();
}

function wrap(block: HTMLElement, from: number, to: number): void {
	const walker = block.doc.createTreeWalker(block, TEXT_NODES);
	const nodes: Text[] = [];
	while (walker.nextNode() !== null) {
		const { currentNode } = walker;
		if (currentNode.instanceOf(Text)) nodes.push(currentNode);
	}
	let at = 0;
	for (const node of nodes) {
		const { length } = node.data;
		const start = Math.max(0, from - at);
		const end = Math.min(length, to - at);
		at += length;
		if (start >= end || node.data.slice(start, end).trim() === "") continue;
		const inside = start === 0 ? node : node.splitText(start);
		if (end - start < inside.data.length) inside.splitText(end - start);
		const span = block.createSpan({ cls: "winnow-reading-weak" });
		inside.replaceWith(span);
		span.append(inside);
	}
}
