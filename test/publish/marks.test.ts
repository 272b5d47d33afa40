import fc from "fast-check";
import { markComment, placeMark, readMarks, removeMark } from "../../src/publish/marks";
import { changedBlocks, readingBlocks, readingRecord, readRecord } from "../../src/publish/reading";
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
		["| a |\n| - |\n| [1] |\n", "%% unclear: why? %%\n| a |\n| - |\n| 1 |\n"],
		["- one\n- [two]\n", "- one\n%% unclear: why? %%\n- two\n"],
		["---\na: [1]\n---\n", "---\na: 1\n---\n"],
	])("on %j", (notation, expected) => {
		expect(marked(notation)).toBe(expected);
	});

	it("is one line that ends where it should, whatever its words", () => {
		const law = fc.property(fc.string({ unit: "binary", maxLength: 400 }), (words) => {
			const comment = markComment("gap", words);
			expect(comment.split("\n")).toHaveLength(1);
			expect(comment.slice(2, -2)).not.toContain("%%");
			expect(comment).not.toContain("[[");
		});
		fc.assert(law);
	});

	it("is read as it was written, and can be taken out to the byte", () => {
		const drafts = fc.constantFrom("One. Two. Three.\n\n- a\n- b\n", "## H\n\nText with `%% code: x %%` here. More.\n", "中文一。中文二。\n\n> quote\n");
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
});

describe("a reading", () => {
	it("shows no comment, definition or frontmatter", () => {
		const shown = readingBlocks("---\na: 1\n---\n\n# T\n\n%% sources: [[A]] %%\n\nText.[^a] %% gap: x %%\n\n[^a]: Note.\n").map((block) => block.text);
		expect(shown).toEqual(["# T", "Text.[^a]"]);
	});

	it("knows what changed since, marks aside", () => {
		const before = "# T\n\nOne.\n\nTwo.\n\nTwo.\n";
		const now = readingBlocks("# T\n\nNew.\n\nOne. %% dull: x %%\n\nTwo.\n\nTwo.\n\nTwo.\n");
		expect([...changedBlocks(now, before)].map((block) => block.text)).toEqual(["New.", "Two."]);
	});

	it("is kept whole, whatever fences the draft holds", () => {
		const facts = { draftLink: "[[Draft]]", at: "2026-01-01T00:00:00Z", minutes: 5, marks: 0, number: 1 };
		const law = fc.property(fc.array(fc.constantFrom("```", "````md", "`x`", "text", "", "~~~", "---", "%%", "~~~~~~"), { maxLength: 12 }), (lines) => {
			const draft = `${lines.join("\n")}\n`;
			expect(readRecord(readingRecord(draft, facts))).toBe(draft);
		});
		fc.assert(law);
	});
});
