import { splitBlocks, type Block } from "../text/blocks";
import { hashText } from "../text/hash";

/** A block as the reading view shows it. `text` has no comments; `from`/`to` address the draft. */
export type ReadingBlock = Readonly<{ from: number; to: number; kind: Block["kind"]; text: string; print: string }>;

const HIDDEN: ReadonlySet<Block["kind"]> = new Set(["frontmatter", "comment", "footnote", "linkdef"]);

/** What a reader sees, in order. Comments, frontmatter and the definitions of notes are not among it. */
export function readingBlocks(draft: string): readonly ReadingBlock[] {
	return splitBlocks(draft).flatMap((block): readonly ReadingBlock[] => {
		if (HIDDEN.has(block.kind)) return [];
		const source = draft.slice(block.from, block.to);
		const text = block.kind === "code" || block.kind === "math" ? source : withoutComments(source);
		if (text.trim() === "") return [];
		return [{ from: block.from, to: block.to, kind: block.kind, text, print: hashText(fold(text)) }];
	});
}

/** Inline comments go with the blank before them; those inside inline code stay. */
export function withoutComments(text: string): string {
	return text.replace(/(`+)[^`]*\1|[ \t]?%%(?:[^%]|%(?!%))*%%/g, (part) => (part.startsWith("`") ? part : ""));
}

function fold(text: string): string {
	return text.normalize("NFC").replace(/\s+/g, " ").trim();
}

/** Blocks that were not there, word for word, when it was read last. */
export function changedBlocks(now: readonly ReadingBlock[], lastRead: string): ReadonlySet<ReadingBlock> {
	const before = new Map<string, number>();
	for (const { print } of readingBlocks(lastRead)) before.set(print, (before.get(print) ?? 0) + 1);
	const changed = new Set<ReadingBlock>();
	for (const block of now) {
		const left = before.get(block.print) ?? 0;
		if (left === 0) changed.add(block);
		else before.set(block.print, left - 1);
	}
	return changed;
}

/** What a finished reading leaves in `Readings/`: the draft inside one fence longer than any in it. */
export function readingRecord(
	draft: string,
	facts: Readonly<{ draftLink: string; at: string; minutes: number; marks: number; number: number }>,
): string {
	const fence = "`".repeat(longestFence(draft) + 1);
	const head = [
		"---",
		"type: research-reading",
		`draft: ${JSON.stringify(facts.draftLink)}`,
		`read: ${facts.at}`,
		`reading: ${facts.number}`,
		`minutes: ${facts.minutes}`,
		`marks: ${facts.marks}`,
		"---",
	];
	return `${head.join("\n")}\n\n${fence}markdown\n${draft}${draft.endsWith("\n") ? "" : "\n"}${fence}\n`;
}

/** At least two, so that the record's own fence has three. */
function longestFence(text: string): number {
	let longest = 2;
	for (const match of text.matchAll(/`+/g)) longest = Math.max(longest, match[0].length);
	return longest;
}

/** The draft out of a record; null: no record. A final line end the draft did not have may be added. */
export function readRecord(record: string): string | null {
	const open = /\n(`{3,})markdown\r?\n/.exec(record);
	if (open === null) return null;
	const from = open.index + open[0].length;
	const to = record.lastIndexOf(`\n${open[1] ?? ""}`);
	return to < from - 1 ? null : record.slice(from, to + 1);
}
