import { fail, ok, type Result } from "../result";
import { countWords } from "../text/words";
import type { ClipFailure } from "./clip-outcome";
import { numberOf, postsMarkdown, postsOfPage, postsOfText, readSyndicated, shownLines, threadOf, type XPost } from "./kind-x";
import { parseJson, textPart } from "./json-parts";
import { line } from "./page-meta";
import { textOf } from "./read-page";
import type { Lack, Work, WorkTools } from "./work";
import { emptyFacts, withLacks } from "./work-facts";

/** Posts that are asked for one after the other, from the last of a thread to its first. */
const MAX_POSTS = 60;

/** The id of a post of X; null for every other link. */
export function postId(link: string): string | null {
	const url = new URL(link);
	if (!/^((www|mobile)\.)?(x|twitter)\.com$/.test(url.hostname)) return null;
	return /^\/(?:\w+|i\/web)\/status(?:es)?\/(\d{1,25})/.exec(url.pathname)?.[1] ?? null;
}

/** A post of X and those of its author before it, as X's public embed gives them. */
export async function readXPost(id: string, url: string, tools: WorkTools): Promise<Result<Work, ClipFailure>> {
	const posts: XPost[] = [];
	let next = id;
	while (next !== "" && posts.length < MAX_POSTS) {
		const answer = await tools.fetch(syndication(next), "application/json");
		if (tools.signal.aborted) return fail({ kind: "cancelled" });
		const post = answer.ok ? readSyndicated(textOf(answer.value)) : null;
		if (post === null) break;
		posts.unshift(post);
		next = post.after;
	}
	if (posts.length > 0) return ok(workOfPosts(posts, url, next === "", tools));
	const asked = encodeURIComponent(`https://twitter.com/i/status/${id}`);
	const embed = await tools.fetch(`https://publish.twitter.com/oembed?omit_script=1&url=${asked}`, "application/json");
	if (!embed.ok) return embed;
	const post = embedded(textOf(embed.value), tools);
	return post === null ? fail({ kind: "wall", wall: "login" }) : ok(workOfPosts([post], url, false, tools));
}

/** The number that the embed asks for beside the id; anybody can work it out. */
function syndication(id: string): string {
	const token = ((Number(id) / 1e15) * Math.PI).toString(36).replace(/(0+|\.)/g, "");
	return `https://cdn.syndication.twimg.com/tweet-result?id=${id}&lang=en&token=${token}`;
}

function embedded(json: string, tools: Pick<WorkTools, "parse">): XPost | null {
	const data = parseJson(json);
	const { body } = tools.parse(`<!doctype html><html><head></head><body>${textPart(data, "html")}</body></html>`);
	const paragraph = body.querySelector("p");
	const text = paragraph === null ? "" : shownLines(paragraph).trim();
	if (text === "") return null;
	const handle = /(?:twitter|x)\.com\/(\w{1,20})/.exec(textPart(data, "author_url"))?.[1] ?? "";
	return { author: textPart(data, "author_name"), handle, published: "", text, links: [], pictures: [], after: "", isCut: /…$/.test(text) };
}

/** A page of X that a browser showed: pasted, or saved. Null: no post is in it. */
export function workOfXPage(document: Document, url: string, tools: Pick<WorkTools, "lackWords">): Work | null {
	const posts = postsOfPage(document);
	const read = posts.length > 0 ? posts : postsOfText(shownLines(document.body));
	return read.length === 0 ? null : workOfPosts(read, url, true, tools);
}

/** Text copied from a page of X. Null: no post is in it. */
export function workOfXText(text: string, url: string, tools: Pick<WorkTools, "lackWords">): Work | null {
	const posts = postsOfText(text);
	return posts.length === 0 ? null : workOfPosts(posts, url, true, tools);
}

/** @param hasStart whether nothing before the first of these posts is missing. */
function workOfPosts(posts: readonly XPost[], url: string, hasStart: boolean, tools: Pick<WorkTools, "lackWords">): Work {
	const [first] = posts;
	const markdown = postsMarkdown(posts);
	const author = line(first?.author ?? "", 120);
	const facts = {
		...emptyFacts(url),
		title: titleOf(author, first?.text ?? ""),
		authors: author === "" ? [] : [author],
		published: first?.published ?? "",
		site: "X",
		kind: "post",
		words: countWords(markdown),
	} as const;
	return { facts: withLacks(facts, lacksOf(posts, hasStart), tools), markdown };
}

function lacksOf(posts: readonly XPost[], hasStart: boolean): readonly Lack[] {
	const lacks: Lack[] = [];
	const { total } = threadOf(posts);
	const isWhole = total === null ? hasStart && posts.length > 1 && posts.every(({ text }) => numberOf(text) === null) : posts.length >= total;
	if (total !== null && !isWhole) lacks.push({ kind: "posts", count: posts.length, total });
	else if (!isWhole) lacks.push({ kind: posts.length === 1 ? "one-post" : "thread-end" });
	if (posts.some(({ isCut }) => isCut)) lacks.push({ kind: "post-cut" });
	return lacks;
}

/** The beginning of the text, up to a word's end. */
function titleOf(author: string, text: string): string {
	const words = line(text.replace(/https?:\/\/t\.co\/\w+/g, ""), 400);
	const cut = words.length <= 80 ? words : `${words.slice(0, 80).replace(/\s+\S*$/, "")}…`;
	return author === "" ? cut : `${author}: ${cut}`;
}
