import { advertText, article, truthOf } from "./content";
import { PLAIN_DIALECT, writeBlocks, type Dialect } from "./dialects";
import { phrase, pick, promotion, sentences, type Random, type Tongue } from "./words";

/** What goes into a page's frame. All but `title` and `bodyHtml` is about the page. */
export type Inside = Readonly<{ random: Random; tongue: Tongue; title: string; author: string; date: string; bodyHtml: string; cls: Naming; dialect: Dialect }>;

/** How a site names its parts: the word is what the part is. */
export type Naming = (part: string) => string;

const hash = (text: string) => [...text].reduce((sum, mark) => (sum * 31 + mark.charCodeAt(0)) >>> 0, 7).toString(36).slice(0, 6);
export const NAMINGS: readonly Readonly<{ name: string; cls: Naming }>[] = [
	{ name: "plain words", cls: (part) => ` class="${part}"` },
	{ name: "blocks and elements", cls: (part) => ` class="c-${part} c-${part}__inner js-${part}"` },
	{ name: "hashes", cls: (part) => ` class="sc-${hash(part)} ${hash(part + "x")}"` },
	{ name: "utilities", cls: (part) => ` class="mx-auto flex ${part.length % 2 === 0 ? "max-w-4xl" : "gap-6"} px-4 text-sm"` },
	{ name: "modules", cls: (part) => ` class="${part.charAt(0).toUpperCase()}${part.slice(1)}_root__${hash(part)}"` },
	{ name: "none", cls: () => "" },
];

const links = (random: Random, count: number) => Array.from({ length: count }, (_, at) => `<li><a href="/go/${at}">${phrase(random, "en")}</a></li>`).join("");
const menu = ({ random, cls }: Inside) => `<nav${cls("nav")}><a href="/">Home</a><ul>${links(random, 8)}</ul></nav>`;
const crumbs = ({ cls, title }: Inside) => `<ol${cls("breadcrumb")} aria-label="Breadcrumb"><li><a href="/">Home</a></li><li><a href="/posts">Posts</a></li><li>${title}</li></ol>`;
const byline = ({ cls, author, date }: Inside) => `<div${cls("byline")}><span>By <a href="/people/1" rel="author">${author}</a></span> <time datetime="${date}">${date}</time> <span>7 min read</span></div>`;
const share = ({ cls }: Inside) => `<div${cls("share")}><span>Share this article</span><a href="https://x.example/share">Share on X</a><a href="https://f.example/share">Share on Facebook</a><button>Copy link</button></div>`;
const signup = ({ random, cls }: Inside) => `<div${cls("newsletter")}><h3>Sign up for our newsletter</h3><p>${promotion(random)}</p><form><input type="email"><button>Subscribe</button></form></div>`;
const cards = ({ random, cls }: Inside) => `<section${cls("related")}><h2>Related articles</h2>${Array.from({ length: 3 }, (_, at) => `<div${cls("card")}><a href="/a/${at}"><h3>${phrase(random, "en")}</h3><p>${promotion(random)}</p></a></div>`).join("")}</section>`;
const side = ({ random, cls }: Inside) => `<aside${cls("sidebar")}><h3>Popular</h3><ul>${links(random, 6)}</ul><div${cls("ad")}><p>${advertText(random)}</p></div></aside>`;
const foot = ({ random, cls }: Inside) => `<footer${cls("footer")}><ul>${links(random, 10)}</ul><p>© 2024 The Example Company. All rights reserved.</p></footer>`;
const cookies = ({ cls }: Inside) => `<div${cls("cookie-consent")} role="dialog"><p>We and our partners use cookies to give you the best experience and to measure how the site is used. You can change your choice at any time.</p><button>Accept all cookies</button><button>Manage</button></div>`;
const tags = ({ random, cls }: Inside) => `<div${cls("tags")}><a href="/t/1">${pick(random, ["pumps", "seals"])}</a><a href="/t/2">workshop</a></div>`;
const bio = ({ author, random, cls }: Inside) => `<div${cls("author-bio")}><img src="/img/face.jpg" width="64" alt="${author}"><p>${author} writes about kitchens. ${promotion(random)}</p></div>`;
const remarks = ({ random, cls }: Inside) => `<section${cls("comments")} id="comments"><h2>3 comments</h2>${Array.from({ length: 3 }, (_, at) => `<div${cls("comment")}><b>reader${at}</b><p>Great read, thanks! ${promotion(random)}</p><a href="#r">Reply</a></div>`).join("")}<form><textarea></textarea><button>Post a comment</button></form></section>`;
const pager = ({ random, cls }: Inside) => `<div${cls("pagination")}><a href="/p/1">← ${phrase(random, "en")}</a><a href="/p/2">${phrase(random, "en")} →</a></div>`;
const helpful = ({ cls }: Inside) => `<div${cls("feedback")}><span>Was this page helpful?</span><button>Yes</button><button>No</button></div>`;

/** Where a site puts the text, and what it puts around. */
export type Frame = Readonly<{ name: string; write: (inside: Inside) => string }>;

export const FRAMES: readonly Frame[] = [
	{ name: "landmarks", write: (i) => `<header${i.cls("header")}>${menu(i)}</header><main><article><h1>${i.title}</h1>${byline(i)}${share(i)}${i.bodyHtml}${tags(i)}</article>${cards(i)}${remarks(i)}</main>${side(i)}${foot(i)}${cookies(i)}` },
	{ name: "boxes in boxes", write: (i) => `<div${i.cls("page")}><div${i.cls("header")}>${menu(i)}</div><div${i.cls("wrap")}><div${i.cls("column")}>${crumbs(i)}<h1${i.cls("headline")}>${i.title}</h1>${byline(i)}<div${i.cls("text")}>${i.bodyHtml}</div>${share(i)}${bio(i)}${cards(i)}</div>${side(i)}</div>${foot(i)}</div>${cookies(i)}` },
	{ name: "table of the nineties", write: (i) => `<table width="100%"><tr><td colspan="2" bgcolor="navy"><font color="white"><b>The Example Pages</b></font> ${menu(i)}</td></tr><tr><td width="150" valign="top"><ul>${links(i.random, 9)}</ul></td><td valign="top"><h1>${i.title}</h1><font size="2"><i>${i.author}, ${i.date}</i></font><p>${i.bodyHtml}</td></tr><tr><td colspan="2" align="center"><font size="1"><a href="/">Home</a> | <a href="/m">Mail the webmaster</a> | Best viewed in any browser</font></td></tr></table>` },
	{ name: "documentation", write: (i) => `<div${i.cls("navbar")}>${menu(i)}</div><div${i.cls("layout")}><div${i.cls("menu")} role="navigation"><ul>${links(i.random, 14)}</ul></div><div${i.cls("content")} role="main">${crumbs(i)}<section id="top"><h1>${i.title}<a class="headerlink" href="#top">¶</a></h1>${i.bodyHtml}</section>${helpful(i)}${pager(i)}<a href="/edit">Edit this page</a></div><div${i.cls("toc")}><p>On this page</p><ul>${links(i.random, 5)}</ul></div></div>${foot(i)}` },
	{ name: "another article below", write: (i) => `<header>${menu(i)}</header><main><article${i.cls("story")}><h1>${i.title}</h1>${byline(i)}${i.bodyHtml}</article>${secondArticle(i)}</main>${foot(i)}` },
	{ name: "page builder", write: (i) => `<div${i.cls("builder")}><section${i.cls("section")}><div${i.cls("hero")}><h1>${i.title}</h1></div></section>${sectionsOf(i)}<section${i.cls("section")}>${signup(i)}</section></div>${foot(i)}` },
	{ name: "by hand", write: (i) => `<h1>${i.title}</h1>\n<p>${i.author}, ${i.date}</p>\n${i.bodyHtml}\n<hr><p><a href="index.html">back</a></p>` },
	{ name: "own elements", write: (i) => `<app-root><app-header>${menu(i)}</app-header><app-shell><app-page><page-title><h1>${i.title}</h1></page-title>${byline(i)}<rich-text>${i.bodyHtml}</rich-text>${share(i)}</app-page><app-aside>${side(i)}</app-aside></app-shell>${foot(i)}</app-root>` },
	{ name: "boxes between paragraphs", write: (i) => `<div${i.cls("site")}>${menu(i)}<main${i.cls("main")}><div${i.cls("article")}><h1>${i.title}</h1>${byline(i)}${scattered(i)}</div></main>${foot(i)}</div>` },
	{ name: "letter in tables", write: (i) => `<table role="presentation" width="100%"><tr><td align="center"><table role="presentation" width="600"><tr><td><a href="/view">View in browser</a></td></tr><tr><td><h1>${i.title}</h1></td></tr><tr><td>${i.bodyHtml}</td></tr><tr><td><p>You receive this letter because you asked for it. <a href="/u">Unsubscribe</a></p></td></tr></table></td></tr></table>` },
	{ name: "sidebar first, text in a cell of a grid", write: (i) => `<div${i.cls("grid")}><div${i.cls("rail")}>${side(i)}${signup(i)}</div><div${i.cls("cell")}><div${i.cls("top")}>${crumbs(i)}<div${i.cls("title")}><h1>${i.title}</h1></div>${byline(i)}</div><div${i.cls("rows")}>${i.bodyHtml}</div></div></div>${remarks(i)}${foot(i)}` },
];

function secondArticle(inside: Inside): string {
	const { random, cls } = inside;
	return `<article${cls("story")}><h1>${phrase(random, "en")}</h1>${Array.from({ length: 4 }, () => `<p>${advertText(random)}</p>`).join("")}</article>`;
}

/** Each block in a row and column of its own. */
function sectionsOf({ bodyHtml, cls }: Inside): string {
	return bodyHtml.split("\n").map((line) => line).join("\n").split(/\n(?=<(?:h2|div class="css-9|div role="heading))/).map((part) => `<section${cls("section")}><div${cls("column")}><div${cls("widget-wrap")}><div${cls("widget")} data-element="text">${part}</div></div></div></section>`).join("");
}

/** Boxes of the site stand between the paragraphs of the text. */
function scattered(inside: Inside): string {
	const parts = inside.bodyHtml.split(/\n(?=<(?:p|h2|div class="css-1|div class="css-9|div role="heading))/);
	const boxes = [signup, share, ({ random, cls }: Inside) => `<div${cls("promo")}><p><strong>Read more:</strong> <a href="/x">${phrase(random, "en")}</a></p></div>`, ({ cls }: Inside) => `<div${cls("ad")}>Advertisement</div>`];
	return parts.map((part, at) => part + (at > 0 && at % 3 === 0 ? (boxes[Math.floor(at / 3) % boxes.length]?.(inside) ?? "") : "")).join("\n");
}

export const pageOf = (tongue: Tongue, title: string, body: string, head = ""): string =>
	`<!doctype html><html lang="${tongue}"${tongue === "ar" ? ' dir="rtl"' : ""}><head><meta charset="utf-8"><title>${title} | The Example Pages</title>${head}</head><body>${body}</body></html>`;

/** The start of an article with nothing but paragraphs, for pages of other kinds. */
export function plainText(random: Random, tongue: Tongue, sections: number): Readonly<{ html: string; truth: string }> {
	const blocks = article(random, tongue, sections);
	return { html: writeBlocks(blocks, PLAIN_DIALECT), truth: truthOf(blocks) };
}

export const someText = (random: Random, tongue: Tongue): string => sentences(random, tongue, 3);
