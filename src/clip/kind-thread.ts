import { countWords } from "../text/words";
import { all, isElement, tagOf } from "./elements";
import { escapeText } from "./escape";
import { safeAddress } from "./links";
import { safeMarkdown } from "./kind-text";
import { listPart, parseJson, part, textPart } from "./json-parts";

/** One comment with its answers. `html` is the site's. */
export type Comment = Readonly<{ author: string; html: string; answers: readonly Comment[] }>;

/** A discussion as its site's JSON gives it. */
export type Discussion = Readonly<{
	title: string;
	author: string;
	/** ISO 8601; "" unknown. */
	published: string;
	/** What is discussed elsewhere; "" for a text of its own. */
	link: string;
	html: string;
	comments: readonly Comment[];
	/** Answers that the site did not send. */
	missing: number;
}>;

/** An item of the Hacker News API at Algolia. Null: no such thing. */
export function readHackerNews(json: string): Discussion | null {
	const item = parseJson(json);
	const title = textPart(item, "title") || textPart(item, "story_title");
	if (part(item, "id") === null) return null;
	return {
		title: title === "" ? `${textPart(item, "author")} on Hacker News` : title,
		author: textPart(item, "author"),
		published: textPart(item, "created_at"),
		link: textPart(item, "url"),
		html: textPart(item, "text"),
		comments: hackerComments(item),
		missing: 0,
	};
}

function hackerComments(item: unknown): readonly Comment[] {
	return listPart(item, "children").flatMap((child) => {
		const answers = hackerComments(child);
		const html = textPart(child, "text");
		return html === "" && answers.length === 0 ? [] : [{ author: textPart(child, "author"), html, answers }];
	});
}

/** A thread of Reddit's `.json`, asked for with `raw_json=1`. Null: no such thing. */
export function readReddit(json: string): Discussion | null {
	const [first, second] = listPart({ all: parseJson(json) }, "all");
	const post = part(first, "data", "children", 0, "data");
	if (textPart(post, "title") === "") return null;
	const seconds = part(post, "created_utc");
	const isOwnText = part(post, "is_self") === true;
	const { comments, missing } = redditComments(second);
	return {
		title: textPart(post, "title"),
		author: textPart(post, "author"),
		published: typeof seconds === "number" ? new Date(seconds * 1000).toISOString() : "",
		link: isOwnText ? "" : textPart(post, "url"),
		html: textPart(post, "selftext_html"),
		comments,
		missing,
	};
}

function redditComments(listing: unknown): Readonly<{ comments: readonly Comment[]; missing: number }> {
	let missing = 0;
	const comments = listPart(listing, "data", "children").flatMap((child): Comment[] => {
		const data = part(child, "data");
		if (textPart(child, "kind") === "more") {
			const count = part(data, "count");
			missing += typeof count === "number" ? count : 0;
			return [];
		}
		const below = redditComments(part(data, "replies"));
		missing += below.missing;
		return [{ author: textPart(data, "author"), html: textPart(data, "body_html"), answers: below.comments }];
	});
	return { comments, missing };
}

/** Quote marks deeper than this are no longer read by anybody. */
const MAX_DEPTH = 6;

/** A discussion as Markdown: the post, then each comment under its author, answers one quote level deeper. */
export function discussionMarkdown(
	discussion: Discussion,
	parse: (html: string) => Document,
): Readonly<{ markdown: string; words: number }> {
	const parts: string[] = [];
	const link = discussion.link === "" ? null : safeAddress(discussion.link, discussion.link);
	if (link !== null) parts.push(`[${escapeText(discussion.title, false)}](${link})`);
	const own = commentMarkdown(discussion.html, parse);
	if (own !== "") parts.push(own);
	if (discussion.comments.length > 0) parts.push("## Comments");
	const add = (comment: Comment, depth: number): void => {
		const body = commentMarkdown(comment.html, parse);
		const text = `**${escapeText(comment.author === "" ? "[deleted]" : comment.author, false)}**${body === "" ? "" : `\n\n${body}`}`;
		parts.push(quoted(text, Math.min(depth, MAX_DEPTH)));
		for (const answer of comment.answers) add(answer, depth + 1);
	};
	for (const comment of discussion.comments) add(comment, 0);
	const markdown = safeMarkdown(parts.join("\n\n"));
	return { markdown, words: countWords(markdown) };
}

function quoted(text: string, depth: number): string {
	if (depth === 0) return text;
	const mark = "> ".repeat(depth);
	return text
		.split("\n")
		.map((line) => (mark + line).trimEnd())
		.join("\n");
}

/** The few elements that comments have: paragraphs, quotes, lists, links, emphasis and code. */
function commentMarkdown(html: string, parse: (html: string) => Document): string {
	if (html.trim() === "") return "";
	const { body } = parse(`<!doctype html><html><head></head><body>${html}</body></html>`);
	for (const hidden of all(body, "script, style, template")) hidden.remove();
	// Text in pieces would be escaped in pieces, and become syntax where they meet.
	body.normalize();
	return blockText(body).replace(/\n{3,}/g, "\n\n").trim();
}

function blockText(root: Node): string {
	let out = "";
	for (const node of Array.from(root.childNodes)) {
		const tag = tagOf(node);
		if (tag === "p" || tag === "div") out += `\n\n${blockText(node)}\n\n`;
		else if (tag === "pre") out += `\n\n${codeBlock(node.textContent ?? "")}\n\n`;
		else if (tag === "blockquote") out += `\n\n${quoted(blockText(node).replace(/\n{3,}/g, "\n\n").trim(), 1)}\n\n`;
		else if (tag === "ul" || tag === "ol") out += `\n\n${listText(node)}\n\n`;
		else if (tag === "br") out += "\n";
		else out += inlineText(node);
	}
	return out;
}

function listText(list: Node): string {
	const items = Array.from(list.childNodes).filter((node) => tagOf(node) === "li");
	return items
		.map((item, index) => {
			const mark = tagOf(list) === "ol" ? `${index + 1}. ` : "- ";
			return mark + blockText(item).replace(/\n{2,}/g, "\n").trim().replaceAll("\n", `\n${" ".repeat(mark.length)}`);
		})
		.join("\n");
}

function inlineText(node: Node): string {
	const text = node.textContent ?? "";
	if (!isElement(node)) return escapeText(text.replace(/\s+/g, " "), text.trimStart() === text);
	const inner = Array.from(node.childNodes).map(inlineText).join("");
	switch (tagOf(node)) {
		case "a": {
			const address = safeAddress(node.getAttribute("href") ?? "", "https://x.invalid/");
			return address === null ? inner : `[${inner}](${address})`;
		}
		case "i":
		case "em":
			return inner.trim() === "" ? inner : `*${inner.trim()}*`;
		case "b":
		case "strong":
			return inner.trim() === "" ? inner : `**${inner.trim()}**`;
		default:
			return inner;
	}
}

function codeBlock(code: string): string {
	const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map((run) => run[0].length));
	const fence = "`".repeat(longest + 1);
	return `${fence}\n${code.replace(/\s+$/, "").replaceAll("<%", "<\u200b%")}\n${fence}`;
}
