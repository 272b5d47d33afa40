import { PASSES } from "../../src/refine/passes";
import { pendingSections } from "../../src/refine/pending-sections";
import type { Reading } from "../../src/refine/reading";
import { startReview } from "../../src/refine/decisions";
import { reviewed } from "../../src/refine/review";
import { takeSnapshot } from "../../src/refine/snapshot";
import { judged } from "./demo";

const DRAFT =
	"# A\n\nOne thing is so.\n\n# B\n\nBasically, a second one is.\n\n# C\n\nA third.\n\n# D\n\nA fourth.\n";
const snapshot = takeSnapshot(DRAFT);
const headingOf = (id: number): string => ["", "A", "A", "B", "B", "C", "C", "D", "D"][id] ?? "?";
const reading = (
	from: number,
	to: number,
	kind: "reads" | "waits" | "read",
	id = "cut",
): Reading => {
	const pass = PASSES.find((one) => one.id === id);
	if (pass === undefined) throw new Error(id);
	return { pass, range: { from, to }, shown: null, model: "m", state: { kind } };
};
const none = startReview(snapshot.hash);
const some = reviewed(none, {
	kind: "arrive",
	suggestions: [judged({ draft: DRAFT, b: 4, q: "Basically, a second", r: "A second" })],
	questions: [],
});
const told = (readings: readonly Reading[], review = none): readonly string[] =>
	pendingSections({ readings, review, snapshot }, "cut", headingOf).map(
		({ heading, state }) => `${heading} ${state}`,
	);

describe("sections that a pass has not come through", () => {
	it("are all of them before anything came, the first one being read", () => {
		expect(told([reading(1, 8, "reads")])).toEqual([
			"A reads",
			"B waits",
			"C waits",
			"D waits",
		]);
	});

	it("begin where its last find stands", () => {
		expect(told([reading(1, 8, "reads")], some)).toEqual(["B here", "C waits", "D waits"]);
	});

	it("are those of all its parts, and of no other pass", () => {
		const parts = [reading(1, 4, "read"), reading(5, 6, "reads"), reading(7, 8, "waits")];
		expect(told(parts, some)).toEqual(["C reads", "D waits"]);
		expect(told([reading(1, 8, "reads", "connect")])).toEqual([]);
		expect(told([reading(1, 8, "read")])).toEqual([]);
	});
});
