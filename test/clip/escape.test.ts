import fc from "fast-check";
import MarkdownIt from "markdown-it";
import { findDanger } from "../../src/clip/check-note";
import { escapeText } from "../../src/clip/escape";
import { visibleText } from "../../src/clip/visible-text";

const renderer = new MarkdownIt({ html: true });

/** What a reader sees of a paragraph. */
function shown(markdown: string): string {
	const tokens = renderer.parse(markdown, {});
	return tokens.flatMap((token) => token.children ?? []).map((token) => (token.type === "softbreak" ? " " : token.content)).join("");
}

const marks = fc.string({ unit: fc.constantFrom(..."ab1 *_`~=%[]()<>!#^:$\\|-+.&;\"/") });

describe("escaped text", () => {
	it.each(["# a", "- a", "1. a", "> a", "a_b_c", "*a*", "[[a]]", "![[a]]", "<b>a</b>", "<% a %>", "%%a%%", "==a==", "a:: b", "$a$", "&amp;", "~~a~~", "| a |", "#tag", "x ^id", "[^1]", "--- ", "+ a", "~~~"])("shows exactly %j", (text) => {
		expect(shown(escapeText(text)).trim()).toBe(text.trim());
	});

	it("shows the same letters, whatever they are, and nothing of it acts", () => {
		const law = fc.property(marks, (text) => {
			const escaped = escapeText(text);
			expect(shown(escaped).trim()).toBe(visibleText(text).trim());
			expect(findDanger(escaped)).toBeNull();
		});
		fc.assert(law, { numRuns: 2000 });
	});
});
