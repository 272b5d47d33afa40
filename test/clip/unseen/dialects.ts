import type { Block, Run } from "./content";

/** How an editor or theme writes the same blocks. */
export type Dialect = Readonly<{
	name: string;
	text: (inner: string) => string;
	heading: (inner: string, level: number) => string;
	code: (code: string, language: string) => string;
	table: (rows: readonly (readonly string[])[]) => string;
	picture: (file: string, alt: string, caption: string) => string;
	quote: (inner: string) => string;
}>;

export const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const tableRows = (rows: readonly (readonly string[])[], head: "th" | "td") =>
	rows.map((row, at) => `<tr>${row.map((cell) => `<${at === 0 ? head : "td"}>${escaped(cell)}</${at === 0 ? head : "td"}>`).join("")}</tr>`).join("");
const lines = (code: string) => code.split("\n");
const figure = (file: string, alt: string, caption: string) => `<figure><img src="/img/${file}" alt="${alt}" width="640">${caption === "" ? "" : `<figcaption>${caption}</figcaption>`}</figure>`;

const PLAIN: Dialect = {
	name: "plain",
	text: (inner) => `<p>${inner}</p>`,
	heading: (inner, level) => `<h${level}>${inner}</h${level}>`,
	code: (code, language) => `<pre><code class="language-${language}">${escaped(code)}\n</code></pre>`,
	table: (rows) => `<table><thead>${tableRows(rows.slice(0, 1), "th")}</thead><tbody>${tableRows(rows, "td").replace(/^<tr>.*?<\/tr>/, "")}</tbody></table>`,
	picture: figure,
	quote: (inner) => `<blockquote><p>${inner}</p></blockquote>`,
};

export const DIALECTS: readonly Dialect[] = [
	PLAIN,
	{
		...PLAIN,
		name: "divs of a script framework",
		text: (inner) => `<div class="css-1q2w3e"><span>${inner}</span></div>`,
		heading: (inner, level) => `<div class="css-9hh${level}"><h${level} class="css-hd"><span>${inner}</span><button aria-label="Copy link"><svg></svg></button></h${level}></div>`,
		code: (code, language) => `<div class="css-c0de"><div class="css-hdr"><span>${language}</span><button>Copy</button></div><pre class="shiki" data-language="${language}"><code>${lines(code).map((each) => `<span class="line">${escaped(each)}</span>`).join("\n")}</code></pre></div>`,
		picture: (file, alt, caption) => `<div class="css-fig"><img alt="${alt}" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-src="/img/${file}"><noscript><img alt="${alt}" src="/img/${file}"></noscript>${caption === "" ? "" : `<div class="css-cap">${caption}</div>`}</div>`,
	},
	{
		...PLAIN,
		name: "docs generator",
		heading: (inner, level) => `<h${level} id="s-${level}">${inner}<a class="headerlink" href="#s-${level}" title="Link to this heading">¶</a></h${level}>`,
		code: (code, language) => `<div class="highlight-${language} notranslate"><div class="highlight"><table class="highlighttable"><tr><td class="linenos"><div class="linenodiv"><pre><span></span>${lines(code).map((_, at) => String(at + 1)).join("\n")}</pre></div></td><td class="code"><div><pre>${lines(code).map((each) => `<span class="n">${escaped(each)}</span>`).join("\n")}\n</pre></div></td></tr></table></div></div>`,
		table: (rows) => `<div class="table-wrapper docutils container"><table class="docutils align-default">${tableRows(rows, "th")}</table></div>`,
	},
	{
		...PLAIN,
		name: "bold lines for headings, breaks for paragraphs",
		text: (inner) => `${inner}<br><br>`,
		heading: (inner, level) => `<h${level}><b><font size="4">${inner}</font></b></h${level}>`,
		code: (code) => `<pre>${escaped(code)}</pre>`,
		table: (rows) => `<center><table border="1" cellpadding="4">${tableRows(rows, "td")}</table></center>`,
		picture: (file, alt, caption) => `<center><img src="/img/${file}" alt="${alt}">${caption === "" ? "" : `<br><i>${caption}</i>`}</center><br>`,
		quote: (inner) => `<blockquote>${inner}</blockquote>`,
	},
	{
		...PLAIN,
		name: "lines as rows of code",
		heading: (inner, level) => `<h${level} class="wp-block-heading"><span class="ez-toc-section" id="x"></span>${inner}<span class="ez-toc-section-end"></span></h${level}>`,
		code: (code, language) => `<div class="code-wrapper" data-lang="${language}"><div class="code-toolbar"><pre class="chroma"><code>${lines(code).map((each, at) => `<span class="line"><span class="ln">${at + 1}</span><span class="cl">${escaped(each)}\n</span></span>`).join("")}</code></pre><div class="toolbar"><button>Copy</button></div></div></div>`,
		picture: (file, alt, caption) => `<figure class="wp-block-image"><a href="/img/${file}"><img decoding="async" src="/img/${file}" srcset="/img/${file} 640w, /img/${file} 1280w" alt="${alt}"></a>${caption === "" ? "" : `<figcaption class="wp-element-caption">${caption}</figcaption>`}</figure>`,
		table: (rows) => `<figure class="wp-block-table"><table>${tableRows(rows, "th")}</table></figure>`,
		quote: (inner) => `<blockquote class="wp-block-quote"><p>${inner}</p></blockquote>`,
	},
	{
		...PLAIN,
		name: "word processor on the web",
		text: (inner) => `<p class="c1" style="margin:0"><span class="c4 c7">${inner}</span></p>`,
		heading: (inner, level) => `<h${level} class="c9"><span class="c2">${inner}</span></h${level}>`,
		code: (code) => `<pre class="c3"><span>${lines(code).map(escaped).join("<br>")}</span></pre>`,
		picture: (file, alt, caption) => `<p class="c1"><span style="display:inline-block"><img alt="${alt}" src="/img/${file}"></span></p>${caption === "" ? "" : `<p class="c1"><span>${caption}</span></p>`}`,
	},
	{
		...PLAIN,
		name: "sections with own elements",
		text: (inner) => `<p><!--[-->${inner}<!--]--></p>`,
		heading: (inner, level) => `<div role="heading" aria-level="${level}"><a href="#h">${inner}</a></div>`,
		code: (code, language) => `<code-block lang="${language}"><figure><figcaption><span>${language}</span></figcaption><pre tabindex="0" class="language-${language}"><code>${lines(code).map((each) => `<div class="ec-line"><div class="gutter"><div class="ln" aria-hidden="true">1</div></div><div class="code">${escaped(each)}</div></div>`).join("")}</code></pre><div class="copy"><button title="Copy">Copy</button></div></figure></code-block>`,
		picture: (file, alt, caption) => `<figure><picture><source srcset="/img/${file}?w=900 900w" type="image/webp"><img alt="${alt}" src="/img/${file}" loading="lazy"></picture>${caption === "" ? "" : `<figcaption><p>${caption}</p></figcaption>`}</figure>`,
	},
];

const runHtml = (run: Run): string =>
	typeof run === "string" ? escaped(run) : "link" in run ? `<a href="${run.link}">${escaped(run.text)}</a>` : "strong" in run ? `<strong>${escaped(run.strong)}</strong>` : `<code>${escaped(run.code)}</code>`;

/** The blocks in one dialect. */
export function writeBlocks(blocks: readonly Block[], dialect: Dialect): string {
	return blocks.map((block) => writeBlock(block, dialect)).join("\n");
}

function writeBlock(block: Block, dialect: Dialect): string {
	switch (block.kind) {
		case "text":
			return dialect.text(block.runs.map(runHtml).join(""));
		case "heading":
			return dialect.heading(escaped(block.text), block.level);
		case "list": {
			const tag = block.isOrdered ? "ol" : "ul";
			const nested = block.nested.length === 0 ? "" : `<ul>${block.nested.map((item) => `<li>${escaped(item)}</li>`).join("")}</ul>`;
			return `<${tag}>${block.items.map((item, at) => `<li>${escaped(item)}${at === block.items.length - 1 ? nested : ""}</li>`).join("")}</${tag}>`;
		}
		case "code":
			return dialect.code(block.code, block.language);
		case "table":
			return dialect.table(block.rows);
		case "quote":
			return dialect.quote(escaped(block.text));
		case "picture":
			return dialect.picture(block.file, block.alt, block.caption);
	}
}

export const PLAIN_DIALECT = PLAIN;
