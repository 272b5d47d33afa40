import { meterOf } from "../../src/refine/meter";
import { plan } from "../../src/refine/plan";
import type { Review } from "../../src/refine/decisions";
import { reviewed } from "../../src/refine/review";
import { takeSnapshot } from "../../src/refine/snapshot";
import { words } from "../../src/text/words";
import { judgedAll, reviewOf } from "./judged-draft";
import { longDraft, type LongDraft } from "./long-draft";
import { medianMs, report } from "./setup";

/*
 * Refine on 20,000 words beside what it cannot do without: splitting the draft into words once.
 * The modal itself is measured in the browser (test/e2e/refine-long.e2e.ts).
 */

const draft = longDraft(20_000, 683);
const twice = longDraft(40_000, 1366);
const oneSplit = medianMs(() => words(draft.text));

/** Decides these and measures the text anew after each, as keys do. */
function decideAll(made: LongDraft, review: Review, count: number): Review {
	const meter = meterOf(takeSnapshot(made.text));
	let now = review;
	for (const { id } of review.suggestions.slice(0, count)) {
		now = reviewed(now, { kind: "decide", id, decision: { kind: "accept" } });
		meter.read(now);
	}
	return now;
}

{
	const snapshot = medianMs(() => takeSnapshot(draft.text));
	report("a snapshot of 20,000 words, of one split into words", snapshot / oneSplit, {
		budget: 4,
	});
}

{
	const snapshot = takeSnapshot(draft.text);
	judgedAll(snapshot, draft.edits.slice(0, 1));
	const forty = medianMs(() => judgedAll(snapshot, draft.edits.slice(0, 40)));
	report("judging 40 suggestions, of one split into words", forty / oneSplit, { budget: 8 });
}

{
	const review = reviewOf(draft);
	const all = medianMs(() => decideAll(draft, review, 400));
	report("a key to its meter at 683 suggestions, of one split into words", all / 400 / oneSplit, {
		budget: 0.5,
	});
	const big = reviewOf(twice);
	const bigger = medianMs(() => decideAll(twice, big, 400));
	report("400 decisions at twice the size, of those at one", bigger / all, { budget: 3 });
}

{
	const decided = decideAll(draft, reviewOf(draft), 400);
	const same = medianMs(() => plan(decided, draft.text));
	const moved = `A new first line.\n\n${draft.text}`;
	const elsewhere = medianMs(() => plan(decided, moved));
	report("placing 400 changes in the same text, of one split into words", same / oneSplit, {
		budget: 2,
	});
	report("placing 400 changes in a changed text, of one split into words", elsewhere / oneSplit, {
		budget: 5,
	});
	if (plan(decided, moved).applied.length !== 400) throw new Error("some changes were lost");
}
