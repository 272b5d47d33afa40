import type { Source } from "../../src/source/source";

/*
 * Notes as other tools write them: the official Web Clipper with its default and common templates, Readwise,
 * Zotero Integration and ReadItLater, several layouts of each. Their words and works are made up.
 */

export type ToolNote = Readonly<{
	what: string;
	path: string;
	text: string;
	/** What it must be read as; null: no source. */
	source: Partial<Source> | null;
}>;

const WEB_CLIPPER: readonly ToolNote[] = [
	{
		what: "Web Clipper, default template",
		path: "Clippings/How yeast counts the hours.md",
		text: `---
title: "How yeast counts the hours"
source: "https://www.doughjournal.example/yeast-hours?utm_source=feed"
author:
  - "[[Mara Quill]]"
  - "[[T. Okafor]]"
published: 2025-11-02
created: 2026-01-08
description: "Time, temperature and a \\"slow\\" dough."
tags:
  - "clippings"
---
Yeast does not count.
`,
		source: {
			title: "How yeast counts the hours",
			identity: "https://doughjournal.example/yeast-hours" as Source["identity"],
			authors: ["Mara Quill", "T. Okafor"],
			published: "2025-11-02",
			created: "2026-01-08",
			description: 'Time, temperature and a "slow" dough.',
			site: "doughjournal.example",
			status: "new",
		},
	},
	{
		what: "Web Clipper, nothing but an address found",
		path: "Clippings/Untitled.md",
		text: `---\ntitle: "Untitled"\nsource: "https://plain.example/"\nauthor:\npublished:\ncreated: 2026-01-08\ndescription:\ntags:\n  - "clippings"\n---\n`,
		source: { title: "Untitled", authors: [], published: null, description: "" },
	},
	{
		what: "Web Clipper, a template with categories and a status",
		path: "Clippings/Grain.md",
		text: `---\ncategories:\n  - "[[Clippings]]"\nauthor: "[[Ines Marsh]]"\nurl: https://grain.example/essay\ncreated: 2026-02-01T09:30\npublished:\ntopics: []\nstatus: To-Read\n---\nText\n`,
		source: { url: "https://grain.example/essay", authors: ["Ines Marsh"], status: "new", title: "Grain" },
	},
	{
		what: "Web Clipper, a film template",
		path: "Clippings/Kneading.md",
		text: `---\ntitle: "Kneading, slowly"\nchannel: "Old Mill"\nurl: "https://www.youtube.com/watch?v=a1b2c3d4e5F&t=30s"\npublished: 2024-05-05\nduration: PT12M\ntags: clippings, videos\n---\n![](https://www.youtube.com/watch?v=a1b2c3d4e5F)\n`,
		source: {
			kind: "video",
			authors: ["Old Mill"],
			identity: "https://youtube.com/watch?v=a1b2c3d4e5F" as Source["identity"],
		},
	},
	{
		what: "Web Clipper, a paper template",
		path: "Clippings/2403.01234.md",
		text: `---\ntitle: Fermentation at scale\nsource: https://arxiv.org/abs/2403.01234v2\nauthors: Ada Brook, Lin Wei, Jo de Vries\npublished: 2024-03-02\nabstract: We bake.\ntags: [clippings, paper]\n---\n`,
		source: {
			kind: "paper",
			arxiv: "2403.01234",
			authors: ["Ada Brook", "Lin Wei", "Jo de Vries"],
			description: "We bake.",
			isPrimary: true,
		},
	},
];

const READWISE: readonly ToolNote[] = [
	{
		what: "Readwise, default layout of an article",
		path: "Readwise/Articles/Slow Dough.md",
		text: `# Slow Dough

![rw-book-cover](https://covers.example/article1.png)

## Metadata
- Author: [[Mara Quill]]
- Full Title: Slow Dough: Notes From a Cold Kitchen
- Category: #articles
- Summary: Cold makes time.
- URL: https://doughjournal.example/slow-dough?utm_medium=rss

## Highlights
- Cold is a clock. ([View Highlight](https://read.readwise.io/read/01abc))
    - Note: nice
`,
		source: {
			title: "Slow Dough: Notes From a Cold Kitchen",
			authors: ["Mara Quill"],
			kind: "article",
			description: "Cold makes time.",
			identity: "https://doughjournal.example/slow-dough" as Source["identity"],
			status: "new",
		},
	},
	{
		what: "Readwise, with document tags, the site for an author and the whole text",
		path: "Readwise/Articles/Ovens.md",
		text: `# Ovens\r\n\r\n## Metadata\r\n\r\n- Author: [[ovens.example]]\r\n- Full Title: Ovens\r\n- Category: #articles\r\n- Document Tags:  #bread #tools \r\n- URL: https://ovens.example/a_(b)\r\n\r\n## Full Document\r\n[[Full Document Contents/Ovens.md|See full document content →]]\r\n\r\n## Highlights\r\n- Hot.\r\n`,
		source: { title: "Ovens", authors: [], url: "https://ovens.example/a_(b)", site: "ovens.example" },
	},
	{
		what: "Readwise, a book without an address",
		path: "Readwise/Books/The Miller.md",
		text: `# The Miller\n\n## Metadata\n- Author: [[Cole Vane]]\n- Full Title: The Miller\n- Category: #books\n\n## Highlights\n- Stone on stone. ([Location 12](https://readwise.io/to_kindle?x=1))\n`,
		source: { kind: "book", authors: ["Cole Vane"], url: "", identity: null, title: "The Miller" },
	},
	{
		what: "Readwise, a tweet collection",
		path: "Readwise/Tweets/Tweets From Mara.md",
		text: `# Tweets From Mara\n\n## Metadata\n- Author: [[@maraquill on Twitter]]\n- Full Title: Tweets From Mara\n- Category: #tweets\n- URL: https://twitter.com/maraquill\n\n## Highlights\n- Flour first.\n`,
		source: { kind: "post", authors: ["@maraquill on Twitter"] },
	},
	{
		what: "Readwise, an own layout: facts as lines, with properties",
		path: "Readwise/Dreams.md",
		text: `---\naliases: []\ntags:\n---\n# Dreams of Rye\n\n### Metadata\nAuthor: [[Ben Loaf]]\nFull Title: Dreams of Rye: a Survey\nCategory: #readwise/articles\nURL: https://rye.example/\nDate Highlighted: [[2023-06-01-Thursday]]\n\n## Highlights\n- Rye.\n`,
		source: { title: "Dreams of Rye: a Survey", authors: ["Ben Loaf"], url: "https://rye.example/" },
	},
	{
		what: "Readwise, properties that the person set win",
		path: "Readwise/Mine.md",
		text: `---\nauthor: [[Loaf Engineering]]\ntitle: "My own title"\ndate: 2024-07-10\nstatus: kept\n---\n![rw-book-cover](https://x.example/i.png)\n\n## Metadata\n- Author: [[Somebody]]\n- Full Title: Their title\n- URL: https://loaf.example/platform\n`,
		source: { title: "My own title", authors: ["Loaf Engineering"], status: "kept", published: "2024-07-10" },
	},
	{
		what: "Readwise Reader, all in properties",
		path: "Readwise/Reader.md",
		text: `---\nTitle: Crumb\nAuthor: "[[Jo Crust]]"\nCategory: articles\nFull Title: Crumb, Crust and Time\nurl: https://crumb.example/x\nreadwise_url: https://read.readwise.io/x\nDate Saved: 2024-01-02\n---\n`,
		source: { title: "Crumb", authors: ["Jo Crust"], url: "https://crumb.example/x" },
	},
	{
		what: "a person's own note with a heading Metadata",
		path: "Readwise/Own.md",
		text: "# Design\n\n## Metadata\n- Author: me\n- Version: 3\n- URL: https://intern.example/\n",
		source: null,
	},
];

const ZOTERO: readonly ToolNote[] = [
	{
		what: "Zotero Integration, a template with identifiers",
		path: "Clippings/@brook2024.md",
		text: `---\ntitle: "Fermentation at scale"\nauthors: [Ada Brook, Lin Wei]\nyear: 2024\njournal: Journal of Dough\ncitekey: brook2024\ndoi: 10.1234/JD.2024.7\ntags: [literature-note, journalArticle]\ntype: literature-note\n---\n\n# Fermentation at scale\n\n## Abstract\n\nWe bake.\n`,
		source: {
			title: "Fermentation at scale",
			authors: ["Ada Brook", "Lin Wei"],
			doi: "10.1234/jd.2024.7",
			identity: "https://doi.org/10.1234/jd.2024.7" as Source["identity"],
			citekey: "brook2024",
			published: "2024",
			publication: "Journal of Dough",
			kind: "paper",
			status: "new",
		},
	},
	{
		what: "Zotero Integration, names in capitals and authors in one line",
		path: "Clippings/wei2023.md",
		text: `---\nTitle: "Starters"\nAuthors: Lin Wei, Ada Brook, Jo de Vries\nYear: 2023\nTags: [bread]\nCitekey: wei2023\nDOI: https://doi.org/10.5555/starters\nURL: https://journal.example/starters\nCreated: 2026-01-01\nRead Status: To Read\n---\n`,
		source: { authors: ["Lin Wei", "Ada Brook", "Jo de Vries"], url: "https://journal.example/starters", doi: "10.5555/starters" },
	},
	{
		what: "Zotero Integration, a book with a key alone",
		path: "Clippings/vane1987.md",
		text: `---\ncategory: literaturenote\ntags:\ncitekey: vane1987\nstatus: unread\ndateread:\naliases:\n- "The Miller"\nauthor: Vane, Cole\nitemType: book\n---\n> [!info] [Zotero](zotero://select/items/@vane1987)\n`,
		source: { citekey: "vane1987", authors: ["Vane, Cole"], kind: "book", status: "new", identity: null },
	},
	{
		what: "Zotero Integration, an arXiv paper by its eprint",
		path: "Clippings/lee.md",
		text: `---\ntitle: Rising\nfirst-author: Lee\narchive: arXiv\neprint: arXiv:2101.00001\ncitation key: lee2021\n---\n`,
		source: { arxiv: "2101.00001", kind: "paper", citekey: "lee2021" },
	},
	{
		what: "a note that only mentions a key",
		path: "Clippings/todo.md",
		text: `---\ncitekey: brook2024\n---\nRead this again.\n`,
		source: null,
	},
];

const READ_IT_LATER: readonly ToolNote[] = [
	{
		what: "ReadItLater, an article",
		path: "ReadItLater Inbox/Stone ground.md",
		text: `[[ReadItLater]] [[Article]]\n\n# [Stone ground: why \\[slow\\] mills win (again)](https://mills.example/stone-ground_(2)?utm_source=x)\n\nBy stone. See [the other one](https://other.example/).\n`,
		source: {
			title: "Stone ground: why [slow] mills win (again)",
			url: "https://mills.example/stone-ground_(2)?utm_source=x",
			kind: "article",
			status: "new",
		},
	},
	{
		what: "ReadItLater, a page it could not read",
		path: "ReadItLater Inbox/Article 2026-01-01.md",
		text: `[[ReadItLater]] [[Article]]\n\n[https://closed.example/x](https://closed.example/x)\n`,
		source: { url: "https://closed.example/x", title: "Article 2026-01-01" },
	},
	{
		what: "ReadItLater, a film",
		path: "ReadItLater Inbox/Youtube - Mill.md",
		text: `[[ReadItLater]] [[Youtube]]\n\n# [Mill tour](https://www.youtube.com/watch?v=zzzzzzzzzz1)\n\n<iframe src="https://www.youtube-nocookie.com/embed/zzzzzzzzzz1"></iframe>\n`,
		source: { kind: "video", title: "Mill tour" },
	},
	{
		what: "ReadItLater, a post",
		path: "ReadItLater Inbox/Tweet.md",
		text: `[[ReadItLater]] [[Tweet]]\n\n# [Mara Quill](https://x.com/maraquill/status/1234567890)\n\n> Flour first.\n`,
		source: { kind: "post", authors: ["Mara Quill"], identity: "https://x.com/i/status/1234567890" as Source["identity"] },
	},
	{
		what: "ReadItLater, a question",
		path: "ReadItLater Inbox/Question.md",
		text: `[[ReadItLater]] [[StackExchange]]\n\n# [Why is my crumb tight?](https://cooking.stackexchange.com/questions/1/why)\n\nAuthor: [Jo Crust](https://cooking.stackexchange.com/users/1)\n\nHelp.\n`,
		source: { kind: "thread", authors: ["Jo Crust"] },
	},
	{
		what: "ReadItLater, below properties of the person's own",
		path: "ReadItLater Inbox/With.md",
		text: `---\ntitle: 밀\ncreation_date: 2\ncategory: \ntags:\n  - AI\n---\n\nParent : [[_Webclips]]\n\n[[ReadItLater]] [[Article]]\n\n# [밀 이야기](https://mill.example.kr/441)\n\nText\n`,
		source: { title: "밀", url: "https://mill.example.kr/441" },
	},
	{
		what: "ReadItLater, with properties in its template",
		path: "ReadItLater Inbox/Props.md",
		text: `---\ntitle: "Props"\nurl: https://props.example/a\ndate: 2025-10-10\n---\n\nText\n`,
		source: { title: "Props", url: "https://props.example/a", published: "2025-10-10" },
	},
	{
		what: "ReadItLater, a snippet of text",
		path: "ReadItLater Inbox/Note.md",
		text: `[[ReadItLater]] [[Textsnippet]]\n\nBuy flour at https://shop.example/\n`,
		source: null,
	},
];

export const TOOL_NOTES: readonly ToolNote[] = [...WEB_CLIPPER, ...READWISE, ...ZOTERO, ...READ_IT_LATER];
