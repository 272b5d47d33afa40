import type { Source } from "../source/source";
import type { Grouping } from "./inbox-question";

/** What a row's height depends on, of its source alone. */
export type RowShape = Readonly<{
	/** Pixels its title takes on one line. */
	titleWidth: number;
	/** There is a first line, a reason, a category or a flag below site and time. */
	hasMore: boolean;
}>;

/** Lines of a row's title, at most two, and whether a line stands below the site. */
export type RowLines = Readonly<{ title: 1 | 2; hasMore: boolean }>;

/** What the styles, the theme and the text size make of rows. CSS pixels. */
export type RowSizes = Readonly<{
	/** The room a title has. */
	titleRoom: number;
	oneLine: Readonly<{ brief: number; more: number }>;
	twoLines: Readonly<{ brief: number; more: number }>;
}>;

export function linesOf(
	{ titleWidth, hasMore }: RowShape,
	{ titleRoom }: Pick<RowSizes, "titleRoom">,
): RowLines {
	return { title: titleWidth <= titleRoom ? 1 : 2, hasMore };
}

export function heightOf({ title, hasMore }: RowLines, sizes: RowSizes): number {
	const heights = title === 1 ? sizes.oneLine : sizes.twoLines;
	return hasMore ? heights.more : heights.brief;
}

/** The same at once: it is asked for each of a hundred thousand rows in one go. */
export function heightOfShape({ titleWidth, hasMore }: RowShape, sizes: RowSizes): number {
	const heights = titleWidth <= sizes.titleRoom ? sizes.oneLine : sizes.twoLines;
	return hasMore ? heights.more : heights.brief;
}

/** The line below site and time: its words, and the marks at its end. */
export type MoreLine = Readonly<{
	words: string;
	isReason: boolean;
	category: string;
	hasFlag: boolean;
}>;

/** @param copies sources with the same identity, this one included. */
export function moreLine(source: Source, grouping: Grouping, copies: number): MoreLine {
	const isReason = source.status !== "new" && source.reason !== "";
	return {
		words: isReason ? source.reason : source.description,
		isReason,
		category: grouping === "category" ? "" : source.category,
		hasFlag: copies > 1 || source.capture !== "full" || source.isHard,
	};
}

export function isEmptyLine({ words, category, hasFlag }: MoreLine): boolean {
	return words === "" && category === "" && !hasFlag;
}
