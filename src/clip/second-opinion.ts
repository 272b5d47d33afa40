import type { ClipTools } from "./clip-tools";

/**
 * What another extractor takes for the article, as text; null where it finds none. It decides nothing: where the two
 * differ much, the reader is told that the clip looks incomplete. The page is copied, since Readability changes it.
 */
export function secondOpinion(document: Document, Readability: ClipTools["Readability"]): string | null {
	if (isDeeperThan(document.body, DEEPEST)) return null;
	try {
		const copy = document.cloneNode(true) as Document;
		return new Readability(copy, { maxElemsToParse: MOST_ELEMENTS }).parse()?.textContent ?? null;
	} catch {
		return null; // it throws for too many elements and on some broken pages; then there is no second opinion
	}
}

/** Its work is one piece: on larger pages it would hold the app up. Measured: 60 ms in a desktop browser. */
const MOST_ELEMENTS = 4_000;

/** Readability climbs from every paragraph: on deeper pages than any real one it takes seconds. */
const DEEPEST = 250;

function isDeeperThan(element: Element, levels: number): boolean {
	if (levels === 0) return true;
	for (let child = element.firstElementChild; child !== null; child = child.nextElementSibling) if (isDeeperThan(child, levels - 1)) return true;
	return false;
}
