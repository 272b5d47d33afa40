import { all, attribute, follows, squash, textOf } from "./elements";
import { PLATFORMS, type Platform } from "./forum-platforms";
import { findRepeatedPosts, hasAncestorIn } from "./forum-unknown";
import { findDatedPosts } from "./forum-dated";
import { inOrder } from "./forum-depth";
import { lengthOf, whenOf, type Post } from "./forum-post";
import { saysArticle, saysForum } from "./forum-signs";
import { openingPost } from "./forum-opening";
import { writeThread } from "./forum-write";
import type { Measures } from "./measure";
import { allNamed } from "./page-names";
import type { Steps } from "./pieces";
import type { Region } from "./region";
import { readDate, saidDate } from "./page-dates";
import { scriptWeight } from "./script-weight";
import { partsBelow, shareSaidBelow } from "./said-below";
import { titleHeading } from "./title-heading";

/** A page of posts, in page order, in one container. */
export type Thread = Readonly<{
	container: Element;
	/** Of the first post; "" and null where the page does not say. */
	author: string;
	published: string | null;
	posts: number;
}>;

/** A page that says it is an article may be a question of one of its readers: then this share of it is answers. */
const MOSTLY_ANSWERS = 0.5;

/** Finds the posts of a thread. Null: the page is no thread, or too little of it would be one. `isTitle`: whether a heading is what the page is called. */
export function* findThread(document: Document, measures: Measures, region: Region, url: string, isTitle: (text: string) => boolean = () => false): Steps<Thread | null> {
	const body = document.body;
	const isForum = saysForum(document, url);
	// Asked first: looking for posts costs more than all else here, and most pages say that they are articles.
	if (!isForum && saysArticle(document) && shareSaidBelow(body, measures) < MOSTLY_ANSWERS) return null;
	const { posts, isKnown } = yield* bestPosts(body, measures);
	if (posts.length === 0) return null;
	const good = Math.max(1, measures.good(body));
	const held = posts.reduce((sum, post) => sum + lengthOf(post, measures), 0);
	const isBeside = isBesideArticle(posts, held, measures, region);
	if (isBeside && !isForum) return null;
	if (isForum ? held < good * 0.25 : posts.length < 2 || held < good * 0.6) return null;
	const title = titleHeading(document, isTitle);
	const before = openingPost(body, posts, title, measures);
	if (!isForum && before !== null && isSaidBelow(posts, before, body, measures) && !isByMember(posts, before.element)) return null;
	const opening = isKnown && (before === null || !isAnsweredText(before, title, measures)) ? null : before;
	// A text that says it is an article, with answers of members under it, is a thread; with those of readers it is not.
	if (!isForum && saysArticle(document) && !(before === null ? isOfMembers(posts, title) : isByMember(posts, before.element))) return null;
	// On a page of posts the text above them is what they answer, or it is lost.
	if (isBeside && opening === null) return null;
	const whole = opening === null ? posts : [opening, ...posts];
	const [first] = whole;
	return { container: writeThread(document, inOrder(whole)), author: first?.author ?? "", published: first?.date ?? null, posts: whole.length };
}

/** Known software may set the first text apart: it stands under the title of the page, and is no line. */
function isAnsweredText({ element, body }: Post, title: Element | null, measures: Measures): boolean {
	return title !== null && measures.good(body) > 120 && (element.contains(title) || follows(title, element));
}

/** All of them in a part that is named after what readers say, under a text that is more than a line. */
function isSaidBelow(posts: readonly Post[], { body: text }: Post, body: Element, measures: Measures): boolean {
	if (measures.good(text) * scriptWeight(text) < 120) return false;
	return partsBelow(body).some((group) => posts.every(({ element }) => group.some((part) => part.contains(element) && !part.contains(text))));
}

/** Comments under an article: the article has a place of its own with no post in it. */
function isBesideArticle(posts: readonly Post[], held: number, measures: Measures, { element }: Region): boolean {
	if (posts.some(({ body }) => element.contains(body) || body.contains(element))) return false;
	return measures.good(element) > Math.min(held * 0.3, 1500) && !isByMember(posts, element);
}

/** The text above is signed with the same kind of link as the answers: its writer is one of them. A blog's author is not. */
function isByMember(posts: readonly Post[], text: Element): boolean {
	const kind = signedAlike(posts);
	if (kind === "") return false;
	return all(text.parentElement ?? text, "a[href]").some((link) => kindOf(link) === kind && !posts.some(({ element }) => element.contains(link)));
}

/** The first post is the text under the title, and signed like the others. */
function isOfMembers(posts: readonly Post[], title: Element | null): boolean {
	const [first] = posts;
	return first !== undefined && title !== null && first.element.contains(title) && signedAlike([first]) !== "" && signedAlike([first]) === signedAlike(posts);
}

/** What kind of address nearly all posts are signed with; "" where they differ. */
function signedAlike(posts: readonly Post[]): string {
	const signed = posts.map(({ element, body }) => all(element, "a[href]").find((link) => (body === element || !body.contains(link)) && kindOf(link) !== ""));
	const kind = signed[0] === undefined ? "" : kindOf(signed[0]);
	return kind === "" || signed.filter((link) => link !== undefined && kindOf(link) === kind).length < posts.length * 0.8 ? "" : kind;
}

function kindOf(link: Element): string {
	return /^(?:https?:\/\/[^/]+)?\/(u|users?|members?|profiles?|people|[@~])[/\w]/.exec(attribute(link, "href"))?.[1] ?? "";
}

/** The first set with two posts; a later one only with twice the text. */
function* bestPosts(body: Element, measures: Measures): Steps<Readonly<{ posts: readonly Post[]; isKnown: boolean }>> {
	let best: readonly Post[] = [];
	let bestText = 0;
	for (const platform of PLATFORMS) {
		const posts = postsOf(body, platform, measures);
		yield;
		const text = posts.reduce((sum, post) => sum + lengthOf(post, measures), 0);
		const wins = best.length < 2 && posts.length >= 2 ? text > bestText * 0.8 : text > bestText * 2;
		// Two kinds of software may call a part alike; who wrote what is told by the right one alone.
		const isTold = posts.length >= 2 && namedShare(posts) > 0.7 && namedShare(best) < 0.3 && text > bestText * 0.7;
		if (posts.length > 0 && (wins || isTold)) {
			best = posts;
			bestText = text;
		}
	}
	if (best.length >= 2) return { posts: best, isKnown: true };
	let isKnown = true;
	for (const find of [findRepeatedPosts, findDatedPosts]) {
		const unknown = find(body, measures);
		yield;
		const text = unknown.reduce((sum, post) => sum + lengthOf(post, measures), 0);
		// More posts with about the same text: the other way took answers for a part of what they answer.
		const isFiner = best.length > 0 && unknown.length > best.length && text > bestText * 0.75;
		if (unknown.length < 2 || (text <= bestText * 1.2 && !isFiner)) continue;
		best = unknown;
		bestText = text;
		isKnown = false;
	}
	return { posts: best, isKnown };
}

function namedShare(posts: readonly Post[]): number {
	return posts.filter(({ author }) => author !== "").length / Math.max(1, posts.length);
}

function postsOf(root: Element, platform: Platform, measures: Measures): readonly Post[] {
	const found: Post[] = [];
	const bodies = new Set<Element>();
	for (const element of allNamed(root, platform.post)) {
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
			const raw = /^\d{10,13}$/.test(seconds) ? seconds : attribute(element, "datetime") || attribute(element, "content") || attribute(element, "data-date-string") || saidDate(element) || textOf(element);
			const date = readDate(raw.slice(0, 200), null);
			const shown = textOf(element);
			if (date !== null) found.push({ date, when: whenOf(shown, date) });
		}
		const [first] = found.sort((a, b) => (a.date < b.date ? -1 : 1));
		if (first !== undefined) return first;
	}
	return { date: null, when: "" };
}
