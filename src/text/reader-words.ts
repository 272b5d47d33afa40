import { splitBlocks, type BlockKind } from "./blocks";
import type { Span } from "./edit";
import { fold } from "./fold";
import { countWords } from "./words";

/** What nobody reads as the author's prose: it has no words to count. */
const NO_PROSE: ReadonlySet<string> = new Set<BlockKind>([
	"frontmatter",
	"comment",
	"code",
	"math",
	"html",
	"footnote",
	"linkdef",
	"rule",
]);
/** Embeds, pictures, references to footnotes, a callout's kind. Code comes first, so that nothing in it counts as one. */
const NO_WORDS =
	/(`+)[^`]*\1|!\[\[[^\]\n]*\]\]|!\[[^\]\n]*\]\([^()\n]*\)|\[\^[^\]\s]+\]|\[![^\]\n]*\]/g;

/**
 * Words a reader reads, the one count that is shown anywhere: headings, paragraphs, lists, quotations and tables,
 * CJK by character. Frontmatter, comments (and so marks and sources lines), code blocks, formulas, HTML, footnotes,
 * link addresses and embeds are none.
 * @param within Only blocks that lie in it whole.
 */
export function readerWords(
	markdown: string,
	blocks: readonly Readonly<{ kind: string; from: number; to: number }>[] = splitBlocks(markdown),
	within: Span = { from: 0, to: markdown.length },
): number {
	return blocks
		.filter(({ from, to }) => from >= within.from && to <= within.to)
		.reduce(
			(sum, block) => sum + wordsOfBlock(markdown.slice(block.from, block.to), block.kind),
			0,
		);
}

function wordsOfBlock(source: string, kind: string): number {
	if (NO_PROSE.has(kind)) return 0;
	const read = source.replace(NO_WORDS, (part, ticks?: string) =>
		ticks === undefined ? " " : part,
	);
	return countWords(fold(read).cased);
}
