import type { Snapshot, SnapshotBlock } from "./snapshot";

/** A heading with all up to the next one of its own or a higher level. What stands before the first is one, too. */
export type DraftSection = Readonly<{
	heading: SnapshotBlock | null;
	/** 1 to 6; 0 before the first heading. */
	level: number;
	title: string;
	/** Its own blocks, without those of its sub-sections and without the heading. */
	blocks: readonly SnapshotBlock[];
}>;

/** Blocks whose words are the author's prose. */
const PROSE = new Set(["paragraph", "item", "quote", "callout", "footnote", "heading"]);

export function isProse(block: SnapshotBlock): boolean {
	return PROSE.has(block.kind);
}

const LEAD =
	/^(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[^\]]\][ \t]+)?|^\[\^[^\]]+\]:[ \t]*|^>[ \t]*(?:\[![^\]]*\][+-]?[ \t]*)?/;

/** Where the prose of a block begins, behind a list, quote or footnote mark; an offset of the note. */
export function proseStart(snapshot: Snapshot, block: SnapshotBlock): number {
	return block.from + (LEAD.exec(snapshot.textOf(block))?.[0].length ?? 0);
}

/** Every heading's section in reading order. */
export function sectionsOf(snapshot: Snapshot): readonly DraftSection[] {
	const sections: DraftSection[] = [];
	let heading: SnapshotBlock | null = null;
	let blocks: SnapshotBlock[] = [];
	const close = (): void => {
		if (heading === null && blocks.length === 0) return;
		const text = heading === null ? "" : snapshot.textOf(heading);
		sections.push({ heading, level: levelOf(text), title: titleOf(text), blocks });
	};
	for (const block of snapshot.blocks) {
		if (block.kind === "heading") {
			close();
			heading = block;
			blocks = [];
		} else if (block.kind !== "frontmatter" && block.kind !== "comment") blocks.push(block);
	}
	close();
	return sections;
}

/** 0 for no heading; a heading underlined with `=` or `-` is 1 or 2. */
export function levelOf(heading: string): number {
	if (heading === "") return 0;
	const marks = /^#{1,6}/.exec(heading);
	if (marks !== null) return marks[0].length;
	return /\n\s*=+\s*$/.test(heading) ? 1 : 2;
}

export function titleOf(heading: string): string {
	return heading
		.replace(/^#{1,6}[ \t]*/, "")
		.replace(/[ \t]+#+[ \t]*$/, "")
		.replace(/\n\s*[=-]+\s*$/, "")
		.trim();
}
