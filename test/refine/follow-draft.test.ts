import fc from "fast-check";
import { applyEdits } from "../../src/text/edit";
import { DraftFollower } from "../../src/refine/follow-draft";
import { DEMO, judged } from "./demo";

const ONE = judged({ q: "Nobody clears it in 30 seconds", r: "Nobody clears it", id: "s1" });
const home = ONE.home ?? { from: 0, to: 0 };
const words = DEMO.slice(home.from, home.to);

function followed(): DraftFollower {
	const follower = new DraftFollower(DEMO);
	follower.add([ONE]);
	return follower;
}

describe("a suggestion while its draft is edited", () => {
	it("moves with what is typed before it", () => {
		const follower = followed();
		const after = `New. ${DEMO}`;
		expect(follower.change(DEMO, after, [{ from: 0, to: 0, insert: "New. " }])).toBe(true);
		expect(follower.homesIn(after).get("s1")).toEqual({ from: home.from + 5, to: home.to + 5 });
	});

	it("is lost once its words are touched, and stays lost", () => {
		const follower = followed();
		const change = { from: home.from + 1, to: home.from + 2, insert: "" };
		follower.change(DEMO, applyEdits(DEMO, [{ ...change, text: "" }]), [change]);
		expect(follower.isLost("s1")).toBe(true);
	});

	it("stays with its words where an editor took in the whole note anew", () => {
		const follower = followed();
		const after = `New.\n\n${DEMO.slice(0, -1)}!`;
		follower.change(DEMO, after, [{ from: 0, to: DEMO.length, insert: after }]);
		expect(follower.placeOf("s1")).toEqual({ from: home.from + 6, to: home.to + 6 });
		const gone = after.replace(words, "Somebody does");
		follower.change(after, gone, [{ from: 0, to: after.length, insert: gone }]);
		expect(follower.isLost("s1")).toBe(true);
	});

	it("passes over a second pane that tells the same change later", () => {
		const follower = followed();
		const after = `New. ${DEMO}`;
		const change = [{ from: 0, to: 0, insert: "New. " }];
		follower.change(DEMO, after, change);
		expect(follower.change(DEMO, after, change)).toBe(false);
		expect(follower.homesIn(after).get("s1")?.from).toBe(home.from + 5);
	});

	it("is looked for anew where nobody saw the change", () => {
		const follower = followed();
		const after = DEMO.replace("# Why caches lie\n", "# Why caches lie\n\nNew words.\n");
		expect(follower.moveTo(after)).toBe(true);
		const span = follower.homesIn(after).get("s1");
		expect(span && after.slice(span.from, span.to)).toBe(words);
	});

	it("says nothing of a text it does not know", () => {
		expect(followed().homesIn(`${DEMO} `).size).toBe(0);
	});

	it("places what arrives after an edit in the text as it is now", () => {
		const follower = new DraftFollower(DEMO);
		const after = `${"x ".repeat(9)}\n\n${DEMO}`;
		follower.moveTo(after);
		follower.add([ONE]);
		const span = follower.homesIn(after).get("s1");
		expect(span && after.slice(span.from, span.to)).toBe(words);
	});

	it("always points at its own words or at none, whatever is typed", () => {
		const edits = fc.array(
			fc.record({
				at: fc.nat(DEMO.length),
				gone: fc.nat(12),
				text: fc.constantFrom("", "a", "Nobody ", words),
			}),
			{ maxLength: 12 },
		);
		fc.assert(
			fc.property(edits, (list) => {
				const follower = followed();
				let text = DEMO;
				for (const { at, gone, text: insert } of list) {
					const from = Math.min(at, text.length);
					const to = Math.min(text.length, from + gone);
					const after = text.slice(0, from) + insert + text.slice(to);
					follower.change(text, after, [{ from, to, insert }]);
					text = after;
				}
				const span = follower.homesIn(text).get("s1");
				if (span) expect(text.slice(span.from, span.to)).toBe(words);
			}),
		);
	});
});
