import fc from "fast-check";
import { acceptedEdits, plan } from "../../src/refine/plan";
import { startReview, type Review } from "../../src/refine/decisions";
import { reviewed, type ReviewAction } from "../../src/refine/review";
import { filtered, stateOf, visible } from "../../src/refine/review-shown";
import { readReview, storeReview } from "../../src/refine/review-state";
import { splitSuggestion } from "../../src/refine/guard";
import { takeSnapshot } from "../../src/refine/snapshot";
import type { Suggestion } from "../../src/refine/suggestion";
import { applyEdits, invertEdits } from "../../src/text/edit";
import { hashText } from "../../src/text/hash";
import { context, DEMO, judged } from "./demo";

const SUGGESTIONS: readonly Suggestion[] = [
	judged({ id: "wordy", q: "In order to understand", r: "To understand" }),
	judged({ id: "hedge", q: "perhaps you should first", r: "you should first" }),
	judged({
		id: "filler",
		q: "It is important to note that a cache is",
		r: "A cache is",
		k: "filler",
	}),
	judged({
		id: "also",
		q: "a cache is, in a very real sense, a promise",
		r: "a cache is a promise",
	}),
	judged(
		{ id: "typo", q: "That is the the point.", r: "That is the point.", k: "typo" },
		{ pass: "typos" },
	),
	judged({ id: "rival", q: "important to note that a cache", r: "that a cache" }),
	judged({ id: "zone", q: "cache.get('x');" }),
	judged({ id: "lost", q: "not a word of this", b: 3 }),
	judged({
		id: "item",
		q: "An item that is not really very long.",
		r: "An item that is not very long.",
		b: 6,
	}),
];
const IDS = SUGGESTIONS.map((one) => one.id);
const START = reviewed(startReview(hashText(DEMO)), {
	kind: "arrive",
	suggestions: SUGGESTIONS,
	questions: [],
});

function act(review: Review, ...actions: ReviewAction[]): Review {
	return actions.reduce(reviewed, review);
}

function accept(id: string): ReviewAction {
	return { kind: "decide", id, decision: { kind: "accept" } };
}

function states(review: Review): Record<string, string> {
	return Object.fromEntries(review.suggestions.map((one) => [one.id, stateOf(review, one)]));
}

describe("a review", () => {
	it("preselects nothing, and undecided is not applied", () => {
		expect(states(START)).toMatchObject({
			wordy: "open",
			hedge: "amber",
			typo: "open",
			zone: "blocked",
			lost: "stale",
		});
		expect(plan(START, DEMO).changes).toEqual([]);
	});

	it("never accepts what is blocked or stale", () => {
		expect(act(START, accept("zone"), accept("lost"))).toBe(START);
	});

	it("excludes what an accepted one overlaps", () => {
		const review = act(START, accept("filler"));
		expect(states(review)["rival"]).not.toBe("open");
		expect(act(review, accept("rival"))).toBe(review);
	});

	it("accepts the rest of a paragraph without amber", () => {
		const review = act(START, { kind: "accept-rest", id: "wordy" });
		expect(states(review)).toMatchObject({
			wordy: "accepted",
			filler: "accepted",
			also: "accepted",
			hedge: "amber",
			typo: "open",
		});
		expect(states(act(review, { kind: "undo" }))).toEqual(states(START));
	});

	it("accepts all of one kind without amber", () => {
		expect(states(act(START, { kind: "accept-kind", editKind: "typo" }))).toMatchObject({
			typo: "accepted",
			wordy: "open",
		});
	});

	it("takes the author's own words in the place of a suggestion", () => {
		const own: ReviewAction = {
			kind: "decide",
			id: "hedge",
			decision: { kind: "own", text: "maybe first" },
		};
		const review = act(START, own);
		expect(applyEdits(DEMO, plan(review, DEMO).changes)).toContain(
			"a cache, maybe first watch one fail",
		);
		expect(acceptedEdits(review)).toEqual([]); // they are the author's, not the model's
	});

	it("shows the parts of a split suggestion, and the whole again after undo", () => {
		const whole = SUGGESTIONS[3];
		if (whole === undefined) throw new Error("no suggestion");
		const two = judged({
			id: "two",
			q: "In order to understand a cache, perhaps you should",
			r: "To understand a cache, you should",
		});
		const parts = splitSuggestion(takeSnapshot(DEMO), two, context());
		const review = act(startReview(START.hash), {
			kind: "arrive",
			suggestions: [two, whole],
			questions: [],
		});
		const split = act(review, { kind: "split", id: "two", parts });
		expect(visible(split).map((one) => one.id)).toEqual([
			"also",
			...parts.map((part) => part.id),
		]);
		expect(act(split, accept("two"))).toBe(split);
		expect(visible(act(split, { kind: "undo" })).map((one) => one.id)).toEqual(["two", "also"]);
	});

	it("leaves out the same change a second time", () => {
		const again = SUGGESTIONS.map((one) => ({ ...one, id: `${one.id}-again` })).filter(
			(one) => one.changes.length > 0,
		);
		expect(act(START, { kind: "arrive", suggestions: again, questions: [] })).toBe(START);
	});

	it("is narrowed by kind and state, blocked ones only on request", () => {
		const none = { pass: null, editKind: null, states: null };
		expect(filtered(START, none).map((one) => one.id)).not.toContain("zone");
		expect(filtered(START, { ...none, editKind: "typo" }).map((one) => one.id)).toEqual([
			"typo",
		]);
		expect(filtered(START, { ...none, states: ["blocked"] }).map((one) => one.id)).toEqual([
			"zone",
		]);
	});
});

const anyAction: fc.Arbitrary<ReviewAction> = fc.oneof(
	fc.constantFrom(...IDS).map(accept),
	fc
		.constantFrom(...IDS)
		.map((id): ReviewAction => ({ kind: "decide", id, decision: { kind: "reject" } })),
	fc.constantFrom(...IDS).map((id): ReviewAction => ({
		kind: "decide",
		id,
		decision: { kind: "own", text: "my words" },
	})),
	fc.constantFrom(...IDS).map((id): ReviewAction => ({ kind: "decide", id, decision: null })),
	fc.constantFrom(...IDS).map((id): ReviewAction => ({ kind: "accept-rest", id })),
	fc.constantFrom<ReviewAction>(
		{ kind: "accept-kind", editKind: "wordy" },
		{ kind: "undo" },
		{ kind: "redo" },
	),
);

describe("decisions", () => {
	it("can all be undone and done again", () => {
		const law = fc.property(fc.array(anyAction, { maxLength: 30 }), (actions) => {
			const review = act(
				START,
				...actions.filter((action) => action.kind !== "undo" && action.kind !== "redo"),
			);
			let back = review;
			while (back.past.length > 0) back = reviewed(back, { kind: "undo" });
			expect([...back.decisions]).toEqual([]);
			while (back.future.length > 0) back = reviewed(back, { kind: "redo" });
			expect(new Map(back.decisions)).toEqual(new Map(review.decisions));
		});
		fc.assert(law);
	});

	it("in any order give the same text", () => {
		const some = fc.shuffledSubarray(IDS.filter((id) => id !== "rival"));
		const law = fc.property(some, (order) => {
			const one = plan(act(START, ...order.map(accept)), DEMO);
			const other = plan(act(START, ...[...order].sort().map(accept)), DEMO);
			expect(applyEdits(DEMO, one.changes)).toBe(applyEdits(DEMO, other.changes));
			expect(one.changes).toEqual(acceptedEdits(act(START, ...order.map(accept))));
		});
		fc.assert(law);
	});

	it("survive being stored and read back", () => {
		const law = fc.property(fc.array(anyAction, { maxLength: 20 }), (actions) => {
			const review = act(START, ...actions);
			const back = readReview(JSON.parse(JSON.stringify(storeReview(review))));
			expect(back).toEqual({ ...review, past: [], future: [] });
		});
		fc.assert(law);
	});
});

describe("what was stored is read with suspicion", () => {
	it.each([null, 1, "x", {}, { version: 2 }, { version: 1 }])("no review: %j", (stored) => {
		expect(readReview(stored)).toBeNull();
	});

	it("a change outside the passage it names is left out", () => {
		const stored: unknown = JSON.parse(JSON.stringify(storeReview(START)));
		const text = JSON.stringify(stored).replace(
			/"changes":\[\{"from":\d+/,
			'"changes":[{"from":0',
		);
		expect(readReview(JSON.parse(text))?.suggestions).toHaveLength(SUGGESTIONS.length - 1);
	});
});

describe("a plan", () => {
	const accepted = act(START, accept("wordy"), accept("typo"), accept("item"));

	it("applied and taken back gives the same bytes", () => {
		const all = act(START, ...IDS.map(accept));
		const { changes, stale } = plan(all, DEMO);
		expect(stale).toEqual([]);
		expect(applyEdits(applyEdits(DEMO, changes), invertEdits(DEMO, changes))).toBe(DEMO);
	});

	it("follows the note when it changed elsewhere", () => {
		const changed = DEMO.replace(
			"# Why caches lie",
			"# Why they lie\n\nA new first paragraph.",
		);
		const { changes, applied, stale } = plan(accepted, changed);
		expect([applied.length, stale]).toEqual([3, []]);
		expect(applyEdits(changed, changes)).toBe(
			applyEdits(DEMO, plan(accepted, DEMO).changes).replace(
				"# Why caches lie",
				"# Why they lie\n\nA new first paragraph.",
			),
		);
	});

	it("leaves alone what changed meanwhile, and says so", () => {
		const changed = DEMO.replace("In order to understand", "In order to grasp");
		const { applied, stale } = plan(accepted, changed);
		expect([applied, stale]).toEqual([["item", "typo"], ["wordy"]]);
	});

	it("believes an open editor that a passage was deleted", () => {
		const { stale } = plan(accepted, `\n${DEMO}`, new Map([["typo", null]]));
		expect(stale).toEqual(["typo"]);
	});

	it("changes only bytes it compared, whatever the note became", () => {
		const law = fc.property(
			fc.nat(DEMO.length),
			fc.nat(40),
			fc.string({ maxLength: 30 }),
			(from, length, text) => {
				const changed = applyEdits(DEMO, [
					{ from, to: Math.min(DEMO.length, from + length), text },
				]);
				const before = SUGGESTIONS.map((one) => one.home?.quote.exact ?? "");
				for (const edit of plan(accepted, changed).changes) {
					expect(
						before.some((exact) => exact.includes(changed.slice(edit.from, edit.to))),
					).toBe(true);
				}
			},
		);
		fc.assert(law);
	});
});
