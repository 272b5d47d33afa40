import { all, follows, squash, tagOf, textOf } from "./elements";
import { saidName } from "./forum-names";
import { whenOf, type Post } from "./forum-post";
import { standsAround, type Measures } from "./measure";
import { readDate, saidDate } from "./page-dates";

/** A text shorter than this before the answers is a label. Characters. */
const LEAST = 40;

/**
 * What the answers answer, where it has a shape of its own: the text between the top of the page and the first of them.
 * Under the title, where that stands above the answers: what is beside it speaks of the place. Null: there is none.
 */
export function openingPost(body: Element, answers: readonly Post[], title: Element | null, measures: Measures): Post | null {
	const [first] = answers;
	if (first === undefined || (title !== null && first.element.contains(title))) return null;
	const top = title !== null && follows(title, first.element) ? title : null;
	for (let node: Element | null = first.element; node !== null && node !== body; node = node.parentElement) {
		let largest: Element | null = null;
		for (let before = node.previousElementSibling; before !== null; before = before.previousElementSibling) {
			const inHeadings = all(before, "h1, h2, h3").reduce((sum, heading) => sum + measures.good(heading), 0);
			if (top !== null && !before.contains(top) && !follows(top, before)) continue;
			if (standsAround(before) || /^h\d$/.test(tagOf(before)) || measures.good(before) - inHeadings < LEAST || measures.links(before) > measures.text(before) * 0.4 || isFacts(before, measures)) continue;
			if (largest === null || measures.good(before) > measures.good(largest)) largest = before;
		}
		if (largest !== null) return postOf(largest, measures);
	}
	return null;
}

/** A table of what is known on the matter: state, version, whom it is given to. */
function isFacts(element: Element, measures: Measures): boolean {
	const cells = all(element, "td, th").filter((cell) => cell.querySelector("table, p, div, br") === null);
	const short = cells.filter((cell) => measures.text(cell) < 80).reduce((sum, cell) => sum + measures.text(cell), 0);
	return cells.length > 3 && short > measures.text(element) * 0.7;
}

function postOf(element: Element, measures: Measures): Post | null {
	let body = element;
	for (;;) {
		const next = Array.from(body.children).find((child) => measures.good(child) >= measures.good(body) * 0.8 && !/^(p|pre|ul|ol|blockquote|dl|table)$/.test(tagOf(child)));
		if (next === undefined) break;
		body = next;
	}
	if (/^h\d$/.test(tagOf(body))) return null;
	const dated = all(element, "*").filter((each) => !body.contains(each) && textOf(each).length < 80).map((each) => ({ each, date: readDate(saidDate(each) || textOf(each), null) })).find(({ date }) => date !== null);
	const mark = dated?.each ?? element;
	const shown = dated === undefined ? "" : squash(mark.textContent ?? "");
	return { element, body, author: saidName(element, [body], mark), date: dated?.date ?? null, when: whenOf(shown, dated?.date ?? ""), depth: 0 };
}
