import { isDecoration } from "./decoration";
import { all, attribute, follows, nameWords, textOf } from "./elements";
import type { Post } from "./forum-post";
import { VIEWER } from "./lead-image";

const HOLDERS: ReadonlySet<string> = new Set("gallery media attachment attachments attach photo photos image images picture pictures".split(" "));

/** Pictures of a post that stand in a box of their own below its text; what its writer always adds is none. */
export function attachedPictures(post: Post, posts: readonly Post[]): readonly Element[] {
	const texts = [post.body, ...(post.more ?? [])];
	return all(post.element, "img").filter((image) => {
		if (texts.some((text) => text.contains(image)) || !follows(post.body, image) || isDecoration(image)) return false;
		const link = image.closest("a");
		if (link !== null && !VIEWER.test(attribute(link, "href"))) return false;
		return isInBox(image, post.element) && isOwn(image, post, posts);
	});
}

const CARDS: ReadonlySet<string> = new Set("card preview unfurl onebox embed".split(" "));
const LONGEST_CARD = 400;

/** What a post shows of a page it links to, as one link: a picture, a title, a line. */
export function attachedCards(post: Post, posts: readonly Post[]): readonly Element[] {
	const texts = [post.body, ...(post.more ?? [])];
	return all(post.element, "a[href]").filter((card) => {
		if (!/^https?:/i.test(attribute(card, "href")) || !nameWords(card).some((word) => CARDS.has(word))) return false;
		const length = textOf(card).length;
		if (length < 5 || length > LONGEST_CARD || card.querySelector("img") === null) return false;
		return follows(post.body, card) && !texts.some((text) => text.contains(card)) && isOwn(card, post, posts);
	});
}

/** Not an answer's that stands inside this post's element. */
function isOwn(part: Element, post: Post, posts: readonly Post[]): boolean {
	return !posts.some(({ element }) => element !== post.element && post.element.contains(element) && element.contains(part));
}

function isInBox(image: Element, post: Element): boolean {
	let isHeld = false;
	for (let parent = image.parentElement; parent !== null && parent !== post; parent = parent.parentElement) {
		const words = nameWords(parent);
		if (words.some((word) => /^(signature|sig|avatar|author|user|profile|badge|rank)$/.test(word))) return false;
		isHeld ||= words.some((word) => HOLDERS.has(word));
	}
	return isHeld;
}
