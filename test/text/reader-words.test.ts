import fc from "fast-check";
import { splitBlocks } from "../../src/text/blocks";
import { readerWords } from "../../src/text/reader-words";
import { countWords } from "../../src/text/words";

describe("the words of a draft", () => {
	it.each([
		["frontmatter", "---\ntitle: many words here\n---\n\nOne two.\n", 2],
		["a comment", "One %% not these three %% two.\n\n%% sources: [[A]] %%\n", 2],
		["a comment with a percent sign", "One %% 5 % of it %% two.\n", 2],
		["code", "One two.\n\n```js\nlet three = four;\n```\n", 2],
		["code in a line", "Call `keep it` now.\n", 4],
		["footnotes", "One two.[^long-key]\n\n[^long-key]: Author, [[Note]], 2025.\n", 2],
		["addresses", "See [the page](https://example.org/a/b) and [[Folder/Long name|this]].\n", 5],
		["pictures", "One ![[chart one.png]] two ![a b](c.png).\n", 2],
		["a callout's kind", "> [!note] Title here\n> And text.\n", 4],
		["tables", "| a b | c |\n| --- | --- |\n| d | e |\n", 5],
		["Chinese", "## 第一节\n\n我用 Transformer 写了 2 篇文章。%% 不算 %%\n", 12],
	])("do not count what is not read: %s", (_, draft, count) => {
		expect(readerWords(draft)).toBe(count);
	});

	it("are those of its sections together", () => {
		const line = fc.constantFrom("# One", "Two words.", "", "%% x y %%", "```", "- item here", "> said so", "中文。", "| a | b |");
		const law = fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
			const draft = lines.join("\n");
			const blocks = splitBlocks(draft);
			const cut = blocks[Math.floor(blocks.length / 2)]?.from ?? 0;
			const parts = [{ from: 0, to: cut }, { from: cut, to: draft.length }];
			expect(parts.reduce((sum, part) => sum + readerWords(draft, blocks, part), 0)).toBe(readerWords(draft));
		});
		fc.assert(law);
	});

	it("of plain prose are all its words", () => {
		expect(readerWords("It cost 3.5 euros, and that was well-known.")).toBe(countWords("It cost 3.5 euros, and that was well-known."));
	});
});
