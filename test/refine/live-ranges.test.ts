import fc from "fast-check";
import { mapSpan, mapSpans } from "../../src/refine/live-ranges";

describe("a passage in an open editor", () => {
	const span = { from: 10, to: 20 };

	it.each([
		["typing before it moves it", [{ from: 2, to: 2, insert: "abc" }], { from: 13, to: 23 }],
		["typing behind it does not", [{ from: 30, to: 31, insert: "" }], span],
		[
			"typing at its edges stays outside",
			[
				{ from: 10, to: 10, insert: "a" },
				{ from: 20, to: 20, insert: "b" },
			],
			{ from: 11, to: 21 },
		],
		["a change inside loses it", [{ from: 15, to: 15, insert: "a" }], null],
		["a deletion over its edge loses it", [{ from: 5, to: 11, insert: "" }], null],
	])("%s", (_what, changes, expected) => {
		expect(mapSpan(span, changes)).toEqual(expected);
	});

	it("still says the same words, or is lost", () => {
		const law = fc.property(
			fc.string({ minLength: 5, maxLength: 40 }),
			fc.nat(),
			fc.nat(),
			fc.nat(),
			fc.nat(),
			fc.string({ maxLength: 5 }),
			(text, a, b, c, d, insert) => {
				const [from = 0, to = 0] = [a % text.length, b % text.length].sort((x, y) => x - y);
				const [start = 0, end = 0] = [c % text.length, d % text.length].sort(
					(x, y) => x - y,
				);
				const after = text.slice(0, start) + insert + text.slice(end);
				const mapped = mapSpan({ from, to }, [{ from: start, to: end, insert }]);
				if (mapped !== null)
					expect(after.slice(mapped.from, mapped.to)).toBe(text.slice(from, to));
			},
		);
		fc.assert(law);
	});

	it("stays lost", () => {
		expect(mapSpans(new Map([["a", null]]), []).get("a")).toBeNull();
	});
});
