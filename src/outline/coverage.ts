import type { Source } from "../source/source";
import type { CardNode } from "./canvas-node";
import { allSections, type Outline, type OutlineSection } from "./outline";

/** How well a section stands (DESIGN §2). `below`: none of its own, but a sub-section has some. */
export type Depth = "none" | "one" | "second-hand" | "good" | "below";

export type SectionCoverage = Readonly<{
	section: OutlineSection;
	depth: Depth;
	/** Distinct sources of its own. */
	count: number;
}>;

export type Coverage = Readonly<{
	sections: readonly SectionCoverage[];
	/** Kept sources that no section holds, in the tray or not. */
	unplaced: readonly Source[];
	/** Cards in sections whose note is thrown away, still new, or no source (any more). */
	odd: readonly Readonly<{ id: string; path: string; why: "new" | "deleted" | "missing" }>[];
	/** Sections, each with how many hold it, of sources that stand in several. */
	shared: ReadonlyMap<string, number>;
}>;

/**
 * Both ways: which sections lack sources, which kept sources lack a section.
 * @param kept all kept sources of the project.
 * @param find looks a card's note up; null: no source.
 */
export function coverage(
	outline: Outline,
	kept: readonly Source[],
	find: (path: string) => Source | null,
): Coverage {
	const depths = new Map<OutlineSection, SectionCoverage>();
	const holders = new Map<string, number>();
	// Backwards: sub-sections are judged before the section they stand in.
	for (const section of [...allSections(outline)].reverse()) {
		const own = new Map<string, Source>();
		for (const card of section.cards) {
			const source = find(card.path);
			if (source !== null && source.status !== "deleted") own.set(source.path, source);
		}
		for (const path of own.keys()) holders.set(path, (holders.get(path) ?? 0) + 1);
		const depth = own.size === 0 ? depthBelow(section, depths) : depthOf([...own.values()]);
		depths.set(section, { section, depth, count: own.size });
	}
	return {
		sections: allSections(outline).flatMap((section) => depths.get(section) ?? []),
		unplaced: kept.filter((source) => !holders.has(source.path)),
		odd: allSections(outline).flatMap((section) => section.cards.flatMap((card) => oddCard(card, find(card.path)) ?? [])),
		shared: new Map([...holders].filter(([, count]) => count > 1)),
	};
}

function oddCard({ id, path }: CardNode, source: Source | null): Coverage["odd"][number] | null {
	if (source === null) return { id, path, why: "missing" };
	return source.status === "kept" ? null : { id, path, why: source.status };
}

function depthOf(own: readonly Source[]): Depth {
	if (!own.some((source) => source.isPrimary) && own.length > 1) return "second-hand";
	return own.length === 1 ? "one" : "good";
}

function depthBelow(section: OutlineSection, depths: ReadonlyMap<OutlineSection, SectionCoverage>): Depth {
	const isCovered = section.sections.some((each) => (depths.get(each)?.depth ?? "none") !== "none");
	return isCovered ? "below" : "none";
}
