import { safeMarkdown } from "../../src/clip/kind-text";
import { article, work } from "./works";

describe("a repository", () => {
	const about = JSON.stringify({ name: "sieve", owner: { login: "mill" }, description: "Cleans <% text %>", language: "Rust", license: { name: "MIT License" }, stargazers_count: 1412, size: 2048, pushed_at: "2025-04-01T08:00:00Z", topics: ["text"] });
	const api = "https://api.github.com/repos/mill/sieve";
	const readme = { type: "text/html", body: '<div id="readme"><h1>sieve</h1><p>A small tool that cleans text. It reads a folder and writes another, and says what it left out.</p><p>See the <a href="docs/use.md">manual</a>.</p><pre lang="sh"><code>cargo install sieve</code></pre><script>alert(1)</script></div>' };
	const blob = (path: string, size: number) => ({ type: "blob", path, size });
	const tree = JSON.stringify({ tree: [blob("Cargo.toml", 300), blob("src/main.rs", 8000), blob("src/cut.rs", 800), blob("tools/x (1).py", 2200), blob("README.md", 900), blob("a<%`.md", 1), { type: "tree", path: "src" }] });
	const feed = "<feed><entry><title>\n Cut menus &amp; <% x %>\n</title><updated>2025-04-01T07:59:00Z</updated></entry></feed>".replace("<% x %>", "&lt;% x %&gt;");

	it("is its description, facts, README, tree and where to begin", async () => {
		const { markdown, ...facts } = await work("https://github.com/mill/sieve/", { [api]: about, [`${api}/readme`]: readme, [`${api}/git/trees/HEAD?recursive=1`]: tree, "https://github.com/mill/sieve/commits.atom": feed });
		expect(facts).toMatchObject({ title: "sieve", kind: "repository", authors: ["mill"], published: "2025-04-01", capture: "full", isPrimary: true });
		expect(markdown).toContain("Rust 80 %, Python 20 % · MIT License · 1,412 stars · 2.0 MB · last commit 2025-04-01: Cut menus & &lt;% x %> · text");
		expect(markdown).toContain("[manual](https://github.com/mill/sieve/blob/HEAD/docs/use.md)");
		expect(markdown).toContain("cargo install sieve");
		expect(markdown).toContain("```\nsrc/    2 files\ntools/  1 file\nCargo.toml\nREADME.md\na< %'.md\n```");
		expect(markdown).toMatch(/- \[Cargo\.toml\]\(https:\/\/github\.com\/mill\/sieve\/blob\/HEAD\/Cargo\.toml\)\n- \[src\/main\.rs\]\([^)]+\)$/);
		expect(markdown).not.toMatch(/<%|alert/);
	});

	it("is what could be had of it where parts fail", async () => {
		const { markdown } = await work("https://github.com/mill/sieve", { [api]: about, [`${api}/git/trees/HEAD?recursive=1`]: "[]" });
		expect(markdown).toBe("Cleans &lt;% text %>\n\nRust · MIT License · 1,412 stars · 2.0 MB · last push 2025-04-01 · text");
	});

	it("is its page where the interface refuses", async () => {
		const page = await work("https://github.com/mill/sieve", { "https://github.com/mill/sieve": article("mill/sieve", "", "") });
		expect(page.markdown).toContain("leaves the grain");
	});

	it("of Hugging Face has its card and its facts", async () => {
		const card = "https://huggingface.co/datasets/mill/husks";
		const facts = JSON.stringify({ downloads: 1500, likes: 7, lastModified: "2025-03-04T00:00:00.000Z", tags: ["license:apache-2.0"], cardData: { language: ["en", "<% x %>"] } });
		const page = await work(`${card}/tree/main`, { [card]: article("mill/husks · Datasets at Hugging Face", "", ""), "https://huggingface.co/api/datasets/mill/husks": facts });
		expect(page).toMatchObject({ title: "husks", authors: ["mill"], kind: "repository", url: card, published: "2025-03-04" });
		expect(page.markdown).toMatch(/^apache-2\.0 · en, &lt;% x %> · 1,500 downloads last month · 7 likes · last change 2025-03-04\n/);
		expect(await work(card, { [card]: article("mill/husks", "", "") })).toMatchObject({ title: "husks" });
		expect(await work("https://huggingface.co/blog/husks", { "https://huggingface.co/blog/husks": article("Husks", "", "") })).toMatchObject({ kind: "article" });
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

describe("a thread whose page is not all of it", () => {
	const url = "https://stackoverflow.com/questions/77/why-does-the-seal-weep";
	const api = "https://api.stackexchange.com/2.3/questions/77";
	const asked = JSON.stringify({ items: [{ title: "Why does the seal weep?", body: "<p>It weeps at <code>40 C</code>, and only in warm oil that stood for a night.</p>", owner: { display_name: "ada" }, creation_date: 1_735_787_045, answer_count: 3 }] });
	const answered = JSON.stringify({
		items: [
			{ body: "<p>Warm oil is thin, and thin oil finds every way out of a box.</p>", owner: { display_name: "bob" }, score: 3, creation_date: 1_735_887_045 },
			{ body: "<pre><code>torque 12</code></pre><p>Then it holds for a year or longer in most boxes.</p></article></main>", owner: { display_name: "cy <% x %>" }, score: 9, creation_date: 1_735_987_045 },
		],
	});
	const answers = { [`${api}?site=stackoverflow.com&filter=withbody`]: asked, [`${api}/answers?order=desc&sort=votes&pagesize=100&site=stackoverflow.com&filter=withbody`]: answered };

	it("comes from the interface of Stack Exchange where its page keeps programs out, the best answer first", async () => {
		const { markdown, ...facts } = await work(url, answers);
		expect(facts).toMatchObject({ title: "Why does the seal weep?", authors: ["ada"], published: "2025-01-02T03:04:05Z", kind: "thread", capture: "partial", captureNote: "answers 1", url });
		expect(markdown.indexOf("## cy")).toBeGreaterThan(markdown.indexOf("It weeps at `40 C`"));
		expect(markdown.indexOf("## bob")).toBeGreaterThan(markdown.indexOf("torque 12"));
		expect(markdown).not.toContain("<%");
	});

	it("is its page where that can be had", async () => {
		const asks: string[] = [];
		await work(url, { ...answers, [url]: article("Why does the seal weep?", "", "") }, asks);
		expect(asks).toEqual([url]);
	});

	const post = (at: number) => ({ username: `user${String(at)}`, created_at: "2025-01-02T03:04:05.000Z", cooked: `<p>Post number ${String(at)} says something about seals and oil that is long enough.</p>` });
	const shown = Array.from({ length: 20 }, (_, at) => post(at + 1));
	const preloaded = JSON.stringify({ topic_8: JSON.stringify({ post_stream: { stream: Array.from({ length: 25 }, (_, at) => at), posts: shown } }) }).replaceAll('"', "&quot;");
	const page = `<html><head><title>Seals - Talk</title><meta name="generator" content="Discourse 3.3"><meta property="og:title" content="Seals"></head><body><div id="data-preloaded" data-preloaded="${preloaded}"></div></body></html>`;

	it("of Discourse is fetched whole", async () => {
		const whole = JSON.stringify({ post_stream: { posts: Array.from({ length: 25 }, (_, at) => post(at + 1)) } });
		const topic = await work("https://talk.example/t/seals/8", { "https://talk.example/t/seals/8": page, "https://talk.example/t/8.json?print=true": whole });
		expect(topic).toMatchObject({ title: "Seals", capture: "full", authors: ["user1"] });
		for (const at of [1, 20, 21, 25]) expect(topic.markdown).toContain(`Post number ${String(at)} says`);
	});

	it("of Discourse says how much is missing where the rest cannot be had", async () => {
		const topic = await work("https://talk.example/t/seals/8", { "https://talk.example/t/seals/8": page });
		expect(topic).toMatchObject({ capture: "partial", captureNote: "answers 5" });
		expect(topic.markdown).toContain("Post number 20 says");
	});
});
