import fc from "fast-check";
import { MAX_MARK, markComment, placeMark, readMarks, removeMark } from "../../src/text/marks";
import { applyEdits } from "../../src/text/edit";

/** Marks the words between brackets. */
function marked(notation: string, words = "why?"): string {
	const from = notation.indexOf("[");
	const to = notation.indexOf("]") - 1;
	const draft = notation.replace("[", "").replace("]", "");
	const edit = placeMark(draft, { from, to }, "unclear", words);
	return edit === null ? draft : applyEdits(draft, [edit]);
}

describe("a mark", () => {
	it.each([
		["One. [Two goes] on. Three.\n", "One. Two goes on. %% unclear: why? %% Three.\n"],
		["One. Two[goes] on.^x\n", "One. Twogoes on.^x %% unclear: why? %%\n"],
		["第一句。[第二句]很长。第三句。\n", "第一句。第二句很长。 %% unclear: why? %%第三句。\n"],
		["# A\n\n## [Data]\n\nText.\n", "# A\n\n%% unclear: why? %%\n## Data\n\nText.\n"],
		["Text.\n\n```\n[code]\n```\n", "Text.\n\n%% unclear: why? %%\n```\ncode\n```\n"],
		["Text.\n\n| a |\n| - |\n| [1] |\n", "Text.\n\n%% unclear: why? %%\n\n| a |\n| - |\n| 1 |\n"],
		["Title\n=====\n\n[Data]\n----\n", "Title\n=====\n\n%% unclear: why? %%\n\nData\n----\n"],
		["Text.\n\n> [said] so\n", "Text.\n\n%% unclear: why? %%\n> said so\n"],
		["- a\n  - [b]\n", "- a\n  %% unclear: why? %%\n  - b\n"],
		["It is [so].[^a][^b] More.\n", "It is so.[^a][^b] %% unclear: why? %% More.\n"],
		["It is [so]. %% dull: 5 % of it %% More.\n", "It is so. %% dull: 5 % of it %% %% unclear: why? %% More.\n"],
		["- one\n- [two]\n", "- one\n%% unclear: why? %%\n- two\n"],
		["---\na: [1]\n---\n", "---\na: 1\n---\n"],
	])("on %j", (notation, expected) => {
		expect(marked(notation)).toBe(expected);
	});

	it("is one line that ends where it should, whatever its words", () => {
		const law = fc.property(fc.string({ unit: fc.constantFrom("%", "[", "\n", "中", "🎓", "a", " "), maxLength: 400 }), (words) => {
			const comment = markComment("gap", words);
			expect(comment.split("\n")).toHaveLength(1);
			expect(comment.slice(2, -2)).not.toContain("%%");
			expect(comment).not.toContain("[[");
			expect(comment.length).toBeLessThanOrEqual(MAX_MARK);
		});
		fc.assert(law);
	});

	it("is read as it was written, and can be taken out to the byte", () => {
		const drafts = fc.constantFrom("One. Two. Three.\n\n- a\n- b\n", "## H\n\nText with `%% code: x %%` here. More.\n", "中文一。中文二。\n\n> quote\n", "A\n\n| a |\n| - |\n\nT\n=\n\n<div>\n</div>\n", "A\r\n\r\n# B\r\n- c\r\n  - d\r\n");
		const kinds = fc.constantFrom("unclear", "dull", "check", "cut", "gap") as fc.Arbitrary<"unclear">;
		const law = fc.property(drafts, fc.nat(), kinds, fc.stringMatching(/^[a-z\u4e00-\u4e50 ?]{0,40}$/), (draft, place, kind, words) => {
			const from = place % draft.length;
			const edit = placeMark(draft, { from, to: from + 1 }, kind, words);
			if (edit === null) return;
			const after = applyEdits(draft, [edit]);
			const marks = readMarks(after);
			expect(marks).toMatchObject([{ kind, words: words.replace(/\s+/g, " ").trim() }]);
			const [mark] = marks;
			expect(mark === undefined ? "" : applyEdits(after, [removeMark(after, mark)])).toBe(draft);
		});
		fc.assert(law);
	});

	it("is no sources line and no comment of the author's", () => {
		expect(readMarks("%% sources: [[A]] %%\n\nText. %% note to self: x %%\n\n```\n%% gap: code %%\n```\n")).toEqual([]);
	});

	it.each(["100 %%% sure?", "%%%%%", "a %% b"])("never ends early where its words have percent signs: %j", (words) => {
		expect(markComment("question", words).slice(2, -2)).not.toContain("%%");
	});

	it("only adds: every byte of the draft is still there, in its order", () => {
		const law = fc.property(fc.nat({ max: 120 }), (from) => {
			const draft = "# T\n\nOne here. And two!\n\n- a\n- b\n\n| a |\n| - |\n\n> quoted\n\n```\nx\n```\n";
			const edit = placeMark(draft, { from, to: from + 2 }, "dull", "x");
			if (edit !== null) expect([edit.from, edit.text.replace(/^ ?%% dull: x %%\s*$/, "")]).toEqual([edit.to, ""]);
		});
		fc.assert(law);
	});

	it("stands with others above one block, and each means that block", () => {
		const draft = "%% dull: a %%\n%% gap: b %%\n\n| a |\n| - |\n";
		expect(readMarks(draft).map(({ means }) => draft.slice(means.from, means.to))).toEqual(["| a |\n| - |", "| a |\n| - |"]);
	});

	it("leaves one empty line where it stood alone between two", () => {
		const draft = "One.\n\n%% dull: a %%\n\nTwo.\n";
		const [mark] = readMarks(draft);
		expect(mark === undefined ? "" : applyEdits(draft, [removeMark(draft, mark)])).toBe("One.\n\nTwo.\n");
	});
});
