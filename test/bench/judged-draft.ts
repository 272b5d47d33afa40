import { startReview, type Review } from "../../src/refine/decisions";
import { judgeEdit } from "../../src/refine/guard";
import { parseEdit } from "../../src/refine/protocol";
import { reviewed } from "../../src/refine/review";
import { takeSnapshot, type Snapshot } from "../../src/refine/snapshot";
import type { Suggestion } from "../../src/refine/suggestion";
import { hashText } from "../../src/text/hash";
import type { LongDraft } from "./long-draft";

const CONTEXT = { pass: "cut", sources: [], myWords: [], protectedPassages: [] } as const;

/** A made draft's edits as the guard sees them. */
export function judgedAll(snapshot: Snapshot, edits: LongDraft["edits"]): readonly Suggestion[] {
	return edits.flatMap((edit, index) => {
		const parsed = parseEdit(edit);
		return parsed.ok ? [judgeEdit(snapshot, parsed.value, CONTEXT, `s${index}`)] : [];
	});
}

/** The review in which all of them have arrived. */
export function reviewOf({ text, edits }: LongDraft): Review {
	const suggestions = judgedAll(takeSnapshot(text), edits);
	return reviewed(startReview(hashText(text)), { kind: "arrive", suggestions, questions: [] });
}
