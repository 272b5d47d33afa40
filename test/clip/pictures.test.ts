import { clipHtml, prose } from "./clip-html";

type Case = Readonly<{ name: string; html: string; has?: readonly string[]; lacks?: readonly string[]; url?: string }>;

const text = [prose("water"), prose("gates"), prose("wind"), prose("boats"), prose("ice")].join("");
const article = (inside: string) => `<article><h1>A page</h1>${text}${inside}${text}</article>`;
const at = (path: string) => `](https://site.example/${path})`;

const CASES: readonly Case[] = [
	{
		name: "a figure that only says where its picture is shows it",
		html: article(`<figure itemscope itemtype="http://schema.org/ImageObject" itemid="https://site.example/lock.jpg?w=600"><div class="lazy"></div><figcaption>The lock</figcaption></figure>`),
		has: [at("lock.jpg?w=600"), "The lock"],
	},
	{
		name: "a figure drawn as a background shows its picture",
		html: article(`<figure><div style="height:4em;background-image:url('/mill.jpg')"></div><figcaption>The mill</figcaption></figure>`),
		has: [at("mill.jpg")],
	},
	{
		name: "a blurred preview gives way to the picture that scripts or their absence bring",
		html: article(`<figure><div><img src="/max/60/1*lockgate.png?q=20" width="800"></div><img width="800"><noscript><img src="/max/1900/1*lockgate.png" width="800"></noscript><figcaption>The gate</figcaption></figure>`),
		has: [at("max/1900/1*lockgate.png")],
		lacks: ["max/60"],
	},
	{
		name: "a large and a small version in one figure are one picture",
		html: article(`<figure><div><img src="/photo-large.webp" alt="A lake"></div><div><img src="/photo-small.jpg" alt="A lake"></div><figcaption>A lake</figcaption></figure>`),
		has: [at("photo-large.webp")],
		lacks: ["photo-small"],
	},
	{
		name: "two pictures of one series are two",
		html: article(`<div><img src="/boat-1.jpg"><img src="/boat-2.jpg"></div><div><img src="/show.php?id=3"><img src="/show.php?id=4"></div>`),
		has: ["boat-1.jpg", "boat-2.jpg", "id=3", "id=4"],
	},
	{
		name: "a picture without scripts is its own, not that of another picture in the same box",
		html: article(`<div><img src="/first.jpg" width="600"><p>Between.</p><span></span><noscript><img src="/second.jpg" width="600"></noscript></div>`),
		has: ["first.jpg", "second.jpg"],
	},
	{
		name: "counters and pictures of nothing are no pictures",
		html: article(`<noscript><img src="https://count.example/tr?id=7" width="1" height="1"></noscript><p>A word.<img src="/images/cleardot.gif"></p>`),
		lacks: ["count.example", "cleardot"],
	},
	{
		name: "whatever a script calls the address, a late picture has it",
		html: article(`<p><img src="data:image/gif;base64,R0" nitro-lazy-src="/late.webp"></p><p><img class="lazy" data-echo="/echo.jpg"></p>`),
		has: ["late.webp", "echo.jpg"],
	},
	{
		name: "settings for a script hold the address of a late picture",
		html: article(`<p><img src="https://cdn.example/e1.gif" data-src='{"default":{"load":"default","w":80,"src":"//cdn.example/gate.img?h=400"}}'></p>`),
		has: ["https://cdn.example/gate.img?h=400"],
		lacks: ["e1.gif"],
	},
	{
		name: "the largest of a set is wanted, blanks after its commas or not, up to what a note has a use for",
		html: article(`<p><img src="/s.jpg" srcset="/a,b.jpg 400w,/c.jpg 1600w,/wall.jpg 6000w"></p>`),
		has: [at("c.jpg")],
		lacks: ["wall.jpg", "s.jpg"],
	},
	{
		name: "the face beside a name is no picture of the text, whichever box names it",
		html: article(`<p>Then she wrote:</p><div class="account__avatar"><img src="https://cdn.example/a/7.png" alt="mira"></div><p>A line.</p><p><img src="https://cdn.example/avatars/tobi.png"></p>`),
		lacks: ["7.png", "tobi.png"],
	},
	{
		name: "a picture over the title is not shown twice when the text begins with it",
		html: `<main><header><h1>A page</h1><figure><img src="/hero.jpg" width="900"><figcaption>The weir</figcaption></figure></header><div class="body"><figure><img src="/hero.jpg" width="900"><figcaption>The weir</figcaption></figure>${text}${text}</div></main>`,
		has: ["hero.jpg"],
	},
	{
		name: "a post's pictures stand under its words",
		html: `<main><div class="post"><div class="words">${text}</div><div class="grid"><picture><img src="/dusk.jpg" width="500"></picture></div><div class="bar"><a href="/like">Like</a></div></div></main>`,
		has: ["dusk.jpg"],
	},
	{
		name: "the face beside the writer's name over a text is no picture of it",
		html: `<main><section><h1>A page</h1><div><img src="https://cdn.example/p/31.png"><span>Mira Holm, keeper</span></div></section><section><div>${text}${text}</div></section></main>`,
		lacks: ["31.png"],
	},
	{
		name: "hosts of one office are neighbours; a number is none",
		html: article(`<p><a href="http://tickets/4">the ticket</a> <img src="http://files/plan.png"> <img src="http://10.0.0.1/door.png"></p>`),
		url: "http://wiki/page",
		has: ["http://tickets/4", "http://files/plan.png"],
		lacks: ["10.0.0.1"],
	},
	{
		name: "a page of the web points to no host of an office",
		html: article(`<p><a href="http://tickets/4">the ticket</a> <img src="http://files/plan.png"></p>`),
		has: ["the ticket"],
		lacks: ["http://tickets", "http://files"],
	},
];

describe("pictures of a post", () => {
	const post = (who: string, day: number, more: string) =>
		`<div class="post"><a class="username" href="/u/${who}">${who}</a><time datetime="2024-03-0${String(day)}">March ${String(day)}, 2024</time><div class="post-body">${prose(`what ${who} saw`)}</div>${more}</div>`;

	it("stand below its text where they hang on it, and so does what it links to", async () => {
		const { markdown } = await clipHtml(
			`<html lang="en"><head><title>Gates - Forum</title><meta name="generator" content="Discourse"></head><body>${post("mira", 1, `<dl class="attachbox"><dd><dl class="attach-image image"><dt><img src="/file.php?id=7" alt="Gate.jpg"></dt></dl></dd></dl>`)}${post("tobi", 2, `<a class="status-card" href="https://other.example/gates"><div><img src="/card.png" alt=""></div><div><strong>On gates</strong> <span>How they are hung</span></div></a><div class="signature"><div class="image"><img src="/banner.gif"></div></div>`)}${post("otto", 3, `<div class="user-photo"><div class="avatar"><img src="/otto.png"></div></div>`)}</body></html>`,
			"https://board.example/t/9",
		);
		const [mira = "", tobi = "", otto = ""] = markdown.split("\n---\n");
		expect(mira).toContain("what mira saw");
		expect(mira).toContain("![Gate.jpg](https://board.example/file.php?id=7)");
		expect(tobi).toContain("![](https://board.example/card.png)");
		expect(tobi).toMatch(/\[\*\*On gates\*\* How they are hung\]\(https:\/\/other\.example\/gates\)/);
		expect(otto).toContain("what otto saw");
		for (const none of ["banner.gif", "otto.png"]) expect(markdown).not.toContain(none);
	});
});

describe("pictures of a page", () => {
	it.each(CASES)("$name", async ({ html, has = [], lacks = [], url }) => {
		const { markdown } = await clipHtml(html, url);
		for (const each of has) expect(markdown.split(each).length).toBe(2);
		for (const each of lacks) expect(markdown).not.toContain(each);
	});
});
