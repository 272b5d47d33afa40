import { all, childNodes, isElement, isText, make, squash, tagOf, textOf } from "./elements";
import { depthsOf } from "./forum-depth";
import { attachedCards, attachedPictures } from "./forum-pictures";
import type { Post } from "./forum-post";
import { mailBlocks } from "./mail-text";
import { cutRepeatedQuotes, letters } from "./repeated-quotes";

/** Marks what stands in a post's text and says who and when: it is written above. */
const LONGEST_HEAD = 80;

/** All posts in one element: each under its author's name, answers inside quotes as deep as they stand. */
export function writeThread(document: Document, posts: readonly Post[]): Element {
	const container = make(document, "div");
	const depths = depthsOf(posts);
	const earlier: string[] = [];
	posts.forEach((post, index) => {
		const depth = depths[index] ?? 0;
		const place = quoteOf(container, depth);
		if (index > 0 && post.author === "") place.append(make(document, "hr"));
		const isNamed = post.author !== "" && posts.length > 1;
		const when = posts.length > 1 ? post.when : "";
		if (isNamed && depth === 0) place.append(make(document, "h3", post.author));
		if (isNamed && depth > 0) place.append(nameLine(document, post.author, when));
		else if (when !== "") place.append(make(document, "p", when));
		const body = make(document, "div");
		if (tagOf(post.body) === "pre") body.append(...mailBlocks(post.body));
		else for (const part of [post.body, ...(post.more ?? [])]) body.append(...(part === post.body && (post.more ?? []).length === 0 ? childNodes(part) : [part]).map((node) => node.cloneNode(true)));
		dropOwnHead(body, post);
		cleanPost(body);
		cutRepeatedQuotes(body, earlier);
		for (const part of [...attachedPictures(post, posts), ...attachedCards(post, posts)]) {
			const line = make(document, "div");
			line.append(part.cloneNode(true));
			body.append(line);
		}
		earlier.push(letters(withoutQuotes(body)));
		place.append(body);
	});
	return container;
}

function withoutQuotes(body: Element): string {
	return childNodes(body).map((node) => (tagOf(node) === "blockquote" ? "" : (node.textContent ?? ""))).join("");
}

/** The place for a post: the container, or a quote in it as deep as the post stands. */
function quoteOf(container: Element, depth: number): Element {
	let place = container;
	for (let level = 0; level < depth; level++) {
		const quote = make(place, "blockquote");
		place.append(quote);
		place = quote;
	}
	return place;
}

function nameLine(document: Document, author: string, when: string): Element {
	const line = make(document, "p");
	line.append(make(document, "strong", author), when === "" ? "" : ` · ${when}`);
	return line;
}

/** A post whose name and date stand in its own text: those short lines go. */
function dropOwnHead(body: Element, post: Post): void {
	if (post.when === "") return;
	for (const element of all(body, "*").reverse()) {
		const text = textOf(element);
		if (text.length > LONGEST_HEAD || !(text.includes(post.when) || (post.author !== "" && text.startsWith(post.author))) || element.querySelector("img, pre") !== null || element.closest("blockquote, aside, [class*=quote i]") !== null) continue;
		const rest = squash(text.replace(/<[^>]{0,60}>/g, " ").replace(post.when, " ").replace(post.author, " ").replace(/\b(posted|asked|answered|wrote|said|by|on|at|am|pm|edited)\b|发表于|[\d\p{P}\p{S}]/giu, " "));
		if (rest.length <= 3) element.remove();
	}
	// Software that draws a line between the text and what its writer always adds.
	const rule = childNodes(body).find((node) => isText(node) && /^\s*[_-]{5,}\s*$/.test(node.data));
	if (rule === undefined) return;
	const after = childNodes(body).slice(childNodes(body).indexOf(rule));
	if (after.reduce((sum, node) => sum + textOf(node).length, 0) < Math.min(400, textOf(body).length / 2)) for (const node of after) node.remove();
}

const NOISE = ".signature, .sig, [class*=signature], .postsig, .bbCodeBlock-expandLink, .codebox > p, .quote-controls, .js-vote-count, .notice, .lastEditedNote, .message-lastEdit, .edited, .post-info, .spam, .post-menu, .post-links, .rep_bar, .post_actions, .expand-links, .topic-map, .onebox-metadata, .meta, .likes, .reactions, .message-signature, aside.message-signature, .js-post-issue";

function cleanPost(body: Element): void {
	for (const element of all(body, NOISE)) {
		if (textOf(element).length < Math.max(400, textOf(body).length / 3) && element.querySelector("pre") === null) element.remove();
	}
	for (const quote of all(body, "aside.quote, .bbCodeBlock--quote, .quotebox, .quote, .bbcode_quote, .ipsQuote, .QuoteWrapper, .UserQuote, table.quotetable, div.quotecontent, .post-quote, .uncited")) settleQuote(quote);
}

/** Head and first line of a quote in one paragraph; boxes of old software become quotes. */
function settleQuote(quote: Element): void {
	if (quote.parentNode === null) return;
	const inner = quote.querySelector("blockquote");
	const box = tagOf(quote) === "blockquote" ? quote : make(quote, "blockquote");
	const heads = ".title, cite, .bbCodeBlock-title, .quotetitle, .ipsQuote_citation, .attribution, .QuoteAuthor, .bbcode_postedby";
	const head = all(quote, heads).find((each) => textOf(each).length < 200);
	const said = head === undefined ? "" : textOf(head);
	const words = head === undefined ? [] : childNodes(head);
	const isInside = head !== undefined && (inner === null || inner.contains(head));
	head?.remove();
	if (box !== quote) {
		box.append(...childNodes(inner ?? quote));
		quote.replaceWith(box);
	}
	if (said === "") return;
	const colon = /:\s*$/.test(said) ? "" : ":";
	const place = isInside ? firstTextBlock(box) : box;
	if (isInside) place.prepend(...words, `${colon} `, make(box, "br"));
	else {
		const line = make(box, "p");
		line.append(...words, colon);
		place.prepend(line);
	}
}

/** The innermost block that begins the text of another. */
function firstTextBlock(block: Element): Element {
	let place = block;
	for (;;) {
		const first = childNodes(place).find((node) => (node.textContent ?? "").trim() !== "");
		if (first === undefined || !isElement(first) || !/^(p|div)$/.test(tagOf(first))) return place;
		place = first;
	}
}
