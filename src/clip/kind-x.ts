import { all, attribute, isBlock, isElement, isText, tagOf, textOf } from "./elements";
import { escapeText } from "./escape";
import { listPart, parseJson, part, textPart } from "./json-parts";
import { safeMarkdown } from "./kind-text";
import { safeAddress } from "./links";

/** One post of X. */
export type XPost = Readonly<{
	author: string;
	/** Without the @; "" unknown. */
	handle: string;
	/** ISO 8601; "" unknown. */
	published: string;
	/** Line ends are the author's. */
	text: string;
	/** Addresses that the text shows shortened: what stands there, and what it means. */
	links: readonly Readonly<{ shown: string; url: string }>[];
	/** Addresses of pictures. */
	pictures: readonly string[];
	/** The post of the same author that it goes on from; "" none. */
	after: string;
	/** Whether X shows only the beginning. */
	isCut: boolean;
}>;

/** Posts of one author in their order, and how many the thread has; null: not known. */
export type XThread = Readonly<{ posts: readonly XPost[]; total: number | null }>;

/** Reads what X hands to pages that show a post in a frame. Null: no post. */
export function readSyndicated(json: string): XPost | null {
	const data = parseJson(json);
	const text = textPart(data, "text") || textPart(data, "full_text");
	if (text === "" || textPart(data, "__typename") === "TweetTombstone") return null;
	const shown = part(data, "display_text_range", 1);
	// What follows the shown text are addresses of its own pictures.
	const own = typeof shown === "number" ? Array.from(text).slice(0, shown).join("") : text;
	return {
		author: textPart(data, "user", "name"),
		handle: textPart(data, "user", "screen_name"),
		published: textPart(data, "created_at"),
		text: entities(own),
		links: listPart(data, "entities", "urls").map((link) => ({ shown: textPart(link, "url"), url: textPart(link, "expanded_url") })),
		pictures: listPart(data, "mediaDetails").map((media) => textPart(media, "media_url_https")).filter((url) => /^https:\/\//.test(url)),
		after: textPart(data, "in_reply_to_screen_name") === textPart(data, "user", "screen_name") ? textPart(data, "in_reply_to_status_id_str") : "",
		isCut: part(data, "note_tweet") !== null,
	};
}

/** The few entities X leaves in its plain text. */
function entities(text: string): string {
	return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

/** The posts of a page of X as a browser shows or saves it: the first author's, until somebody else goes on. */
export function postsOfPage(document: Document): readonly XPost[] {
	const posts = all(document, 'article[data-testid="tweet"]').flatMap((article): readonly XPost[] => {
		// A quoted post stands inside the one that quotes it.
		const body = all(article, '[data-testid="tweetText"]').find((each) => each.closest('[role="link"]') === null);
		const names = textOf(all(article, '[data-testid="User-Name"]')[0]);
		const handle = /@(\w{1,20})/.exec(names)?.[1] ?? "";
		if (body === undefined || handle === "") return [];
		return [
			{
				author: names.slice(0, names.indexOf("@")).trim(),
				handle,
				published: attribute(all(article, "time[datetime]")[0], "datetime"),
				text: shownText(body),
				links: all(body, "a[href^='http']").map((link) => ({ shown: textOf(link), url: attribute(link, "href") })),
				pictures: all(article, '[data-testid="tweetPhoto"] img').map((image) => attribute(image, "src")).filter((url) => /^https:\/\//.test(url)),
				after: "",
				isCut: all(article, '[data-testid="tweet-text-show-more-link"]').length > 0,
			},
		];
	});
	return ofOneAuthor(posts);
}

/** The text of an element as a screen shows it, a line for each block. */
export function shownLines(root: Node): string {
	let out = "";
	for (const node of Array.from(root.childNodes)) {
		if (isText(node)) out += node.data;
		else if (isElement(node) && !/^(script|style|svg)$/.test(tagOf(node))) {
			if (tagOf(node) === "br") out += "\n";
			else out += isBlock(node) ? `\n${shownLines(node)}\n` : shownLines(node);
		}
	}
	return out;
}

/** Emoji are pictures with the letter as their description. */
function shownText(body: Element): string {
	const copy = body.cloneNode(true) as Element;
	for (const emoji of all(copy, "img[alt]")) emoji.replaceWith(attribute(emoji, "alt"));
	for (const end of all(copy, "br")) end.replaceWith("\n");
	return (copy.textContent ?? "").trim();
}

/** Posts of the same author; answers of others end the thread, unless a number says that it goes on. */
function ofOneAuthor(posts: readonly XPost[]): readonly XPost[] {
	const handle = posts[0]?.handle ?? "";
	const end = posts.findIndex((post) => post.handle !== handle);
	const first = end === -1 ? posts : posts.slice(0, end);
	const later = posts.slice(first.length).filter((post) => post.handle === handle && numberOf(post.text) !== null);
	return [...first, ...later];
}

/** Posts out of text that was copied from a page: name, @handle, a dot, when, what, and counts below. */
export function postsOfText(text: string): readonly XPost[] {
	const lines = text.replace(/\r\n?/g, "\n").split("\n").map((line) => line.trim());
	const heads = lines.flatMap((line, at) => (at > 0 && /^@\w{1,20}(\s*·.*)?$/.test(line) ? [at] : []));
	const posts = heads.map((at, index): XPost => {
		const end = (heads[index + 1] ?? lines.length + 1) - 1;
		const handle = /^@(\w+)/.exec(lines[at] ?? "")?.[1] ?? "";
		const body = lines.slice(at + 1, end).filter((line, row, rest) => !isAround(line, row, rest));
		return { author: lines[at - 1] ?? "", handle, published: "", text: body.join("\n").replace(/\n{3,}/g, "\n\n").trim(), links: [], pictures: [], after: "", isCut: false };
	});
	return ofOneAuthor(posts.filter((post) => post.text !== ""));
}

/** What a page shows around a post: when, how often, and what to press. */
function isAround(line: string, row: number, rest: readonly string[]): boolean {
	const isBeforeText = rest.slice(0, row).every((each) => each === "" || each === "·" || WHEN.test(each));
	if (isBeforeText && (line === "" || line === "·" || WHEN.test(line))) return true;
	return line === "·" || /^[\d.,]{1,7}\s?([KM万亿]|tys\.)?$/.test(line) || /^(show more|show this thread|translate post|quote|reply|replying to.*|last edited.*|\d{1,2}:\d{2}( [AP]M)? · .*|[\d.,]+[KM]? (views|reposts?|likes|quotes|bookmarks|replies)|显示更多|翻译帖子)$/i.test(line);
}

const WHEN = /^(\d{1,2}[smhd]|[A-Z][a-z]{2} \d{1,2}(, \d{4})?|\d{1,2} [A-Z][a-z]{2}( \d{4})?|\d{1,4}年?\d{0,2}月?\d{0,2}日?|·)$/;

/** "3/7" and "(3/7)" at an end of a post; "3/" has no total. */
export function numberOf(text: string): Readonly<{ at: number; of: number | null }> | null {
	const found = /^[([]?(\d{1,3})\s?\/\s?(\d{1,3})?[)\].:]?(?=\s|$)/.exec(text) ?? /(?:^|\s)[([]?(\d{1,3})\/(\d{1,3})[)\]]?$/.exec(text);
	if (found?.[1] === undefined) return null;
	const of = found[2] === undefined ? null : Number(found[2]);
	return of !== null && of < Number(found[1]) ? null : { at: Number(found[1]), of };
}

/** How many posts the thread has, as far as the author numbered them. */
export function threadOf(posts: readonly XPost[]): XThread {
	const totals = posts.flatMap(({ text }) => numberOf(text)?.of ?? []);
	return { posts, total: totals.length === 0 ? null : Math.max(...totals) };
}

/** The posts one under the other, a rule between two; nothing in them acts. */
export function postsMarkdown(posts: readonly XPost[]): string {
	return safeMarkdown(posts.map(postMarkdown).join("\n\n---\n\n"));
}

function postMarkdown({ text, links, pictures }: XPost): string {
	const paragraphs = text.split(/\n\s*\n/).map((paragraph) =>
		paragraph
			.split("\n")
			.map((line) => lineMarkdown(line.trim(), links))
			.filter((line) => line !== "")
			.join("  \n"),
	);
	const images = pictures.flatMap((url) => safeAddress(url, url) ?? []).map((url) => `![](${url})`);
	return [...paragraphs, ...images].filter((block) => block !== "").join("\n\n");
}

function lineMarkdown(line: string, links: XPost["links"]): string {
	let out = "";
	let rest = line;
	for (const { shown, url } of links) {
		const at = shown === "" ? -1 : rest.indexOf(shown);
		const address = at === -1 ? null : safeAddress(url, url);
		if (address === null) continue;
		const words = /^https?:/.test(shown) ? address.replace(/^https?:\/\/(www\.)?/, "").replace(/\/$/, "") : shown;
		out += `${escapeText(rest.slice(0, at), out === "")}[${escapeText(words, false)}](${address})`;
		rest = rest.slice(at + shown.length);
	}
	return out + escapeText(rest, out === "");
}
