import { handle, phrase, sentences, type Random, type Tongue } from "./words";

/** A post of a thread, and how deep it stands below what it answers. */
export type Said = Readonly<{ who: string; when: string; shown: string; html: string; text: string; depth: number; votes: number }>;

export function posts(random: Random, tongue: Tongue, count: number): readonly Said[] {
	let depth = 0;
	return Array.from({ length: count }, (_, at) => {
		depth = at === 0 ? 0 : Math.max(0, Math.min(3, depth + (random() < 0.5 ? 1 : -1)));
		const parts = Array.from({ length: 1 + Math.floor(random() * 3) }, () => sentences(random, tongue, 1 + Math.floor(random() * 3)));
		const day = String(3 + at).padStart(2, "0");
		return { who: handle(random), when: `2023-04-${day}T08:1${at % 10}:00Z`, shown: `Apr ${3 + at}, 2023`, html: parts.map((part) => `<p>${part}</p>`).join(""), text: parts.join("\n\n"), depth, votes: Math.floor(random() * 40) };
	});
}

/** One kind of software. `h` shortens: a hash for a name nobody can read. */
export type Engine = Readonly<{ name: string; url: string; write: (said: readonly Said[], title: string, random: Random) => string }>;

const top = (title: string) => `<div class="hd"><a href="/">Board</a> <a href="/login">Log in</a> <a href="/register">Register</a></div><h1>${title}</h1>`;
const bottom = (random: Random) => `<div class="ft"><a href="/rules">Rules</a> <a href="/imprint">Imprint</a><ul><li><a href="/t/1">${phrase(random, "en")}</a></li><li><a href="/t/2">${phrase(random, "en")}</a></li></ul></div>`;

/** Answers inside what they answer. */
function nested(said: readonly Said[], one: (post: Said, answers: string) => string): string {
	let at = 0;
	const level = (depth: number): string => {
		let out = "";
		for (let post = said[at]; post !== undefined && post.depth >= depth; post = said[at]) {
			at++;
			out += one(post, level(post.depth + 1));
		}
		return out;
	};
	return level(0);
}

export const ENGINES: readonly Engine[] = [
	{ name: "hashed names, time and links to people", url: "https://talk.example/t/12", write: (s, t, r) => `${top(t)}<div class="k3">${s.map((p) => `<div class="a9x"><div class="q1"><a href="/u/${p.who}">${p.who}</a><time datetime="${p.when}">${p.shown}</time></div><div class="z7">${p.html}</div><div class="w2"><button>Like</button><button>Reply</button><span>${p.votes}</span></div></div>`).join("")}</div>${bottom(r)}` },
	{ name: "rows of a table with a cell for the writer", url: "https://old.example/showthread.php?t=12", write: (s, t, r) => `${top(t)}<table class="tborder">${s.map((p) => `<tr><td class="alt2" width="160"><b>${p.who}</b><br><small>Junior Member<br>Posts: 34<br>Joined: 2011</small></td><td class="alt1"><small>Posted: ${p.shown}</small><hr>${p.html}<br><br>_______________<br><small>Keep it dry</small></td></tr>`).join("")}</table>${bottom(r)}` },
	{ name: "answers in lists", url: "https://links.example/s/9f/comments", write: (s, t, r) => `${top(t)}<ul class="tree">${nested(s, (p, inner) => `<li class="node"><div class="info"><a class="who" href="/~${p.who}">${p.who}</a> <span class="when" title="${p.when}">${p.shown}</span> <span>${p.votes} points</span></div><div class="md">${p.html}</div><div class="act"><a href="#">link</a> <a href="#">parent</a> <a href="#">reply</a></div>${inner === "" ? "" : `<ul>${inner}</ul>`}</li>`)}</ul>${bottom(r)}` },
	{ name: "articles for comments", url: "https://news.example/item/44", write: (s, t, r) => `${top(t)}${nested(s, (p, inner) => `<article aria-label="comment"><header><span>${p.who}</span> · <time datetime="${p.when}">${p.shown}</time></header><div>${p.html}</div><footer><button>Reply</button></footer>${inner}</article>`)}${bottom(r)}` },
	{ name: "terms and definitions", url: "https://guest.example/forum/read.php?12", write: (s, t, r) => `${top(t)}<dl class="postings">${s.map((p) => `<dt><strong>${p.who}</strong> wrote on ${p.shown}:</dt><dd>${p.html}</dd>`).join("")}</dl>${bottom(r)}` },
	{ name: "question and answers by votes", url: "https://ask.example/questions/33", write: (s, t, r) => `${top(t)}<div class="qa"><div class="q-view"><div class="vote"><span>${s[0]?.votes ?? 0}</span> votes</div><div class="q-body">${s[0]?.html ?? ""}</div><div class="asked">asked <time datetime="${s[0]?.when ?? ""}">${s[0]?.shown ?? ""}</time> by <a href="/user/${s[0]?.who ?? ""}">${s[0]?.who ?? ""}</a></div></div><h2>${s.length - 1} Answers</h2>${s.slice(1).map((p) => `<div class="a-item"><div class="vote"><span>${p.votes}</span> votes</div><div class="a-body">${p.html}</div><div class="asked">answered <time datetime="${p.when}">${p.shown}</time> by <a href="/user/${p.who}">${p.who}</a></div><a href="#">comment</a></div>`).join("")}</div>${bottom(r)}` },
	{ name: "Discuz", url: "https://bbs.example/thread-3301-1-1.html", write: (s, t, r) => `<div id="hd"><a href="/">论坛</a><a href="/login">登录</a></div><div id="postlist" class="pl bm"><table><tr><td class="pls"></td><td class="plc"><h1 class="ts"><span id="thread_subject">${t}</span></h1></td></tr></table>${s.map((p, i) => `<div id="post_${i + 80}"><table id="pid${i + 80}" class="plhin"><tr><td class="pls" rowspan="2"><div class="authi"><a href="space-uid-${i}.html" class="xw1">${p.who}</a></div><p>积分 ${p.votes}</p></td><td class="plc"><div class="pi"><strong><a>${i + 1}<sup>#</sup></a></strong><div class="authi"><em id="authorposton${i}">发表于 ${p.when.slice(0, 10)} 08:00</em></div></div><div class="pct"><div class="pcb"><div class="t_fsz"><table><tr><td class="t_f" id="postmessage_${i + 80}">${p.html}</td></tr></table></div></div></div></td></tr><tr><td class="plc plm"><div class="sign">个性签名</div></td></tr></table></div>`).join("")}</div>${bottom(r)}` },
	{ name: "V2EX", url: "https://v2.example/t/8812", write: (s, t, r) => `<div id="Top"><a href="/">首页</a></div><div id="Main"><div class="box"><div class="header"><h1>${t}</h1><small class="gray"><a href="/member/${s[0]?.who ?? ""}">${s[0]?.who ?? ""}</a> · <span title="${s[0]?.when ?? ""}">120 天前</span> · 3201 次点击</small></div><div class="cell"><div class="topic_content"><div class="markdown_body">${s[0]?.html ?? ""}</div></div></div></div><div class="box">${s.slice(1).map((p, i) => `<div id="r_${i}" class="cell"><table><tr><td width="48"><img src="/a.png" class="avatar"></td><td><strong><a href="/member/${p.who}" class="dark">${p.who}</a></strong> <span class="ago" title="${p.when}">119 天前</span><div class="reply_content">${p.html}</div></td></tr></table></div>`).join("")}</div></div>${bottom(r)}` },
	{ name: "mail archive, one letter", url: "https://lists.example/archives/pumps/0042.html", write: (s, t) => `<h1>${t}</h1><ul><li>From: ${s[0]?.who ?? ""}</li><li>Date: ${s[0]?.shown ?? ""}</li></ul><ul><li><a href="41.html">Previous message</a></li><li><a href="43.html">Next message</a></li></ul><hr><pre>${s[0]?.text ?? ""}</pre><hr><a href="index.html">Thread index</a>` },
	{ name: "mail archive, whole thread", url: "https://lists.example/thread/77", write: (s, t, r) => `${top(t)}<div class="thread">${s.map((p) => `<div class="mail"><div class="mail-head"><span class="sender">${p.who} &lt;${p.who}@…&gt;</span> <span class="sent">${p.when.slice(0, 10)}</span></div><pre class="mail-text">${p.text}</pre></div>`).join("")}</div>${bottom(r)}` },
	{ name: "chat log", url: "https://logs.example/pumps/2023-04-03", write: (s, t) => `<h1>${t}</h1><div class="log">${s.map((p) => `<div class="msg"><a class="ts" href="#x">${p.when.slice(11, 16)}</a> <span class="nick">${p.who}</span> <div class="line">${p.html}</div></div>`).join("")}</div>` },
	{ name: "guest book in fieldsets", url: "https://home.example/gaestebuch/forum", write: (s, t, r) => `${top(t)}${s.map((p) => `<fieldset><legend><b>${p.who}</b>, ${p.shown}</legend>${p.html}</fieldset>`).join("")}${bottom(r)}` },
	{ name: "roles instead of names", url: "https://app.example/c/pumps/d/77", write: (s, t, r) => `<div role="banner"><a href="/">App</a></div><div role="main"><div role="heading" aria-level="1">${t}</div><div role="feed">${s.map((p) => `<div role="article" aria-posinset="1"><div><a href="/profile/${p.who}">${p.who}</a><span>${p.shown}</span></div><div dir="auto">${p.html}</div><div role="toolbar"><div role="button">Like</div></div></div>`).join("")}</div></div>${bottom(r)}` },
	{ name: "details for answers", url: "https://lemon.example/post/31", write: (s, t, r) => `${top(t)}<section class="op"><p class="submitted">submitted by <a href="/u/${s[0]?.who ?? ""}">${s[0]?.who ?? ""}</a></p><div class="body md">${s[0]?.html ?? ""}</div></section><h2>Comments</h2>${nested(s.slice(1).map((p) => ({ ...p, depth: Math.max(0, p.depth - 1) })), (p, inner) => `<details class="comment" open><summary><a class="user" href="/u/${p.who}">${p.who}</a> <small>${p.votes} points</small> <time datetime="${p.when}">${p.shown}</time></summary><div class="body">${p.html}</div>${inner}</details>`)}${bottom(r)}` },
];

/** Posts as a reader would copy them: name, then words. */
export const truthOfThread = (said: readonly Said[]): string => said.map(({ who, text }) => `**${who}**\n\n${text}`).join("\n\n");
