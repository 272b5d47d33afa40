import { applyEdits, shiftEdit, type Edit } from "../text/edit";
import { countWords } from "../text/words";
import type { Review } from "./decisions";
import { visible } from "./review-shown";
import { editsFor } from "./rivals";
import { ringSection, SECTION_MIN_WORDS, type SectionRing } from "./rings";
import { isProse, sectionsOf, type DraftSection } from "./sections";
import type { Snapshot } from "./snapshot";

/** A section that the accepted edits would take from its author. */
export type GatedSection = Readonly<{
	section: DraftSection;
	ring: SectionRing;
	/** The accepted suggestions in it that change most, largest first, at most three. */
	largest: readonly string[];
	/** All accepted ones in it: for *Apply without this section*. */
	all: readonly string[];
}>;

/** Ring 2 before *Apply*: sections of at least 100 words over the limit (refine.md §4.2). */
export function gateSections(snapshot: Snapshot, review: Review): readonly GatedSection[] {
	const accepted = visible(review).flatMap((one) => {
		const decision = review.decisions.get(one.id);
		const edits = decision?.kind === "accept" ? editsFor(one, decision) : [];
		return edits.length === 0 ? [] : [{ id: one.id, edits, block: one.edit.b }];
	});
	if (accepted.length === 0) return [];
	return sectionsOf(snapshot).flatMap((section) => {
		const ids = new Set(section.blocks.map((block) => block.id));
		const inside = accepted.filter((one) => ids.has(one.block));
		if (inside.length === 0) return [];
		const edits = inside.flatMap((one) => one.edits).sort((a, b) => a.from - b.from);
		const texts = proseBeforeAfter(snapshot, section, edits);
		if (countWords(texts.before) < SECTION_MIN_WORDS) return [];
		const ring = ringSection(texts.before, texts.after);
		if (ring.isAccepted) return [];
		const bySize = [...inside]
			.sort((a, b) => size(b.edits) - size(a.edits))
			.map((one) => one.id);
		return [{ section, ring, largest: bySize.slice(0, 3), all: inside.map((one) => one.id) }];
	});
}

function proseBeforeAfter(
	snapshot: Snapshot,
	section: DraftSection,
	edits: readonly Edit[],
): Readonly<{ before: string; after: string }> {
	const before: string[] = [];
	const after: string[] = [];
	for (const block of section.blocks.filter(isProse)) {
		const text = snapshot.textOf(block);
		const local = edits
			.filter((edit) => edit.from >= block.from && edit.to <= block.to)
			.map((edit) => shiftEdit(edit, -block.from));
		before.push(text);
		after.push(applyEdits(text, local));
	}
	return { before: before.join("\n"), after: after.join("\n") };
}

function size(edits: readonly Edit[]): number {
	return edits.reduce((sum, edit) => sum + edit.text.length + edit.to - edit.from, 0);
}
