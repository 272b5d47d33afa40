import { lecturesIn } from "../../src/clip/lectures";

const SCHEDULE = `## Schedule

| # | Description | Materials |
| --- | --- | --- |
| 1 | Clay and what it is | [slides](https://cs.example/1.pdf) |
| 2 | [Heat, slowly](https://cs.example/heat) | [slides](https://cs.example/2.pdf) [film](https://film.example/2) |
| 3 | Holiday | |
| 4 | Glaze | [slides](https://cs.example/4.pdf) |
`;

describe("the note of a course", () => {
	it("offers what its schedule links to, a lecture's own page first", () => {
		expect(lecturesIn(SCHEDULE, "course").map(({ url }) => url)).toEqual(["https://cs.example/1.pdf", "https://cs.example/heat", "https://cs.example/4.pdf"]);
	});

	it.each([
		["- [Lecture 1: Clay](https://a.example/1)\n- [Lecture 2: Heat](https://a.example/2)\n- [Lecture 3](https://a.example/3)"],
		["### [Week 1](https://a.example/1)\n\n### [Week 2](https://a.example/2)\n\n### [Week 3](https://a.example/3)"],
		["1. [第一讲 黏土](https://a.example/1)\n2. [第二讲 火](https://a.example/2)\n3. [第三讲 釉](https://a.example/3)"],
	])("finds them in lists and headings: %s", (markdown) => expect(lecturesIn(markdown, "course")).toHaveLength(3));

	it("offers each once, and nothing from code, pictures or loose links", () => {
		const markdown = "- [Lecture 1](https://a.example/1) again [Lecture 1](https://a.example/1)\n```\n- [Lecture 2](https://a.example/2)\n```\n- ![Lecture 3](https://a.example/3)\nSee [Lecture 4](https://a.example/4).";
		expect(lecturesIn(markdown, "course")).toEqual([]);
	});

	it("elsewhere only many of them are a list", () => {
		const line = (at: number) => `- [Lecture ${String(at)}](https://a.example/${String(at)})`;
		expect(lecturesIn([1, 2, 3].map(line).join("\n"), "article")).toEqual([]);
		expect(lecturesIn([1, 2, 3, 4, 5].map(line).join("\n"), "article")).toHaveLength(5);
	});
});
