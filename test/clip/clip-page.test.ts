import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import MarkdownIt from "markdown-it";
import { clipPage } from "../../src/clip/clip-page";
import { parsePage } from "../../src/clip/parse-page";
import { expectGolden } from "../golden";

const PAGES: readonly (readonly [name: string, url: string])[] = [
	["article", "https://harbour.example/mills"],
	["docs", "https://kettle.example/docs/retries"],
	["paper", "https://papers.example/html/5"],
	["forum", "https://crumb.example/forum/t/12"],
	["question", "https://bench.example/q/7"],
	["encyclopedia", "https://open.example/wiki/Heddle"],
	["newsletter", "https://wet.example/p/on-small-pumps"],
	["repository", "https://github.com/ilse/knot"],
	["chinese", "https://manread.example/p/1"],
	["hostile", "https://templates.example/run"],
	// Platforms and layouts that no corpus page has: what is right here by accident shows there.
	["discourse-app", "https://talk.pumps.example/t/lower-seal-weeps/88"],
	["nodebb", "https://board.bench.example/topic/4/seals-in-warm-oil"],
	["flarum", "https://shed.example/d/7-warm-oil-dry-seals"],
	["lemmy", "https://lemmy.example/post/51"],
	["pipermail", "https://list.example/pipermail/pumps/2024-March/000002.html"],
	["qa-unknown", "https://askshop.example/q/why-does-the-lower-seal-weep"],
	["zulip", "https://archive.example/pumps/topic/lower.20seal.html"],
	["docusaurus-tabs", "https://kettle.example/docs/install"],
	["vitepress-group", "https://reel.example/guide/start"],
	["next-data", "https://weir.example/a-week-at-the-lock"],
	["notion", "https://pages.example/seal-notes"],
	["nbviewer", "https://nbviewer.example/leak-rate.ipynb"],
	["hackernews", "https://news.ycombinator.com/item?id=1"],
	["wiki-formula", "https://en.wikipedia.org/wiki/Leak_rate"],
	["page-builder", "https://wharf.example/warm-oil"],
	["starlight", "https://docs.reel.example/guides/spin/"],
	["antora", "https://docs.kettle.example/kettle/3.2/configure.html"],
	["mandoc", "https://man.example/kiln.1"],
	["juejin", "https://juejin.example/post/7001"],
	["issue-github", "https://github.com/ilse/knot/issues/77"],
	["course-table", "https://cs300.univ.example/"],
	["labblog", "https://lab.example/research/kilns-at-scale"],
	["gitbook", "https://books.kiln.example/basics/fire"],
];

const parse = (html: string) => parseHTML(html).document as unknown as Document;

async function clip(html: string, url: string) {
	const page = parsePage(html, url, parse);
	if (!page.ok) throw new Error(page.error.kind);
	return clipPage(page.value.document, url);
}

describe("a page becomes a note", () => {
	it.each(PAGES)("%s", async (name, url) => {
		const html = readFileSync(join(__dirname, "..", "fixtures", "clip", `${name}.html`), "utf8");
		const { markdown, metadata, capture, missing } = await clip(html, url);
		const facts = { ...metadata, capture, missing };
		expectGolden(`clip/${name}.md`, `${JSON.stringify(facts, null, 1)}\n\n${markdown}\n`);
	});
});

const article = (body: string) =>
	`<html><head><title>T</title></head><body><article><h1>T</h1><p>${"A long enough paragraph of plain words. ".repeat(6)}</p>${body}</article></body></html>`;
const bodyOf = async (body: string) => (await clip(article(body), "https://page.example/a/b")).markdown;

describe("a clip", () => {
	it.each([
		["relative links against the page", '<p><a href="../x">x</a></p>', "[x](https://page.example/x)"],
		["a table with spans as a grid", "<table><tr><th>a</th><th>b</th></tr><tr><td colspan=2>c</td></tr></table>", "| a | b |\n| --- | --- |\n| c |  |"],
		["streamed parts in their place", '<template id="B:0"></template><div hidden id="S:0"><p>late words</p></div>', "late words"],
		["numbered lists from their start", "<ol start=4><li>d</li><li>e</li></ol>", "4. d\n5. e"],
		["tabs of radio buttons without touching what follows", '<div class="set"><input type="radio"><input type="radio"><div><label>One</label><label>Two</label></div><div><div><p>first panel</p></div><div><p>second panel</p></div></div></div><p>Then <code>a</code> and <code>b</code>.</p>', "**One**\n\nfirst panel\n\n**Two**\n\nsecond panel\n\nThen `a` and `b`."],
		["code without numbers that only their place tells", "<pre><div><span>1</span><div>a = 1</div></div><div><span>2</span><div>b = 2</div></div></pre>", "```\na = 1\nb = 2\n```"],
		["a list of single tasks as one", '<ul><li><input type="checkbox" checked>a</li></ul><ul><li><input type="checkbox">b</li></ul>', "- [x] a\n- [ ] b"],
		["what a button folds, under the button's words", '<h3><button aria-expanded="false" aria-controls="p">Why dry?</button></h3><div id="p" hidden><p>Oil makes the rubber swell.</p></div>', "## Why dry?\n\nOil makes the rubber swell."],
		["code with backticks in a longer fence", "<pre><code>```\nx\n```</code></pre>", "````\n```\nx\n```\n````"],
	])("writes %s", async (_, html, markdown) => {
		expect(await bodyOf(html)).toContain(markdown);
	});

	it.each(["javascript:alert(1)", "data:text/html,x", "obsidian://open?vault=x", "file:///etc/passwd", "![[../x]]"])("keeps a note of the one word %s from being the address of a reference", async (word) => {
		const body = await bodyOf(`<p>word<sup><a href="#fn1">1</a></sup></p><ol class="footnotes"><li id="fn1">${word}</li></ol>`);
		const html = new MarkdownIt().render(body);
		expect(html).not.toContain("<a ");
		expect(body).toMatch(/^\[\^1\]: \S+ <br>$/m);
	});

	it.each(["<code>\ufeffa\u2028b\u200bc</code>", '<script type="math/tex">a\u061cb\u0000c</script>', "<kbd>\u202eabc</kbd>"])("shows every character it keeps: %j", async (html) => {
		expect(await bodyOf(`<p>x ${html} y</p>`)).not.toMatch(/[\u0000\u061c\u200b\u2028\u202e\ufeff]/);
	});

	it("stops where the caller cancels", async () => {
		const page = parsePage(article(""), "https://page.example/", parse);
		if (!page.ok) throw new Error(page.error.kind);
		const cancelled = clipPage(page.value.document, "https://page.example/", { pause: () => Promise.reject(new Error("cancelled")) });
		await expect(cancelled).rejects.toThrow("cancelled");
	});

	it("says that text is missing when only scripts draw it", async () => {
		const { capture, missing } = await clip("<html><body><div id=root></div><script>draw()</script></body></html>", "https://app.example/");
		expect([capture, missing.map(({ kind }) => kind)]).toEqual(["partial", ["scripts"]]);
	});
});

describe("a page too big or deep", () => {
	it.each([
		["too-deep", "<div>".repeat(5000)],
		["too-deep", "<a href=x>l</a>".repeat(200_000)],
		["too-large", "x".repeat(5_000_000)],
	])("is refused before it is parsed: %s", (kind, html) => {
		const never = () => {
			throw new Error("parsed");
		};
		expect(parsePage(html, "https://page.example/", never)).toEqual({ ok: false, error: expect.objectContaining({ kind }) });
	});

	it("but paragraphs without end tags are not deep", () => {
		expect(parsePage("<p>x".repeat(3000), "https://page.example/", parse).ok).toBe(true);
	});
});
