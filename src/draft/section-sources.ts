import { allSections, type Outline, type OutlineSection } from "../outline/outline";
import { foldHeading, pairHeadings } from "../outline/heading-pairs";
import type { Block } from "../text/blocks";
import { headingAt, headings, type Heading } from "../text/headings";
import type { Footnotes } from "../text/footnotes";
import { findSourceLine } from "./scaffold";

/** The section a cursor stands in. */
export type DraftSection = Readonly<{
	/** Null: before the first heading. */
	heading: Heading | null;
	/** Counted from 1 among the draft's headings; 0 before the first. */
	index: number;
	count: number;
	/** The outline's section that the heading stands for; null: none. */
	section: OutlineSection | null;
	/** Link targets or paths of its sources: the outline's cards, else those of the sources line. */
	targets: readonly string[];
}>;

/** Finds section and sources for a place of the draft. `outline` null: there is none; the sources line serves. */
export function sectionAt(
	draft: string,
	blocks: readonly Block[],
	offset: number,
	outline: Outline | null,
): DraftSection {
	const found = headings(draft, blocks).filter((heading) => heading.level > 1);
	const heading = headingAt(found, offset);
	if (heading === null) return { heading, index: 0, count: found.length, section: null, targets: [] };
	const pairs = outline === null ? [] : pairHeadings(allSections(outline), found);
	const section = nearestSection(found, heading, pairs);
	const line = findSourceLine(draft, heading)?.targets ?? [];
	const cards = section?.cards.map((card) => card.path) ?? [];
	const targets = cards.length > 0 ? cards : line;
	return { heading, index: found.indexOf(heading) + 1, count: found.length, section, targets };
}

/** The section of this heading, else of the nearest one above that has one: a sub-heading is part of its section. */
function nearestSection(
	found: readonly Heading[],
	heading: Heading,
	pairs: ReturnType<typeof pairHeadings>,
): OutlineSection | null {
	const above = found.filter((each) => each.from <= heading.from && each.end >= heading.end);
	for (const each of [...above].reverse()) {
		if (each !== heading && each.level >= heading.level) continue;
		const pair = pairs.find((one) => one.kind === "both" && !one.isGuess && one.heading.from === each.from);
		if (pair?.kind === "both") return pair.section;
	}
	return null;
}

/** Which sources a draft cites, and by which footnotes: read from the links in the definitions, not from keys. */
export type Uses = ReadonlyMap<string, readonly Use[]>;

export type Use = Readonly<{
	key: string;
	/** The definition's words, for telling passages apart. */
	text: string;
	/** Where the text refers to it. */
	at: readonly number[];
}>;

/** @param resolve turns a link target of the draft into a vault path; null: no such note. */
export function usesOf(footnotes: Footnotes, resolve: (target: string) => string | null): Uses {
	const uses = new Map<string, Use[]>();
	for (const { key, text } of footnotes.definitions) {
		const at = footnotes.references.filter((each) => each.key === key).map((each) => each.from);
		for (const target of linkTargets(text)) {
			const path = resolve(target);
			if (path === null) continue;
			uses.set(path, [...(uses.get(path) ?? []), { key, text, at }]);
		}
	}
	return uses;
}

/** Note names in wikilinks, without alias and heading. */
export function linkTargets(text: string): readonly string[] {
	return [...text.matchAll(/\[\[([^\]|#]+)[^\]]*\]\]/g)].map((match) => (match[1] ?? "").trim());
}

/** Times a source is cited within a range. */
export function citedWithin(uses: readonly Use[], from: number, to: number): number {
	return uses.flatMap((use) => use.at).filter((at) => at >= from && at < to).length;
}

/** The footnote that quotes these words already; null: none. */
export function useOfWords(uses: readonly Use[], firstWords: string): Use | null {
	const wanted = foldHeading(firstWords);
	return wanted === "" ? null : (uses.find((use) => foldHeading(use.text).includes(`“${wanted}”`)) ?? null);
}

