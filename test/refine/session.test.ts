import fc from "fast-check";
import { applyReview } from "../../src/refine/apply-review";
import { DraftFollower } from "../../src/refine/follow-draft";
import { PASSES, type Pass } from "../../src/refine/passes";
import { RefineSession } from "../../src/refine/session";
import { takeSnapshot } from "../../src/refine/snapshot";
import { ok } from "../../src/result";
import { blockWith, DEMO } from "./demo";
import { FakeClaude, type Play } from "./fake-claude";

const snapshot = takeSnapshot(DEMO);
const first = blockWith(snapshot, "In order to understand");
const second = blockWith(snapshot, "The old value stays until somebody clears it. Nobody");
const WHOLE = { from: 1, to: snapshot.blocks.length };
const EDIT_1 = {
	b: first,
	k: "wordy",
	q: "In order to understand",
	r: "To understand",
	why: "Shorter.",
	ref: null,
};
const EDIT_2 = {
	b: second,
	k: "wordy",
	q: "until somebody clears it",
	r: "until it clears",
	why: "x",
	ref: null,
};
const NOTE = {
	b: second,
	k: "missing_step",
	q: "The old value stays",
	ask: "Why does it stay?",
	src: null,
};

function pass(id: string): Pass {
	const found = PASSES.find((one) => one.id === id);
	if (found === undefined) throw new Error(id);
	return found;
}

function sessionOf(plays: Play[], review: RefineSession["review"] | null = null) {
	const claude = new FakeClaude(plays);
	const options = {
		model: "m",
		brief: [],
		myWords: [],
		protectedPassages: [],
		wishes: "",
		sources: [],
	};
	const session = new RefineSession({
		snapshot,
		claude,
		options,
		nonce: () => "abcdefghijkl",
		review,
	});
	return { claude, session };
}

const reading = (id: string, range = WHOLE) => ({ pass: pass(id), range, shown: null, model: "m" });
const answer = (edits: unknown[], notes: unknown[] = []) => JSON.stringify({ edits, notes });
const settled = async (session: RefineSession): Promise<void> => {
	for (let tick = 0; tick < 400; tick++) await Promise.resolve();
	if (session.state === "reading") throw new Error("still reading");
};

describe("a reading", () => {
	it("judges each suggestion as soon as it is whole, not at the end", async () => {
		const { session } = sessionOf([
			{
				pieces: ['{"edits": [', JSON.stringify(EDIT_1), ", {", '"b": 1'],
				end: { kind: "overloaded", received: "" },
			},
		]);
		const counts: number[] = [];
		session.onChange(() => counts.push(session.review.suggestions.length));
		session.read([reading("cut")]);
		await settled(session);
		expect(counts).toContain(1);
		expect(session.review.suggestions[0]?.edit.q).toBe(EDIT_1.q);
	});

	it("keeps what came before it broke off, and goes on from the block it had reached", async () => {
		const { session, claude } = sessionOf([
			{
				pieces: [`{"edits": [${JSON.stringify(EDIT_1)},`],
				end: { kind: "overloaded", received: "" },
			},
			{ pieces: [answer([EDIT_2])] },
		]);
		session.read([reading("cut")]);
		await settled(session);
		expect(session.readings[0]?.state.kind).toBe("failed");
		expect(session.readings[0]?.range.from).toBeGreaterThanOrEqual(first);
		session.act({ kind: "decide", id: "s1", decision: { kind: "reject" } });
		session.continueReading();
		await settled(session);
		expect(claude.asked).toHaveLength(2);
		expect(session.review.suggestions.map(({ edit }) => edit.b)).toEqual([first, second]);
		expect(session.review.decisions.get("s1")?.kind).toBe("reject");
	});

	it("asks nothing again that was read to its end", async () => {
		const { session, claude } = sessionOf([{ pieces: [answer([EDIT_1])] }]);
		session.read([reading("cut")]);
		await settled(session);
		session.continueReading();
		await settled(session);
		expect(claude.asked).toHaveLength(1);
	});

	it("takes an answer that was cut off by its length as unfinished", async () => {
		const { session } = sessionOf([
			{ pieces: [`{"edits": [${JSON.stringify(EDIT_1)}`], isTruncated: true },
		]);
		session.read([reading("cut")]);
		await settled(session);
		expect(session.readings[0]?.state).toMatchObject({
			kind: "failed",
			failure: { kind: "cut-off" },
		});
		expect(session.review.suggestions).toHaveLength(1);
	});

	it("stops the others when one fails: the person decides", async () => {
		const { session, claude } = sessionOf([{ pieces: [], end: { kind: "no-credit" } }]);
		session.read([reading("cut"), reading("typos"), reading("connect")]);
		await settled(session);
		expect(claude.asked).toHaveLength(1);
		expect(session.readings.map(({ state }) => state.kind)).toEqual([
			"failed",
			"waits",
			"waits",
		]);
	});

	it("runs the first call alone, then at most three at once", async () => {
		const { session, claude } = sessionOf([]);
		session.read(Array.from({ length: 7 }, () => reading("cut")));
		await settled(session);
		expect(claude.asked).toHaveLength(7);
		expect(claude.mostAtOnce).toBeLessThanOrEqual(3);
	});

	const upper = { from: 1, to: first };
	const lower = { from: first + 1, to: snapshot.blocks.length };
	const slowly = (text: string) => ["{", ...Array.from({ length: 30 }, () => " "), text.slice(1)];

	it("shows what a later part brings only below the part before it, so that nothing above is pushed down", async () => {
		const { session } = sessionOf([
			{ pieces: slowly(answer([EDIT_1])) },
			{ pieces: [answer([EDIT_2])] },
		]);
		session.read([reading("cut", upper), reading("cut", lower)]);
		await settled(session);
		expect(session.review.suggestions.map(({ edit }) => edit.b)).toEqual([first, second]);
	});

	it("does not let one pass wait for another", async () => {
		const { session } = sessionOf([
			{ pieces: slowly(answer([EDIT_1])) },
			{ pieces: [answer([], [NOTE])] },
		]);
		const seen: string[] = [];
		session.onChange(() => {
			const { suggestions, questions } = session.review;
			seen.push(`${suggestions.length} ${questions.length}`);
		});
		session.read([reading("cut"), reading("logic")]);
		await settled(session);
		expect(seen).toContain("0 1");
	});

	it("keeps what a later part brought when it is stopped before the earlier one has spoken", async () => {
		const { session } = sessionOf([
			{ pieces: slowly(answer([EDIT_1])) },
			{ pieces: [answer([EDIT_2])] },
		]);
		const forget = session.onChange(() => {
			if (session.readings[1]?.state.kind !== "read") return;
			forget();
			session.stop();
		});
		session.read([reading("cut", upper), reading("cut", lower)]);
		await settled(session);
		expect(session.review.suggestions.map(({ edit }) => edit.b)).toEqual([second]);
	});

	it("drops edits of a pass that only asks, questions of one that only edits, and blocks nobody asked about", async () => {
		const range = { from: second, to: second };
		const { session } = sessionOf([
			{ pieces: [answer([EDIT_1], [NOTE])] },
			{ pieces: [answer([EDIT_1], [NOTE])] },
		]);
		session.read([reading("logic", range), reading("cut", range)]);
		await settled(session);
		expect(session.review.suggestions).toHaveLength(0);
		expect(session.review.questions).toHaveLength(1);
		expect(session.droppedCount).toBe(3);
	});

	it("counts what was paid", async () => {
		const { session } = sessionOf([{ pieces: [answer([])] }, { pieces: [answer([])] }]);
		session.read([reading("cut"), reading("typos")]);
		await settled(session);
		expect(session.spent).toMatchObject({ calls: 2, cost: 0.02, usage: { inputTokens: 20 } });
	});
});

describe("going on with a kept review", () => {
	it("gives new suggestions ids of their own", async () => {
		const { session } = sessionOf([{ pieces: [answer([EDIT_1])] }]);
		session.read([reading("cut")]);
		await settled(session);
		const next = sessionOf([{ pieces: [answer([EDIT_1, EDIT_2])] }], session.review).session;
		next.read([reading("cut")]);
		await settled(next);
		const ids = next.review.suggestions.map(({ id }) => id);
		expect(ids).toHaveLength(2); // the first came before
		expect(new Set(ids).size).toBe(2);
	});
});

describe("whatever a model answers", () => {
	const words = fc.constantFrom(
		...DEMO.split(/\s+/),
		"The old value stays",
		"In order to understand",
		"",
		"[[x]]",
		"<img src=x>",
		"%%",
		"\n\n# h",
	);
	const edit = fc.record({
		b: fc.oneof(fc.integer({ min: -1, max: 20 }), fc.constant("3")),
		k: fc.constantFrom("wordy", "filler", "repeat", "typo", "transition", "nonsense"),
		q: fc.oneof(words, fc.constantFrom(EDIT_1.q, EDIT_2.q)),
		r: fc.oneof(words, fc.string()),
		why: fc.string(),
		ref: fc.option(words),
	});
	const json = fc.oneof(
		fc.record({
			edits: fc.array(fc.oneof(edit, fc.jsonValue())),
			notes: fc.array(fc.jsonValue()),
		}),
		fc.jsonValue(),
	);
	const applied = async (session: RefineSession): Promise<string> => {
		let note = DEMO;
		const vault = {
			read: () => Promise.resolve(ok(note)),
			editProse: (path: string, expected: string, change: (text: string) => string) => {
				expect(expected).toBe(note);
				note = change(note);
				return Promise.resolve(ok({ path, before: expected, after: note }));
			},
		};
		const result = await applyReview(
			session.review,
			snapshot,
			"Draft.md",
			vault,
			new DraftFollower(DEMO),
		);
		expect(result.ok).toBe(true);
		return note;
	};

	it("not one byte reaches the note that the author did not accept", async () => {
		await fc.assert(
			fc.asyncProperty(json, fc.boolean(), async (raw, isAsideToo) => {
				const { session } = sessionOf([{ pieces: [JSON.stringify(raw)] }]);
				session.read([reading("cut")]);
				await settled(session);
				for (const { id } of session.review.suggestions)
					if (isAsideToo)
						session.act({ kind: "decide", id, decision: { kind: "aside" } });
				expect(await applied(session)).toBe(DEMO);
			}),
			{ numRuns: 150 },
		);
	});

	it("of what is accepted, only what the guards let through; and all else stays byte for byte", async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 8 }), async (edits) => {
				const { session } = sessionOf([]);
				session.paste(pass("cut"), answer(edits));
				for (const { id } of session.review.suggestions)
					session.act({ kind: "decide", id, decision: { kind: "accept" } });
				const accepted = session.review.suggestions.filter(({ id }) =>
					session.review.decisions.has(id),
				);
				expect(
					accepted.every(({ verdict }) => verdict === "apply" || verdict === "amber"),
				).toBe(true);
				const changes = accepted
					.flatMap((one) => one.changes)
					.sort((a, b) => a.from - b.from);
				let expected = "";
				let at = 0;
				for (const change of changes) {
					expected += DEMO.slice(at, change.from) + change.text;
					at = change.to;
				}
				expect(await applied(session)).toBe(expected + DEMO.slice(at));
			}),
			{ numRuns: 150 },
		);
	});
});
