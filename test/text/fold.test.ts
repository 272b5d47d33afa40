import fc from "fast-check";
import { fold, hasInvisible, sourceSpan } from "../../src/text/fold";

describe("folding a text for comparison", () => {
	it.each<[string, string, string]>([
		["quotes and apostrophes are plain", "“It’s” ‘so’", "\"it's\" 'so'"],
		["every dash and run of dashes is one", "a—b -- c – d", "a-b - c - d"],
		["white space is one blank", "a\u00a0 b\n\tc", "a b c"],
		["no blank beside CJK", "注意 力 and 机制", "注意力and机制"],
		["full-width marks are half", "你好，世界！（好）。", "你好,世界!(好)."],
		["invisible characters go", "pl\u00ada\u200bn", "plan"],
		[
			"emphasis, code, highlight and strike marks go",
			"**a** *b* _c_ `d` ==e== ~~f~~",
			"a b c d e f",
		],
		["an underscore inside a word stays", "snake_case", "snake_case"],
		[
			"links leave their words",
			"see [[Note|the note]], [[Other]], [this](http://a.example/(x))",
			"see the note, other, this",
		],
		["comments leave nothing", "One. %% unclear: why %% Two.", "one. two."],
		["an ellipsis is three dots", "so…", "so..."],
		["decomposed letters are composed", "cafe\u0301", "café"],
		["an escaped mark is the mark", "2 \\* 3", "2 * 3"],
	])("%s", (_rule, source, folded) => {
		expect(fold(source).text).toBe(folded);
	});

	it("knows where each character came from", () => {
		const source = "see **[[Note|the note]]** — now";
		const folded = fold(source);
		const at = folded.text.indexOf("the note");
		const span = sourceSpan(folded, at, at + "the note".length);
		expect(source.slice(span.from, span.to)).toBe("the note");
	});

	it("finds what nobody sees", () => {
		expect(hasInvisible("a\u202eb")).toBe(true);
		expect(hasInvisible("plain – “text” 你好")).toBe(false);
	});
});

const PIECES = [
	"a",
	"B",
	"é",
	"e\u0301",
	"字",
	"，",
	" ",
	"\n",
	"*",
	"**",
	"_",
	"`",
	"==",
	"[[",
	"|",
	"]]",
	"[",
	"](",
	")",
	"%%",
	"—",
	"-",
	"’",
	"“",
	"\u200b",
	"İ",
	"😀",
	"👩‍👩‍👧",
	"…",
	"\\",
];
const anyText = fc.oneof(
	fc.string({ unit: "binary" }),
	fc.array(fc.constantFrom(...PIECES)).map((list) => list.join("")),
);

describe("a fold's map", () => {
	it("goes forward through the source and stays inside it", () => {
		const law = fc.property(anyText, (source) => {
			const { text, cased, starts, ends } = fold(source);
			expect([starts.length, ends.length, cased.length]).toEqual([
				text.length,
				text.length,
				text.length,
			]);
			starts.forEach((start, at) => {
				expect(start).toBeGreaterThanOrEqual(at === 0 ? 0 : (starts[at - 1] ?? 0));
				expect(ends[at]).toBeGreaterThan(start);
				expect(ends[at]).toBeLessThanOrEqual(source.length);
			});
		});
		fc.assert(law, { numRuns: 2000 });
	});

	it("is the identity on plain words, and folding twice changes nothing more", () => {
		const words = fc.stringMatching(/^[a-z]+( [a-z]+)*$/);
		fc.assert(
			fc.property(words, (source) => {
				const folded = fold(source);
				expect(folded.text).toBe(source);
				expect(folded.starts).toEqual([...source].map((_, at) => at));
				expect(fold(folded.text).text).toBe(folded.text);
			}),
		);
	});
});
