import { safeMarkdown } from "../../src/clip/kind-text";
import { article, work } from "./works";

describe("a repository", () => {
	const about = JSON.stringify({ name: "sieve", owner: { login: "mill" }, description: "Cleans <% text %>", language: "Rust", license: { name: "MIT License" }, stargazers_count: 1412, pushed_at: "2025-04-01T08:00:00Z", topics: ["text"] });

	it("is its description, facts and README, links resolved", async () => {
		const readme = '<div id="readme"><h1>sieve</h1><p>A small tool that cleans text. It reads a folder and writes another, and says what it left out.</p><p>See the <a href="docs/use.md">manual</a>.</p><pre lang="sh"><code>cargo install sieve</code></pre><script>alert(1)</script></div>';
		const { markdown, ...facts } = await work("https://github.com/mill/sieve", {
			"https://api.github.com/repos/mill/sieve": about,
			"https://api.github.com/repos/mill/sieve/readme": { type: "text/html", body: readme },
		});
		expect(facts).toMatchObject({ title: "sieve", kind: "repository", authors: ["mill"], published: "2025-04-01", capture: "full", isPrimary: true });
		expect(markdown).toContain("Rust · MIT License · 1,412 stars · last push 2025-04-01 · text");
		expect(markdown).toContain("[manual](https://github.com/mill/sieve/blob/HEAD/docs/use.md)");
		expect(markdown).toContain("cargo install sieve");
		expect(markdown).not.toMatch(/<%|alert/);
	});

	it("is its page where the interface refuses", async () => {
		const page = await work("https://github.com/mill/sieve", { "https://github.com/mill/sieve": article("mill/sieve", "", "") });
		expect(page.markdown).toContain("leaves the grain");
	});
});

describe("a discussion", () => {
	it("of Hacker News keeps who answered whom", async () => {
		const item = { id: 7, title: "Grain [pdf]", url: "https://grain.example/a?utm_source=hn", author: "ada", created_at: "2025-01-02T03:04:05Z", text: null, children: [{ author: "bob", text: "<p>Why a <i>fan</i>?<p><pre><code>fan --help\n</code></pre>", children: [{ author: "cy", text: "Because of `wind` &lt;% x %&gt;. <a href=\"javascript:alert(1)\">see</a>", children: [] }] }] };
		const { markdown, ...facts } = await work("https://news.ycombinator.com/item?id=7", { "https://hn.algolia.com/api/v1/items/7": JSON.stringify(item) });
		expect(facts).toMatchObject({ title: "Grain [pdf]", kind: "thread", authors: ["ada"], published: "2025-01-02T03:04:05Z" });
		expect(markdown).toBe("[Grain \\[pdf\\]](https://grain.example/a)\n\n## Comments\n\n**bob**\n\nWhy a *fan*?\n\n```\nfan --help\n```\n\n> **cy**\n>\n> Because of \\`wind\\` &lt;% x %>. see");
	});

	it("of Reddit says how many answers were not sent", async () => {
		const thread = [
			{ data: { children: [{ data: { title: "Which sieve?", author: "ada", created_utc: 1_735_787_045, is_self: true, selftext_html: "<div><p>Mine is <strong>broken</strong>.</p></div>" } }] } },
			{ data: { children: [{ kind: "t1", data: { author: "bob", body_html: "<div><ul><li>wire</li><li>hair</li></ul></div>", replies: "" } }, { kind: "more", data: { count: 12 } }] } },
		];
		const url = "https://www.reddit.com/r/mill/comments/abc/which_sieve";
		const { markdown, ...facts } = await work(`${url}/`, { [`${url}.json?limit=200&raw_json=1`]: JSON.stringify(thread) });
		expect(facts).toMatchObject({ capture: "partial", captureNote: "answers 12", published: "2025-01-02T03:04:05.000Z" });
		expect(markdown).toBe("Mine is **broken**.\n\n## Comments\n\n**bob**\n\n- wire\n- hair");
	});
});

describe("files", () => {
	it("a notebook is its text, code and printed output", async () => {
		const notebook = { metadata: { language_info: { name: "python" } }, cells: [{ cell_type: "markdown", source: ["# Sieving\n", "\n", "Words."] }, { cell_type: "code", source: "print(1)", outputs: [{ text: ["\u001b[31m1\u001b[0m\n"] }, { data: { "image/png": "AA" } }] }, { cell_type: "markdown", source: "```dataview\nLIST\n```" }] };
		const file = await work("https://files.example/a.ipynb", { "https://files.example/a.ipynb": JSON.stringify(notebook) });
		expect(file).toMatchObject({ title: "Sieving", capture: "partial", captureNote: "pictures 1" });
		expect(file.markdown.startsWith("# Sieving\n\nWords.\n\n```python\nprint(1)\n```\n\n```\n1\n```\n\n")).toBe(true);
		expect(file.markdown).not.toContain("```dataview");
	});

	it("Markdown stays, without its properties and without what could act", async () => {
		const body = "---\nstatus: kept\ntags: [x]\n---\n# Sieves\n\n- wire\n- hair\n\n<img src=x onerror=alert(1)>\n\n![[secret]]\n\n```js\n\nlet a;\n```\n";
		const file = await work("https://files.example/a.md", { "https://files.example/a.md": { type: "text/plain", body } });
		expect(file.title).toBe("Sieves");
		expect(file.markdown).toBe("# Sieves\n\n- wire\n- hair\n\n&lt;img src=x onerror=alert(1)>\n\n!\\[\\[secret\\]\\]\n\n```js\n\nlet a;\n```");
	});

	it("text without danger is not touched", () => {
		expect(safeMarkdown("a *b*\n\n- [ ] c")).toBe("a *b*\n\n- [ ] c");
	});
});
