import { evaluate, parseExpression, textOf, type Subject } from "../host/obsidian/bases/expression";
import type { TFile } from "../host/obsidian/files";

const file = { name: "One.md", basename: "One", path: "Notes/One.md", extension: "md", parent: { path: "Notes" }, stat: { size: 3, ctime: 0, mtime: 0 } } as unknown as TFile;
const subject: Subject = {
	file,
	frontmatter: { status: "new", words: 500, tags: ["a"], hard: true, "my status": "kept", empty: "", authors: ["Ada", "Bo"] },
	tags: ["#a"],
	formula: (name) => (name === "minutes" ? 3 : null),
};
const said = (source: string): unknown => evaluate(parseExpression(source), subject);

describe("an expression of a base", () => {
	it.each<[string, unknown]>([
		['status == "new"', true],
		['note["my status"] != "new"', true],
		['file.ext == "md" && file.inFolder("Notes")', true],
		['file.inFolder("Note")', false],
		['status.isEmpty() || !url.isEmpty()', false],
		["missing.isEmpty() && empty.isEmpty()", true],
		["if(words, (words / 230).ceil())", 3],
		["if(missing, 1)", null],
		["formula.minutes > 2", true],
		["1 + 2 * 3 == 7", true],
		["-words < 0", true],
		['authors.contains("Bo")', true],
		['file.hasTag("a")', true],
		['file.name + "!"', "One.md!"],
		["hard == true", true],
		['"it\\"s" == \'it"s\'', true],
	])("%s is %j", (source, value) => {
		expect(said(source) ?? null).toEqual(value);
	});

	it.each(["status ==", "(1", "no such", "file.ext = 3", "#", "1 2"])("is refused where it cannot be read: %s", (source) => {
		expect(() => parseExpression(source)).toThrow();
	});

	it("names a function that it does not know", () => {
		expect(() => said("words.sparkle()")).toThrow("sparkle");
	});

	it("shows lists with commas and nothing for what is not there", () => {
		expect([textOf(["a", 1]), textOf(null)]).toEqual(["a, 1", ""]);
	});
});
