import { all, attribute, isHeading, make, nameWords, rename, tagOf, textOf } from "./elements";

/** Levels begin at 2: level 1 is the title's alone. Empty headings go, and blocks that only look like headings to a parser. */
export function settleHeadings(root: Element): void {
	for (const element of all(root, "[role=heading]")) {
		if (isHeading(element) || element.querySelector("h1, h2, h3, h4, h5, h6, p") !== null || textOf(element) === "") continue;
		const level = Number.parseInt(attribute(element, "aria-level"), 10);
		rename(element, `h${level >= 1 && level <= 6 ? level : 2}`);
	}
	for (const heading of all(root, "h1, h2, h3, h4, h5, h6")) {
		if (textOf(heading) === "" && heading.querySelector("img, [data-winnow-tex]") === null) heading.remove();
		else if (heading.querySelector("pre, table, ul, ol, blockquote, h1, h2, h3, h4, h5, h6") !== null) rename(heading, "div");
	}
	for (const link of all(root, "h1 a[href], h2 a[href], h3 a[href], h4 a[href], h5 a[href], h6 a[href]")) {
		const heading = link.closest("h1, h2, h3, h4, h5, h6");
		if (BACK.test(textOf(link)) && textOf(heading) !== textOf(link)) link.remove();
	}
	relevel(root);
}

/** The way back to the top of a long page, written beside each heading. */
const BACK = /^\[?((back |go )?(to )?top|[↑^⬆])\]?$/i;

/** Marks the work's own title: it alone has level 1. */
export const TITLE = "data-winnow-title";

/** The highest heading becomes level 2, the others keep their distance. */
function relevel(root: Element): void {
	const headings = all(root, "h1, h2, h3, h4, h5, h6").filter((heading) => !heading.hasAttribute(TITLE));
	if (headings.length === 0) return;
	const highest = Math.min(...headings.map(levelOf));
	if (highest === 2) return;
	for (const heading of headings) {
		const level = Math.min(6, Math.max(2, levelOf(heading) + 2 - highest));
		if (level !== levelOf(heading)) rename(heading, `h${level}`);
	}
}

function levelOf(heading: Element): number {
	return Number(tagOf(heading).slice(1));
}

/** The heading that is the work's title: inside the region, else the page's. */
export function pageHeading(document: Document, region: Element, isTitle: (text: string) => boolean): Element | null {
	const inside = all(region, "h1").filter((heading) => textOf(heading) !== "");
	const [only] = inside;
	const named = [...inside, ...all(document, "h1")].find((heading) => isTitle(textOf(heading)));
	// Several that the page is not called after are the sections of the text.
	return named ?? (inside.length === 1 ? (only ?? null) : null);
}

const SUBTITLE: ReadonlySet<string> = new Set("subtitle dek standfirst subheading subhead deck lede tagline".split(" "));

/** The line under a title that goes with it; null where what follows is something else. */
export function subtitleOf(heading: Element): Element | null {
	const next = heading.nextElementSibling ?? heading.parentElement?.nextElementSibling ?? null;
	if (next === null) return null;
	const length = textOf(next).length;
	const isNamed = nameWords(next).some((word) => SUBTITLE.has(word));
	if (length < 10 || length > 400 || next.querySelector("ul, h1, h2, img, button, form") !== null || (!isNamed && next.querySelector("p") !== null) || next.querySelectorAll("p").length > 1) return null;
	// The one paragraph under the title in the head of a text.
	if (tagOf(next) === "p" && heading.nextElementSibling === next && next.closest("header, hgroup") !== null && next.querySelector("time, a") === null && /\s\S+\s\S+\s/.test(textOf(next))) return next;
	return isNamed || /^h[2-4]$/.test(tagOf(next)) && heading.nextElementSibling === next ? next : null;
}

/** Headings at the end say nothing: what stood under them was taken out. */
export function dropLastHeadings(content: Element): void {
	for (;;) {
		const last = content.lastElementChild;
		if (last === null || !isHeading(last) || last.hasAttribute(TITLE)) return;
		last.remove();
	}
}

export function copyOf(element: Element): Element {
	return element.cloneNode(true) as Element;
}

export function paragraphOf(element: Element): Element {
	const line = make(element, "p");
	line.append(...Array.from(copyOf(element).childNodes));
	return line;
}
