import { all, attribute, follows, isElement, isHeading, isText, squash, tagOf, textOf, UNSHOWN } from "./elements";
import { lengthOf, whenOf, type Post } from "./forum-post";
import { nameIn } from "./forum-names";
import type { Measures } from "./measure";
import { readDate, saidDate } from "./page-dates";

/** A place that says when something was written. */
type Mark = Readonly<{ element: Element; date: string; shown: string }>;

const LONGEST_DATE = 80;
const LEAST_POSTS = 3;
const MOST_MARKS = 2000;
/** A head without text of its own: a name, a date, some points. Characters. */
const HEAD = 30;

/**
 * Posts told by nothing but their shape: dates that all look the same, each with a name beside it and words below.
 * It reads any software, named or not; teasers, versions and articles of one author are none.
 */
export function findDatedPosts(body: Element, measures: Measures): readonly Post[] {
	const groups = new Map<string, Mark[]>();
	for (const mark of dateMarks(body)) {
		const isTime = /^(time|relative-time)$/.test(tagOf(mark.element));
		const shape = isTime ? shapeOf(mark.element) : `${shapeOf(mark.element)}<${mark.element.parentElement === null ? "" : tagOf(mark.element.parentElement)}`;
		const group = groups.get(shape);
		if (group === undefined) groups.set(shape, [mark]);
		else group.push(mark);
	}
	let best: readonly Post[] = [];
	let bestText = 0;
	for (const marks of groups.values()) {
		if (marks.length < LEAST_POSTS) continue;
		const posts = postsAround(marks, body, measures);
		const text = posts.reduce((sum, post) => sum + lengthOf(post, measures), 0);
		if (isThread(posts, measures) && text > bestText) {
			best = posts;
			bestText = text;
		}
	}
	return best;
}

/** Class names without numbers: `reply-31` and `reply-32` are of one shape. */
function shapeOf(element: Element): string {
	return `${tagOf(element)}.${attribute(element, "class").split(/\s+/).filter((word) => !/\d/.test(word)).slice(0, 3).join(".")}`;
}

/** In page order. Of a date in a date the inner one counts. */
function dateMarks(body: Element): readonly Mark[] {
	const found = new Map<Element, Mark>();
	const add = (element: Element, said: string) => {
		const date = found.has(element) || found.size >= MOST_MARKS ? null : readDate(said, null);
		if (date !== null) found.set(element, { element, date, shown: squash(element.textContent ?? "").slice(0, LONGEST_DATE) });
	};
	const walk = (node: Node): void => {
		for (let child = node.firstChild; child !== null; child = child.nextSibling) {
			if (isText(child)) {
				if (child.data.length < LONGEST_DATE * 2 && /(?:19|20)\d\d/.test(child.data) && isElement(node) && isLabel(node)) add(node, child.data);
				continue;
			}
			if (!isElement(child) || UNSHOWN.has(tagOf(child)) || /^(pre|code)$/.test(tagOf(child))) continue;
			if (isHeading(child) && !/(?:19|20)\d\d.{0,12}\d{1,2}:\d\d/.test(child.textContent ?? "")) continue;
			const said = saidDate(child);
			if (/\d{4}/.test(said) && (child.textContent ?? "").length < LONGEST_DATE) add(child, said);
			else walk(child);
		}
	};
	walk(body);
	return [...found.values()];
}

/** Short, and no part of a sentence. */
function isLabel(element: Element): boolean {
	const isLong = (node: Node | null) => isText(node) && node.data.trim().length > 30;
	return textOf(element).length <= LONGEST_DATE && !isLong(element.previousSibling) && !isLong(element.nextSibling);
}

function postsAround(marks: readonly Mark[], body: Element, measures: Measures): readonly Post[] {
	const held = new Map<Element, number>();
	for (const { element } of marks) for (let parent: Element | null = element; parent !== null && parent !== body; parent = parent.parentElement) held.set(parent, (held.get(parent) ?? 0) + 1);
	const heads = marks.map((mark) => ({ mark, head: widest(mark.element, held) })).filter(({ head }, at, list) => list[at - 1]?.head !== head);
	const below = heads.map(({ head }) => textBelow(head, held));
	// Where nearly all heads are alike they all have their text inside, or all below. An answered post is unlike the others.
	const usual = usualShape(heads.map(({ head }) => shapeOf(head)));
	const alike = below.filter((_, at) => shapeOf(heads[at]?.head ?? body) === usual);
	const apart = alike.filter((parts) => parts.length > 0).length >= alike.length * 0.6;
	const containers: (Element | null)[] = [];
	const posts = heads.map(({ mark, head }, at): Post => {
		const parts = below[at] ?? [];
		const own = measures.text(head) - measures.text(mark.element);
		const isUsual = shapeOf(head) === usual;
		const isApart = parts.length > 0 && (isUsual ? apart : parts.reduce((sum, part) => sum + measures.text(part), 0) > Math.min(own, HEAD));
		containers.push(isApart && !isUsual ? head.parentElement : null);
		const [largest, ...others] = isApart ? bodyParts(parts, measures) : [bodyOf(head, measures)];
		const text = largest ?? head;
		const author = nameIn(head, [text, ...others], mark.element);
		return { element: head, body: text, more: others, author, date: mark.date, when: whenOf(mark.shown.replace(author, " "), mark.date) };
	});
	const nests = containers.flatMap((container, at) => (container === null ? [] : [{ container, at }]));
	return posts.map((post, at) => ({ ...post, depth: nests.filter((nest) => nest.at !== at && nest.container.contains(post.element)).length }));
}

/** The shape of at least four fifths; "" where they differ more. */
function usualShape(shapes: readonly string[]): string {
	const counts = new Map<string, number>();
	for (const shape of shapes) counts.set(shape, (counts.get(shape) ?? 0) + 1);
	return [...counts].find(([, count]) => count >= shapes.length * 0.8)?.[0] ?? "";
}

/** The largest element around a mark that holds no other. */
function widest(mark: Element, held: ReadonlyMap<Element, number>): Element {
	let element = mark;
	for (let parent = mark.parentElement; parent !== null && held.get(parent) === 1; parent = parent.parentElement) element = parent;
	return element;
}

/** What follows a head, up to the next element with a date of the same shape. */
function textBelow(head: Element, held: ReadonlyMap<Element, number>): readonly Element[] {
	const parts: Element[] = [];
	for (let next = head.nextElementSibling; next !== null && !held.has(next); next = next.nextElementSibling) if (textOf(next) !== "" && !isHeading(next)) parts.push(next);
	return parts;
}

/** One part with most of the text, or all that are text: paragraphs beside buttons. */
function bodyParts(parts: readonly Element[], measures: Measures): readonly Element[] {
	const whole = parts.reduce((sum, part) => sum + measures.text(part), 0);
	const largest = parts.find((part) => measures.text(part) > whole * 0.5 && !/^(p|pre|ul|ol|blockquote)$/.test(tagOf(part)));
	if (largest !== undefined) return [bodyOf(largest, measures)];
	return parts.filter((part) => !/^(footer|nav|form|button|header)$/.test(tagOf(part)) && measures.good(part) > 0);
}

/** Down to the part that holds most of the words: what stands beside it is name, date and buttons. */
function bodyOf(element: Element, measures: Measures): Element {
	let best = element;
	for (;;) {
		const children = Array.from(best.children).filter((child) => measures.text(child) > 0).sort((a, b) => measures.text(b) - measures.text(a));
		const [largest, second] = children;
		if (largest === undefined || /^(p|pre|ul|ol|blockquote|dl|span|a|b|strong)$/.test(tagOf(largest))) return best;
		const isMost = measures.text(largest) >= measures.text(best) * 0.7;
		const isClear = measures.good(largest) > 0 && measures.good(largest) >= 3 * (second === undefined ? 0 : measures.good(second)) && measures.text(largest) >= measures.text(best) * 0.4;
		if (!isMost && !isClear) return best;
		best = largest;
	}
}

/** A row of data or an entry of a list: name, date and a few words in one line. */
function isRecord({ element, body, more = [] }: Post, measures: Measures): boolean {
	const holdsBlocks = (part: Element) => part.querySelector("p, br, div, blockquote, pre, ul, ol") !== null;
	if (tagOf(element) === "tr") return measures.text(body) < 100 && !holdsBlocks(body);
	return body === element && more.length === 0 && !holdsBlocks(body);
}

/** Headings outside the texts that name nobody: a page of several articles has one before each. */
function titlesBetween(posts: readonly Post[]): number {
	const [first] = posts;
	const last = posts[posts.length - 1];
	if (first === undefined || last === undefined) return 0;
	let around = first.element.parentElement;
	while (around !== null && !around.contains(last.element)) around = around.parentElement;
	if (around === null) return 0;
	const names = new Set(posts.map(({ author }) => author));
	const texts = posts.flatMap(({ body, more = [] }) => [body, ...more]);
	const heads = new Set(posts.map(({ element }) => element));
	return all(around, "h1, h2, h3, h4, h5").filter((heading) => !heads.has(heading) && !names.has(textOf(heading)) && follows(first.element, heading) && follows(heading, last.element) && !texts.some((text) => text !== heading && text.contains(heading))).length;
}

function isThread(posts: readonly Post[], measures: Measures): boolean {
	if (posts.length < LEAST_POSTS) return false;
	const named = posts.filter(({ author }) => author !== "");
	if (named.length < posts.length * 0.8 || new Set(named.map(({ author }) => author.toLowerCase())).size < 2) return false;
	const isTeaser = ({ element }: Post) => all(element, "h1, h2, h3, h4").some((heading) => heading.querySelector("a[href]") !== null || heading.closest("a[href]") !== null) || element.closest("a[href]") !== null;
	if (posts.filter(isTeaser).length > posts.length * 0.3) return false;
	if (posts.filter((post) => isRecord(post, measures)).length > posts.length * 0.4) return false;
	if (titlesBetween(posts) > posts.length * 0.5) return false;
	const read = posts.filter(({ body, more = [] }) => [body, ...more].some((part) => measures.good(part) > 0 || measures.text(part) > 60));
	const linked = posts.filter(({ body }) => measures.links(body) > measures.text(body) * 0.6);
	return read.length >= posts.length * 0.6 && linked.length < posts.length * 0.3;
}
