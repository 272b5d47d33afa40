import { authorLine, creditedAuthors } from "../source/authors";
import type { Source } from "../source/source";
import { splitBlocks, type Block } from "../text/blocks";
import { sortEdits, type Edit } from "../text/edit";
import { sentences } from "../text/sentences";
import { isCjkText } from "../text/script";
import { citeKey, yearOf } from "../source/cite-key";
import { addDefinition, readFootnotes, type Footnotes } from "../text/footnotes";

/** What is cited: the source, a link that opens its note, and the words (empty: the work as a whole). */
export type Citation = Readonly<{
	source: Source;
	/** Link target as the vault writes it, without brackets. */
	target: string;
	quote: string;
}>;

export type Cited = Readonly<{
	key: string;
	/** Sorted; offsets in the text that was given. */
	edits: readonly Edit[];
	/** Where the cursor goes, in the text after the edits. */
	cursor: number;
}>;

/** How many words (characters in CJK) of the quote a footnote repeats, to find the passage again. */
const WORDS = 8;
const CHARACTERS = 16;

/** A quote with its footnote at the cursor, as edits of one transaction: block quote, or inline for one sentence. */
export function quoteAt(draft: string, offset: number, citation: Citation): Cited {
	const quote = oneLine(citation.quote);
	const { key, definition } = footnoteFor(draft, citation);
	const eol = draft.includes("\r\n") ? "\r\n" : "\n";
	const place = blockPlace(draft, offset, eol);
	const lines = citation.quote.trim().split(/\r?\n/).map((line) => `> ${line}`.trimEnd());
	const block = `${place.before}${lines.join(eol)}[^${key}]${place.after}`;
	const isInline = place.isInText && sentences(quote).length <= 1 && !/\n/.test(citation.quote.trim());
	if (!isInline) return cited(draft, { from: place.at, to: place.at, text: block }, definition, key);
	const at = outsideMarks(draft, offset);
	const blank = /[\s(]$/.test(draft.slice(0, at)) || isCjkText(quote) ? "" : " ";
	const text = `${blank}“${quote}”[^${key}]`;
	return cited(draft, { from: at, to: at, text }, definition, key);
}

/** The footnote alone, at the cursor; behind a heading, comment or code where the cursor stands in one. */
export function footnoteAtCursor(draft: string, offset: number, citation: Citation): Cited {
	const { key, definition } = footnoteFor(draft, citation);
	const block = splitBlocks(draft).find((each) => each.from <= offset && offset <= each.to) ?? null;
	const eol = draft.includes("\r\n") ? "\r\n" : "\n";
	const isApart = block !== null && NOTHING_INSIDE.has(block.kind);
	const at = isApart ? block.to : outsideMarks(draft, offset);
	return cited(draft, { from: at, to: at, text: `${isApart ? eol + eol : ""}[^${key}]` }, definition, key);
}

function cited(draft: string, edit: Edit, definition: Edit | null, key: string): Cited {
	if (definition === null) return { key, edits: [edit], cursor: edit.from + edit.text.length };
	const isAtEnd = definition.from <= edit.from && draft.slice(definition.from).trim() === "";
	if (isAtEnd) {
		// Written at the very end of the note: the definition still comes behind the words.
		const eol = draft.includes("\r\n") ? "\r\n" : "\n";
		const text = `${edit.text}${eol}${eol}${definition.text.trim()}${draft.slice(edit.from).includes("\n") ? "" : eol}`;
		return { key, edits: [{ ...edit, text }], cursor: edit.from + edit.text.length };
	}
	const shift = definition.from < edit.from ? definition.text.length : 0;
	return { key, edits: sortEdits([definition, edit]), cursor: edit.from + edit.text.length + shift };
}

/** The same words of the same source have one footnote: it is used again. */
function footnoteFor(draft: string, citation: Citation): Readonly<{ key: string; definition: Edit | null }> {
	const footnotes = readFootnotes(draft);
	const known = footnotes.definitions.find((each) => each.text.trim() === footnoteText(citation));
	if (known !== undefined) return { key: known.key, definition: null };
	const key = citeKey(citation.source, usedKeys(footnotes));
	return { key, definition: addDefinition(draft, footnotes, `[^${key}]: ${footnoteText(citation)}`) };
}

/** A key in use or once used (a reference without a definition) is never given away. */
function usedKeys({ definitions, references }: Footnotes): ReadonlySet<string> {
	return new Set([...definitions, ...references].map((each) => each.key));
}

/** `Author, [[Note|Title]], 2025. “first eight words …”` (DESIGN §2). */
export function footnoteText({ source, target, quote }: Citation): string {
	const author = authorLine(creditedAuthors(source));
	const title = source.title.replace(/[[\]|]/g, "").replace(/\s+/g, " ").trim();
	const year = yearOf(source.published);
	const parts = [author, `[[${target}|${title === "" ? target : title}]]`, year ?? ""].filter((part) => part !== "");
	const words = firstWords(quote);
	return `${parts.join(", ")}.${words === "" ? "" : ` “${words}”`}`;
}

/** The first words of a quote on one line, without marks of its own that would end the quotation or a link. */
export function firstWords(quote: string): string {
	const line = oneLine(quote).replace(/[“”]/g, '"');
	if (isCjkText(line)) {
		const characters = [...line];
		return characters.length <= CHARACTERS ? line : `${characters.slice(0, CHARACTERS).join("")}…`;
	}
	const words = line.split(" ");
	return words.length <= WORDS ? line : `${words.slice(0, WORDS).join(" ")} …`;
}

function oneLine(text: string): string {
	return text.replace(/\s+/g, " ").trim();
}

type Place = Readonly<{ at: number; before: string; after: string; isInText: boolean }>;

const MARKS = /`+[^`]*`+|%%[^%]*%%|^[ \t]*\[\^[^\]\s]+\]:[ \t]*|\[\^[^\]\s]+\]|!?\[\[[^\]\n]*\]\]|!?\[[^\]\n]*\]\([^()\n]*\)/g;

/** A cursor inside a link, footnote, inline code or comment stands behind it: nothing may be torn. */
function outsideMarks(draft: string, offset: number): number {
	const block = splitBlocks(draft).find((each) => each.from <= offset && offset <= each.to);
	if (block === undefined) return offset;
	const source = draft.slice(block.from, block.to);
	for (const match of source.matchAll(MARKS)) {
		const from = block.from + match.index;
		const to = from + match[0].length;
		const isLabel = match[0].trimEnd().endsWith(":");
		if ((isLabel ? from <= offset : from < offset) && offset < to) return to;
	}
	return offset;
}

const NOTHING_INSIDE: ReadonlySet<Block["kind"]> = new Set(["code", "comment", "math", "frontmatter", "html", "rule"]);

/** Blocks a sentence may stand in. A quote at a heading, comment, table or code goes behind it. */
const TEXT_BLOCKS: ReadonlySet<Block["kind"]> = new Set(["paragraph", "item", "quote", "callout", "footnote"]);

/** A block quote stands on lines of its own: at the cursor on an empty line, else behind the cursor's block. */
function blockPlace(draft: string, offset: number, eol: string): Place {
	const block = splitBlocks(draft).find((each) => each.from <= offset && offset <= each.to) ?? null;
	const at = block?.to ?? draft.lastIndexOf("\n", offset - 1) + 1;
	const head = draft.slice(0, at);
	const before = head.trim() === "" || /\n\r?\n$/.test(head) ? "" : head.endsWith("\n") ? eol : eol + eol;
	const tail = draft.slice(at);
	const after = tail.trim() === "" ? "" : /^\r?\n[ \t]*\r?\n/.test(tail) ? "" : /^\r?\n/.test(tail) ? eol : eol + eol;
	return { at, before, after, isInText: block !== null && TEXT_BLOCKS.has(block.kind) };
}
