import { applyEdits, sortEdits, type Edit } from "../text/edit";
import type { Heading } from "../text/headings";
import type { Chosen } from "./heading-changes";
import type { Pair } from "./heading-pairs";
import type { OutlineSection } from "./outline";

/** A stretch of the draft that moves as one: a paired heading, or one that is no section. */
type Segment = Readonly<{ section: OutlineSection | null; from: number; to: number }>;

/**
 * The draft with chosen changes: words and ranks of headings, new headings, and the outline's order. A heading
 * moves with its whole text; headings that are no sections stay behind the text they follow.
 */
export function rebuildDraft(
	draft: string,
	pairs: readonly Pair[],
	chosen: readonly Chosen[],
	scaffoldOf: (section: OutlineSection) => string,
): string {
	const both = pairs.filter((pair): pair is Extract<Pair, { kind: "both" }> => pair.kind === "both");
	const edits = sortEdits(both.flatMap((pair) => headingEdits(pair.section, pair.heading, chosen)));
	const added = new Set(chosen.flatMap((change) => (change.kind === "add" && change.section !== null ? [change.section] : [])));
	const isMoved = chosen.some((change) => change.kind === "move");
	if (!isMoved && added.size === 0) return applyEdits(draft, edits);
	const eol = draft.includes("\r\n") ? "\r\n" : "\n";
	const segments = segmentsOf(draft, pairs);
	const text = (segment: Readonly<{ from: number; to: number }>): string => {
		const own = edits.filter((edit) => edit.from >= segment.from && edit.to <= segment.to);
		return applyEdits(
			draft.slice(segment.from, segment.to),
			own.map((edit) => ({ ...edit, from: edit.from - segment.from, to: edit.to - segment.from })),
		);
	};
	const preamble = draft.slice(0, segments[0]?.from ?? draft.length);
	const order = isMoved ? outlineOrder(segments, pairs) : segments;
	const pieces = order.map((segment) => ({ section: segment.section, text: text(segment) }));
	for (const pair of pairs) {
		if (pair.kind !== "section" || !added.has(pair.section.group.id)) continue;
		const piece = { section: pair.section, text: scaffoldOf(pair.section) };
		pieces.splice(placeFor(pair.section, pieces, pairs), 0, piece);
	}
	return join([preamble, ...pieces.map((piece) => piece.text)], eol);
}

function headingEdits(section: OutlineSection, heading: Heading, chosen: readonly Chosen[]): readonly Edit[] {
	const own = chosen.filter((change) => "section" in change && change.section === section.group.id);
	const rename = own.find((change) => change.kind === "rename");
	const level = own.find((change) => change.kind === "level");
	if (rename === undefined && level === undefined) return [];
	const rank = level?.kind === "level" ? level.level : heading.level;
	if (rename === undefined && !heading.isSetext) {
		// Only the marks change: what stands in the heading stays, comments and emphasis too.
		return [{ from: heading.from, to: heading.from + heading.level, text: "#".repeat(rank) }];
	}
	const words = rename?.kind === "rename" ? rename.heading : heading.text;
	return [{ from: heading.from, to: heading.to, text: `${"#".repeat(rank)} ${words.replace(/\s+/g, " ")}` }];
}

/** Cuts the draft at paired headings, and at others that are not below the pair before them. */
function segmentsOf(draft: string, pairs: readonly Pair[]): readonly Segment[] {
	const starts: { section: OutlineSection | null; from: number; level: number }[] = [];
	const all = pairs.flatMap((pair) =>
		pair.kind === "section" ? [] : [{ section: pair.kind === "both" ? pair.section : null, heading: pair.heading }],
	);
	all.sort((a, b) => a.heading.from - b.heading.from);
	for (const { section, heading } of all) {
		const before = starts.at(-1);
		const isBelow = section === null && before !== undefined && heading.level > before.level;
		if (!isBelow) starts.push({ section, from: heading.from, level: heading.level });
	}
	return starts.map(({ section, from }, index) => ({ section, from, to: starts[index + 1]?.from ?? draft.length }));
}

/** Segments in the outline's order. One that is no section follows the segment it followed; a tail stays the tail. */
function outlineOrder(segments: readonly Segment[], pairs: readonly Pair[]): readonly Segment[] {
	const lastSection = segments.map((segment) => segment.section !== null).lastIndexOf(true);
	const tail = segments.slice(lastSection + 1);
	const head = segments.slice(0, lastSection + 1);
	const followers = new Map<Segment | null, Segment[]>();
	let leader: Segment | null = null;
	for (const segment of head) {
		if (segment.section !== null) leader = segment;
		else followers.set(leader, [...(followers.get(leader) ?? []), segment]);
	}
	const sections = pairs.flatMap((pair) => (pair.kind === "both" ? [pair.section] : []));
	const ordered = sections.flatMap((section) => head.filter((segment) => segment.section === section));
	return [
		...(followers.get(null) ?? []),
		...ordered.flatMap((segment) => [segment, ...(followers.get(segment) ?? [])]),
		...tail,
	];
}

/** Behind the piece of the section before it in the outline; first where there is none. */
function placeFor(
	section: OutlineSection,
	pieces: readonly Readonly<{ section: OutlineSection | null }>[],
	pairs: readonly Pair[],
): number {
	const sections = pairs.flatMap((pair) => (pair.kind === "heading" ? [] : [pair.section]));
	const before = sections.slice(0, sections.indexOf(section)).reverse();
	for (const each of before) {
		const at = pieces.findIndex((piece) => piece.section === each);
		if (at !== -1) return at + 1;
	}
	const first = pieces.findIndex((piece) => piece.section !== null);
	return first === -1 ? pieces.length : first;
}

/** Pieces with an empty line between them; blanks a piece has at its end stay. */
function join(pieces: readonly string[], eol: string): string {
	let out = "";
	for (const piece of pieces) {
		if (piece === "") continue;
		if (out !== "" && out !== "\ufeff" && !/\n[ \t]*\r?\n$/.test(out)) out += out.endsWith("\n") ? eol : eol + eol;
		out += piece;
	}
	return out;
}
