import { all, attribute, childNodes, isElement, make, squash, tagOf, textOf } from "./elements";
import { PLATFORMS, type Platform } from "./forum-platforms";
import { findRepeatedPosts, hasAncestorIn } from "./forum-unknown";
import type { Post } from "./forum-post";
import type { Measures } from "./measure";
import type { Region } from "./region";
import { readDate } from "./page-dates";

/** A page of posts, in page order, in one container. */
export type Thread = Readonly<{
	container: Element;
	/** Of the first post; "" and null where the page does not say. */
	author: string;
	published: string | null;
	posts: number;
}>;

const FORUM_ADDRESS = /(^|[./])(forums?|discuss(ions?)?|community|communities|boards?|bbs|talk|answers?|questions?|ask)([./]|$)|^[\w.]*forums?[\w-]*\.|\/(t|threads?|topics?|viewtopic|showthread|questions|discussions?|issues|item)([/.?]|$)|viewtopic|showthread|[?&](topic|thread|tid|t)=\d/i;
const FORUM_SOFTWARE = /discourse|xenforo|phpbb|vbulletin|mybb|smf|simple machines|flarum|nodebb|vanilla|invision|ipboard|woltlab|ubb|bbpress|wpforo|fluxbb|punbb/i;

/** Finds the posts of a thread. Null: the page is no thread, or too little of it would be one. */
export function findThread(document: Document, measures: Measures, region: Region, url: string): Thread | null {
	const body = document.body;
	const posts = bestPosts(body, measures);
	if (posts.length === 0) return null;
	const good = Math.max(1, measures.good(body));
	const held = posts.reduce((sum, post) => sum + measures.text(post.body), 0);
	if (isBesideArticle(posts, held, measures, region)) return null;
	if (!saysForum(document, url)) {
		const isArticle = attribute(all(document, 'meta[property="og:type"]')[0], "content") === "article" || document.querySelector("[itemprop~=articleBody]") !== null;
		if (isArticle || posts.length < 2 || held < good * 0.6) return null;
	} else if (held < good * 0.25) return null;
	return threadOf(document, posts);
}

/** Comments under an article: the article has a place of its own with no post in it. */
function isBesideArticle(posts: readonly Post[], held: number, measures: Measures, { element }: Region): boolean {
	if (posts.some(({ body }) => element.contains(body) || body.contains(element))) return false;
	return measures.good(element) > Math.min(held * 0.3, 1500);
}

function saysForum(document: Document, url: string): boolean {
	const generator = attribute(all(document, "meta[name=generator]")[0], "content");
	if (FORUM_SOFTWARE.test(generator)) return true;
	if (document.querySelector("[itemtype*='DiscussionForumPosting'], [itemtype*='QAPage']") !== null) return true;
	if (all(document, 'script[type="application/ld+json"]').some((script) => /"(DiscussionForumPosting|QAPage)"/.test(script.textContent ?? ""))) return true;
	return FORUM_ADDRESS.test(url.replace(/^https?:\/\//, ""));
}

/** The first set with two posts; a later one only with twice the text. */
function bestPosts(body: Element, measures: Measures): readonly Post[] {
	let best: readonly Post[] = [];
	let bestText = 0;
	for (const platform of PLATFORMS) {
		const posts = postsOf(body, platform, measures);
		const text = posts.reduce((sum, post) => sum + measures.text(post.body), 0);
		const wins = best.length < 2 && posts.length >= 2 ? text > bestText * 0.8 : text > bestText * 2;
		if (posts.length > 0 && wins) {
			best = posts;
			bestText = text;
		}
	}
	if (best.length >= 2) return best;
	const unknown = findRepeatedPosts(body, measures);
	const text = unknown.reduce((sum, post) => sum + measures.text(post.body), 0);
	return unknown.length >= 2 && text > bestText * 1.2 ? unknown : best;
}

function postsOf(root: Element, platform: Platform, measures: Measures): readonly Post[] {
	const found: Post[] = [];
	const bodies = new Set<Element>();
	for (const element of all(root, platform.post)) {
		const body = bodyOf(element, platform, measures);
		if (body === null || bodies.has(body)) continue;
		bodies.add(body);
		found.push({ element, body, author: firstText(element, platform.author, body), ...firstDate(element, platform.date, body) });
	}
	// A post inside another's body is quoted; one inside another's element is an answer to it.
	return found.filter((post) => !hasAncestorIn(post.body, bodies));
}

function bodyOf(element: Element, platform: Platform, measures: Measures): Element | null {
	for (const selector of platform.body) {
		const body = element.matches(selector) ? element : all(element, selector).find((each) => isOwn(each, element, platform.post));
		if (body !== undefined && (measures.text(body) > 0 || body.querySelector("img, video, iframe") !== null)) return body;
	}
	return null;
}

/** Not inside a post within this post. */
function isOwn(part: Element, post: Element, selector: string): boolean {
	for (let parent = part.parentElement; parent !== null && parent !== post; parent = parent.parentElement) {
		if (parent.matches(selector)) return false;
	}
	return true;
}

function firstText(post: Element, selectors: readonly string[], body: Element): string {
	for (const selector of selectors) {
		for (const element of all(post, selector)) {
			if (body.contains(element)) continue;
			const text = squash(attribute(element, "content") || attribute(element, "data-username") || textOf(element) || attribute(element, "author")).replace(/^(by|from|von)\s+/i, "").replace(/[:,]+$/, "");
			if (text.length >= 2 && text.length <= 60) return text;
		}
	}
	return attribute(post, "data-author") || attribute(post, "author") || attribute(post, "data-username");
}

/** The earliest machine-readable time outside the text: dates of edits come first otherwise. */
function firstDate(post: Element, selectors: readonly string[], body: Element): Pick<Post, "date" | "when"> {
	const found: { date: string; when: string }[] = [];
	for (const selector of selectors) {
		for (const element of all(post, selector)) {
			if (body.contains(element) && body !== element) continue;
			const seconds = attribute(element, "data-time") || attribute(element, "data-timestamp");
			const raw = /^\d{10,13}$/.test(seconds) ? seconds : attribute(element, "datetime") || attribute(element, "content") || attribute(element, "title") || attribute(element, "data-date-string") || textOf(element);
			const date = readDate(raw.slice(0, 200), null);
			const shown = textOf(element);
			if (date !== null) found.push({ date, when: /\d/.test(shown) && shown.length < 40 ? shown : date.slice(0, 10) });
		}
		const [first] = found.sort((a, b) => (a.date < b.date ? -1 : 1));
		if (first !== undefined) return first;
	}
	return { date: null, when: "" };
}

function threadOf(document: Document, posts: readonly Post[]): Thread {
	const container = make(document, "div");
	posts.forEach((post, index) => {
		if (index > 0 && post.author === "") container.append(make(document, "hr"));
		const isNamed = post.author !== "" && posts.length > 1;
		if (isNamed) container.append(make(document, "h3", post.author));
		if (post.when !== "" && posts.length > 1) container.append(make(document, "p", post.when));
		const body = make(document, "div");
		body.append(...childNodes(post.body).map((node) => node.cloneNode(true)));
		cleanPost(body);
		container.append(body);
	});
	const first = posts[0];
	return { container, author: first?.author ?? "", published: first?.date ?? null, posts: posts.length };
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
