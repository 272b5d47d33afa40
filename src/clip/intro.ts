import { all, follows, isElement, tagOf, textOf } from "./elements";
import { standsAround, type Measures } from "./measure";

/** A paragraph shorter than this is a label, a date or a line about the author. Characters. */
const LEAST = 80;
/** More than a standfirst or an opening section holds belongs to something else. */
const MOST = 6000;

/**
 * Paragraphs between the title and the region in the same landmark: pages set the opening of a text apart. In page
 * order; empty where there are none, or where the title stands in the region itself.
 */
export function introOf(region: Element, landmark: Element, heading: Element | null, measures: Measures): readonly Element[] {
	if (heading === null || region === landmark || region.contains(heading) || !landmark.contains(heading)) return [];
	const found: Element[] = [];
	const take = (element: Element): void => {
		if (element === heading || /^(details|figure|table|ul|ol|form|button|h[1-6])$/.test(tagOf(element))) return;
		if (element.contains(heading)) for (const child of Array.from(element.children)) take(child);
		else if (!standsAround(element) && follows(heading, element) && isIntro(element, measures)) found.push(element);
	};
	for (let part: Element = region; part !== landmark; ) {
		const before: Element[] = [];
		for (let node = part.previousSibling; node !== null; node = node.previousSibling) if (isElement(node)) before.unshift(node);
		for (const element of before.reverse()) take(element);
		const parent = part.parentElement;
		if (parent === null) break;
		part = parent;
	}
	const whole = found.reduce((sum, element) => sum + measures.text(element), 0);
	return whole > MOST ? [] : found.sort((a, b) => (follows(a, b) ? -1 : 1));
}

function isIntro(element: Element, measures: Measures): boolean {
	if (measures.links(element) > measures.text(element) * 0.4 || element.querySelector("h1, h2, h3, h4, h5, h6, form, button, nav, time") !== null) return false;
	const paragraphs = tagOf(element) === "p" ? [element] : all(element, "p");
	// Counted here: what stands in a header is good for nothing to the measure.
	const lengths = paragraphs.map((paragraph) => textOf(paragraph).length);
	return lengths.some((length) => length >= LEAST) && lengths.reduce((sum, length) => sum + length, 0) > measures.text(element) * 0.7;
}
