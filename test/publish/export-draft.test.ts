import { parse } from "yaml";
import { TARGETS } from "../../src/publish/export-target";
import { cite, exportDraft } from "../doors/draft";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describeWithShared } from "../shared";

const fineweb = {
	path: "Sources/FineWeb.md",
	text: '---\ntitle: "The FineWeb datasets"\nsource: https://example.org/fineweb\nauthor: Guilherme Penedo\npublished: 2024-05-31\nstatus: kept\n---\nText.\n',
};
const draft = `---
title: "You don't know: training"
description: Short
tags: [llm]
---

# You don't know: training

Lead with ==weight== and [[FineWeb|a data set]], and [[Private note]]. ^w-123abc

%% sources: [[FineWeb]] · [[Private note]] %%

## Data %% gap: more %%

Claim.[^penedo] %% unclear: who? %% Code \`%% stays %% [[x]]\`. See [[#Data]].

> [!note] Mind this
> Body with [[FineWeb]].

\`\`\`python
# [[not a link]] %% not a comment %%
\`\`\`

![[chart.png|300]] and ![[Other note]]

$$
a %% b
$$

[^penedo]: Guilherme Penedo, [[FineWeb|The FineWeb datasets]], 2024. “Train a small model …”
`;

const fileOf = (target: Parameters<typeof exportDraft>[1]) => {
	const { files } = exportDraft(draft, target, [fineweb]);
	const [path, text] = Object.entries(files)[0] ?? ["", ""];
	return { path, text, files };
};

describe("an export", () => {
	it("to plain Markdown is what a reader should see, and nothing else", () => {
		expect(fileOf("plain").text).toBe(`# You don't know: training

Lead with weight and [a data set](https://example.org/fineweb), and Private note.

## Data

Claim.[^penedo] Code \`%% stays %% [[x]]\`. See [Data](#data).

> **Mind this**
>
> Body with [The FineWeb datasets](https://example.org/fineweb).

\`\`\`python
# [[not a link]] %% not a comment %%
\`\`\`

![](chart.png) and Other note

$$
a %% b
$$

[^penedo]: Guilherme Penedo, [The FineWeb datasets](https://example.org/fineweb), 2024. “Train a small model …”

## References

- Guilherme Penedo, “The FineWeb datasets”, example.org, 2024. https://example.org/fineweb
`);
	});

	it.each(["hugo", "jekyll", "astro", "quartz", "pandoc"] as const)("to %s has front matter that YAML reads", (target) => {
		const block = /^---\n([^]*?)\n---\n/.exec(fileOf(target).text)?.[1] ?? "";
		expect(parse(block)).toMatchObject({ title: "You don't know: training", description: "Short", tags: ["llm"] });
	});

	it("to a site says the title once", () => {
		expect(fileOf("hugo").text).not.toContain("# You don't know: training\n");
		expect(fileOf("hugo").text).toContain("---\n\nLead with");
	});

	it.each(TARGETS)("to %s leaves no comment, and keeps code and formulas", (target) => {
		const { text } = fileOf(target);
		expect(text).not.toMatch(/unclear|sources:|gap: more/);
		expect(text).toContain("# [[not a link]] %% not a comment %%");
		expect(text).toContain("a %% b");
	});

	it("to Quartz keeps what Quartz reads itself", () => {
		expect(fileOf("quartz").text).toContain("==weight==");
		expect(fileOf("quartz").text).toContain("> [!note] Mind this");
	});

	it("to Pandoc brings its references, by key", () => {
		const { files, text } = fileOf("pandoc");
		expect(Object.keys(files)).toEqual(["you-dont-know-training.md", "references.bib", "references.json"]);
		expect(text).toContain("[@penedo-2024-fineweb]");
		expect(files["references.bib"]).toContain("@misc{penedo-2024-fineweb,");
	});

	it("to HTML numbers footnotes both ways and lets no script through", () => {
		const html = Object.values(exportDraft('A <script>alert(1)</script> [x](javascript:alert(1)).[^1]\n\n<img src=x onerror=alert(1)>\n\n[^1]: **Bold** note.\n', "html", []).files)[0];
		expect(html).toContain('<sup id="ref-1"><a href="#fn-1">1</a></sup>');
		expect(html).toContain("<strong>Bold</strong> note.");
		expect(html).not.toMatch(/<script|<img src=x|href="javascript:/);
	});

	it("says what to look at", () => {
		const { warnings, images } = exportDraft(draft, "hugo", [fineweb]);
		expect(Object.fromEntries(warnings.map(({ kind, count }) => [kind, count]))).toEqual({ private: 1, embed: 1, alt: 1 });
		expect(images).toEqual(["chart.png"]);
	});

	it("writes out a footnote that is only a link", () => {
		expect(Object.values(exportDraft("A.[^1]\n\n[^1]: [[FineWeb]]\n", "hugo", [fineweb]).files)[0]).toContain(
			"[^1]: Guilherme Penedo, “The FineWeb datasets”, example.org, 2024. https://example.org/fineweb",
		);
	});

	it("names a Chinese article in its own script", () => {
		expect(Object.keys(exportDraft("# 大模型训练 101\n\n正文。\n", "plain", []).files)).toEqual(["大模型训练-101.md"]);
	});
});

describe("references", () => {
	it.each([
		["---\ntitle: On *x* {and} 50% & more_\nsource: https://a.org/b_c%20d\nauthor: [\"Müller, Jürgen\", 王小明]\n---\n", "muller-x"],
		["---\ntitle: Untitled\nsource: https://www.blog.example/p\nauthor: View all posts by Jane Roe\n---\n", "roe-untitled"],
		["---\ntitle: 标题\nsource: https://zhihu.com/p/1\nauthor: 王小明\npublished: 2024-02-02\n---\n", "zhihu-2024"],
	])("of %j balance and are named %s", (note, key) => {
		const { bibtex, csl } = cite([note]);
		expect(csl.map((item) => item.id)).toEqual([key]);
		const depth = [...bibtex].reduce((open, mark) => open + (mark === "{" ? 1 : mark === "}" ? -1 : 0), 0);
		expect(depth).toBe(0);
	});
});

describeWithShared("references of the corpus notes", (shared) => {
	it("parse as BibTeX, one entry a note, with keys of their own", async () => {
		const folder = join(shared, "corpora", "notes", "files");
		const notes = readdirSync(folder).filter((name) => name.endsWith(".md")).map((name) => readFileSync(join(folder, name), "utf8"));
		const { bibtex, csl } = cite(notes);
		const name = "bibtex-parse"; // it brings no types
		const { entries } = (await import(name)) as { entries(text: string): readonly Readonly<{ key: string }>[] };
		expect(csl.length).toBeGreaterThan(10);
		expect(entries(bibtex).map((entry) => entry.key)).toEqual(csl.map((item) => item.id));
		expect(new Set(csl.map((item) => item.id)).size).toBe(csl.length);
	});
});
