import fc from "fast-check";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { changeProperties, readFrontmatter } from "../../src/vault/property-edit";
import type { PropertyValue } from "../../src/vault/safe-vault";
import { parseYaml, setStatus } from "../doors/hostile-vault";
import { describeWithShared } from "../shared";

const change = (text: string, changes: Record<string, PropertyValue>) =>
	changeProperties(text, changes, parseYaml);
const changed = (text: string, changes: Record<string, PropertyValue>): string => {
	const result = change(text, changes);
	if (!result.ok) throw new Error(JSON.stringify(result.error));
	return result.value;
};
const note = (block: string): string => `---\n${block}\n---\nBody\n`;

describe("setting a property", () => {
	it.each<[string, string, PropertyValue, string]>([
		["keeps the comment behind it", "s: new # c", "kept", "s: kept # c"],
		["keeps double quotes", 's: "new"', "kept", 's: "kept"'],
		["keeps single quotes", "s: 'new'", "it's", "s: 'it''s'"],
		["leaves single quotes for what they cannot say", "s: 'new'", "a\nb", 's: "a\\nb"'],
		["fills an empty value", "s:", "kept", "s: kept"],
		["fills an empty value before a comment", "s: # c", "kept", "s: kept # c"],
		["replaces a text below the name", "s: |\n  a\n  b\nt: 1", "kept", "s: kept\nt: 1"],
		["replaces a list below the name", "s:\n  - a\n  - b\nt: 1", "kept", "s: kept\nt: 1"],
		["replaces a list as far in as the name", "s:\n- a\n- b\nt: 1", "kept", "s: kept\nt: 1"],
		[
			"replaces a list in brackets over lines",
			"s: [\n  a,\n  b\n]\nt: 1",
			"kept",
			"s: kept\nt: 1",
		],
		["writes a list below the name", "s: a", ["a", "[[b]]"], 's:\n  - a\n  - "[[b]]"'],
		["writes a list where nothing was", "s:", ["a"], "s:\n  - a"],
		["keeps the comment behind the name of a list", "s: # c\n  - x", ["a"], "s: # c\n  - a"],
		["keeps a list in brackets", "s: [x, y]", ["a", "b c"], 's: [a, "b c"]'],
		["finds the name whatever its case", "S: new", "kept", "S: kept"],
		["adds at the end, as far in as the others", "  t: 1", "kept", "  t: 1\n  s: kept"],
		[
			"adds above a last text that keeps its blank lines",
			"t: |+\n  a\n\n",
			"kept",
			"s: kept\nt: |+\n  a\n\n",
		],
		["drops a tag with the value", "s: !!str new", "kept", "s: kept"],
		["drops an anchor nobody uses", "s: &a new", "kept", "s: kept"],
		["writes a number", "s: 1e3", 12, "s: 12"],
		["writes a box", "s: true", false, "s: false"],
		["writes a day as text without quotes", "s: x", "2026-05-03", "s: 2026-05-03"],
	])("%s", (_title, before, value, after) => {
		expect(changed(note(before), { s: value })).toBe(note(after));
	});

	it("quotes a name that YAML would read as something else", () => {
		expect(changed("", { "a: b": "x", null: "y" })).toBe('---\n"a: b": x\n"null": "y"\n---\n');
	});

	it.each(["\n", "\r\n"])("puts a block on top of a note that has none (%j)", (eol) => {
		const body = ["# Title", "", "Text"].join(eol);
		expect(changed(body, { s: "kept" })).toBe(["---", "s: kept", "---", body].join(eol));
	});

	it("puts the block behind a byte order mark", () => {
		expect(changed("\ufeffText", { s: "kept" })).toBe("\ufeff---\ns: kept\n---\nText");
	});

	it("removes a property with its lines and nothing else", () => {
		const text = note("# top\na: 1\ns:\n  - x\n  - y\n# below\nb: 2");
		expect(changed(text, { s: null })).toBe(note("# top\na: 1\n# below\nb: 2"));
	});

	it("takes an empty list for none", () => {
		expect(changed(note("a: 1\ns: x"), { s: [] })).toBe(note("a: 1"));
		expect(changed("Text", { s: [] })).toBe("Text");
	});

	it("changes nothing where the note says so already", () => {
		const text = note('a: 1\ns: "kept" # by hand\nl: [x]');
		expect(changed(text, { s: "kept", l: ["x"], gone: null })).toBe(text);
	});
});

describe("frontmatter that can be read in two ways is left alone, with its line", () => {
	it.each<[string, string, number]>([
		["a name twice", note("a: 1\na: 2"), 3],
		["an unclosed quote", note('a: 1\nb: "x'), 3],
		["an unclosed bracket", note("b: [x"), 2],
		["a list instead of names", note("- a\n- b"), 2],
		["text without a name", note("a: 1\njust text\nb: 2"), 3],
		["braces", note("{a: 1}"), 2],
		["a tab as indent", note("a: 1\n\tb: 2"), 3],
		["no end", "---\na: 1\n\nText", 1],
		["an end of dots", "---\na: 1\n...\nText", 1],
		["blanks behind the first fence", "--- \na: 1\n---\n", 1],
		["blanks behind the last fence", "---\na: 1\n--- \n---\n", 3],
		["old Mac line ends", "---\ra: 1\r---\r", 1],
		["an old Mac line end inside", "---\na: 1\rb: 2\n---\n", 2],
		["bytes that are no text", "---\na: 1\n---\n\ufffd", 4],
		["an empty block before another fence", "---\n---\na: 1\n---\n", 2],
	])("%s", (_title, text, line) => {
		const result = change(text, { s: "kept" });
		expect(result).toMatchObject({ ok: false, error: { kind: "unreadable", line } });
	});

	it.each([
		["a value that another one repeats", note("s: &x new\nb: *x")],
		["a name written with a question mark", note("? s\n: new")],
		["two names that differ by case alone", note("S: a\ns2: b\nsS: c\nSs: d")],
	])("%s is refused", (_title, text) => {
		expect(change(text, { s: "kept", ss: "kept" })).toMatchObject({
			ok: false,
			error: { kind: "refused" },
		});
	});

	it("a veto by what the note says is heard", () => {
		const veto = changeProperties(note("s: other"), { s: "kept" }, parseYaml, (values) =>
			values.s === "other" ? { kind: "refused", detail: "no" } : null,
		);
		expect(veto).toEqual({ ok: false, error: { kind: "refused", detail: "no" } });
	});

	it("a parser that knows no lines is heard too", () => {
		const broken = readFrontmatter(note("a: 1"), () => {
			throw new Error("not this one");
		});
		expect(broken).toEqual({ kind: "unreadable", line: 2, detail: "not this one" });
	});
});

describe("whatever a note says", () => {
	const scalar = fc.oneof(
		fc.constantFrom(
			"new",
			'"a: b"',
			"'x'",
			"~",
			"",
			"[a, 'b']",
			"{a: 1}",
			"|\n  t\n\n  s: 1",
			">-\n  x",
			"\n  - a\n  - b",
			"\n  k: v",
			"2024-01-01",
			"a\n  b",
			'"a\n  b"',
			"# only",
		),
		fc.string({ maxLength: 6 }),
	);
	const name = fc.constantFrom("s", "S", "title", "tags", '"q r"', "a b", "1", "__proto__");
	const entry = fc.tuple(name, scalar, fc.constantFrom("", " # c", "\n# line", "\n"));
	const block = fc
		.array(entry, { maxLength: 6 })
		.map((all) => all.map(([k, v, c]) => `${k}: ${v}${c}`).join("\n"));
	const value = fc.oneof(
		fc.string(),
		fc.integer(),
		fc.boolean(),
		fc.constant(null),
		fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 3 }),
	);
	const runs = { numRuns: 2000 };

	it("a change says exactly what was meant, and of all else what it said", () => {
		const law = fc.property(
			block,
			value,
			fc.constantFrom("\n", "\r\n"),
			(words, wanted, eol) => {
				const text = `---\n${words}\n---\nBody`.replace(/\r?\n/g, eol);
				const result = change(text, { s: wanted });
				if (!result.ok) return;
				const [before, after] = [
					readFrontmatter(text, parseYaml),
					readFrontmatter(result.value, parseYaml),
				];
				if (before.kind !== "properties" || after.kind !== "properties")
					throw new Error("no properties");
				const own =
					before.entries.find((one) => one.name === "s")?.name ??
					before.entries.find((one) => one.name === "S")?.name ??
					"s";
				expect(after.values[own] ?? null).toEqual(wanted);
				const others = (values: object) =>
					Object.entries(values).filter(([key]) => key !== own);
				expect(others(after.values)).toEqual(others(before.values));
				expect(result.value.endsWith("Body")).toBe(true);
			},
		);
		fc.assert(law, runs);
	});

	it("a text goes in and comes out the same", () => {
		const law = fc.property(fc.string({ unit: "binary" }), (words) => {
			const text = changed("", { title: words });
			const read = readFrontmatter(text, parseYaml);
			expect(read.kind === "properties" ? read.values.title : read).toBe(words);
			expect(text).not.toMatch(/<%/);
		});
		fc.assert(law, runs);
	});
});

describeWithShared("the notes of corpora/hostile", (shared) => {
	type Item = Readonly<{
		id: string;
		before?: Concat;
		base64?: string;
		set: Readonly<{
			outcome: string;
			after?: Concat;
			accept?: Concat[];
			orRefuse?: boolean;
			orChanged?: Concat;
			orChangedLine?: boolean;
			orInsert?: boolean;
		}>;
	}>;
	const file = readFileSync(join(shared, "corpora/hostile/vault/frontmatter.json"), "utf8");
	const { items } = JSON.parse(file) as { items: Item[] };

	it("are changed to the byte, or left as they are", () => {
		const wrong = items.filter(({ before, base64, set }) => {
			const text =
				base64 === undefined
					? textOf(before ?? "")
					: new TextDecoder("utf-8", { ignoreBOM: true }).decode(
							Buffer.from(base64, "base64"),
						);
			const result = setStatus(text);
			if (result.refused)
				return result.text !== text || (set.outcome !== "refuse" && set.orRefuse !== true);
			const allowed = [set.after, ...(set.accept ?? []), set.orChanged].flatMap((one) =>
				one === undefined ? [] : [textOf(one)],
			);
			return !allowed.includes(result.text);
		});
		expect(wrong.map(({ id }) => id)).toEqual([]);
	});
});

type Concat =
	| string
	| Readonly<{ concat: readonly (string | Readonly<{ repeat: string; times: number }>)[] }>;

function textOf(text: Concat): string {
	if (typeof text === "string") return text;
	return text.concat
		.map((part) => {
			if (typeof part === "string") return part;
			return Array.from({ length: part.times }, (_, i) =>
				part.repeat.replaceAll("%i", String(i)),
			).join("");
		})
		.join("");
}
