import fc from "fast-check";
import { firstWords, footnoteAtCursor, quoteAt } from "../../src/draft/cite";
import { findPassage, quotedWords } from "../../src/draft/open-passage";
import { applyEdits } from "../../src/text/edit";
import { readFootnotes } from "../../src/text/footnotes";
import { splitBlocks } from "../../src/text/blocks";
import { source } from "../outline/sources";

const ada = source("S/Engines.md", { title: "On engines", authors: ["Ada Lovelace"], published: "1843-09-01" });
const quote = "The engine might compose elaborate pieces of music of any degree of complexity.";

/** `|` is the cursor. */
function quoted(notation: string, words = quote, from = ada): string {
	const offset = notation.indexOf("|");
	const draft = notation.replace("|", "");
	return applyEdits(draft, quoteAt(draft, offset, { source: from, target: "Engines", quote: words }).edits);
}

const definition = "[^lovelace-1843-engines]: Ada Lovelace, [[Engines|On engines]], 1843. “The engine might compose elaborate pieces of music …”";

describe("a quote", () => {
	it("of one sentence stands in the sentence being written", () => {
		expect(quoted("She wrote|\n\n## Next\n")).toBe(`She wrote “${quote}”[^lovelace-1843-engines]\n\n## Next\n\n${definition}\n`);
	});

	it("on an empty line is a block, its definition under the last one", () => {
		const before = "Text.[^a]\n\n|\n\n## Next\n\n[^a]: Other.\n";
		expect(quoted(before)).toBe(`Text.[^a]\n\n> ${quote}[^lovelace-1843-engines]\n\n## Next\n\n[^a]: Other.\n${definition}\n`);
	});

	it("at the very end stands before its definition", () => {
		expect(quoted("Text.\n\n|")).toBe(`Text.\n\n> ${quote}[^lovelace-1843-engines]\n\n${definition}\n`);
	});

	it.each([["a heading", "## Data|\n\nText.\n"], ["a sources line", "%% sources: [[A]] %%|\n\nText.\n"], ["code", "```\na|b\n```\n\nText.\n"], ["frontmatter", "---\na: |1\n---\n\nText.\n"]])(
		"never stands inside %s",
		(_name, notation) => {
			const after = quoted(notation);
			const kinds = splitBlocks(after).map((block) => block.kind);
			expect(kinds.slice(0, 2)).toEqual([splitBlocks(notation.replace("|", ""))[0]?.kind, "quote"]);
			expect(after).toContain("Text.\n");
		},
	);

	it("of the same words uses the footnote that is there", () => {
		const once = quoted("One.|\n");
		const offset = once.indexOf("\n");
		const twice = applyEdits(once, quoteAt(once, offset, { source: ada, target: "Engines", quote }).edits);
		expect(readFootnotes(twice).definitions).toHaveLength(1);
		expect(readFootnotes(twice).references.map((each) => each.key)).toEqual(["lovelace-1843-engines", "lovelace-1843-engines"]);
	});

	it("of other words of the same source gets a key of its own", () => {
		const once = quoted("One.|\n");
		const draft = applyEdits(once, quoteAt(once, 4, { source: ada, target: "Engines", quote: "It weaves algebraic patterns." }).edits);
		expect(readFootnotes(draft).definitions.map((each) => each.key)).toEqual(["lovelace-1843-engines", "lovelace-1843-engines-2"]);
	});

	it("keeps CRLF", () => {
		expect(/[^\r]\n/.test(quoted("One.\r\n\r\n|\r\n\r\n## Next\r\n"))).toBe(false);
	});

	it("never renumbers a key, never reuses one, and leaves every other byte", () => {
		const drafts = fc.constantFrom<string[]>("One.\n\nTwo.[^x]\n\n- a\n- b\n\n[^x]: X.\n", "## A\n\nText[^lovelace-1843-engines] dangling.\n", "", "中文。\n\n> q[^1]\n\n[^1]: n\n");
		const acts = fc.array(fc.tuple(fc.nat(), fc.string({ minLength: 1 }), fc.boolean()), { maxLength: 6 });
		const law = fc.property(drafts, acts, (start, list) => {
			let draft = start;
			for (const [place, words, isQuote] of list) {
				const offset = place % (draft.length + 1);
				const before = readFootnotes(draft);
				const cite = isQuote ? quoteAt : footnoteAtCursor;
				const { edits, cursor } = cite(draft, offset, { source: ada, target: "Engines", quote: words });
				expect(edits.every((edit) => edit.from === edit.to)).toBe(true);
				const next = applyEdits(draft, edits);
				expect(cursor).toBeLessThanOrEqual(next.length);
				for (const { key } of before.definitions) expect(next).toContain(`[^${key}]:`);
				draft = next;
			}
		});
		fc.assert(law, { numRuns: 150 });
	});
});

describe("a footnote's words", () => {
	it("are the first eight, or sixteen characters of Chinese", () => {
		expect(firstWords("one two three four five six seven eight nine")).toBe("one two three four five six seven eight …");
		expect(firstWords("从网页到语料：真正能用的部分很少。其余")).toBe("从网页到语料：真正能用的部分很少…");
	});

	it("find their passage again", () => {
		const note = `Intro.\n\n${quote} And more.`;
		const place = findPassage(note, quotedWords(definition));
		expect(place === null ? "" : note.slice(place.from, place.to)).toBe("The engine might compose elaborate pieces of music");
	});
});
