import { clipHtml, prose } from "./clip-html";

type Case = Readonly<{ name: string; html: string; has?: readonly string[]; lacks?: readonly string[]; url?: string }>;

const text = [prose("water"), prose("gates")].join("");
const reader = (name: string, about: string) => `<li class="entry" id="r-${name}"><b>${name}</b> <time datetime="2023-04-0${String(name.length % 9)}T10:00:00Z">April 2023</time>${prose(about).repeat(4)}</li>`;
const readers = ["Ann", "Bert", "Carla", "Doris"].map((name) => reader(name, `answer of ${name}`)).join("");
const article = (body: string, head = "") => `<html lang="en"><head><title>A page | Mag</title>${head}</head><body>${body}</body></html>`;
const cards = (lines: number) => ["Old pumps", "New pumps", "No pumps"].map((title) => `<div class="item"><h3><a href="/${title.replace(" ", "-")}">${title}</a></h3>${"<p>A long story on what they were for and who built them in which year.</p>".repeat(lines)}</div>`).join("");
const SAYS_ARTICLE = '<meta property="og:type" content="article">';

const CASES: readonly Case[] = [
	{
		name: "readers' answers go, however much longer than the article",
		html: article(`<div class="content"><div class="story"><h2><a href="/a/page">A page</a></h2>${text}</div><div class="below"><h3>4 thoughts on “A page”</h3><ol>${readers}</ol></div></div>`, SAYS_ARTICLE),
		has: ["wrote about water", "wrote about gates"],
		lacks: ["answer of Ann", "answer of Doris", "thoughts on"],
	},
	{
		name: "a part named after comments goes, however long, where an article stands above it",
		html: article(`<main><article><h1>Today: A page</h1>${text}</article><section id="comments" class="comment-section"><h2>Kommentare</h2>${readers}</section></main>`, SAYS_ARTICLE),
		has: ["wrote about gates"],
		lacks: ["answer of Bert"],
	},
	{
		name: "a chapter on comments in a language stays",
		html: article(`<main><h1>A page</h1>${text}<section id="comments"><h2>Comments</h2>${prose("hash marks").repeat(4)}<pre># says why</pre></section></main>`),
		has: ["## Comments", "wrote about hash marks", "# says why"],
	},
	{
		name: "teasers under a label go, however much longer than the article",
		html: article(`<div class="cols"><div class="story"><h1>A page</h1>${text}</div><div class="latest"><h2>Latest stories</h2>${cards(6)}</div></div>`),
		has: ["wrote about gates"],
		lacks: ["Old pumps", "Latest stories"],
	},
	{
		name: "teasers that are links as a whole go too",
		html: article(`<div class="a1"><div class="b2"><h1>A page</h1></div><div class="b3"><div class="c1">${text}${text}</div></div><div class="b4"><h2>Keep reading</h2>${["One", "Two"].map((title) => `<a class="d" href="/${title}"><div><h3>${title} more</h3><p>What it says in short.</p></div></a>`).join("")}</div></div>`),
		has: ["wrote about gates"],
		lacks: ["Keep reading", "One more"],
	},
	{
		name: "a list that its page opens with a few words is the page",
		html: article(`<main><h1>A page</h1><p>All about pumps and what they do.</p><div class="list">${cards(1)}</div></main>`, SAYS_ARTICLE),
		has: ["Old pumps", "No pumps"],
	},
	{
		name: "cards that lead on in a manual are its text",
		html: article(`<main><div class="lead"><h1>A page</h1>${text}${text}</div><div class="grid">${cards(1)}</div><div class="end">${text}</div></main>`),
		has: ["Old pumps"],
	},
	{
		name: "of a text that a page holds twice one is enough",
		html: article(`<div class="only-small" style="display:none"><h1>A page</h1>${text}${prose("ice")}</div><div class="only-wide"><h1>A page</h1>${text}${prose("ice")}</div>`),
		has: ["wrote about ice"],
	},
	{
		name: "and so of one that is shown twice by its markup",
		html: article(`<div class="visible-xs">${text}${prose("ice")}</div><div class="hidden-xs">${text}${prose("ice")}</div>`),
		has: ["wrote about ice"],
	},
	{
		name: "the same steps under two tabs stay under both",
		html: article(`<main><h1>A page</h1><div class="t" role="tabpanel" aria-label="Linux">${text}${prose("ice")}</div><div class="t" role="tabpanel" aria-label="Mac">${text}${prose("ice")}</div></main>`),
		has: ["wrote about ice"],
	},
	{
		name: "a short text in Chinese is an article as well, with what readers say under it",
		html: article(`<div class="main"><h1>A page</h1><div class="body"><p>${"这一结果并不意外，因为水闸早在三十年前就出现过类似的问题，只是没有人写下来。".repeat(3)}</p></div><div class="talk-block"><div class="t">评论 4</div><ul class="comment-list">${readers}</ul></div></div>`),
		has: ["这一结果并不意外"],
		lacks: ["answer of Ann", "answer of Doris"],
	},
	{
		name: "a manual's notes by users go, its text stays",
		html: article(`<section id="content"><div class="entry"><h1>A page</h1>${text}</div><section id="usernotes"><div class="head"><h3>User Contributed Notes <span>4 notes</span></h3></div>${["Ann", "Bert", "Carla", "Doris"].map((name) => `<div class="note"><strong class="user">${name}</strong><div class="date">12 years ago</div>${prose(`answer of ${name}`).repeat(4)}</div>`).join("")}</section></section>`),
		has: ["wrote about gates"],
		lacks: ["answer of Carla"],
	},
	{
		name: "the other entries of a blog are other texts",
		html: article(`<div id="posts"><div class="entry"><h2><a href="/a/page">A page</a></h2>${text}</div>${["First", "Second"].map((word) => `<div class="entry old"><h2><a href="/old/${word}">${word} thing</a></h2>${prose(`what was ${word}`).repeat(5)}</div>`).join("")}</div>`),
		has: ["wrote about gates"],
		lacks: ["what was First", "what was Second"],
	},
	{
		name: "a column at the side is no part of a text, however long",
		html: article(`<div class="cols"><div class="story"><h1>A page</h1>${text}</div><div class="side"><div class="about">${prose("himself").repeat(3)}</div></div></div>`),
		has: ["wrote about gates"],
		lacks: ["wrote about himself"],
	},
	{
		name: "one answer, written as an article, is not the article",
		html: article(`<main><div class="text"><h1>A page</h1>${text}${text}</div><div class="talk">${["Ann", "Bert"].map((name) => `<article class="comment">${prose(`answer of ${name}`).repeat(name === "Ann" ? 5 : 1)}</article>`).join("")}</div></main>`),
		has: ["wrote about water"],
	},
	{
		name: "the menu above a title goes, a line of words stays",
		html: article(`<div class="a"><div class="b"><a href="/">Home</a> <a href="/r">Research</a></div><ul><li><a href="/x">Pumps</a></li></ul><p class="k">A report in three parts</p><h1>A page</h1>${text}</div>`),
		has: ["A report in three parts", "wrote about gates"],
		lacks: ["Research", "Pumps"],
	},
	{
		name: "the way back to the top is no part of a heading",
		html: article(`<main><h1>A page</h1>${text}<h2>NAME <a href="#top_of_page"><span>top</span></a></h2>${text}<h2><a href="#top">Top</a></h2>${text}</main>`),
		has: ["## NAME\n", "## Top"],
	},
];

describe("what stands beside a text", () => {
	for (const { name, html, has = [], lacks = [], url } of CASES) {
		it(name, async () => {
			const { markdown } = await clipHtml(html, url);
			for (const part of has) expect(markdown).toContain(part);
			for (const part of lacks) expect(markdown).not.toContain(part);
		});
	}

	it("counts: twins leave one, tabs leave both", async () => {
		const times = async (at: number) => ((await clipHtml(CASES[at]?.html ?? "")).markdown.match(/wrote about ice/g) ?? []).length;
		expect(await times(7)).toBe(1);
		expect(await times(8)).toBe(1);
		expect(await times(9)).toBe(2);
	});
});
