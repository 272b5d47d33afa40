import { splitBlocks, type Block } from "../text/blocks";
import type { Span } from "../text/edit";
import { headingAt, headings, type Heading } from "../text/headings";

/**
 * A passage of a source worth quoting: a highlight or a block quote. `from`/`to` address it in the note.
 * `place`: the heading it stands under, as it reads; "" before the first.
 */
export type Passage = Span & Readonly<{ kind: "highlight" | "quote"; words: string; place: string }>;

const NO_TEXT: ReadonlySet<Block["kind"]> = new Set(["code", "comment", "math", "frontmatter", "html", "linkdef", "rule"]);

/** Highlights (`==…==`) and block quotes of a source note, in order of the note; callouts are the reader's own. */
export function passages(note: string): readonly Passage[] {
	const blocks = splitBlocks(note);
	const found = headings(note, blocks);
	return blocks.flatMap((block): readonly Passage[] => {
		if (NO_TEXT.has(block.kind) || block.kind === "heading") return [];
		const place = placeOf(found, block.from);
		const marked = highlights(note, block, place);
		if (marked.length > 0 || block.kind !== "quote") return marked;
		const words = plainWords(note.slice(block.from, block.to).replace(/^[ \t]*>[ \t]?/gm, ""));
		return words === "" ? [] : [{ kind: "quote", from: block.from, to: block.to, words, place }];
	});
}

function placeOf(found: readonly Heading[], at: number): string {
	return plainWords(headingAt(found, at)?.text ?? "");
}

function highlights(note: string, block: Block, place: string): readonly Passage[] {
	const source = note.slice(block.from, block.to);
	const found: Passage[] = [];
	// `==` inside code is code: backtick runs are passed over.
	for (const match of source.matchAll(/`+[^`]*`+|==(?=\S)((?:[^=]|=(?!=))+)==/g)) {
		const marked = match[1];
		if (marked === undefined) continue;
		const words = plainWords(marked.replace(/^[ \t]*>[ \t]?/gm, ""));
		const from = block.from + match.index;
		if (words !== "") found.push({ kind: "highlight", from, to: from + match[0].length, words, place });
	}
	return found;
}

/** Words as they read: link texts, no marks, comments or footnotes; lines joined, paragraphs kept apart. */
export function plainWords(markdown: string): string {
	return markdown
		.replace(/%%[^%]*%%/g, "")
		.replace(/!\[\[[^\]]*\]\]|!\[[^\]]*\]\([^()\s]*\)/g, "")
		.replace(/\[\[(?:[^\]|]*\|)?([^\]]*)\]\]/g, "$1")
		.replace(/\[\^[^\]\s]+\]/g, "")
		.replace(/\[([^\][]*)\]\([^()]*\)/g, "$1")
		.replace(/==|\*{1,3}|~~/g, "")
		.split(/\n[ \t]*\n/)
		.map((paragraph) => paragraph.replace(/\s+/g, " ").trim())
		.filter((paragraph) => paragraph !== "")
		.join("\n\n");
}

/** The start of a source's text, offered where nothing is marked: its first paragraphs. */
export function firstParagraphs(note: string, count: number): readonly Passage[] {
	const blocks = splitBlocks(note);
	const found = headings(note, blocks);
	return blocks
		.filter((block) => block.kind === "paragraph" || block.kind === "quote")
		.slice(0, count)
		.map((block): Passage => {
			const words = plainWords(note.slice(block.from, block.to).replace(/^[ \t]*>[ \t]?/gm, ""));
			return { kind: "quote", from: block.from, to: block.to, words, place: placeOf(found, block.from) };
		})
		.filter((passage) => passage.words !== "");
}
