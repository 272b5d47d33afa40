import fc from "fast-check";
import { minimalChange } from "../../src/vault/minimal-change";
import { parseAct } from "../../src/vault/parse-act";
import { propertyLines, scalarText, singleQuoted } from "../../src/vault/property-text";
import { isSameValue } from "../../src/vault/same-value";

describe("the smallest change", () => {
	it("makes one text of another and splits no letter", () => {
		const text = fc.string({ unit: fc.constantFrom("a", "b", "😀", "😁", "\n") });
		const law = fc.property(text, text, (before, after) => {
			const change = minimalChange(before, after);
			if (change === null) return expect(before).toBe(after);
			const { from, to } = change;
			expect(before.slice(0, from) + change.text + before.slice(to)).toBe(after);
			for (const at of [from, to])
				expect(/^[\udc00-\udfff]/.test(before.slice(at))).toBe(false);
		});
		fc.assert(law, { numRuns: 2000 });
	});
});

describe("two values of a parser", () => {
	const circle: unknown[] = [];
	circle.push(circle);
	const other: unknown[] = [];
	other.push(other);

	it.each<[string, unknown, unknown, boolean]>([
		["lists that hold themselves", circle, other, true],
		["days", new Date(1), new Date(1), true],
		["other days", new Date(1), new Date(2), false],
		["a day and a text", new Date(1), {}, false],
		["maps in another order", { a: 1, b: 2 }, { b: 2, a: 1 }, false],
		["a list and a map", ["x"], { 0: "x" }, false],
		["YAML sets", new Set(["a"]), new Set(["a"]), true],
		["a set and an object", new Set(["a"]), { a: null }, false],
		["not a number", NaN, NaN, true],
		["null and an object", null, {}, false],
		["more than the other", { a: 1 }, { a: 1, b: 2 }, false],
	])("%s", (_title, a, b, isSame) => {
		expect(isSameValue(a, b)).toBe(isSame);
	});

	it("that share parts a million times are compared in no time", () => {
		const laughs = () =>
			Array.from({ length: 20 }).reduce<unknown[]>(
				(inner) => Array.from({ length: 9 }, () => inner),
				["x"],
			);
		expect(isSameValue(laughs(), laughs())).toBe(true);
	});
});

describe("an act the database kept", () => {
	const act = (step: unknown) => ({
		act: { id: "1", label: "x", at: "2026-05-03", steps: [step] },
		isUndone: true,
	});

	it.each([
		{ kind: "properties", path: "a", before: { s: null }, after: { s: "s: x\n" }, values: {} },
		{ kind: "created", path: "a", text: "" },
		{ kind: "text", path: "a", before: "", after: "" },
		{ kind: "renamed", from: "a", to: "b" },
	])("is read: $kind", (step) => {
		expect(parseAct(act(step))).toMatchObject({ isUndone: true, act: { steps: [step] } });
	});

	it.each([
		null,
		1,
		{},
		{ act: [] },
		{ act: { id: 1 } },
		{ act: { id: "1", label: "x", at: "x", steps: {} } },
		act(null),
		act({ kind: "new" }),
		act({ kind: "properties", path: "a", before: { s: 1 }, after: {}, values: {} }),
		act({ kind: "text", path: "a" }),
	])("of another version is none: %j", (raw) => {
		expect(parseAct(raw)).toBeNull();
	});
});

describe("a value in a property", () => {
	it.each<[string | number | boolean, string]>([
		["On scaling (2nd part)", "On scaling (2nd part)"],
		["yes", '"yes"'],
		["12:30", '"12:30"'],
		["1e3", '"1e3"'],
		["2026-02-30", "2026-02-30"],
		["2026-13-01", '"2026-13-01"'],
		["[[A]]", '"[[A]]"'],
		["a\u2028b", '"a\\u2028b"'],
		["<% tp.x %>", '"\\u003c% tp.x %>"'],
		["", '""'],
		[NaN, '"NaN"'],
		[0.5, "0.5"],
	])("%j is written %s", (value, text) => {
		expect(scalarText(value)).toBe(text);
	});

	it("keeps single quotes where they can say it", () => {
		expect([
			singleQuoted("a"),
			singleQuoted("it's"),
			singleQuoted('say "x"'),
			singleQuoted("a\\b"),
			singleQuoted("a\nb"),
		]).toEqual(["'a'", "'it''s'", "'say \"x\"'", '"a\\\\b"', '"a\\nb"']);
	});

	it("that is nothing has no lines", () => {
		expect([propertyLines("a", null), propertyLines("a", [])]).toEqual(["", ""]);
	});
});
