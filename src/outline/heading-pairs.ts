import type { Heading } from "../text/headings";
import type { OutlineSection } from "./outline";

/** A section and the heading that stands for it; one side may be missing. */
export type Pair = Readonly<
	/** `isGuess`: by place alone, without any memory of what both sides said. */
	| { kind: "both"; section: OutlineSection; heading: Heading; isGuess: boolean }
	| { kind: "section"; section: OutlineSection }
	| { kind: "heading"; heading: Heading }
>;

/**
 * Pairs sections and headings: by what both sides said last time, else by text, else by place among siblings
 * (triage-outline b6). Level-1 headings are the article's title, never a section.
 */
export function pairHeadings(sections: readonly OutlineSection[], found: readonly Heading[]): readonly Pair[] {
	const open = new Set(found.filter((heading) => heading.level > 1));
	const pairs = new Map<OutlineSection, Heading>();
	const pairBy = (wordsOf: (section: OutlineSection) => string | null): void => {
		for (const section of sections) {
			if (pairs.has(section)) continue;
			const words = wordsOf(section);
			if (words === null || words === "") continue;
			const same = [...open].filter((heading) => foldHeading(heading.text) === foldHeading(words));
			// Of two alike, the one at the same level, then the first.
			const heading = same.find((each) => each.level === section.level) ?? same[0];
			if (heading === undefined) continue;
			pairs.set(section, heading);
			open.delete(heading);
		}
	};
	pairBy((section) => section.group.said?.heading ?? null);
	pairBy((section) => section.heading);
	const sure = new Set(pairs.keys());
	pairByPlace(sections, found, pairs, open);
	return [
		...sections.map((section): Pair => {
			const heading = pairs.get(section);
			if (heading === undefined) return { kind: "section", section };
			const isGuess = !sure.has(section) && section.group.said === null;
			return { kind: "both", section, heading, isGuess };
		}),
		...[...open].map((heading): Pair => ({ kind: "heading", heading })),
	];
}

/** An unpaired section right behind a pair is an unpaired heading right behind that pair's heading. */
function pairByPlace(
	sections: readonly OutlineSection[],
	found: readonly Heading[],
	pairs: Map<OutlineSection, Heading>,
	open: Set<Heading>,
): void {
	// A section that was never synced is new: by place only those are paired that a heading once stood for.
	const isKnown = sections.some((section) => section.group.said !== null);
	sections.forEach((section, index) => {
		if (pairs.has(section) || (isKnown && section.group.said === null)) return;
		const before = sections[index - 1];
		const previous = before === undefined ? null : pairs.get(before);
		if (previous === undefined) return;
		// Deeper headings in between belong to the section before: they may be no sections at all.
		const next = found.find(
			(heading) => heading.level > 1 && heading.level <= section.level && heading.from > (previous?.from ?? -1),
		);
		if (next === undefined || !open.has(next) || next.level !== section.level) return;
		pairs.set(section, next);
		open.delete(next);
	});
}

/** How headings are compared: NFC, blanks and case aside. */
export function foldHeading(text: string): string {
	return text.normalize("NFC").replace(/\s+/g, " ").trim().toLowerCase();
}
