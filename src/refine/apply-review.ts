import { fail, ok, type Result } from "../result";
import { splitBlocks } from "../text/blocks";
import { applyEdits, sortEdits, type Edit } from "../text/edit";
import { reanchor } from "../text/anchor";
import { markEdit, markText } from "../text/marks";
import type { SafeVault, WriteFailure, Written } from "../vault/safe-vault";
import { plan } from "./plan";
import type { Review } from "./review";
import type { Snapshot } from "./snapshot";

/** What *Apply* did: which suggestions and questions went in, which no longer fit. */
export type Applied = Readonly<{
	written: Written;
	applied: readonly string[];
	stale: readonly string[];
	marks: number;
}>;

/** All edits of a review to a text: accepted suggestions, and questions the author wants as marks. */
export function reviewEdits(
	review: Review,
	snapshot: Snapshot,
	text: string,
): Readonly<{
	edits: readonly Edit[];
	applied: readonly string[];
	stale: readonly string[];
	marks: number;
}> {
	const { changes, applied, stale } = plan(review, text);
	const marks = questionMarks(review, snapshot, text).filter(
		(mark) => !changes.some((edit) => edit.from < mark.from && mark.from < edit.to),
	);
	return { edits: sortEdits([...changes, ...marks]), applied, stale, marks: marks.length };
}

/** One mark per marked question whose words still stand in the text. */
function questionMarks(review: Review, snapshot: Snapshot, text: string): readonly Edit[] {
	const blocks = splitBlocks(text);
	return review.questions.flatMap((one) => {
		if (review.answers.get(one.id) !== "marked") return [];
		const home = one.home === null ? null : reanchor(text, one.home.quote);
		const asked = snapshot.block(one.note.b);
		const at = home?.from ?? (asked === null ? -1 : text.indexOf(snapshot.textOf(asked)));
		const block = blocks.find((each) => each.from <= at && at <= each.to);
		if (block === undefined || at < 0) return [];
		const target = home ?? { from: block.to, to: block.to };
		return [markEdit(text, block, target, markText("question", one.note.ask))];
	});
}

/**
 * Writes what the author accepted into the draft as it is now: one write, one undo. What does not fit any more is
 * left out and named. Reads again once if somebody wrote in between.
 */
export async function applyReview(
	review: Review,
	snapshot: Snapshot,
	path: string,
	vault: Pick<SafeVault, "read" | "editProse">,
): Promise<Result<Applied, WriteFailure>> {
	for (let attempt = 1; ; attempt++) {
		const read = await vault.read(path);
		if (!read.ok) return read;
		const { edits, applied, stale, marks } = reviewEdits(review, snapshot, read.value);
		const written = await vault.editProse(path, read.value, (text) => applyEdits(text, edits));
		if (written.ok) return ok({ written: written.value, applied, stale, marks });
		if (written.error.kind !== "stale" || attempt > 1) return fail(written.error);
	}
}
