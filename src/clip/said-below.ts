import { all, follows, isHeading, nameWords, tagOf, textOf } from "./elements";
import type { Measures } from "./measure";
import { allNamed } from "./page-names";
import { scriptWeight } from "./script-weight";

const NAMES: ReadonlySet<string> = new Set("comments commentlist comentarios kommentare commentaires commenti disqus respond responses usernotes".split(" "));
const PLACES: ReadonlySet<string> = new Set("list area section block wrap wrapper box container thread threads tree".split(" "));
/** Splitting every name of a large page into words would take longer than all else here. */
const HINTS = ["comment", "coment", "kommentare", "disqus", "respon", "usernotes"].map((word) => `[class*=${word} i], [id*=${word} i]`).join(", ");
/** What stands over readers' answers to an article. */
const LABEL = /^(\(?\d+\)?\s*)?((reader |user |all |recent |latest )?comments?|responses?|replies|reader reactions|kommentare?|leserkommentare|commentaires?|réactions|comentarios?|commenti|reacties|комментари(и|й|я|ев)|コメント(一覧)?|(全部|网友|最新|热门|精彩)?评论|留言|댓글|user contributed notes|التعليقات)\s*([:：]|\(?\d+\s*(件|条|개|notes|comments)?\)?)?$|^(\d+|one|two) (thoughts?|comments?|responses?|replies) (on|to|about) ./i;
/** What marks one answer among several. */
const ANSWER = "time, [datetime], [class*=comment i], [id*=comment i], [class*=reply i], [class*=response i], [class*=date i], [class*=user i]";
const LEAST_ANSWERS = 2;
/** An article is at least so long without them, in characters; a page with less is theirs. */
const LEAST = 80;
/** Shares of the page below this are left to the cleaning, which knows more of their surroundings. */
const LEAST_SHARE = 0.2;

/** The part of a page, by its text, in which readers answer: named so, or under a heading that says so. */
export function shareSaidBelow(body: Element, measures: Measures): number {
	const texts = partsBelow(body).map((group) => group.reduce((sum, part) => sum + measures.text(part), 0));
	return Math.max(0, ...texts) / Math.max(1, measures.text(body));
}

/**
 * Takes out what readers wrote below an article, however much longer than it: the measure knows such a part by its
 * name only where it is short. Not for pages of posts. Returns whether anything went.
 */
export function removeSaidBelow(body: Element, title: Element, measures: Measures): boolean {
	const wanted = measures.text(body) * LEAST_SHARE;
	const isBelow = (part: Element) => !part.contains(title) && follows(title, part) && measures.text(part) > 0;
	const parts = partsBelow(body).filter((group) => group.every(isBelow));
	let isChanged = false;
	for (const group of parts) {
		const inside = group.filter((part) => body.contains(part));
		const text = inside.reduce((sum, part) => sum + measures.text(part), 0);
		if (text < wanted || inside.reduce((sum, part) => sum + all(part, ANSWER).length, 0) < LEAST_ANSWERS) continue;
		if (!standsText(title, inside, measures)) continue;
		for (const part of inside) measures.remove(part);
		isChanged = true;
	}
	return isChanged;
}

/** By name and by label; each is one element or a heading with what follows it. */
export function partsBelow(body: Element): readonly (readonly Element[])[] {
	return [...namedParts(body), ...labelledParts(body)];
}

function namedParts(body: Element): readonly (readonly Element[])[] {
	const found = allNamed(body, HINTS).filter((each) => /^(section|div|ol|ul|aside)$/.test(tagOf(each)) && isNamedSo(nameWords(each)));
	return found.filter((each) => !found.some((other) => other !== each && other.contains(each))).map((each) => [each]);
}

/** `comment` alone is one of them; `comment-list` holds them. */
function isNamedSo(words: readonly string[]): boolean {
	return words.some((word, at) => NAMES.has(word) || (word === "comment" && PLACES.has(words[at + 1] ?? "")));
}

/** The heading with the box it opens, else with all that follows it. */
function labelledParts(body: Element): readonly (readonly Element[])[] {
	return all(body, "h2, h3, h4, h5").filter((heading) => (heading.textContent ?? "").length < 200 && LABEL.test(textOf(heading))).map((label) => {
		let head = label;
		while (head.parentElement !== null && head.parentElement !== body && head.previousElementSibling === null && !/^(main|article)$/.test(tagOf(head.parentElement)) && head.parentElement.childElementCount === 1) head = head.parentElement;
		const box = head.parentElement;
		if (head.previousElementSibling === null && box !== null && box !== body && !/^(main|article)$/.test(tagOf(box))) return [box];
		const group: Element[] = [head];
		for (let next = head.nextElementSibling; next !== null && !(isHeading(next) && tagOf(next) <= tagOf(label)); next = next.nextElementSibling) group.push(next);
		return group;
	});
}

/** Whether enough to read stands between the title and these parts, where both have their place. */
function standsText(title: Element, parts: readonly Element[], measures: Measures): boolean {
	const [first] = parts;
	if (first === undefined) return false;
	let around = first.parentElement;
	while (around !== null && !around.contains(title)) around = around.parentElement;
	if (around === null) return false;
	const rest = measures.good(around) - parts.reduce((sum, part) => sum + measures.good(part), 0);
	return (rest - measures.good(title)) * scriptWeight(around) >= LEAST;
}
