import type { Pair } from "../outline/heading-pairs";
import type { OutlineSection } from "../outline/outline";
import { applyEdits, sortEdits, type Edit } from "../text/edit";
import type { Heading } from "../text/headings";
import { parseSourceLine, sourceLine } from "./source-line";

export type ScaffoldWords = Readonly<{
	/** The word before the colon of a sources line. */
	sources: string;
	/** Heading of a section without a label. */
	untitled: string;
	/** A ready-made wikilink to a note. */
	linkTo(path: string): string;
}>;

/** A section's first lines in the draft: its heading, and one comment that names its sources. */
export function scaffoldOf(section: OutlineSection, words: ScaffoldWords, eol: string): string {
	const title = section.heading === "" ? words.untitled : section.heading.replace(/\s+/g, " ");
	const lines = [`${"#".repeat(section.level)} ${title}`, ""];
	const links = linksOf(section, words);
	if (links.length > 0) lines.push(sourceLine(words.sources, links), "");
	return lines.join(eol) + eol;
}

/** Brings the sources lines under paired headings up to date. Everything else under them is the author's. */
export function updateSourceLines(draft: string, pairs: readonly Pair[], words: ScaffoldWords): string {
	const eol = draft.includes("\r\n") ? "\r\n" : "\n";
	const edits = pairs.flatMap((pair): readonly Edit[] => {
		if (pair.kind !== "both" || pair.isGuess) return [];
		const links = linksOf(pair.section, words);
		const line = findSourceLine(draft, pair.heading);
		const text = sourceLine(words.sources, links);
		if (line === null) {
			if (links.length === 0) return [];
			return [{ from: pair.heading.to, to: pair.heading.to, text: eol + eol + text }];
		}
		const isSame = parseSourceLine(text)?.join("\n") === line.targets.join("\n");
		// A section that lost its cards keeps the line: the author may have written it.
		if (isSame || links.length === 0) return [];
		return [{ from: line.from, to: line.to, text }];
	});
	return applyEdits(draft, sortEdits(edits));
}

function linksOf(section: OutlineSection, words: ScaffoldWords): readonly string[] {
	return [...new Set(section.cards.map((card) => card.path))].map((path) => words.linkTo(path));
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
