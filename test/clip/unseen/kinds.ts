import { pageOf, plainText, someText } from "./chrome";
import { phrase, promotion, sentence, sentences, type Random } from "./words";

/** A page of a kind of its own, with what a reader would copy out. */
export type KindOfPage = Readonly<{ name: string; url: string; write: (random: Random) => Readonly<{ html: string; truth: string; title: string }> }>;

const times = <T>(count: number, make: (at: number) => T): readonly T[] => Array.from({ length: count }, (_, at) => make(at));
const menu = (random: Random) => `<nav><ul>${times(7, (at) => `<li><a href="/m/${at}">${phrase(random, "en")}</a></li>`).join("")}</ul></nav>`;
const foot = "<footer><p>© The Example Company</p><a href=/imprint>Imprint</a></footer>";

/** Questions whose answers only a click would show. */
function faq(random: Random) {
	const title = "Questions people ask";
	const entries = times(7, () => ({ question: `${phrase(random, "en")}?`, answer: someText(random, "en") }));
	const html = entries.map(({ question, answer }, at) => `<div class="accordion-item"><h3><button aria-expanded="false" aria-controls="p${at}">${question}</button></h3><div id="p${at}" class="panel" hidden><p>${answer}</p></div></div>`).join("");
	return { title, html: pageOf("en", title, `${menu(random)}<main><h1>${title}</h1><div class="accordion">${html}</div></main>${foot}`), truth: entries.map(({ question, answer }) => `### ${question}\n\n${answer}`).join("\n\n") };
}

function changes(random: Random) {
	const title = "Release notes";
	const versions = times(5, (at) => ({ version: `v2.${9 - at}.0`, day: `2023-0${9 - at}-04`, items: times(4, () => sentence(random, "en")) }));
	const html = versions.map(({ version, day, items }) => `<div class="release"><h2><a href="/r/${version}">${version}</a></h2><span class="label">Stable</span> <time datetime="${day}">${day}</time><h3>Fixed</h3><ul>${items.map((item) => `<li>${item} (<a href="/pull/1">#${item.length}</a>)</li>`).join("")}</ul></div>`).join("");
	return { title, html: pageOf("en", title, `${menu(random)}<div class="wrap"><h1>${title}</h1>${html}</div>${foot}`), truth: versions.map(({ version, day, items }) => `## ${version}\n\nStable ${day}\n\n### Fixed\n\n${items.map((item) => `- ${item} (#${item.length})`).join("\n")}`).join("\n\n") };
}

/** An awesome list: links with half a line each. */
function linkList(random: Random) {
	const title = "A list of workshop tools";
	const parts = times(4, () => ({ name: phrase(random, "en"), items: times(6, (at) => ({ name: phrase(random, "en"), href: `https://tool${at}.example/`, about: sentence(random, "en") })) }));
	const html = parts.map(({ name, items }) => `<h2>${name}</h2><ul>${items.map((item) => `<li><a href="${item.href}">${item.name}</a> - ${item.about}</li>`).join("")}</ul>`).join("");
	return { title, html: pageOf("en", title, `${menu(random)}<div id="readme"><h1>${title}</h1><p>${sentence(random, "en")}</p>${html}</div>${foot}`), truth: parts.map(({ name, items }) => `## ${name}\n\n${items.map((item) => `- [${item.name}](${item.href}) - ${item.about}`).join("\n")}`).join("\n\n") };
}

function recipe(random: Random) {
	const title = "Barley soup with leeks";
	const ingredients = ["200 g pearl barley", "3 leeks", "1 litre of stock", "a spoon of mustard", "salt"];
	const steps = times(5, () => sentence(random, "en"));
	const story = times(3, () => sentences(random, "en", 3));
	const data = JSON.stringify({ "@context": "https://schema.org", "@type": "Recipe", name: title, author: { "@type": "Person", name: "Marta Lindqvist" }, datePublished: "2023-02-03", recipeIngredient: ingredients });
	const html = `${menu(random)}<article class="entry"><h1 class="entry-title">${title}</h1><a href="#recipe" class="jump-to-recipe">Jump to recipe</a><div class="entry-content">${story.map((each) => `<p>${each}</p>`).join("")}<div class="ad">Advertisement</div><div class="recipe-card" id="recipe"><h2>${title}</h2><button>Print</button><div class="rating">★★★★☆ 4.3 from 12 votes</div><h3>Ingredients</h3><ul>${ingredients.map((each) => `<li><input type="checkbox"><label>${each}</label></li>`).join("")}</ul><h3>Method</h3><ol>${steps.map((each) => `<li><p>${each}</p></li>`).join("")}</ol></div></div></article>${foot}`;
	return { title, html: pageOf("en", title, html, `<script type="application/ld+json">${data}</script>`), truth: `${story.join("\n\n")}\n\n## ${title}\n\n★★★★☆ 4.3 from 12 votes\n\n### Ingredients\n\n${ingredients.map((each) => `- ${each}`).join("\n")}\n\n### Method\n\n${steps.map((each, at) => `${at + 1}. ${each}`).join("\n")}` };
}

/** Signatures and meanings, as references of functions have them. */
function reference(random: Random) {
	const title = "tank — vessels and levels";
	const entries = times(8, (at) => ({ name: `tank.drain_${at}(rate=3)`, about: sentences(random, "en", 2) }));
	const html = `<div class="sphinxsidebar"><ul>${times(10, () => `<li><a href="#">${phrase(random, "en")}</a></li>`).join("")}</ul></div><div class="document"><div class="body" role="main"><section><h1>${title}<a class="headerlink" href="#t">¶</a></h1><p>${sentence(random, "en")}</p>${entries.map(({ name, about }) => `<dl class="py function"><dt class="sig sig-object"><span class="sig-name">${name}</span><a class="reference internal" href="_modules/tank.html"><span class="viewcode-link">[source]</span></a><a class="headerlink" href="#x">¶</a></dt><dd><p>${about}</p></dd></dl>`).join("")}</section></div></div>${foot}`;
	return { title, html: pageOf("en", title, html), truth: entries.map(({ name, about }) => `**${name}**\n\n${about}`).join("\n\n") };
}

function talk(random: Random) {
	const title = "Episode 41: what pumps sound like";
	const turns = times(14, (at) => ({ who: at % 2 === 0 ? "MARTA" : "JONAS", at: `00:${10 + at}:02`, text: sentences(random, "en", 2) }));
	const html = `${menu(random)}<div class="player"><button>Play</button></div><h1>${title}</h1><div class="transcript">${turns.map(({ who, at, text }) => `<div class="turn"><span class="time">${at}</span><strong class="speaker">${who}:</strong> <span>${text}</span></div>`).join("")}</div>${foot}`;
	return { title, html: pageOf("en", title, html), truth: turns.map(({ who, at, text }) => `${at} **${who}:** ${text}`).join("\n\n") };
}

function encyclopedia(random: Random) {
	const title = "Sluice (hydraulics)";
	const { html, truth } = plainText(random, "en", 4);
	const edited = html.replace(/<\/h([23])>/g, '</h$1><span class="mw-editsection">[<a href="/edit">edit</a>]</span>');
	const box = `<table class="infobox"><tr><th colspan="2">Sluice</th></tr><tr><th>Material</th><td>Oak</td></tr><tr><th>First built</th><td>1391</td></tr></table>`;
	const body = `<div id="mw-navigation">${menu(random)}</div><div id="content" class="mw-body"><h1 id="firstHeading">${title}</h1><div id="siteSub">From the open encyclopedia</div><div id="mw-content-text"><div class="mw-parser-output"><div class="hatnote">For the ship, see <a href="/s">Sluice (ship)</a>.</div>${box}${edited}<div class="navbox"><table><tr><td>${times(12, () => `<a href="/w">${phrase(random, "en")}</a>`).join(" · ")}</td></tr></table></div></div></div><div id="catlinks"><a href="/c">Categories</a>: <a href="/c/1">Water</a></div></div>`;
	return { title, html: pageOf("en", title, body), truth: `| Sluice | |\n| --- | --- |\n| Material | Oak |\n| First built | 1391 |\n\n${truth}` };
}

function law(random: Random) {
	const title = "Ordinance on weirs";
	const rules = times(9, (at) => ({ head: `§ ${at + 1} ${phrase(random, "de")}`, parts: times(3, () => sentences(random, "de", 2)) }));
	const html = `<div id="kopf"><a href="/">Startseite</a></div><div class="jnhtml"><h1>${title}</h1>${rules.map(({ head, parts }) => `<div class="jnnorm"><div class="jnheader"><h3><span class="jnenbez">${head}</span></h3></div><div>${parts.map((part, at) => `<div class="jurAbsatz">(${at + 1}) ${part}</div>`).join("")}</div></div>`).join("")}</div><div id="fuss"><a href="/i">Impressum</a></div>`;
	return { title, html: pageOf("de", title, html), truth: rules.map(({ head, parts }) => `### ${head}\n\n${parts.map((part, at) => `(${at + 1}) ${part}`).join("\n\n")}`).join("\n\n") };
}

function verses(random: Random) {
	const title = "Low water";
	const stanzas = times(5, () => times(4, () => phrase(random, "en")));
	const html = `${menu(random)}<div class="c-feature"><h1>${title}</h1><div class="c-feature-sub">By Ines Duarte</div><div class="o-poem">${stanzas.map((lines) => lines.map((each) => `<div style="text-indent: -1em; padding-left: 1em;">${each}<br></div>`).join("") + "<div><br></div>").join("")}</div></div><section class="related"><h2>More poems</h2><ul>${times(6, () => `<li><a href="/p">${phrase(random, "en")}</a></li>`).join("")}</ul></section>${foot}`;
	return { title, html: pageOf("en", title, html), truth: stanzas.map((lines) => lines.join("  \n")).join("\n\n") };
}

/** The page draws itself; its text waits in a script. */
function drawn(random: Random) {
	const title = "What the lock keeper knew";
	const { html, truth } = plainText(random, "en", 4);
	const data = JSON.stringify({ props: { pageProps: { post: { title, slug: "lock", bodyHtml: html, related: [{ title: "x", excerpt: promotion(random) }] } } } });
	return { title, html: pageOf("en", title, `<div id="__next"></div><script id="__NEXT_DATA__" type="application/json">${data.replaceAll("<", "\\u003c")}</script>`, `<meta property="og:title" content="${title}">`), truth };
}

function product(random: Random) {
	const title = "Hand pump HP-3";
	const about = times(3, () => sentences(random, "en", 3));
	const facts = [["Weight", "3.1 kg"], ["Stroke", "40 mm"], ["Colour", "green"]];
	const html = `${menu(random)}<div class="product"><div class="gallery"><img src="/img/hp3.jpg" alt="${title}" width="600"></div><div class="summary"><h1>${title}</h1><p class="price">€ 84.00</p><form><button>Add to cart</button></form></div><div class="tabs"><ul role="tablist"><li role="tab" aria-controls="d">Description</li><li role="tab" aria-controls="s">Specification</li></ul><div role="tabpanel" id="d">${about.map((each) => `<p>${each}</p>`).join("")}</div><div role="tabpanel" id="s" style="display:none"><table>${facts.map(([name, value]) => `<tr><th>${name ?? ""}</th><td>${value ?? ""}</td></tr>`).join("")}</table></div></div></div><section class="related products"><h2>Customers also bought</h2>${times(4, (at) => `<div class="card"><a href="/p/${at}">${phrase(random, "en")}</a><span>€ ${at}9.00</span></div>`).join("")}</section>${foot}`;
	return { title, html: pageOf("en", title, html), truth: `€ 84.00\n\n**Description**\n\n${about.join("\n\n")}\n\n**Specification**\n\n| | |\n| --- | --- |\n${facts.map((row) => `| ${row.join(" | ")} |`).join("\n")}` };
}

/** An index of a site: teasers, each a link. */
function index(random: Random) {
	const title = "Notes from the weir";
	const entries = times(10, (at) => ({ name: phrase(random, "en"), href: `/n/${at}`, about: sentences(random, "en", 2), day: `2023-01-1${at}` }));
	const html = `${menu(random)}<main><h1>${title}</h1>${entries.map(({ name, href, about, day }) => `<article class="post-preview"><h2><a href="${href}">${name}</a></h2><time datetime="${day}">${day}</time><p>${about}</p></article>`).join("")}</main>${foot}`;
	return { title, html: pageOf("en", title, html), truth: entries.map(({ name, href, about, day }) => `## [${name}](https://site.example${href})\n\n${day}\n\n${about}`).join("\n\n") };
}

function lecture(random: Random) {
	const title = "Hydraulics, lecture 7";
	const slides = times(8, () => ({ head: phrase(random, "en"), points: times(3, () => sentence(random, "en")) }));
	const html = `<center><h1>${title}</h1></center><hr>${slides.map(({ head, points }, at) => `<a name="s${at}"></a><h3>${at + 1}. ${head}</h3><ul>${points.map((point) => `<li>${point}`).join("\n")}</ul>`).join("<hr>")}<hr><address>Last change: 3 May 2004</address>`;
	return { title, html: `<html><head><title>${title}</title></head><body bgcolor=white>${html}</body></html>`, truth: slides.map(({ head, points }, at) => `### ${at + 1}. ${head}\n\n${points.map((point) => `- ${point}`).join("\n")}`).join("\n\n") };
}

function notebook(random: Random) {
	const title = "Leak rate";
	const cells = times(4, () => ({ text: sentences(random, "en", 3), code: "level = tank.read()\nprint(level)", out: "0.42" }));
	const html = `<div class="header">${menu(random)}</div><div class="jp-Notebook"><div class="jp-Cell jp-MarkdownCell"><div class="jp-RenderedMarkdown"><h1>${title}<a class="anchor-link" href="#x">¶</a></h1></div></div>${cells.map(({ text, code, out }, at) => `<div class="jp-Cell jp-MarkdownCell"><div class="jp-RenderedMarkdown"><p>${text}</p></div></div><div class="jp-Cell jp-CodeCell"><div class="jp-InputArea"><div class="jp-InputPrompt">In [${at + 1}]:</div><div class="jp-CodeMirrorEditor"><div class="highlight hl-ipython3"><pre>${code}</pre></div></div></div><div class="jp-OutputArea"><div class="jp-OutputPrompt">Out[${at + 1}]:</div><div class="jp-RenderedText"><pre>${out}</pre></div></div></div>`).join("")}</div>`;
	return { title, html: pageOf("en", title, html), truth: cells.map(({ text, code, out }) => `${text}\n\n\`\`\`python\n${code}\n\`\`\`\n\n\`\`\`\n${out}\n\`\`\``).join("\n\n") };
}

const kind = (name: string, write: KindOfPage["write"], path = name): KindOfPage => ({ name, url: `https://site.example/${path.replaceAll(" ", "-")}`, write });
export const KINDS: readonly KindOfPage[] = [
	kind("folded answers", faq), kind("release notes", changes), kind("list of links", linkList), kind("recipe", recipe), kind("reference of functions", reference), kind("transcript", talk), kind("encyclopedia", encyclopedia),
	kind("law", law), kind("verses", verses), kind("drawn by scripts", drawn), kind("product", product), kind("index of a site", index), kind("lecture notes", lecture), kind("notebook", notebook),
];
