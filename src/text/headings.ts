import { splitBlocks, type Block } from "./blocks";

/** A heading of a note. Places are UTF-16 offsets. */
export type Heading = Readonly<{
	/** 1 to 6. */
	level: number;
	/** The words, without marks, comments and the closing `#`. */
	text: string;
	/** The heading's own lines. */
	from: number;
	to: number;
	/** Where what belongs to it ends: at the next heading of its level or above. */
	end: number;
	/** Where its own text ends: at the next heading of any level. */
	bodyEnd: number;
	/** Underlined (`===`) instead of `#`. */
	isSetext: boolean;
}>;

/** The headings in order. Code, callouts, comments and quotes hold none. */
export function headings(
	markdown: string,
	blocks: readonly Block[] = splitBlocks(markdown),
): readonly Heading[] {
	const found = blocks
		.filter((block) => block.kind === "heading")
		.map((block) => readHeading(markdown, block));
	return found.map((heading, index) => {
		const next = found[index + 1]?.from ?? markdown.length;
		const closer = found.slice(index + 1).find((other) => other.level <= heading.level);
		return { ...heading, bodyEnd: next, end: closer?.from ?? markdown.length };
	});
}

function readHeading(markdown: string, { from, to }: Block): Omit<Heading, "end" | "bodyEnd"> {
	const source = markdown.slice(from, to);
	const marks = /^#{1,6}(?=[ \t]|$)/.exec(source)?.[0];
	if (marks !== undefined) {
		const words = source.slice(marks.length).trim();
		return { level: marks.length, text: plain(words), from, to, isSetext: false };
	}
	const lines = source.split(/\r?\n/);
	const underline = lines.pop() ?? "";
	const level = underline.trim().startsWith("=") ? 1 : 2;
	return {
		level,
		text: plain(lines.map((line) => line.trim()).join(" ")),
		from,
		to,
		isSetext: true,
	};
}

/** Closing marks count only after a blank (CommonMark 4.2). */
function plain(words: string): string {
	const open = words.replace(/%%[^%]*%%/g, "").trimEnd();
	const unclosed = open.replace(/#+$/, "");
	return (unclosed === "" || /[ \t]$/.test(unclosed) ? unclosed : open).trim();
}

/** The innermost heading a place stands under; null: before the first. */
export function headingAt(found: readonly Heading[], offset: number): Heading | null {
	return found.filter((heading) => heading.from <= offset).at(-1) ?? null;
}

/** The headings above, outermost first, the heading itself last. */
export function headingPath(found: readonly Heading[], heading: Heading): readonly Heading[] {
	return found.filter(
		(other) =>
			other.from <= heading.from && other.end >= heading.end && other.level <= heading.level,
	);
}
