import { splitBlocks, type Block } from "./blocks";
import type { Edit } from "./edit";

/** A footnote definition of a draft. `text` is its first block, without the key. */
export type Definition = Readonly<{ key: string; text: string; from: number; to: number }>;

/** A place that refers to a footnote. */
export type Reference = Readonly<{ key: string; from: number; to: number }>;

/** Footnotes of a note (code, comments and formulas left out), in order. */
export type Footnotes = Readonly<{
	definitions: readonly Definition[];
	references: readonly Reference[];
}>;

const PROTECTED: ReadonlySet<Block["kind"]> = new Set([
	"code",
	"comment",
	"math",
	"frontmatter",
	"html",
]);
const REFERENCE = /`+[^`]*`+|%%[^%]*%%|\[\^([^\]\s]+)\]/g;

export function readFootnotes(
	markdown: string,
	blocks: readonly Block[] = splitBlocks(markdown),
): Footnotes {
	const definitions: Definition[] = [];
	const references: Reference[] = [];
	for (const block of blocks) {
		if (PROTECTED.has(block.kind)) continue;
		const source = markdown.slice(block.from, block.to);
		const head = block.kind === "footnote" ? /^\[\^([^\]\s]+)\]:[ \t]*/.exec(source) : null;
		const [whole = "", key] = head ?? [];
		if (key !== undefined)
			definitions.push({
				key,
				text: source.slice(whole.length),
				from: block.from,
				to: block.to,
			});
		for (const match of source.slice(whole.length).matchAll(REFERENCE)) {
			if (match[1] === undefined) continue;
			const from = block.from + whole.length + match.index;
			references.push({ key: match[1], from, to: from + match[0].length });
		}
	}
	return { definitions, references };
}

/** The key of the footnote reference a place touches; null: none. */
export function footnoteAt(footnotes: Footnotes, offset: number): string | null {
	const reference = footnotes.references.find((each) => each.from <= offset && offset <= each.to);
	const definition = footnotes.definitions.find(
		(each) => each.from <= offset && offset <= each.to,
	);
	return reference?.key ?? definition?.key ?? null;
}

/** Puts a definition under the last one, or at the end of the note. */
export function addDefinition(markdown: string, footnotes: Footnotes, line: string): Edit {
	const eol = markdown.includes("\r\n") ? "\r\n" : "\n";
	const last = footnotes.definitions.at(-1);
	if (last !== undefined) return { from: last.to, to: last.to, text: eol + line };
	const end = markdown.trimEnd().length;
	const tail = markdown.slice(end);
	// The note's own blanks at its end stay behind what is added.
	return {
		from: end,
		to: end,
		text: `${end === 0 ? "" : eol + eol}${line}${tail.includes("\n") ? "" : eol}`,
	};
}
