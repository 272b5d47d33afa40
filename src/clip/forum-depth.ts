import { all, attribute } from "./elements";
import type { Post } from "./forum-post";

/** Quotes deeper than this are no longer read by anybody. */
const DEEPEST = 5;

/** How deep each post stands below those it answers: 0 for the first and for answers to it. */
export function depthsOf(posts: readonly Post[]): readonly number[] {
	const elements = new Set(posts.map(({ element }) => element));
	const raw = posts.map((post) => post.depth ?? Math.max(saidDepth(post.element), ancestorsIn(post.element, elements)));
	const [first = 0, ...answers] = raw;
	const least = Math.min(...answers);
	if (answers.length === 0 || !answers.some((depth) => depth > least)) return raw.map(() => 0);
	return [first, ...answers].map((depth, at) => (at === 0 ? 0 : Math.min(DEEPEST, depth - least)));
}

function ancestorsIn(element: Element, elements: ReadonlySet<Element>): number {
	let count = 0;
	for (let parent = element.parentElement; parent !== null; parent = parent.parentElement) if (elements.has(parent)) count++;
	return count;
}

/** Software that writes a flat list says the depth in an attribute. */
function saidDepth(element: Element): number {
	for (const name of ["depth", "data-depth", "data-level", "data-indent"]) {
		const depth = Number.parseInt(attribute(element, name), 10);
		if (depth >= 0 && depth < 100) return depth;
	}
	const cell = all(element, "td.ind[indent]")[0];
	const depth = Number.parseInt(attribute(cell, "indent"), 10);
	return depth >= 0 && depth < 100 ? depth : 0;
}

/** Answers by votes where each says its own; an accepted one first. Other threads keep their order. */
export function inOrder(posts: readonly Post[]): readonly Post[] {
	const [first, ...answers] = posts;
	const scores = answers.map(({ element }) => Number.parseInt(attribute(element, "data-score"), 10));
	if (first === undefined || answers.length < 2 || scores.some((score) => Number.isNaN(score))) return posts;
	const isAccepted = ({ element }: Post) => /(^|\s)(accepted-answer|is-accepted)(\s|$)/.test(attribute(element, "class"));
	const rank = (post: Post, at: number) => (isAccepted(post) ? Number.POSITIVE_INFINITY : (scores[at] ?? 0));
	const ranked = answers.map((post, at) => ({ post, rank: rank(post, at) }));
	return [first, ...ranked.sort((a, b) => (a.rank === b.rank ? 0 : b.rank - a.rank)).map(({ post }) => post)];
}
