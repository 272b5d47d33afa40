import { KINDS } from "../source/kind";
import type { Source } from "../source/source";
import { clippedAt } from "./fits";
import type { Grouping, Question, Sort } from "./inbox-question";
import { minutesOfSource } from "./reading-time";

/** A source with what its place in the list depends on, worked out once. */
export type Placed = Readonly<{
	source: Source;
	/** What is equal within a group; "" is the group of those that have none, and stands last. */
	group: string;
	/** Numbers and texts are never mixed within one sort; null stands last. */
	rank: number | string | null;
}>;

export type CompareText = (a: string, b: string) => number;

/** @param projectName the first project of a source, by name; "" for none. */
export function place(
	source: Source,
	{ sort, grouping }: Pick<Question, "sort" | "grouping">,
	projectName: (source: Source) => string,
): Placed {
	return { source, group: groupOf(source, grouping, projectName), rank: rankOf(source, sort) };
}

function groupOf(
	source: Source,
	grouping: Grouping,
	projectName: (source: Source) => string,
): string {
	switch (grouping) {
		case "none":
			return "";
		case "category":
			return source.category;
		case "project":
			return projectName(source);
		case "kind":
			return source.kind;
		case "month":
			return clippedAt(source) === null ? "" : (source.created ?? "").slice(0, 7);
	}
}

function rankOf(source: Source, sort: Sort): number | string | null {
	switch (sort) {
		case "oldest":
		case "newest":
			return clippedAt(source);
		case "shortest":
			return minutesOfSource(source);
		case "title":
			return source.title;
		case "site":
			return source.site === "" ? null : source.site;
		case "category":
			return source.category === "" ? null : source.category;
	}
}

/** A total order: no two rows are equal, so that a row is found again by halving. */
export function comparePlaced(
	{ sort, grouping }: Pick<Question, "sort" | "grouping">,
	compareText: CompareText,
): (a: Placed, b: Placed) => number {
	const byGroup = compareGroups(grouping, sort, compareText);
	const direction = sort === "newest" ? -1 : 1;
	return (a, b) => {
		if (a.group !== b.group) {
			const groups = byGroup(a.group, b.group);
			if (groups !== 0) return groups;
		}
		const ranks = compareRanks(a.rank, b.rank, direction, compareText);
		if (ranks !== 0) return ranks;
		return a.source.path < b.source.path ? -1 : Number(a.source.path !== b.source.path);
	};
}

function compareRanks(
	a: number | string | null,
	b: number | string | null,
	direction: 1 | -1,
	compareText: CompareText,
): number {
	if (a === b) return 0;
	if (a === null) return 1;
	if (b === null) return -1;
	if (typeof a === "number" && typeof b === "number") return (a - b) * direction;
	return compareText(String(a), String(b));
}

export function compareGroups(
	grouping: Grouping,
	sort: Sort,
	compareText: CompareText,
): CompareText {
	return (a, b) => {
		if (a === b) return 0;
		if (a === "") return 1;
		if (b === "") return -1;
		// Names that only differ in what the language ignores are two groups still.
		const exact = a < b ? -1 : 1;
		switch (grouping) {
			case "kind":
				return (
					KINDS.findIndex((kind) => kind === a) - KINDS.findIndex((kind) => kind === b)
				);
			case "month":
				return sort === "newest" ? -exact : exact;
			case "none":
			case "category":
			case "project":
				return compareText(a, b) || exact;
		}
	};
}
