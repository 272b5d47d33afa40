import { all, isElement, isHidden, isText, tagOf, textOf, UNSHOWN } from "./elements";
import type { Measures } from "./measure";

/** Shorter parts may say the same twice. Characters. */
const LEAST = 400;
/** A shown part with less of the page may be a quote of another. */
const LEAST_SHARE = 0.2;
/** Places in a hidden part at which the shown text is asked for the same words. */
const SAMPLES = 6;
const SAMPLE = 50;

/**
 * Takes out what a page holds twice, once for narrow and once for wide windows: hidden parts whose words are shown
 * elsewhere, and the later of two parts with the same words. Returns whether anything went.
 */
export function removeTwins(body: Element, measures: Measures): boolean {
	const hidden = hiddenTwins(body);
	const shown = shownTwins(body, measures);
	for (const twin of [...hidden, ...shown]) measures.remove(twin);
	return hidden.length + shown.length > 0;
}

function hiddenTwins(body: Element): readonly Element[] {
	const found = all(body, "[hidden], [style*=none i]").filter((each) => isHidden(each) && (each.textContent ?? "").length >= LEAST);
	const hidden = found.filter((each) => !found.some((other) => other !== each && other.contains(each)));
	if (hidden.length === 0) return [];
	const shown: string[] = [];
	const walk = (element: Element): void => {
		for (let node = element.firstChild; node !== null; node = node.nextSibling) {
			if (isText(node)) shown.push(node.data);
			else if (isElement(node) && !hidden.includes(node) && !UNSHOWN.has(tagOf(node))) walk(node);
		}
	};
	walk(body);
	const text = letters(shown.join(""));
	// One sample may run over the end of a paragraph, behind which the other has its own words.
	return hidden.filter((part) => samplesOf(letters(part.textContent ?? "")).filter((sample) => text.includes(sample)).length >= SAMPLES - 1);
}

function letters(text: string): string {
	return text.replace(/\s+/g, "");
}

function samplesOf(text: string): readonly string[] {
	const step = Math.max(1, Math.floor((text.length - SAMPLE) / (SAMPLES - 1)));
	return Array.from({ length: SAMPLES }, (_, at) => text.slice(at * step, at * step + SAMPLE));
}

function shownTwins(body: Element, measures: Measures): readonly Element[] {
	const first = new Map<number, Element>();
	const twins: Element[] = [];
	const wanted = Math.max(LEAST, measures.text(body) * LEAST_SHARE);
	for (const element of all(body, "div[class], section[class], article[class]")) {
		const length = measures.text(element);
		if (length < wanted || twins.some((twin) => twin.contains(element))) continue;
		// Two systems may have the same steps, each under a tab of its own.
		if (element.closest("[role=tabpanel], blockquote, [class*=quote i]") !== null) continue;
		const other = first.get(length);
		if (other === undefined) first.set(length, element);
		else if (!other.contains(element) && textOf(other) === textOf(element)) twins.push(element);
	}
	return twins;
}
