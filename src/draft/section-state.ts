import type { Outline } from "../outline/outline";
import type { Source } from "../source/source";
import { splitBlocks } from "../text/blocks";
import { isCjkText } from "../text/script";
import { readerWords } from "../text/reader-words";
import { firstWords } from "./cite";
import { citationFaults } from "./draft-checks";
import { readFootnotes } from "../text/footnotes";
import type { Passage } from "./passages";
import { citedWithin, sectionAt, useOfWords, usesOf, type DraftSection, type Use, type Uses } from "./section-sources";

/** A passage with what the draft did with it. */
export type ShownPassage = Readonly<{ passage: Passage; use: Use | null; isUsedHere: boolean }>;

export type ShownSource = Readonly<{
	source: Source;
	/** Times it is cited in this section; of a source that was found elsewhere, in the draft. */
	citedHere: number;
	passages: readonly ShownPassage[];
	/** Nothing was marked: the passages are the note's beginning. */
	isUnmarked: boolean;
}>;

/** All the draft's companion shows of the section under the cursor. */
export type SectionState = Readonly<{
	place: DraftSection;
	/** Words of the section's own text, its heading included (`readerWords`). */
	words: number;
	isCjk: boolean;
	sources: readonly ShownSource[];
	unquoted: number;
	faults: number;
	/** What the whole draft cites. */
	uses: Uses;
}>;

export type SectionInput = Readonly<{
	draft: string;
	offset: number;
	outline: Outline | null;
	/** A link target or path → vault path; null: no such note. */
	resolve(target: string): string | null;
	source(path: string): Source | null;
	/** What is marked in a source's note; the caller reads and keeps it. */
	passages(path: string): Readonly<{ list: readonly Passage[]; isUnmarked: boolean }>;
}>;

export function sectionState(input: SectionInput): SectionState {
	const { draft, offset, outline } = input;
	const blocks = splitBlocks(draft);
	const place = sectionAt(draft, blocks, offset, outline);
	const footnotes = readFootnotes(draft, blocks);
	const uses = usesOf(footnotes, (target) => input.resolve(target));
	const from = place.heading?.from ?? 0;
	const to = place.heading?.bodyEnd ?? draft.length;
	const paths = [...new Set(place.targets.flatMap((target) => input.resolve(target) ?? []))];
	const inside = blocks.filter((block) => block.from >= from && block.to <= to);
	const text = inside
		.filter(({ kind }) => kind !== "comment" && kind !== "frontmatter")
		.map((block) => draft.slice(block.from, block.to))
		.join("\n");
	const quotes = inside.filter((block) => block.kind === "quote").map((block) => draft.slice(block.from, block.to));
	return {
		place,
		words: readerWords(draft, inside),
		isCjk: isCjkText(text),
		sources: paths.flatMap((path) => {
			const source = input.source(path);
			return source === null ? [] : [shownSource(source, uses.get(path) ?? [], from, to, input.passages(path))];
		}),
		unquoted: quotes.filter((quote) => !/\[\^[^\]\s]+\]/.test(quote)).length,
		faults: citationFaults(footnotes).length,
		uses,
	};
}

/** A source as the draft as a whole stands to it: cited anywhere, its passages used elsewhere. */
export function shownFromElsewhere(source: Source, uses: Uses, { list, isUnmarked }: ReturnType<SectionInput["passages"]>): ShownSource {
	const own = uses.get(source.path) ?? [];
	return {
		source,
		citedHere: citedWithin(own, 0, Infinity),
		isUnmarked,
		passages: list.map((passage) => ({ passage, use: useOfWords(own, firstWords(passage.words)), isUsedHere: false })),
	};
}

function shownSource(
	source: Source,
	uses: readonly Use[],
	from: number,
	to: number,
	{ list, isUnmarked }: Readonly<{ list: readonly Passage[]; isUnmarked: boolean }>,
): ShownSource {
	return {
		source,
		citedHere: citedWithin(uses, from, to),
		isUnmarked,
		passages: list.map((passage): ShownPassage => {
			const use = useOfWords(uses, firstWords(passage.words));
			return { passage, use, isUsedHere: use !== null && citedWithin([use], from, to) > 0 };
		}),
	};
}
