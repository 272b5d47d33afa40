import { headings } from "../../src/text/headings";

describe("headings", () => {
	it.each([
		["# A\n\n## B ##\n", ["1 A", "2 B"]],
		["Title\n=====\n\nPart\n---\n", ["1 Title", "2 Part"]],
		["```\n# code\n```\n\n> # quoted\n\n%%\n# hidden\n%%\n\n#tag\n\n####### seven\n", []],
		["> [!note]\n> # in a callout\n", []],
		["## C# and F#\n\n## 数据 %% gap: x %%\n", ["2 C# and F#", "2 数据"]],
		["---\n# yaml: comment\n---\n# Real\n", ["1 Real"]],
		["## \n", ["2 "]],
	])("of %j", (markdown, expected) => {
		const found = headings(markdown).map((heading) => `${heading.level} ${heading.text}`);
		expect(found).toEqual(expected);
	});

	it("know what belongs to them", () => {
		const markdown = "## A\n\na\n\n### B\n\nb\n\n## C\n";
		const [a, b, c] = headings(markdown).map(({ from, end, bodyEnd }) => [markdown.slice(from, end), markdown.slice(from, bodyEnd)]);
		expect(a).toEqual(["## A\n\na\n\n### B\n\nb\n\n", "## A\n\na\n\n"]);
		expect(b).toEqual(["### B\n\nb\n\n", "### B\n\nb\n\n"]);
		expect(c).toEqual(["## C\n", "## C\n"]);
	});
});
