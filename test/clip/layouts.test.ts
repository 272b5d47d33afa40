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
		name: "numbers of lines are none of the code, whatever rules of a style stand beside them",
		html: `<article><h1>A page</h1>${text}<pre data-lang="shell"><div><div class="r"><style>.a{}</style><span class="a">1</span><style>.b{}</style><div class="b"><div><span>pump</span> open
</div></div></div><div class="r"><span class="a">2</span><div class="b"><div>pump close</div></div></div></div></pre></article>`,
		has: ["```shell\npump open\npump close\n```"],
	},
	{
		name: "a lone code that is called a block is one, without the page's own indent",
		html: `<article><h1>A page</h1>${text}<code class="hl lean block">
        <span>def</span> m := 1
      </code>${text}</article>`,
		has: ["```lean\ndef m := 1\n```"],
	},
	{
		name: "a console with queries in it is called as the page calls it",
		html: `<article><h1>A page</h1>${text}<div class="highlight-pycon+sql"><pre>&gt;&gt;&gt; run()</pre></div><div class="highlight-html+jinja"><pre>&lt;b&gt;</pre></div></article>`,
		has: ["```pycon+sql\n", "```html\n"],
	},
	{
		name: "a folded box keeps what it hides",
		html: `<article><h1>A page</h1>${text}<div data-callout="faq" class="callout is-collapsible is-collapsed"><div class="callout-title"><div class="callout-title-inner">Does it leak?</div></div><div class="callout-content" style="display: none;"><p>Only in spring, and only at the upper gate.</p></div></div></article>`,
		has: ["> [!question]- Does it leak?\n> Only in spring"],
	},
	{
		name: "several headings of the first rank that the page is not called after are its sections",
		html: `<html lang="en"><head><title>How to mill - A wiki</title></head><body><h1 class="first">How to mill</h1><div id="content">${text}<h1>The stones</h1>${text}<h2>Their dress</h2>${text}<h1>The wind</h1>${text}</div></body></html>`,
		has: ["# How to mill\n", "## The stones", "### Their dress", "## The wind"],
		lacks: ["\n# The stones"],
	},
	{
		name: "a line that ends inside bold words ends after them",
		html: `<article><h1>A page</h1>${text}<p><strong>At least once<br></strong><span>The gate is opened at least once a day.</span></p></article>`,
		has: ["**At least once**  \nThe gate is opened"],
	},
	{
		name: "the days in a list of events are the events' own",
		html: `<html lang="en"><head><title>Fairs</title><meta property="article:published_time" content="2026-03-16"></head><body><main><h1>Fairs</h1><ul>${["16", "17", "18", "19"].map((day) => `<li><div class="date">March ${day}, 2026</div><h2><a href="https://fair.example/${day}">Fair no. ${day}</a></h2><p>Millers of the whole valley meet to speak of stones, sieves and the price of grain in spring.</p></li>`).join("")}</ul></main></body></html>`,
		has: ["March 16, 2026", "March 17, 2026"],
	},
	{
		name: "tables of one row each, one below the other, are one table",
		html: `<article><h1>A page</h1>${text}<table class="t"><tr><th>mill</th><th>stones</th></tr></table><table class="t"><tr><td>upper</td><td>2</td></tr></table><table class="t"><tr><td>lower</td><td>3</td></tr></table>${text}</article>`,
		has: ["| mill | stones |\n| --- | --- |\n| upper | 2 |\n| lower | 3 |"],
	},
	{
		name: "where a page files itself, and how long it takes, is none of its text",
		html: `<article><h1>A page</h1><p><em>Estimated reading time: 6 minutes</em></p>${text}<p>Filed under: <a href="/c/mills">Mills</a> | <a href="/c/wind">Wind</a> |</p><p>Tags: a label says what hangs on it, and nothing else.</p><p>Iklan</p></article>`,
		has: ["Tags: a label says"],
		lacks: ["Estimated", "Filed under", "Iklan"],
	},
	{
		name: "a gallery in the middle of a text is not taken for the text, however much it says",
		html: `<article><div class="text"><h1>A page</h1>${prose("the first gate")}${prose("the second gate")}<div class="show"><div class="slides">${["pumps", "wheels", "stones", "sieves", "sails", "ropes", "gears", "grain", "boats", "carts", "ovens", "loaves"].map((each) => `<div><h4>About ${each}</h4>${prose(each)}</div>`).join("")}</div></div>${prose("the third gate")}${prose("the last gate")}</div></article>`,
		has: ["about the first gate", "about the last gate", "About loaves"],
	},
	{
		name: "a note named in several places loses the letters that lead back to them",
		html: `<article><h1>A page</h1><p>Water<sup><a href="#n1" id="r1a">[1]</a></sup> runs, and water<sup><a href="#n1" id="r1b">[1]</a></sup> stands.</p>${text}<ol><li id="n1">^ <a href="#r1a"><sup><i><b>a</b></i></sup></a> <a href="#r1b"><sup><i><b>b</b></i></sup></a> <span>Of streams and ponds, by the keeper.</span></li></ol></article>`,
		has: ["[^1]: Of streams and ponds"],
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
	{
		name: "every part of a manual stays, however short",
		html: `<main><section class="Sh"><h2><a class="permalink" href="#NAME">NAME</a></h2><p>pump - lift water</p></section><section class="Sh"><h2><a class="permalink" href="#D">DESCRIPTION</a></h2>${text}<dl><dt><a class="permalink" href="#h"><code>-h</code></a> hours</dt><dd>How long it runs.</dd></dl></section><section class="Sh"><h2><a class="permalink" href="#E">EXAMPLES</a></h2><pre>$ pump -h 3</pre></section></main>`,
		has: ["## NAME", "pump - lift water", "## DESCRIPTION", "**`-h` hours**", "## EXAMPLES", "$ pump -h 3"],
	},
	{
		name: "sections beside the one that is called content are text too",
		html: `<div class="top"><h1>A course</h1></div><div class="container" id="content"><h2>Content</h2>${text}</div><div class="grey" id="work"><h2>Work</h2>${prose("assignments")}${prose("grades")}</div><div class="container" id="plan"><h2>Schedule</h2><table><tr><th>Week</th><th>Lecture</th></tr><tr><td>1</td><td>Clay and what it is</td></tr><tr><td>2</td><td>Heat</td></tr></table></div>`,
		has: ["## Content", "wrote about assignments", "| 1 | Clay and what it is |"],
	},
	{
		name: "of two texts on a page the one it is called after is the text",
		html: `<html lang="en"><head><title>First story | Mag</title></head><body><main><article><h1>First story</h1>${text}</article><article><h1>Second story</h1>${text}${prose("a second matter")}${text}</article></main></body></html>`,
		has: ["wrote about ice"],
		lacks: ["a second matter", "Second story"],
	},
	{
		name: "what a button folds counts when the text is looked for",
		html: `<main><div class="hero"><h1>A course</h1>${prose("the course")}</div><div class="syllabus"><h2>Syllabus</h2>${["One", "Two", "Three"].map((word, at) => `<div class="card"><button aria-expanded="false" aria-controls="m${String(at)}"><span>Week ${word}</span></button><div id="m${String(at)}" hidden>${prose(`week ${word}`)}${prose("its reading")}</div></div>`).join("")}</div></main>`,
		has: ["## Syllabus", "Week Two", "wrote about week Two"],
	},
	{
		name: "the heading right before the text is its own",
		html: `<main><section><h2>Documentation</h2><div class="content"><p>${"What it does and why. ".repeat(8)}</p>${text}</div></section><aside><h2>Versions</h2><p>Three of them.</p></aside></main>`,
		has: ["## Documentation"],
	},
	{
		name: "the line under a title in the head of a text is part of it",
		html: `<main><header><h1>A page</h1><p>What happens in the first hour.</p></header><div class="grid">${text}</div></main>`,
		has: ["What happens in the first hour."],
	},
	{
		name: "a list of sections is the layout of a page",
		html: `<main><h1>A page</h1><ul><li><section><h2>Summary</h2>${text}</section></li><li><section><h2>Details</h2>${text}</section></li></ul></main>`,
		has: ["\n## Summary", "\n## Details"],
		lacks: ["- ##"],
	},
	{
		name: "the number that a page draws before an item is not said twice",
		html: `<article><h1>A page</h1>${text}<ol><li><div>1.</div><div><p>Stack it.</p></div></li><li><div>2.</div><div><p>Light it.</p></div></li></ol></article>`,
		has: ["1. Stack it.\n2. Light it."],
	},
	{
		name: "tasks without boxes are tasks",
		html: `<article><h1>A page</h1>${text}<ul class="inline-task-list"><li class="checked">Load</li><li>Light</li></ul></article>`,
		has: ["- [x] Load\n- [ ] Light"],
	},
	{
		name: "a signature in cells is a line",
		html: `<article><h1>A page</h1>${text}<table><tr><td>void Kiln.fire </td><td>(</td><td>int </td><td><em>hours</em></td><td>)</td></tr></table></article>`,
		has: ["void Kiln.fire ( int *hours* )"],
	},
	{
		name: "a heading that spans a table stands over it",
		html: `<article><h1>A page</h1>${text}<table><tr><td colspan="2"><h2>Functions</h2></td></tr><tr><td>void</td><td>fire (int hours)</td></tr><tr><td>bool</td><td>isHot ()</td></tr></table></article>`,
		has: ["## Functions\n\n|", "fire (int hours) |"],
	},
	{
		name: "sections that fold keep their headings outside of boxes",
		html: `<main><h1>A page</h1><details open><summary>Expand description</summary>${text}<h2>Examples</h2>${prose("examples")}</details></main>`,
		has: ["\n## Examples"],
		lacks: ["> ", "Expand description"],
	},
	{
		name: "what a portal says about its own text is not the text",
		html: `<article><h1>A page</h1>${text}<p>特别声明：以上内容为用户上传并发布，本平台仅提供信息存储服务。</p><p>Notice: The content above is uploaded and posted by a user.</p></article>`,
		lacks: ["特别声明", "Notice: The content"],
	},
	...(["starlight-aside starlight-aside--tip", "notecard tip", "awsdocs-note awsdocs-tip", "confluence-information-macro confluence-information-macro-tip", "plugin_note notetip"] as const).map((names) => ({
		name: `a box called ${names} is a callout`,
		html: `<article><h1>A page</h1>${text}<${names.startsWith("starlight") ? "aside" : "div"} class="${names}"><p>Turn it off first, and wait a while.</p></${names.startsWith("starlight") ? "aside" : "div"}></article>`,
		has: ["> [!tip]\n> Turn it off first"],
	})),
	{
		name: "a callout does not say twice what it is",
		html: `<article><h1>A page</h1>${text}<div class="notecard note"><p><strong>Note:</strong> Only in workers.</p></div></article>`,
		has: ["> [!note]\n> Only in workers."],
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

describe("code on a page", () => {
	const code = async (html: string) => /```\w*\n([\s\S]*?)\n```/.exec((await clipHtml(`<article><h1>A page</h1>${text}${html}</article>`)).markdown)?.[1];

	it.each([
		["a list of numbers after it", "<pre><code>import canal\ncanal.read(3)</code><ul class='pre-numbering'><li>1</li><li>2</li></ul></pre>"],
		["a bar with its language and buttons in it", "<pre><div class='ext-header'><span>js</span><div>Copy</div><div>Explain</div></div><code class='hljs'>import canal\ncanal.read(3)</code></pre>"],
		["a number in a colour before each line", "<pre><span style='color:teal'>1</span> <span>import</span> canal\n<span style='color:teal'>2</span> canal.read(3)</pre>"],
		["a box for each line", "<div class='fragment'><div class='line'><span class='lineno'>    1</span>import canal</div><div class='line'><span class='lineno'>    2</span>canal.read(3)</div></div>"],
	])("is exact with %s", async (_, html) => expect(await code(html)).toBe("import canal\ncanal.read(3)"));

	it("keeps numbers that are its own", async () => expect(await code("<pre><span>1</span> 4\n<span>3</span> 7\n<span>9</span> 2</pre>")).toBe("1 4\n3 7\n9 2"));
});

describe("a page that its scripts draw", () => {
	const story = { user: null, story: { title: "A page", content: `${text}<h2>Then</h2>${prose("a second } part")}` } };

	it.each([
		["an assignment", `window.__INITIAL_STATE__ = ${JSON.stringify(story).replaceAll("<", "\\u003c")};window.flags={};`],
		["a parsed string", `window["__DATA__"] = JSON.parse(${JSON.stringify(JSON.stringify(story))});`],
	])("is read from %s", async (_, script) => {
		const { markdown } = await clipHtml(`<div id="root"></div><script>${script.replaceAll("</", "<\\/")}</script>`);
		expect(markdown).toContain("## Then");
		expect(markdown).toContain("a second } part");
	});

	it("is read from a row of values", async () => {
		const row = JSON.stringify([{ post: 1 }, { title: 2, body: 3 }, "A page", story.story.content]).replaceAll("<", "\\u003c");
		expect((await clipHtml(`<div></div><script type="application/json" id="__NUXT_DATA__">${row}</script>`)).markdown).toContain("## Then");
	});

	it("does not search forever for the end of what has none", async () => {
		const begun = "window.a={".repeat(20_000);
		expect((await clipHtml(`<div></div><script>${begun}</script>`)).markdown).toBe("");
	});
});

describe("a thread", () => {
	const said = (who: string, day: number) => `<article class="comment"><div><header><a href="/user/${who}" class="link-user">${who}</a><time datetime="2024-02-0${String(day)}">February ${String(day)}</time></header><div class="comment-text">${prose(`what ${who} saw`)}</div></div></article>`;

	it("begins with the text that is answered, and holds every answer once", async () => {
		const { markdown } = await clipHtml(`<html lang="en"><head><title>Old mills - Board</title></head><body><main><article class="topic"><header><h1>Old mills</h1><span>by <a class="link-user" href="/user/otto">otto</a></span></header><div class="topic-text">${prose("old mills")}</div></article><section>${said("mira", 2)}${said("tobi", 3)}${said("anse", 4)}</section></main></body></html>`, "https://board.example/t/9");
		for (const part of ["about old mills", "what mira saw", "what tobi saw", "what anse saw"]) expect(markdown.split(part).length).toBe(2);
	});
});
