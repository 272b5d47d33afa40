import { plainWords } from "../../src/text/plain-words";

describe("words as a reader sees them", () => {
	it.each([
		["## What goes in", "What goes in"],
		["- [ ] an **item** with `code`", "an item with code"],
		["> quoted, *so to say*", "quoted, so to say"],
		["See [[Note|the note]] and [[Other]], or [a page](https://example.org).", "See the note and Other, or a page."],
		["It ==matters== here.[^a] %% dull: x %%", "It matters here."],
		["snake_case and 2 * 3 * 4", "snake_case and 2 * 3 * 4"],
		["“第一句”，*很*长，_真的_。", "“第一句”，很长，真的。"],
		["one\n  two ![[chart.png]]", "one two"],
		["5 \\* 3", "5 * 3"],
	])("%j", (markdown, words) => {
		expect(plainWords(markdown)).toBe(words);
	});

	it("show a footnote by its number where it is known", () => {
		expect(plainWords("Thrown away.[^penedo] More.", new Map([["penedo", 3]]))).toBe("Thrown away.3 More.");
	});
});
