import fc from "fast-check";
import { splitBlocks } from "../../src/text/blocks";
import { applyEdits } from "../../src/text/edit";
import { markEdit, markText, MAX_MARK } from "../../src/text/marks";

const NOTE = `# Title

One sentence here. And another one!

- an item
- a second item

| a | b |
| - | - |
| c | d |

> quoted words
`;

function marked(words: string): string {
	const at = NOTE.indexOf(words);
	const block = splitBlocks(NOTE).find(({ from, to }) => from <= at && at < to);
	if (block === undefined) throw new Error(words);
	return applyEdits(NOTE, [
		markEdit(NOTE, block, { from: at, to: at + words.length }, "%% x %%"),
	]);
}

describe("words with percent signs", () => {
	it.each(["100 %%% sure?", "%%%%%", "a %% b"])("never end the mark early: %j", (words) => {
		expect(markText("question", words).slice(2, -2)).not.toContain("%%");
	});
});

describe("a mark in the draft", () => {
	it("stands behind the sentence it means", () => {
		expect(marked("sentence here")).toContain("One sentence here. %% x %% And another one!");
		expect(marked("another")).toContain("And another one! %% x %%\n");
	});

	it("stands before what a line would break: heading, item, table, quote", () => {
		for (const words of ["Title", "an item", "| c |", "quoted"]) {
			const lines = marked(words).split("\n");
			const at = lines.indexOf("%% x %%");
			expect(at).toBeGreaterThanOrEqual(0);
			expect(lines[at + 1]).toBe("");
		}
	});

	it("only adds: every byte of the note is still there, in its order", () => {
		for (const words of ["Title", "sentence", "another", "second", "| c |", "quoted"])
			expect(marked(words).replace(/ %% x %%|%% x %%\n\n/, "")).toBe(NOTE);
	});

	it("is one comment on one line, whatever it says", () => {
		fc.assert(
			fc.property(fc.string({ unit: "grapheme", maxLength: 500 }), (words) => {
				const mark = markText("question", words);
				expect(mark).toMatch(/^%% question.* %%$/s);
				expect(mark.slice(2, -2)).not.toContain("%%");
				expect(mark).not.toMatch(/[\n\r]|\[\[/);
				expect(mark.length).toBeLessThanOrEqual(MAX_MARK);
			}),
		);
	});
});
