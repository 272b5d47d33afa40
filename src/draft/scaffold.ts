import { headings, type Heading } from "../text/headings";
import { applyEdits, sortEdits, type Edit } from "../text/edit";
import { parseSourceLine, sourceLine } from "./source-line";

/** A section of the outline as the draft needs it. */
export type ScaffoldSection = Readonly<{
	heading: string;
	level: number;
	/** Ready-made wikilinks of its own cards. */
	links: readonly string[];
}>;

export type ScaffoldWords = Readonly<{ sources: string; untitled: string }>;

/**
 * Headings for every section, each with one comment line that names its sources. What stands in the draft
 * stays: a heading that is there is found by its words (and place among equals), only its sources line is
 * brought up to date; a section without one gets its heading before the next section's, or at the end.
 */
export function scaffold(draft: string, sections: readonly ScaffoldSection[], words: ScaffoldWords): string {
	const found = headings(draft);
	const eol = draft.includes("\r\n") ? "\r\n" : "\n";
	const pairs = pairInOrder(sections, found, words.untitled);
	const edits: Edit[] = [];
	sections.forEach((section, index) => {
		const own = pairs[index] ?? null;
		if (own !== null) edits.push(...updateLine(draft, own, section, words, eol));
		else {
			const next = pairs.slice(index + 1).find((pair) => pair !== null && pair !== undefined);
			edits.push(newHeading(draft, next?.from ?? draft.length, section, words, eol));
		}
	});
	return applyEdits(draft, sortEdits(edits));
}

/**
 * By words, in order of both: the longest run of pairs that keeps the order would be finer, but a section
 * moved on the canvas is the heading sync's work; here a heading found anywhere counts as being there.
 */
function pairInOrder(
	sections: readonly ScaffoldSection[],
	found: readonly Heading[],
	untitled: string,
): readonly (Heading | null)[] {
	const left = [...found];
	return sections.map((section) => {
		const wanted = fold(section.heading === "" ? untitled : section.heading);
		const at = left.findIndex((heading) => fold(heading.text) === wanted);
		return at === -1 ? null : (left.splice(at, 1)[0] ?? null);
	});
}

export function fold(heading: string): string {
	return heading.normalize("NFC").replace(/\s+/g, " ").trim().toLowerCase();
}

function newHeading(
	draft: string,
	at: number,
	section: ScaffoldSection,
	words: ScaffoldWords,
	eol: string,
): Edit {
	const title = section.heading === "" ? words.untitled : section.heading.replace(/\s+/g, " ");
	const lines = [`${"#".repeat(section.level)} ${title}`, ""];
	if (section.links.length > 0) lines.push(sourceLine(words.sources, section.links), "");
	const before = draft.slice(0, at);
	const gap = before === "" ? "" : /\r?\n\r?\n$/.test(before) ? "" : before.endsWith("\n") ? eol : eol + eol;
	return { from: at, to: at, text: gap + lines.join(eol) + eol };
}

/** The sources line is ours; everything else under the heading is the author's. */
function updateLine(
	draft: string,
	heading: Heading,
	section: ScaffoldSection,
	words: ScaffoldWords,
	eol: string,
): readonly Edit[] {
	const line = findSourceLine(draft, heading);
	if (line !== null) {
		const isSame = parseSourceLine(sourceLine(words.sources, section.links))?.join("\n") === line.targets.join("\n");
		if (isSame || section.links.length === 0) return [];
		return [{ from: line.from, to: line.to, text: sourceLine(words.sources, section.links) }];
	}
	if (section.links.length === 0) return [];
	return [{ from: heading.to, to: heading.to, text: eol + eol + sourceLine(words.sources, section.links) }];
}

/** The sources line of a section, in its own text. */
export function findSourceLine(
	draft: string,
	heading: Pick<Heading, "to" | "bodyEnd">,
): Readonly<{ from: number; to: number; targets: readonly string[] }> | null {
	let from = heading.to;
	while (from < heading.bodyEnd) {
		const end = draft.indexOf("\n", from);
		const next = end === -1 || end > heading.bodyEnd ? heading.bodyEnd : end;
		const to = draft.charAt(next - 1) === "\r" ? next - 1 : next;
		const targets = parseSourceLine(draft.slice(from, to));
		if (targets !== null) return { from, to, targets };
		from = next + 1;
	}
	return null;
}
