import { all, attribute, isElement, nameWords, tagOf, textOf } from "./elements";
import { standsAround, type Measures } from "./measure";

/** The part of a page that is the work, and the landmark it was found in. */
export type Region = Readonly<{ element: Element; landmark: Element }>;

const LANDMARKS: readonly string[] = [
	"article, [role=article]",
	"[itemprop~=articleBody]",
	"main, [role=main]",
	"#content, #main, #main-content, #article",
];
const ANSWERS: ReadonlySet<string> = new Set("comment reply response".split(" "));
/** A landmark with less of the page's text than this is a card or a teaser. */
const LANDMARK_SHARE = 0.35;
/** Measured: 75 % loses structure, 92 % keeps what stands around. */
const DESCEND_SHARE = 0.8;
const LIST_PAGE_SHARE = 0.1;
/** Parts of a text: never the whole of it. */
const NOT_A_REGION: ReadonlySet<string> = new Set("p pre ul ol dl li table tbody thead tr h1 h2 h3 h4 h5 h6 blockquote figure a span em strong".split(" "));

/** Finds the article: the largest landmark, then down while one child still holds nearly all of the good text. */
export function findRegion(body: Element, measures: Measures, isTitle: (text: string) => boolean = () => false): Region {
	const landmark = findLandmark(body, measures, isTitle);
	const goodOfLandmark = measures.good(landmark);
	// A list page has no prose to go by.
	if (goodOfLandmark < measures.inner(landmark) * LIST_PAGE_SHARE) return { element: landmark, landmark };
	let element = landmark;
	for (;;) {
		const next = mainChild(element, measures);
		if (next === null || measures.good(next) < goodOfLandmark / 2) return { element, landmark };
		element = next;
	}
}

function findLandmark(body: Element, measures: Measures, isTitle: (text: string) => boolean): Element {
	const wanted = measures.text(body) * LANDMARK_SHARE;
	for (const selector of LANDMARKS) {
		// Software that writes answers as articles names them.
		const found = all(body, selector).filter((each) => !nameWords(each).some((word) => ANSWERS.has(word)) || hasTitle(each, isTitle));
		const largest = largestOf(found, measures);
		if (largest === null || measures.text(largest) <= wanted) continue;
		// Of several texts on one page, the one that the page is called after.
		const called = found.find((each) => !each.contains(largest) && !largest.contains(each) && measures.text(each) > measures.text(largest) / 4 && hasTitle(each, isTitle));
		return called !== undefined && !hasTitle(largest, isTitle) ? called : wholeOf(largest, body, measures);
	}
	return body;
}

function hasTitle(element: Element, isTitle: (text: string) => boolean): boolean {
	return all(element, "h1, h2").some((heading) => isTitle(textOf(heading)));
}

/** A landmark that only an id names may be one of several sections: then all of them are the text. */
function wholeOf(landmark: Element, body: Element, measures: Measures): Element {
	const parent = landmark.parentElement;
	if (parent === null || /^(main|article)$/.test(tagOf(landmark)) || attribute(landmark, "role") !== "" || attribute(landmark, "itemprop") !== "") return landmark;
	const heading = innerHeading(landmark);
	if (heading === "") return landmark;
	const others = Array.from(parent.children).filter((each) => each !== landmark && innerHeading(each) === heading && measures.good(each) > 0 && !standsAround(each));
	const held = others.reduce((sum, each) => sum + measures.good(each), 0);
	return held > measures.good(landmark) * 0.2 && (parent === body || body.contains(parent)) ? parent : landmark;
}

/** The tag of the first heading in a part that is no title; "" for none. */
function innerHeading(part: Element): string {
	const first = part.querySelector("h2, h3, h4");
	return first === null ? "" : tagOf(first);
}

function largestOf(elements: readonly Element[], measures: Measures): Element | null {
	let largest: Element | null = null;
	for (const element of elements) {
		if (largest === null || measures.text(element) > measures.text(largest)) largest = element;
	}
	return largest;
}

/** An anchor without an address may hold half a page that forgot to close it. */
function isPartOfText(element: Element): boolean {
	return NOT_A_REGION.has(tagOf(element)) && (tagOf(element) !== "a" || element.hasAttribute("href"));
}

function mainChild(element: Element, measures: Measures): Element | null {
	const wanted = measures.good(element) * DESCEND_SHARE;
	for (let node = element.firstChild; node !== null; node = node.nextSibling) {
		if (!isElement(node)) continue;
		if (measures.good(node) >= wanted && measures.good(node) > 0) {
			if (hasEqual(node, measures) || isAmongText(node, measures)) return null;
			if (tagOf(node) === "table" || tagOf(node) === "tbody" || tagOf(node) === "tr") return layoutCell(node, measures);
			// One of several panels: the others are hidden, and as much part of the text.
			if (attribute(node, "role") === "tabpanel") return null;
			return isPartOfText(node) ? null : node;
		}
	}
	return null;
}

/** Paragraphs on both sides of a part: it is a gallery or a box in the middle of a text. */
function isAmongText(child: Element, measures: Measures): boolean {
	return hasParagraphs(child, "previousElementSibling", measures) && hasParagraphs(child, "nextElementSibling", measures);
}

/** Characters. */
const PARAGRAPH = 80;

function hasParagraphs(child: Element, side: "previousElementSibling" | "nextElementSibling", measures: Measures): boolean {
	let count = 0;
	for (let next = child[side]; next !== null; next = next[side]) if (tagOf(next) === "p" && measures.good(next) > PARAGRAPH && measures.links(next) < measures.text(next) * 0.5) count++;
	return count > 1;
}

/** A part with less of the good text than this beside the main one is a caption or a box. */
const LEAST_PART = 0.08;

/** Neighbours of one name are parts of one text: sections, rows of a page builder. */
function hasEqual(child: Element, measures: Measures): boolean {
	const name = attribute(child, "class");
	const parent = child.parentElement;
	if (parent === null) return false;
	const heading = firstHeading(child);
	if (name === "" && heading === "") return false;
	return Array.from(parent.children).some((each) => {
		if (each === child || tagOf(each) !== tagOf(child) || attribute(each, "class") !== name) return false;
		// Parts that begin with headings of one rank are parts of one text, however short one is.
		if (heading !== "" && firstHeading(each) === heading) return measures.text(each) > 0 && measures.links(each) < measures.text(each) * 0.5;
		return name !== "" && measures.good(each) > measures.good(child) * LEAST_PART;
	});
}

/** The tag of the heading that a part begins with; "" where it begins with text. */
function firstHeading(part: Element): string {
	const first = part.firstElementChild;
	if (first === null) return "";
	return /^h[2-6]$/.test(tagOf(first)) ? tagOf(first) : /^(div|section|header)$/.test(tagOf(first)) ? firstHeading(first) : "";
}

/** Old pages lay themselves out in a table: one cell holds the article. A table of data has no such cell. */
function layoutCell(table: Element, measures: Measures): Element | null {
	const cells = all(table, "td").filter((cell) => measures.good(cell) >= measures.good(table) * DESCEND_SHARE);
	return cells.find((cell) => cell.querySelector("p, h1, h2, h3, pre, div, br") !== null) ?? null;
}
