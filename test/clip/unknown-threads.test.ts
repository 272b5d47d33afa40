import { clipHtml, prose } from "./clip-html";

const page = (body: string, head = "", attributes = "") => `<html lang="en"><head><title>Why does it leak? - Pumps</title>${head}</head><body${attributes}>${body}</body></html>`;
const question = `<div class="node"><div class="submitted">Submitted by <span class="username">ann</span> on 2 May 2021</div><div class="content">${prose("a leak")}${prose("a seal")}</div></div>`;
const answer = (name: string, when: string) => `<li class="box commentItem"><div class="nameAndTime"><a class="commentName" href="/x/${name}">${name}</a> <span class="firm">(Customer)</span> <a class="stamp">${when}</a></div><div class="commentBody"><span>${prose(`advice of ${name}`)}</span></div></li>`;

describe("threads of software that no table names", () => {
	it("knows answers by the names of people and the ages of what they wrote", async () => {
		const html = page(`<main><h1>Why does it leak?</h1>${question}<ul>${answer("bert", "3 years ago")}${answer("carla", "2 years ago")}${answer("bert", "2y")}</ul></main>`, "", ' class="node-type-forum"');
		const { markdown } = await clipHtml(html, "https://pumps.example/node/7");
		for (const part of ["wrote about a leak", "## bert", "advice of bert", "## carla", "advice of carla"]) expect(markdown).toContain(part);
		expect(markdown).not.toContain("(Customer)");
	});

	it("takes a page for one of posts where its frame is named so, whatever its head says", async () => {
		const post = (name: string) => `<div class="status__wrapper"><article><a class="display-name" href="/@${name}">${name}</a> <time datetime="2023-05-01T10:00:00Z">May 1, 2023</time><div class="status__content">${prose(`words of ${name}`)}</div></article></div>`;
		const html = page(`<div class="holder" id="mastodon">${post("ann")}${post("bert")}${post("carla")}</div>`, '<meta property="og:type" content="article">');
		const { markdown } = await clipHtml(html);
		for (const name of ["ann", "bert", "carla"]) expect(markdown).toContain(`words of ${name}`);
	});

	it("takes no box at the side for the question", async () => {
		const post = (name: string) => `<div class="reply"><span class="username">${name}</span> <time datetime="2023-05-01T10:00:00Z">May 1, 2023</time><div class="body">${prose(`words of ${name}`)}</div></div>`;
		const html = page(`<div class="rules"><p>${"Be kind to others and say which pump you have. ".repeat(3)}</p></div><div class="thread"><h1>Why does it leak?</h1>${post("ann")}${post("bert")}${post("carla")}</div>`);
		const { markdown } = await clipHtml(html, "https://pumps.example/forum/7");
		expect(markdown).toContain("words of ann");
		expect(markdown).not.toContain("Be kind to others");
	});

	it("keeps posts in a plain twin under their own names", async () => {
		const html = page(`<div id="app"></div><noscript id="flarum-content"><div class="container"><h1>Why does it leak?</h1>${["ann", "bert"].map((name) => `<article><h3>${name}</h3><div class="Post-body">${prose(`words of ${name}`)}${prose("pipes")}</div></article>`).join("")}</div></noscript>`);
		const { markdown } = await clipHtml(html, "https://pumps.example/d/7");
		expect(markdown).toContain("words of ann");
		expect(markdown).toContain("words of bert");
	});
});

describe("a page that says it is an article", () => {
	const said = '<meta property="og:type" content="article">';
	const reply = (name: string, about: string) => `<li><article class="comment" data-depth="0"><header><a class="link-user" href="/user/${name}">${name}</a> <time datetime="2023-05-01T10:00:00Z">May 1, 2023</time></header><div class="words">${prose(about).repeat(3)}</div></article></li>`;
	const replies = ["bert", "carla", "doris"].map((name) => reply(name, `words of ${name}`)).join("");
	const topic = (signature: string) => page(`<main><div class="topic"><h1>Why does it leak?</h1><div class="by">${signature} <time datetime="2023-04-30T10:00:00Z">April 30, 2023</time></div><div class="text">${prose("a leak")}</div></div><section class="topic-comments"><h2>3 comments</h2><ol>${replies}</ol></section></main>`, said);

	it("is a thread where its writer is one of those who answer", async () => {
		const { markdown } = await clipHtml(topic('<a class="link-user" href="/user/ann">ann</a>'), "https://pumps.example/~leaks/7");
		for (const part of ["wrote about a leak", "words of bert", "words of doris"]) expect(markdown).toContain(part);
	});

	it("is an article where readers answer", async () => {
		const { markdown } = await clipHtml(topic("By Ann Lee"), "https://pumps.example/leaks/7");
		expect(markdown).toContain("wrote about a leak");
		expect(markdown).not.toContain("words of bert");
	});
});

describe("boxes called notes", () => {
	const note = (about: string) => `<div class="note"><h4>Review of ${about}</h4>${prose(about).repeat(2)}</div>`;

	it("that are all of a page are no callouts", async () => {
		const { markdown } = await clipHtml(`<main><h1>A page</h1>${note("water")}${note("gates")}${note("wind")}</main>`);
		expect(markdown).toContain("Review of gates");
		expect(markdown).not.toContain("[!note]");
	});

	it("between paragraphs are", async () => {
		const { markdown } = await clipHtml(`<main><h1>A page</h1>${prose("ice").repeat(4)}<div class="note"><p>Mind the gate.</p></div>${prose("wind").repeat(4)}<div class="note"><p>Mind the step.</p></div></main>`);
		expect(markdown.match(/\[!note\]/g)).toHaveLength(2);
	});

	it("folded by a tool and opened by it have no title", async () => {
		const { markdown } = await clipHtml(`<main><h1>A page</h1>${prose("ice").repeat(2)}<details open><summary>Expand description</summary><p>What the pump does in plain words.</p></details></main>`);
		expect(markdown).toContain("\nWhat the pump does");
		expect(markdown).not.toContain("Expand description");
	});
});

describe("who wrote", () => {
	const by = async (body: string) => (await clipHtml(page(`<div class="story"><h1>Why does it leak?</h1>${body}</div>`))).metadata.authors;

	it("stands behind the day in one line", async () => {
		expect(await by(`<div class="meta">Posted on December 16, 2016 by Peter Quist</div>${prose("water").repeat(3)}`)).toEqual(["Peter Quist"]);
	});

	it("stands at the foot of an entry on old blogs", async () => {
		expect(await by(`${prose("water").repeat(3)}<div class="post-footer"><div class="post-footer-line">Posted by <span class="vcard"><span class="fn" itemprop="author"><a href="/p/1">Hetty Marsh</a></span></span></div></div>`)).toEqual(["Hetty Marsh"]);
	});

	it("is told by the software that the page is made with, not by one with like names", async () => {
		const post = (name: string) => `<li class="postbit postcontainer" id="post_${name}"><div class="posthead"><span class="date">2023-05-01</span></div><div class="userinfo"><a class="username"><strong>${name}</strong></a></div><div class="postbody"><div class="content"><blockquote class="postcontent">${prose(`words of ${name}`)}</blockquote></div></div></li>`;
		const { markdown } = await clipHtml(page(`<h1>Thread: Why does it leak?</h1><ol id="posts">${["ann", "bert"].map(post).join("")}</ol>`), "https://pumps.example/showthread.php?7");
		expect(markdown).toContain("## ann");
		expect(markdown).toContain("## bert");
	});

	it("is nobody in a table of facts over the posts", async () => {
		const post = (name: string) => `<div class="reply"><span class="username">${name}</span> <time datetime="2023-05-01T10:00:00Z">May 1, 2023</time><div class="body">${prose(`words of ${name}`)}</div></div>`;
		const facts = `<table><tr><th>Status:</th><td>RESOLVED FIXED</td></tr><tr><th>Product:</th><td>pump with a long name</td></tr><tr><th>Importance:</th><td>P3 normal</td></tr></table>`;
		const { markdown, metadata } = await clipHtml(page(`<h1>Why does it leak?</h1>${facts}<div class="all">${["ann", "bert", "carla"].map(post).join("")}</div>`), "https://pumps.example/issues/7");
		expect(metadata.authors).toEqual(["ann"]);
		expect(markdown).not.toContain("RESOLVED");
	});
});

describe("quotes in a thread", () => {
	const long = prose("a long story").replace(/<\/?p>/g, "").repeat(3);
	const post = (name: string, body: string) => `<div class="reply"><span class="username">${name}</span> <time datetime="2023-05-01T10:00:00Z">May 1, 2023</time><div class="body">${body}</div></div>`;
	const thread = (quote: string) => clipHtml(page(`<div class="thread"><h1>Why does it leak?</h1>${post("ann", `<p>${long}</p>`)}${post("bert", `<blockquote>${quote}</blockquote><p>I have seen the same with mine, and it was the seal.</p>`)}${post("carla", prose("thanks"))}</div>`), "https://pumps.example/forum/7");

	it("that repeat a whole post of the page keep their first words", async () => {
		const { markdown } = await thread(long);
		expect(markdown.match(/> The keeper wrote about a long story/g)).toHaveLength(1);
		expect(markdown).toContain("…");
		expect(markdown.match(/came after him to the lock/g)).toHaveLength(5);
	});

	it("from elsewhere stay as they are", async () => {
		const { markdown } = await thread(long.replace(/a long story/g, "something else"));
		expect(markdown.match(/wrote about something else/g)).toHaveLength(3);
	});

	it("with code stay as they are", async () => {
		const { markdown } = await thread(`${long}<pre>pump -h 3</pre>`);
		expect(markdown.match(/long enough to be read again/g)).toHaveLength(7);
	});
});
