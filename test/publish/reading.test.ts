import fc from "fast-check";
import { changedBlocks, readingBlocks, readingRecord, readRecord } from "../../src/publish/reading";

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
