import type { Line } from "./pdf-lines";

/** Lines at the upper and lower edge that are looked at. */
const EDGE = 2;

/** Pages without running heads, running feet, page numbers and the lines of a table of contents. */
export function withoutRunning(pages: readonly (readonly Line[])[]): readonly (readonly Line[])[] {
	const edges = pages.map(edgesOf);
	const seen = new Map<string, number>();
	pages.forEach((_, page) => {
		const keys = [...(edges[page] ?? [])].flatMap((line) => keysOf(line, page));
		for (const key of new Set(keys)) seen.set(key, (seen.get(key) ?? 0) + 1);
	});
	const often = Math.max(2, pages.length * 0.3);
	const isRunning = (line: Line, page: number) => isPageNumber(line.text) || keysOf(line, page).some((key) => (seen.get(key) ?? 0) >= often);
	return pages.map((lines, page) => lines.filter((line) => !isContents(line.text) && !((edges[page]?.has(line) ?? false) && isRunning(line, page))));
}

/** "Methods . . . . . 12". */
function isContents(text: string): boolean {
	return /(?:\. ?){5,}\s?\d{1,4}$/.test(text);
}

function edgesOf(lines: readonly Line[]): ReadonlySet<Line> {
	const heights = [...new Set(lines.map(({ y }) => Math.round(y)))].sort((a, b) => b - a);
	const edges = new Set([...heights.slice(0, EDGE), ...heights.slice(-EDGE)]);
	return new Set(lines.filter(({ y }) => edges.has(Math.round(y))));
}

/** The same words at about the same height, whatever number stands in them; and a number that counts the pages. */
function keysOf({ text, y }: Line, page: number): readonly string[] {
	const height = Math.round(y / 12);
	const words = `${height} ${text.replace(/\d+/g, "0").toLowerCase()}`;
	const number = /^(\d{1,4})\s|\s(\d{1,4})$/.exec(text);
	const counted = number === null ? [] : [`${height} counts from ${Number(number[1] ?? number[2]) - page}`];
	return [words, ...counted];
}

function isPageNumber(text: string): boolean {
	return /^[-–—\s]{0,3}(page|p\.|seite|第)?\s?(\d{1,4}|[ivxl]{1,6})\s?(页|頁)?(\s?(of|\/|von)\s?\d{1,4})?[-–—\s]{0,3}$/i.test(text);
}
