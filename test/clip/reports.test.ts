import { clipHtml, prose } from "./clip-html";

/** What people reported against clippers and what they are made of, each rebuilt as a small page in our own words. */
type Report = Readonly<{ about: string; html: string; has?: readonly string[]; lacks?: readonly string[] }>;

const REPORTS: readonly Report[] = [
	// Tables
	{
		about: "obsidian-clipper#208: a table with spans stays a table",
		html: "<table><tr><th>Kind</th><th colspan='2'>May</th></tr><tr><td rowspan='2'>Guest</td><td><b>read</b></td><td>yes</td></tr><tr><td>write</td><td>no</td></tr></table>",
		has: ["| Guest | **read** | yes |"],
		lacks: ["<table", "<td"],
	},
	{ about: "a line break in a cell does not end the row", html: "<table><tr><th>Name</th><td>Sputnik 1<br>Object PS<br>Satellite-1</td></tr><tr><th>Year</th><td>1957</td></tr></table>", has: ["Sputnik 1<br>Object PS<br>Satellite-1 |"] },
	{ about: "a bar in a cell does not begin a new one, in code neither", html: "<table><tr><th>Sign</th><th>Use</th></tr><tr><td>a | b</td><td><code>x || y</code></td></tr></table>", has: ["| a \\| b | `x \\|\\| y` |"] },
	{ about: "a list in a cell stays in the cell", html: "<table><tr><th>Day</th><th>Work</th></tr><tr><td>1</td><td><ul><li>dig</li><li>carry</li></ul></td></tr></table>", has: ["| 1 | • dig<br>• carry |"] },
	{ about: "defuddle#319: cells that hold divs and code are not emptied", html: "<table><tr><th>Header</th><th>Declaration</th></tr><tr><td><div><code>&lt;algorithm&gt;</code></div></td><td><div><span class='kw'>template</span> <span>T</span></div></td></tr></table>", has: ["| `<algorithm>` | template T |"] },
	{ about: "defuddle#319: tables that lay out a page are unfolded", html: `<table><tr><td><table><tr><td>${prose("layout")}</td></tr></table></td></tr></table>`, has: ["wrote about layout"], lacks: ["|"] },
	{ about: "trafilatura#792: a formula in a cell is not lost", html: "<table><tr><th>Function</th><th>Error</th></tr><tr><td>gamma</td><td><math><msup><mi>x</mi><mn>2</mn></msup></math></td></tr></table>", has: ["| gamma | $x^{2}$ |"] },
	{ about: "a table in an item of a list is a table", html: "<ul><li>Before<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table></li></ul>", has: ["- Before", "| A | B |", "| 1 | 2 |"] },
	// Code
	{ about: "obsidian-clipper#372: numbered code is no table", html: "<table class='highlight'><tbody><tr><td class='blob-num' data-line-number='1'></td><td class='blob-code'>make all</td></tr><tr><td class='blob-num' data-line-number='2'></td><td class='blob-code'>make test</td></tr></tbody></table>", has: ["```\nmake all\nmake test\n```"] },
	{ about: "obsidian-clipper#685: no empty line between two lines of code", html: "<pre class='prism-code'><code><span style='display:block'><span>let a = 1;\n</span></span><span style='display:block'><span>let b = 2;\n</span></span></code></pre>", has: ["let a = 1;\nlet b = 2;"] },
	{ about: "obsidian-clipper#551: the last thing on a page may be code", html: "<p>At the end:</p><pre><code class='language-js'>end();</code></pre>", has: ["```js\nend();\n```"] },
	{ about: "obsidian-clipper#489: code in a box with a head and a button is code", html: "<div class='contain'><div class='flex'><span>python</span><button>Copy code</button></div><div class='overflow'><pre><code class='hljs language-python'>print(1)</code></pre></div></div>", has: ["```python\nprint(1)\n```"], lacks: ["Copy code"] },
	{ about: "remark#169: code in a list belongs to its item", html: "<ol><li>Build<pre><code>make</code></pre></li><li>Run</li></ol>", has: ["1. Build", "   ```\n   make\n   ```", "2. Run"] },
	{ about: "backticks in code do not end it", html: "<pre><code>```\nnested\n```</code></pre><p>and <code>a `tick` b</code>.</p>", has: ["````\n```\nnested\n```\n````", "`` a `tick` b ``"] },
	{ about: "indents of the first line of code stay", html: "<pre><code>    four\n  two</code></pre>", has: ["```\n    four\n  two\n```"] },
	{ about: "turndown#182: signs in code are not escaped", html: "<p>Use <code>*args</code> and <code>_x_</code>.</p>", has: ["`*args` and `_x_`"] },
	// Links and white space
	{ about: "defuddle#275: an address with blanks is one address", html: "<p>See <a href='/a b/c d.html'>the note</a>.</p>", has: ["[the note](https://site.example/a%20b/c%20d.html)"] },
	{ about: "round brackets in an address do not end it", html: "<p>See <a href='https://w.example/wiki/Lock_(water)'>locks</a>.</p>", has: ["[locks](https://w.example/wiki/Lock_%28water%29)"] },
	{ about: "maoxian#344: boxes in a link leave no blank lines in it", html: "<p>Before.</p><a href='/x'><div>  <div>A card</div>  </div></a><p>After.</p>", has: ["[A card](https://site.example/x)"], lacks: ["[ ", "[\n"] },
	{ about: "joplin#9081: a picture in a link keeps both brackets", html: "<p><a href='https://other.example/x'><img src='/b.png' width='300' alt='badge'> text</a></p>", has: ["[![badge](https://site.example/b.png) text](https://other.example/x)"] },
	{ about: "turndown#148: a blank at the end of a bold link stands outside", html: "<p>Hello <strong><a href='https://a.example/'>Hello </a></strong>Hello there.</p>", has: ["Hello **[Hello](https://a.example/)** Hello there."] },
	{ about: "joplin#1943: blanks inside of bold stand outside, hard ones too", html: "<p>The<strong>&nbsp;old mill </strong>stood<em> there </em>still.</p>", has: ["The **old mill** stood *there* still."] },
	{ about: "NetClip#34: the blank before a link is not lost", html: "<p>the origin of English <a href='/w'>satellite</a> <i>and</i> <b>others</b>.</p>", has: ["English [satellite](https://site.example/w) *and* **others**."] },
	{ about: "obsidian-clipper#578: nor one that stands in a box of its own", html: "<p>on the seaboard:<span> </span><a href='/b'>britannica</a></p>", has: ["seaboard: [britannica]"] },
	{ about: "brackets in a link are no wiki link", html: "<p>detectable by amateurs,<a href='https://o.example/6'>[6]</a> they say.</p>", lacks: ["[[6]]"] },
	{ about: "a link over a heading becomes a heading with a link", html: `<div class="section"><a class="anchor-heading-link" href="/docs/assistants"><h2>Assistants<svg></svg></h2></a>${prose("assistants")}</div>`, has: ["## [Assistants](https://site.example/docs/assistants)"] },
	{ about: "relative addresses follow the base of the page", html: "<p><a href='sub/x'>x</a></p>", has: ["[x](https://site.example/a/sub/x)"] },
	{ about: "links within the page lead to the heading", html: `<p>See <a href="#s">below</a>.</p><h2 id="s">The second part</h2>${prose("parts")}`, has: ["[below](#The%20second%20part)"] },
	// Headings
	{ about: "readability#855: top headings inside of a text stay", html: `<h1>I. Locks</h1>${prose("locks")}<h1>II. Weirs</h1>${prose("weirs")}`, has: ["## I. Locks", "## II. Weirs"] },
	{ about: "markdownload#261: headings with odd classes stay", html: `<h3 class="header-anchor-post">Memory<div class="pencraft"><div id="m" class="header-anchor"><button>Link</button></div></div></h3>${prose("memory")}`, has: ["Memory\n"], lacks: ["Link"] },
	{ about: "readability#615: terms and what they mean stay", html: "<h2>Terms</h2><dl><dt>Server</dt><dd><p>What serves.</p></dd><dt>Client</dt><dd>What asks.</dd><dd>Or who.</dd></dl>", has: ["**Server**\n\nWhat serves.", "**Client**\n\nWhat asks.\n\nOr who."] },
	{ about: "a hash or a number at the start of a line stays one", html: "<p># not a heading</p><p>1986. A good year.</p><p>+ plus</p>", has: ["\\# not a heading", "1986\\. A good year.", "\\+ plus"] },
	// Lists
	{ about: "readability#830: items outlive a broken list", html: "<div><li>first of them</li><li>second of them</li></div>", has: ["first of them", "second of them"] },
	{ about: "readability#704: the first of nested boxes stays", html: "<div><div>1. Open the lid.</div><div>2. Pour.</div></div><div><div>3. Close it.</div><div>4. Wait.</div></div>", has: ["Open the lid.", "Pour.", "Close it.", "Wait."] },
	{ about: "a list counts from where the page does", html: "<ol start='5'><li>five</li><li>six</li></ol>", has: ["5. five\n6. six"] },
	{ about: "a list in a list that is nobody's item goes into the one before", html: "<ul><li>outer</li><ul><li>inner</li></ul><li>next</li></ul>", has: ["- outer\n  - inner\n- next"] },
	{ about: "boxes to tick are tasks", html: "<ul><li><input type='checkbox' checked> done</li><li><label><input type='checkbox'> open</label></li></ul>", has: ["- [x] done", "- [ ] open"] },
	{ about: "paragraphs parted by two line breaks are paragraphs", html: "<div>One line of it.<br><br>Another line.<br>&nbsp;<br>A third.</div>", has: ["One line of it.\n\nAnother line.", "A third."] },
	{ about: "a quote keeps its list", html: "<blockquote><p>He said:</p><ul><li>dig</li><li>carry</li></ul></blockquote>", has: ["> He said:\n>\n> - dig\n> - carry"] },
	// Formulas and notes
	{ about: "defuddle#238: a formula in an attribute", html: "<p>So <span class='math-inline' data-math='a_1+b'><span>a1+b</span></span> holds.</p>", has: ["So $a_1+b$ holds."] },
	{ about: "trafilatura#158: a hidden formula and its picture are one", html: "<p>where <span class='mwe-math-element'><span style='display:none'><math alttext='{E_n()}'><semantics><mrow><mi>E</mi></mrow><annotation encoding='application/x-tex'>E_n()</annotation></semantics></math></span><img src='/m.svg' alt='E_n()' class='mwe-math-fallback-image-inline'></span> is the integral</p>", has: ["where $E_n()$ is the integral"], lacks: ["m.svg"] },
	{ about: "obsidian-clipper#628: one formula, once, and words in it as words", html: "<p>Then <span class='katex'><span class='katex-mathml'><math><semantics><mrow><mi>W</mi></mrow><annotation encoding='application/x-tex'>W \\leftarrow \\texttt{fan-in}</annotation></semantics></math></span><span class='katex-html' aria-hidden='true'><span>W</span><span>←</span></span></span>.</p>", has: ["Then $W \\leftarrow \\texttt{fan-in}$."], lacks: ["W←"] },
	{ about: "prices are no formulas", html: "<p>It costs $5 here and $7 there.</p>", has: ["\\$5 here and \\$7 there"] },
	{ about: "defuddle#319: notes by data-type", html: "<p>It is known.<a data-type='noteref' id='fn-1-marker' href='#fn-1'>1</a> Or so they say.</p><div data-type='footnotes'><p data-type='footnote' id='fn-1'><sup><a href='#fn-1-marker'>1</a></sup>By some.</p></div>", has: ["known.[^1] Or", "[^1]: By some."] },
	{ about: "defuddle#319: notes as Texinfo writes them", html: "<p>It is known<a id='DOCF1' href='#FOOT1'><sup>1</sup></a> here.</p><div class='footnotes-segment'><hr><h4 class='footnotes-heading'>Footnotes</h4><h5 class='footnote-body-heading'><a id='FOOT1' href='#DOCF1'>(1)</a></h5><p>By some of them.</p></div>", has: ["known[^1] here.", "[^1]: By some of them."] },
	// Pictures and frames
	{ about: "obsidian-clipper#119: a late picture has its real address", html: "<p><img src='data:image/gif;base64,R0lGOD' data-src='/real.jpg' width='600' alt='a mill'></p>", has: ["![a mill](https://site.example/real.jpg)"], lacks: ["data:"] },
	{ about: "the largest of a set, with commas in its address", html: "<picture><source type='image/webp' srcset='/w_400,c_fit/a.webp 400w, /w_800,c_fit/a.webp 800w'><img src='/placeholder.gif' alt='b'></picture>", has: ["(https://site.example/w_800,c_fit/a.webp)"] },
	{ about: "defuddle#319: two pictures with the same words are two", html: "<p><img src='/1.jpg' alt='mill' width='500'><img src='/2.jpg' alt='mill' width='500'></p>", has: ["/1.jpg", "/2.jpg"] },
	{ about: "a film in a frame can be played", html: "<iframe src='https://www.youtube.com/embed/abcdefghijk?rel=0'></iframe>", has: ["![](https://www.youtube.com/watch?v=abcdefghijk)"] },
	{ about: "words inside of a drawing are no text", html: "<p>Before <svg><title>Icon of a pump</title><text>PUMP</text></svg>after.</p>", has: ["Before after."], lacks: ["PUMP", "Icon of"] },
	{ about: "defuddle#319: text that looks like a tag stays text", html: "<p>The Monte&lt;video&gt; album and a &lt;b&gt; tag.</p>", has: ["Monte&lt;video> album and a &lt;b> tag."] },
	// Scripts and signs
	{ about: "Chinese marks do not break what is bold", html: "<p>他说<strong>“不行。”</strong>然后走了。</p>", has: ["**", "不行", "然后走了"], lacks: ["。”**然"] },
	{ about: "Arabic keeps its order and its lists", html: "<div dir='rtl'><p>قال الحارس إن البوابة <b>ثقيلة</b> جدا.</p><ul><li>أول</li><li>ثان</li></ul></div>", has: ["البوابة **ثقيلة** جدا.", "- أول\n- ثان"] },
	{ about: "soft hyphens and zero blanks vanish", html: "<p>Donau&shy;dampf&#8203;schiff fährt.</p>", has: ["Donaudampfschiff fährt."] },
	{ about: "readings stand behind their word", html: "<p><ruby>漢字<rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby>を読む。</p>", has: ["漢字（かんじ）を読む"] },
	{ about: "what only a screen reader hears is not written", html: "<p>Open <a href='/x'>the lock<span class='sr-only'>(opens in a new window)</span></a>.</p>", has: ["[the lock](https://site.example/x)"], lacks: ["new window"] },
];

describe("a report against clippers", () => {
	it.each(REPORTS)("$about", async ({ html, has = [], lacks = [] }) => {
		const { markdown } = await clipHtml(`<article><h1>A page</h1>${prose("water")}${prose("gates")}${html}${prose("wind")}</article>`);
		for (const part of has) expect(markdown).toContain(part);
		for (const part of lacks) expect(markdown).not.toContain(part);
	});

	it("are of more than forty classes", () => expect(REPORTS.length).toBeGreaterThan(40));
});
