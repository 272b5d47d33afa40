import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

const pages = [
	"README.md",
	"CONTRIBUTING.md",
	"NOTICE.md",
	"CHANGELOG.md",
	...readdirSync("docs", { recursive: true, encoding: "utf8" })
		.filter((name) => name.endsWith(".md"))
		.map((name) => join("docs", name)),
];

describe.each(pages)("%s", (page) => {
	const text = readFileSync(page, "utf8");

	it("links to what exists", () => {
		const links = [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map((match) => match[1] ?? "");
		expect(links.filter((link) => !existsSync(join(dirname(page), link)))).toEqual([]);
	});

	it("names paths that exist", () => {
		const named = [...text.matchAll(/`((?:src|test|docs)\/[\w./-]+)`/g)].map((match) => match[1] ?? "");
		const isGenerated = (path: string) => /\/(dist|\.out|\.vaults)(\/|$)/.test(path);
		expect(named.filter((path) => !isGenerated(path) && !existsSync(path))).toEqual([]);
	});
});
