import { all, attribute, isElement, nameWords, tagOf, textOf } from "./elements";
import type { Post } from "./forum-post";
import type { Measures } from "./measure";
import { readDate } from "./page-dates";

const POST_WORDS: ReadonlySet<string> = new Set("post posts message msg reply comment answer entry topic discussion response".split(" "));
const BODY_WORDS: ReadonlySet<string> = new Set("body content text message description html prose markdown bbcode".split(" "));
const AUTHOR_WORDS: ReadonlySet<string> = new Set("author user username poster name member nickname creator profile".split(" "));

/**
 * Posts of software the table does not know: neighbours of one shape that are named like posts, each with
 * somebody's name and most of them with a date. Fewer than two: nothing.
 */
export function findRepeatedPosts(body: Element, measures: Measures): readonly Post[] {
	const groups = new Map<string, Element[]>();
	for (const element of all(body, "article, li, div, section, tr, table")) {
		if (measures.text(element) < 20) continue;
		const words = nameWords(element);
		if (!words.some((word) => POST_WORDS.has(word))) continue;
		const shape = `${tagOf(element)}.${attribute(element, "class").split(/\s+/).filter((word) => /^[a-z][a-z_-]*$/i.test(word)).slice(0, 2).join(".")}`;
		const group = groups.get(shape) ?? [];
		group.push(element);
		groups.set(shape, group);
	}
	let best: readonly Post[] = [];
	let bestText = 0;
	for (const group of groups.values()) {
		const members = new Set(group);
		const outer = group.filter((element) => !hasAncestorIn(element, members));
		if (outer.length < 2) continue;
		const posts = outer.map((element) => postOf(element, measures));
		const isNamed = posts.filter((post) => post.author !== "").length >= posts.length * 0.7;
		const isDated = posts.filter((post) => post.date !== null).length >= posts.length * 0.5;
		const isPosts = isNamed && (isDated || (haveAges(posts) && isConversation(posts)));
		const text = posts.reduce((sum, post) => sum + measures.text(post.body), 0);
		if (isPosts && text > bestText) {
			best = posts;
			bestText = text;
		}
	}
	return best;
}

/** `3 years ago`, `2mo`: how pages say when, that count the days for their readers. */
const AGE = /^(about |over |almost |edited |(vor|hace|il y a|há) )?\d+\s?(s|min|h|hr|hrs|d|w|wk|mo|mos|y|yr|yrs|seconds?|minutes?|hours?|days?|weeks?|months?|years?|minuten?|stunden?|tagen?|wochen?|monat(en)?|jahr(en)?|jours?|mois|ans?|heures?|días?|meses|años?|horas?)( ago)?\.?$|^an? (hour|day|week|month|year) ago$|^\d+\s?(秒|分钟?|小时|時間|天|日|个月|ヶ月|年|시간|일|개월|년)(前|之前|전)$/i;

function haveAges(posts: readonly Post[]): boolean {
	const hasAge = ({ element, body }: Post) => all(element, "a, span, small, time, div, p").some((part) => (part.textContent ?? "").length < 30 && (body === element || !body.contains(part)) && AGE.test(textOf(part)));
	return posts.filter(hasAge).length >= posts.length * 0.6;
}

/** Several people: cards of one writer's works have ages too. */
function isConversation(posts: readonly Post[]): boolean {
	return new Set(posts.map(({ author }) => author).filter((name) => name !== "")).size > 1 && !posts.some(({ element }) => element.querySelector("h1, h2 a[href], h3 a[href]") !== null);
}

export function hasAncestorIn(element: Element, set: ReadonlySet<Element>): boolean {
	for (let parent = element.parentElement; parent !== null; parent = parent.parentElement) if (set.has(parent)) return true;
	return false;
}

function postOf(element: Element, measures: Measures): Post {
	const body = bodyOf(element, measures);
	const date = dateOf(element, body);
	return { element, body, author: authorOf(element, body), date, when: (date ?? "").slice(0, 10) };
}

/** The part with most good text, preferring one that is named like a body. */
function bodyOf(element: Element, measures: Measures): Element {
	let best = element;
	for (;;) {
		const children: Element[] = [];
		for (let node = best.firstChild; node !== null; node = node.nextSibling) if (isElement(node)) children.push(node);
		const wanted = measures.text(best) * (children.some((child) => nameWords(child).some((word) => BODY_WORDS.has(word))) ? 0.4 : 0.7);
		const next = children.filter((child) => measures.text(child) >= wanted && !/^(p|pre|ul|ol|blockquote|table|h[1-6])$/.test(tagOf(child))).sort((a, b) => measures.text(b) - measures.text(a))[0];
		if (next === undefined) return best;
		best = next;
	}
}

function authorOf(element: Element, body: Element): string {
	const isNamed = (part: Element) => nameWords(part).some((word) => AUTHOR_WORDS.has(word)) || /\/(user|users|member|members|profile|people|u)\//.test(attribute(part, "href"));
	for (const part of all(element, PARTS)) {
		if ((body.contains(part) && body !== element) || !isNamed(part)) continue;
		// Of a named part in a named part the inner one is the name: the outer one adds ranks and dates.
		if (all(part, PARTS).some((inner) => textOf(inner) !== "" && isNamed(inner))) continue;
		const text = textOf(part);
		if (text.length >= 2 && text.length <= 40 && !/^(reply|quote|report|share|\d+)$/i.test(text)) return text;
	}
	return "";
}

const PARTS = "a, span, strong, b, div, cite, h3, h4, h5, p";

function dateOf(element: Element, body: Element): string | null {
	for (const part of all(element, "time, [datetime], [title], [class*=date], [class*=time]")) {
		if (body.contains(part) && body !== element) continue;
		const date = readDate(attribute(part, "datetime") || attribute(part, "title") || textOf(part).slice(0, 100), null);
		if (date !== null) return date;
	}
	return null;
}
