/** What `#Heading`, `#Heading#Sub` or `#^block` mean in a text. */
import { frontmatterEnd } from "./frontmatter-end";

type Lines = Readonly<{ first: number; last: number }>;

/** The text a subpath (without its leading `#`) points at; the body for "", null where it is not found. */
export function sectionOf(text: string, subpath: string): string | null {
	if (subpath === "") return text.slice(frontmatterEnd(text));
	const lines = linesOf(text, subpath);
	return lines === null
		? null
		: text
				.split("\n")
				.slice(lines.first, lines.last + 1)
				.join("\n");
}

/** First and last line (from 0) a subpath points at. */
export function linesOf(text: string, subpath: string): Lines | null {
	const lines = text.split("\n");
	if (subpath.startsWith("^")) return blockLines(lines, subpath.slice(1));
	const headings = headingsOf(lines);
	let from = 0;
	let found: (typeof headings)[number] | undefined;
	for (const part of subpath.split("#")) {
		found = headings
			.slice(from)
			.find((heading) => comparable(heading.text) === comparable(part));
		if (found === undefined) return null;
		from = headings.indexOf(found) + 1;
	}
	if (found === undefined) return null;
	const level = found.level;
	const next = headings.slice(from).find((heading) => heading.level <= level);
	return { first: found.line, last: (next?.line ?? lines.length) - 1 };
}

function blockLines(lines: readonly string[], id: string): Lines | null {
	const last = lines.findIndex(
		(line) => line.trimEnd().endsWith(` ^${id}`) || line.trim() === `^${id}`,
	);
	if (last === -1) return null;
	let first = lines[last]?.trim() === `^${id}` ? last - 1 : last;
	while (first > 0 && lines[first]?.trim() === "") first -= 1;
	while (
		first > 0 &&
		lines[first - 1]?.trim() !== "" &&
		!/^\s*([-*+>]|\d+\.|#{1,6}\s)/.test(lines[first] ?? "")
	)
		first -= 1;
	return { first, last };
}

function headingsOf(lines: readonly string[]): { line: number; level: number; text: string }[] {
	let fence: string | null = null;
	return lines.flatMap((text, line) => {
		const mark = /^\s{0,3}(`{3,}|~{3,})/.exec(text)?.[1]?.charAt(0);
		if (mark !== undefined) fence = fence === null ? mark : fence === mark ? null : fence;
		const heading = fence === null ? /^(#{1,6})[ \t]+(.*)$/.exec(text) : null;
		return heading === null
			? []
			: [{ line, level: heading[1]?.length ?? 1, text: heading[2] ?? "" }];
	});
}

/** The app compares headings without the characters a link may not hold, blanks folded. */
function comparable(heading: string): string {
	return heading
		.replace(/[!"#$%&()*+,.:;<=>?@^`{|}~/[\]\\\r\n]/g, " ")
		.replace(/\s+/g, " ")
		.trim()
		.toLowerCase();
}
