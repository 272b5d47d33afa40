import fc from "fast-check";
import { newBlocks, withBlocks } from "../../src/clip/new-blocks";

describe("a page clipped again", () => {
	it("adds what is new, in the page's order, and nothing the reader has already", () => {
		const note = "---\ntitle: T\n---\n\n# T\n\nThe ==husks== fly.\n\n> [!note] mine\n> Good.\n\nThe grain [falls](https://a.example/1) back into the basket and stays there.\n";
		const page = "# T\n\nThe husks fly.\n\nA new line.\n\nThe grain [falls](https://a.example/2) back into the basket and stays there.\n\n```js\nlet a;\n\nlet b;\n```";
		expect(newBlocks(note, page)).toEqual(["A new line.", "```js\nlet a;\n\nlet b;\n```"]);
	});

	it("leaves every byte that stood there, and is done after once", () => {
		const words = fc.stringMatching(/^[a-z]{1,8}( [a-z]{1,8}){0,6}$/);
		fc.assert(
			fc.property(fc.array(words), fc.array(words), fc.constantFrom("\n", "\r\n"), (mine, theirs, eol) => {
				const note = mine.join(eol + eol) + eol;
				const blocks = newBlocks(note, theirs.join("\n\n"));
				const after = withBlocks(note, blocks);
				expect(after.startsWith(note)).toBe(true);
				expect(newBlocks(after.replaceAll("\r\n", "\n"), theirs.join("\n\n"))).toEqual([]);
			}),
		);
	});
});
