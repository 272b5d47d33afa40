import fc from "fast-check";
import { readingMinutes } from "../../src/text/reading-time";
import { sentences } from "../../src/text/sentences";
import { countWords, tokens, words } from "../../src/text/words";

describe("words", () => {
	it.each<[string, string[]]>([
		[
			"Don’t stop the well-known U.S. plan",
			["don't", "stop", "the", "well-known", "u.s", "plan"],
		],
		["注意力 is all", ["注", "意", "力", "is", "all"]],
		["ひらがな カタ", ["ひ", "ら", "が", "な", "カ", "タ"]],
		["한국어", ["한", "국", "어"]],
		["cafe\u0301 naïve", ["café", "naïve"]],
		["3.5 and 1_000", ["3.5", "and", "1_000"]],
		["— !?", []],
	])("of %j", (text, list) => {
		expect(words(text)).toEqual(list);
	});

	it("of Thai are found by the platform's dictionary, not by blanks", () => {
		expect(countWords("สวัสดีชาวโลก")).toBeGreaterThan(1);
	});

	it("are counted by character in Chinese and by run elsewhere", () => {
		expect(countWords("我用 Transformer 写了 2 篇文章。")).toBe(9);
	});
});

const GRAPHEMES = new Intl.Segmenter(undefined, { granularity: "grapheme" });
const anyText = fc.string({ unit: "grapheme", maxLength: 40 });

describe("tokens", () => {
	it("join to the text and split no grapheme", () => {
		const law = fc.property(anyText, (text) => {
			const list = tokens(text);
			expect(list.map((token) => token.text).join("")).toBe(text);
			const ends = new Set([
				0,
				...[...GRAPHEMES.segment(text)].map((one) => one.index + one.segment.length),
			]);
			for (const token of list) if (token.kind === "mark") expect(ends).toContain(token.to);
		});
		fc.assert(law, { numRuns: 1000 });
	});

	it.each(["👩‍👩‍👧", "🇫🇷", "👍🏽", "e\u0301", "❤️"])("keep %s in one", (one) => {
		expect(tokens(`${one} ${one}`).map((token) => token.text)).toEqual([one, " ", one]);
	});
});

describe("sentences", () => {
	it.each<[string, string[]]>([
		["One. Two! Three?", ["One.", "Two!", "Three?"]],
		[
			"It cost 3.5 euros, e.g. in foo.bar. Mr. Smith paid.",
			["It cost 3.5 euros, e.g. in foo.bar.", "Mr. Smith paid."],
		],
		["She said “Go.” Then left", ["She said “Go.”", "Then left"]],
		["第一句。第二句！第三句", ["第一句。", "第二句！", "第三句"]],
		["one\ntwo\n\nthree", ["one\ntwo", "three"]],
	])("of %j", (text, list) => {
		expect(sentences(text).map((span) => text.slice(span.from, span.to))).toEqual(list);
	});
});

describe("reading time", () => {
	it.each([
		["", 0],
		["word ", 1],
		["word ".repeat(476), 2],
		["字".repeat(1050), 3],
	])("of %#", (text, minutes) => {
		expect(readingMinutes(text)).toBe(minutes);
	});
});
