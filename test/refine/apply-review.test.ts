import { applyReview, reviewEdits } from "../../src/refine/apply-review";
import { DraftFollower } from "../../src/refine/follow-draft";
import { startReview, type Review } from "../../src/refine/decisions";
import { reviewed } from "../../src/refine/review";
import { takeSnapshot } from "../../src/refine/snapshot";
import { fail, ok } from "../../src/result";
import { applyEdits } from "../../src/text/edit";
import { asked, DEMO, judged } from "./demo";

const snapshot = takeSnapshot(DEMO);
const CUT = judged({ q: "In order to understand", r: "To understand", id: "s1" });
const QUESTION = asked("Why does it stay?");

function review(change: Readonly<{ accepts?: boolean; marks?: boolean }> = {}): Review {
	let made = reviewed(startReview(snapshot.hash), {
		kind: "arrive",
		suggestions: [CUT],
		questions: [QUESTION],
	});
	if (change.accepts === true)
		made = reviewed(made, { kind: "decide", id: "s1", decision: { kind: "accept" } });
	if (change.marks === true)
		made = reviewed(made, { kind: "answer", id: "q1", answer: "marked" });
	return made;
}

const after = (made: Review, text: string): string =>
	applyEdits(text, reviewEdits(made, snapshot, text).edits);

describe("what Apply writes", () => {
	it("nothing where nothing was accepted or marked", () => {
		expect(after(review(), DEMO)).toBe(DEMO);
	});

	it("accepted changes, and a mark behind the sentence a question is about", () => {
		const text = after(review({ accepts: true, marks: true }), DEMO);
		expect(text).toContain("\nTo understand a cache");
		expect(text).toContain(
			"The old value stays until somebody clears it. %% question: Why does it stay? %% Nobody",
		);
	});

	it("finds the place of a mark again in a note that grew", () => {
		const grown = DEMO.replace("# Why caches lie\n", "# Why caches lie\n\nNew words.\n");
		expect(after(review({ marks: true }), grown)).toContain(
			"clears it. %% question: Why does it stay? %% Nobody clears it in 30",
		);
	});

	it("names a question whose words are gone, and marks nothing for it", () => {
		const gone = DEMO.replaceAll("The old value stays until", "It stays until");
		const edits = reviewEdits(review({ marks: true }), snapshot, gone);
		expect(edits).toMatchObject({ edits: [], marks: 0, stale: ["q1"] });
	});

	it("puts a mark behind words that change around its place, never into them", () => {
		const long = judged({
			q: "The old value stays until somebody clears it. Nobody clears it in 30 seconds.",
			r: "The old value stays in 30 seconds.",
			id: "s2",
		});
		let made = reviewed(review({ marks: true }), {
			kind: "arrive",
			suggestions: [{ ...long, verdict: "apply" }],
			questions: [],
		});
		made = reviewed(made, {
			kind: "decide",
			id: "s2",
			decision: { kind: "own", text: "It stays." },
		});
		expect(after(made, DEMO)).toContain("It stays. %% question: Why does it stay? %%");
	});
});

describe("applying to a note that changes at that moment", () => {
	const vaultOf = (texts: string[]) => {
		const writes: string[] = [];
		return {
			writes,
			read: () => Promise.resolve(ok(texts[0] ?? "")),
			editProse: (path: string, expected: string, change: (text: string) => string) => {
				if (texts.length > 1) {
					texts.shift();
					return Promise.resolve(fail({ kind: "stale" } as const));
				}
				writes.push(change(expected));
				return Promise.resolve(ok({ path, before: expected, after: writes.at(-1) ?? "" }));
			},
		};
	};
	const apply = (vault: ReturnType<typeof vaultOf>) =>
		applyReview(
			review({ accepts: true }),
			snapshot,
			"Draft.md",
			vault,
			new DraftFollower(DEMO),
		);

	it("reads once more and writes to what stands there then", async () => {
		const vault = vaultOf([DEMO, `${DEMO}\nTyped.\n`]);
		expect(await apply(vault)).toMatchObject({
			ok: true,
			value: { applied: ["s1"], stale: [] },
		});
		expect(vault.writes).toEqual([
			`${DEMO}\nTyped.\n`.replace("In order to understand", "To understand"),
		]);
	});

	it("gives up after that, with the note as it is", async () => {
		const vault = vaultOf([DEMO, `${DEMO} `, `${DEMO}  `]);
		expect(await apply(vault)).toEqual({ ok: false, error: { kind: "stale" } });
		expect(vault.writes).toEqual([]);
	});
});
