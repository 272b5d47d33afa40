import { make } from "./elements";

/** Signs that a line's blanks mean something: a table, a diff, code. */
const SHAPED = /^(\s{2,}\S|\t)|\S {3,}\S|^[+-]{3} |^@@ |[{};]\s*$/;
/** Letters end their lines about here; a shorter one ends a paragraph or stands for itself. Characters. */
const FULL_LINE = 45;

type Part = Readonly<{ kind: "text" | "shaped"; lines: readonly string[] }>;

/** A letter's plain text as blocks: paragraphs of wrapped lines, quotes by their `>`, what is laid out by hand as it is. */
export function mailBlocks(pre: Element): readonly Element[] {
	const text = (pre.textContent ?? "").replace(/\r\n?/g, "\n").replace(/\n-- \n[\s\S]{0,600}$/, "\n");
	return blocksOf(pre, text.split("\n"), 0);
}

/** Quotes deeper than this are no longer read by anybody. */
const DEEPEST = 5;

function blocksOf(near: Element, lines: readonly string[], depth: number): readonly Element[] {
	const blocks: Element[] = [];
	let at = 0;
	while (at < lines.length) {
		const isQuote = isQuoted(lines[at] ?? "");
		let to = at;
		while (to < lines.length && isQuoted(lines[to] ?? "") === isQuote) to++;
		const run = lines.slice(at, to);
		if (isQuote) {
			const quote = make(near, "blockquote");
			const mark = depth < DEEPEST - 1 ? /^\s?>\s?/ : /^[\s>]+/;
			quote.append(...blocksOf(near, run.map((line) => line.replace(mark, "")), depth + 1));
			if (quote.firstChild !== null) blocks.push(quote);
		} else for (const part of partsOf(run)) blocks.push(blockOf(near, part));
		at = to;
	}
	return blocks;
}

function isQuoted(line: string): boolean {
	return /^\s?>/.test(line);
}

function partsOf(lines: readonly string[]): readonly Part[] {
	const parts: Part[] = [];
	for (const paragraph of lines.join("\n").split(/\n\s*\n/)) {
		const own = paragraph.split("\n").filter((line) => line.trim() !== "");
		if (own.length === 0) continue;
		const shaped = own.filter((line) => SHAPED.test(line)).length;
		parts.push({ kind: shaped > own.length / 2 ? "shaped" : "text", lines: own });
	}
	return parts;
}

function blockOf(near: Element, { kind, lines }: Part): Element {
	if (kind === "shaped") return make(near, "pre", lines.join("\n"));
	const block = make(near, "p");
	lines.forEach((line, at) => {
		const before = lines[at - 1];
		if (before !== undefined) block.append(before.length < FULL_LINE ? make(near, "br") : " ");
		block.append(line.trim());
	});
	return block;
}
