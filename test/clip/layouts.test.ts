import { clipHtml, prose } from "./clip-html";

type Case = Readonly<{ name: string; html: string; has?: readonly string[]; lacks?: readonly string[]; url?: string }>;

const text = [prose("water"), prose("gates"), prose("wind"), prose("boats"), prose("ice")].join("");
const teasers = (at: string) => `<div class="cards">${["Old pumps", "New pumps", "No pumps"].map((title) => `<div class="card"><h3><a href="${at}/${title.replace(" ", "-")}">${title}</a></h3><p>Two lines about them.</p></div>`).join("")}</div>`;

const CASES: readonly Case[] = [
	{
		name: "a heading whose whole text is its own link stays",
		html: `<main><h1>A page</h1>${text}<h2 id="overview"><a class="heading-link" href="#overview">Overview<span aria-hidden="true"></span></a></h2>${text}<h2 id="x">Parts<a class="heading-link" href="#x">#</a></h2>${text}</main>`,
		has: ["## Overview", "## Parts\n"],
	},
	{
		name: "an opening set apart from the rest belongs to the text",
		html: `<main id="content"><div class="layout__header"><h1>A page</h1><details><summary>Widely available</summary><p>This works in many browsers and has done so for a very long time, people say.</p></details><section class="content-section">${prose("openings")}</section></div><div class="layout__body">${text}${text}</div></main>`,
		has: ["wrote about openings"],
		lacks: ["many browsers"],
	},
	{
		name: "parts without names that begin with a heading of one rank are one text",
		html: `<div id="content"><div><h4>Course details</h4>${prose("details")}</div><hr><div><h4>Lectures</h4>${text}${text}</div></div>`,
		has: ["Course details", "wrote about details", "Lectures"],
	},
	{
		name: "links under a label that says they lead elsewhere go with it",
		html: `<article><h1>A page</h1>${prose("water")}<div class="box1"><h4>Related Items</h4><ul><li><a href="/1">What else there is</a></li><li><a href="/2">And more of it</a></li></ul></div>${text}<h2>You might also like:</h2><ul><li><a href="/3">Something liked</a></li></ul></article>`,
		lacks: ["Related Items", "What else there is", "also like", "Something liked"],
	},
	{
		name: "a row of teasers at the end goes",
		html: `<article><h1>A page</h1>${text}${text}${teasers("https://site.example")}</article>`,
		lacks: ["Old pumps", "Two lines about them"],
	},
	{
		name: "cards to other sites, or in the middle of a text, stay",
		html: `<article><h1>A page</h1>${text}${teasers("https://other.example")}${text}</article>`,
		has: ["Old pumps", "Two lines about them"],
	},
	{
		name: "a page of teasers is what it is",
		html: `<main><h1>A blog</h1><p>All about pumps and what they do.</p>${teasers("https://site.example")}<section><h2>Recent posts</h2>${teasers("https://site.example")}</section></main>`,
		has: ["Old pumps", "Recent posts"],
	},
	{
		name: "what a build tool adds to a class is no word",
		html: `<article><h1>A page</h1>${text}<div class="table_root__adKqa"><table><tr><th>Name</th><th>Kind</th></tr><tr><td>bolt</td><td>iron</td></tr></table></div></article>`,
		has: ["| bolt | iron |"],
	},
	{
		name: "a section named after its own heading is text",
		html: `<article><h1>A page</h1>${text}<section id="LoopsAndFeedback"><h2>Loops and feedback</h2>${prose("loops")}</section></article>`,
		has: ["## Loops and feedback", "wrote about loops"],
	},
	{
		name: "a box with a name of its own goes even when it is not small",
		html: `<article><h1>A page</h1>${text}<div class="newsletter-box"><h3>One letter a week</h3>${prose("letters")}</div>${text}</article>`,
		lacks: ["One letter a week", "wrote about letters"],
	},
	{
		name: "a note behind a ticked label is a footnote whatever it is called",
		html: `<article><h1>A page</h1>${text}<p>The gate was heavy.<label for="n1" class="mark"></label><input type="checkbox" id="n1"><span class="aside-words">Nine tons, as the builder said.</span> It moved slowly all the same, with two men at the bar.</p></article>`,
		has: ["heavy.[^1] It moved", "[^1]: Nine tons, as the builder said."],
	},
	{
		name: "the number of comments is no footnote",
		html: `<article><h1>A page</h1><div class="meta-line">Filed under water <a href="#comments">2</a></div>${text}</article><div id="comments"><p>comments powered by a service</p><script>var disqus_url = 1;</script></div>`,
		lacks: ["[^1]", "disqus_url"],
	},
	{
		name: "pictures without words or address say nothing",
		html: `<article><h1>A page</h1>${text}<img src="/a.jpg" alt="null" width="600"><img src="null" alt="lost" width="600"></article>`,
		has: ["![](https://site.example/a.jpg)"],
		lacks: ["/null", "lost"],
	},
	{
		name: "a quote that brings its own marks gets no second ones",
		html: `<article><h1>A page</h1>${text}<p>He said <q>"never again"</q> and <q>perhaps</q>, and that was all there was to hear.</p></article>`,
		has: ['He said "never again" and “perhaps”'],
	},
	{
		name: "text in an anchor that leads nowhere is text",
		html: `<body><a name="top"><div class="menu"><ul>${"<li><a href='/m'>Menu item</a></li>".repeat(12)}</ul></div><div class="story"><h1>A page</h1>${text}${text}${text}</div></a></body>`,
		has: ["wrote about ice"],
		lacks: ["Menu item"],
	},
	{
		name: "comments in other languages are comments",
		html: `<article><h1>A page</h1>${text}<div id="comentarios"><p>Un lector dice que no es verdad y que debería escribirse otra vez.</p></div></article>`,
		lacks: ["Un lector"],
	},
];

describe("a page", () => {
	it.each(CASES)("$name", async ({ html, has = [], lacks = [], url }) => {
		const { markdown } = await clipHtml(html, url);
		for (const part of has) expect(markdown).toContain(part);
		for (const part of lacks) expect(markdown).not.toContain(part);
	});
});

describe("what a page says about itself", () => {
	const page = (head: string, body: string) => `<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`;

	it("a title behind the names of book and shelf is the heading over the text", async () => {
		const { metadata } = await clipHtml(page("<title>Pumpscript: Documentation - Making parts of parts</title><meta property='og:title' content='Documentation - Making parts of parts'>", `<div role="article"><h1>Making parts of parts</h1><article><div>${text}</div></article></div>`));
		expect(metadata.title).toBe("Making parts of parts");
	});

	it.each([
		["Ed Hornick, CNN", "Ed Hornick"],
		["Ann Lee, The Lock Post", "Ann Lee"],
		["Rosa Diaz, Executive Editor", "Rosa Diaz"],
	])("the author of %s is %s", async (said, name) => {
		const { metadata } = await clipHtml(page(`<title>A page</title><meta property="og:site_name" content="The Lock Post"><meta name="author" content="${said}">`, `<article><h1>A page</h1>${text}</article>`));
		expect(metadata.authors).toEqual([name]);
	});

	it("a host is nobody's name", async () => {
		const { metadata } = await clipHtml(page(`<title>A page</title><meta name="author" content="site.example">`, `<article><h1>A page</h1>${text}</article>`));
		expect(metadata.authors).toEqual([]);
	});

	it("a day before there were pages is what the text is about", async () => {
		const { metadata } = await clipHtml(page("<title>A page</title>", `<article><h1>A page</h1><ul><li>The Act was signed on August 14, 1935</li></ul>${text}</article>`));
		expect(metadata.published).toBeNull();
	});

	it("a day in a table of facts is not the page's", async () => {
		const { metadata } = await clipHtml(page("<title>A page</title>", `<article><h1>A page</h1><table><tr><th>First shown</th><td>14 October 1999</td></tr></table>${text}</article>`));
		expect(metadata.published).toBeNull();
	});
});
