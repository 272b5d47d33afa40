import fc from "fast-check";
import { commonLength } from "../../src/refine/lcs";
import { meterOf } from "../../src/refine/meter";
import { addProfiles, profileOf, subtractProfile } from "../../src/refine/profile";
import { startReview, type Review } from "../../src/refine/decisions";
import { reviewed } from "../../src/refine/review";
import { ringSection } from "../../src/refine/rings";
import { gateSections } from "../../src/refine/section-gate";
import { takeSnapshot } from "../../src/refine/snapshot";
import type { Suggestion } from "../../src/refine/suggestion";
import { judged } from "./demo";

const list = fc.array(fc.constantFrom("a", "b", "c", "d", "e"), { maxLength: 80 });

/** The textbook table, to compare the bit-parallel one with. */
function slowCommon(a: readonly string[], b: readonly string[]): number {
	let row = new Array<number>(b.length + 1).fill(0);
	for (const x of a) {
		const next = [0];
		b.forEach((y, at) =>
			next.push(x === y ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0)),
		);
		row = next;
	}
	return row[b.length] ?? 0;
}

describe("the common words of two texts", () => {
	it("are counted as the textbook does", () => {
		fc.assert(
			fc.property(list, list, (a, b) => expect(commonLength(a, b)).toBe(slowCommon(a, b))),
			{ numRuns: 400 },
		);
	});
});

describe("profiles", () => {
	it("add up over the parts of a text, and back", () => {
		const paragraph = fc.stringMatching(
			/^(?:[A-Z][a-z]{1,6}( (?:the|we|don't|of|red|it))*\. ){0,4}$/,
		);
		const law = fc.property(paragraph, paragraph, (a, b) => {
			const sum = addProfiles(profileOf(a), profileOf(b));
			expect(sum).toEqual(profileOf(`${a}\n\n${b}`));
			expect(subtractProfile(sum, profileOf(b))).toEqual(profileOf(a));
		});
		fc.assert(law);
	});
});

const PROSE =
	"I don't think the old cache was wrong; it was late. We asked it a question in the morning and it gave us the answer of the night before. " +
	"Nobody had told it that the price had changed, and so it went on saying what it knew, to everyone who asked, until a customer called. ";

describe("a section", () => {
	it("stays the author's when words go", () => {
		expect(
			ringSection(
				PROSE,
				PROSE.replace("in the morning ", "").replace(", to everyone who asked,", ""),
			).isAccepted,
		).toBe(true);
	});

	it("is turning into the model's when it is rewritten", () => {
		const rewrite =
			"The legacy caching layer was not inherently flawed; rather, it exhibited latency. Morning requests retrieved the previous evening's response, underscoring a pivotal lack of invalidation.";
		const ring = ringSection(PROSE, rewrite);
		expect(ring.isAccepted).toBe(false);
		expect(ring.share).toBeLessThan(0.5);
	});

	it("in Chinese is judged by characters", () => {
		const text = "缓存并没有出错，它只是晚了。我们早上问它一个问题，它给了我们昨天晚上的答案。";
		expect(ringSection(text, text.replace("早上", ""))).toMatchObject({
			isAccepted: true,
			isCjk: true,
		});
		expect(
			ringSection(text, "缓存层不仅彰显了其关键价值，更为未来的创新赋能提供了坚实的支撑。")
				.isAccepted,
		).toBe(false);
	});
});

const NOTE = `# A\n\n${PROSE.repeat(3)}\n\n# B\n\n${PROSE}It took 30 seconds.`;

function accepting(...suggestions: Suggestion[]): Review {
	let review = reviewed(startReview(takeSnapshot(NOTE).hash), {
		kind: "arrive",
		suggestions,
		questions: [],
	});
	for (const { id } of suggestions)
		review = reviewed(review, { kind: "decide", id, decision: { kind: "accept" } });
	return review;
}

describe("the meter", () => {
	const last = { draft: NOTE, b: 4 };
	const cut = judged({ ...last, id: "cut", q: "in the morning and it gave", r: "and it gave" });

	it("is all the author's before the first decision", () => {
		const meter = meterOf(takeSnapshot(NOTE));
		expect(meter.read(accepting())).toMatchObject({
			level: "green",
			share: 1,
			newWords: 0,
			cutWords: 0,
			areFactsKept: true,
		});
	});

	it("counts what is cut, and forgets it when it is taken back", () => {
		const meter = meterOf(takeSnapshot(NOTE));
		const review = accepting(cut);
		expect(meter.read(review)).toMatchObject({ share: 1, cutWords: 3, level: "green" });
		const fresh = meter.read(accepting());
		expect(meter.read(reviewed(review, { kind: "undo" }))).toEqual(fresh);
	});

	it("measures step by step what it measures at once", () => {
		const also = judged({
			...last,
			id: "also",
			q: "and so it went on saying",
			r: "so it went on saying",
		});
		const steps = meterOf(takeSnapshot(NOTE));
		steps.read(accepting(cut));
		steps.read(accepting(also));
		expect(steps.read(accepting(cut, also))).toEqual(
			meterOf(takeSnapshot(NOTE)).read(accepting(cut, also)),
		);
	});

	it("names a fact that was changed, not one that was cut", () => {
		const whole = judged({ ...last, id: "whole", q: "It took 30 seconds." });
		expect(meterOf(takeSnapshot(NOTE)).read(accepting(whole)).areFactsKept).toBe(true);
		const changed: Suggestion = {
			...whole,
			verdict: "apply",
			changes: whole.changes.map((edit) => ({ ...edit, text: "It took long." })),
		};
		expect(meterOf(takeSnapshot(NOTE)).read(accepting(changed)).lostFacts).toEqual(["30"]);
	});
});

describe("the section gate", () => {
	it("lets through what keeps the section the author's", () => {
		const cut = judged({
			draft: NOTE,
			b: 4,
			q: "in the morning and it gave",
			r: "and it gave",
		});
		expect(gateSections(takeSnapshot(NOTE), accepting(cut))).toEqual([]);
	});

	it("names the section and the largest of its changes", () => {
		const snapshot = takeSnapshot(NOTE);
		const block = snapshot.block(2);
		if (block === null) throw new Error("no block");
		const base = judged({
			draft: NOTE,
			b: 4,
			q: "in the morning and it gave",
			r: "and it gave",
		});
		const middle = block.from + 250;
		const rewrite = (id: string, from: number, to: number): Suggestion => {
			const quote = { exact: NOTE.slice(from, to), prefix: "", suffix: "", block: "" };
			const changes = [
				{ from, to, text: "pivotal tapestry underscores seamless ".repeat(6) },
			];
			return {
				...base,
				id,
				edit: { ...base.edit, b: 2 },
				changes,
				home: { from, to, quote },
				verdict: "apply",
			};
		};
		const small = rewrite("small", block.from, block.from + 40);
		const large = rewrite("large", middle, block.to);
		const [gated, ...others] = gateSections(snapshot, accepting(small, large));
		expect(others).toEqual([]);
		expect([gated?.section.title, gated?.largest, gated?.all]).toEqual([
			"A",
			["large", "small"],
			["small", "large"],
		]);
	});
});
