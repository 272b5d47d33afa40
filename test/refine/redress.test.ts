import fc from "fast-check";
import { redress } from "../../src/refine/redress";
import { applyEdits } from "../../src/text/edit";
import { resolveQuote } from "../../src/text/resolve-quote";

function after(source: string, quote: string, replacement: string): string {
	const place = resolveQuote(source, quote, "cut");
	if (!("from" in place)) throw new Error(place.how);
	return applyEdits(source, redress(source, place, quote, replacement));
}

describe("a replacement changes only the words the model changed", () => {
	it.each<[string, string, string, string, string]>([
		[
			"curly quotes it made straight stay",
			"We don’t really know “it”.",
			'We don\'t really know "it".',
			'We don\'t know "it".',
			"We don’t know “it”.",
		],
		[
			"dashes stay",
			"the end — in fact — of it",
			"the end - in fact - of it",
			"the end - of it",
			"the end — of it",
		],
		[
			"bold it flattened stays",
			"the **big** and very old cat",
			"the big and very old cat",
			"the big and old cat",
			"the **big** and old cat",
		],
		[
			"links it flattened stay",
			"see [[Note|the note]] very soon now",
			"see the note very soon now",
			"see the note soon now",
			"see [[Note|the note]] soon now",
		],
		[
			"a mark before the next word is not eaten",
			"I would *have* gone",
			"I would have gone",
			"I have gone",
			"I *have* gone",
		],
		[
			"marks go with all they hold",
			"the *big* cat sat down",
			"the big cat sat down",
			"the cat sat down",
			"the cat sat down",
		],
		[
			"half a bold stretch keeps both marks",
			"the **big old** cat",
			"the big old cat",
			"the big cat",
			"the **big** cat",
		],
		[
			"a capital moves",
			"In fact, function and form agree",
			"In fact, function and form agree",
			"Function and form agree",
			"Function and form agree",
		],
		[
			"a forgotten capital is set",
			"It failed. It should be noted that nobody knew.",
			"It should be noted that nobody knew.",
			"nobody knew.",
			"It failed. Nobody knew.",
		],
		[
			"a name written small at the start stays small",
			"Note that eBay sellers lie.",
			"Note that eBay sellers lie.",
			"eBay sellers lie.",
			"eBay sellers lie.",
		],
		[
			"no capital inside a sentence",
			"we asked, and John really knew",
			"John really knew",
			"really knew",
			"we asked, and really knew",
		],
		[
			"code moves with its marks",
			"The `x` variable is set",
			"The `x` variable is set",
			"The variable `x` is set",
			"The variable `x` is set",
		],
		[
			"a comment between stays",
			"One thing. %% why %% It really is so.",
			"One thing. It really is so.",
			"One thing. It is so.",
			"One thing. %% why %% It is so.",
		],
		[
			"a line end of the note stays",
			"one really\nlong line here",
			"one really long line here",
			"one long line here",
			"one long line here",
		],
		[
			"no blank is left behind in Chinese",
			"看图，中间的 method 跳过",
			"中间的 method 跳过",
			"method 跳过",
			"看图，method 跳过",
		],
		[
			"widths stay",
			"你好，世界真的很大。",
			"你好,世界真的很大.",
			"你好,世界很大.",
			"你好，世界很大。",
		],
	])("%s", (_rule, source, quote, replacement, result) => {
		expect(after(source, quote, replacement)).toBe(result);
	});

	it.each([
		["One. Two. Three.", "Two.", "One. Three."],
		["One. Two.", "Two.", "One."],
		["One. Two.", "One.", "Two."],
		["One.", "One.", ""],
		["a first … to the last b, yes", "a first … last b,", "yes"],
	])("a cut leaves no double blank: %j without %j", (source, quote, result) => {
		expect(after(source, quote, "")).toBe(result);
	});

	it("takes an opening in one piece, also where a word of it stands in the rest", () => {
		const source = "It is important to note that this is not all.";
		const quote = "It is important to note that this is";
		const place = resolveQuote(source, quote, "other");
		if (!("from" in place)) throw new Error(place.how);
		expect(redress(source, place, quote, "This is")).toEqual([
			{ from: 0, to: "It is important to note that t".length, text: "T" },
		]);
	});

	it("gives exactly the replacement where the quote was copied word for word", () => {
		const words = fc.array(fc.constantFrom("big", "cat", "old", "sat", "we", "will"), {
			minLength: 1,
			maxLength: 8,
		});
		const law = fc.property(words, words, (before, next) => {
			const quote = before.join(" ");
			expect(after(`<< ${quote} >>`, quote, next.join(" "))).toBe(`<< ${next.join(" ")} >>`);
		});
		fc.assert(law);
	});
});
