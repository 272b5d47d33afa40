import { isHeading } from "./elements";
import type { Measures } from "./measure";

/** Share of the words in links above which a line leads elsewhere. */
const LINKED = 0.6;
/** Longer parts are looked at by others. Characters. */
const LONGEST = 1500;

/** Takes out what stands in a text before its own title and is links: the way to the page, and the site's menu. */
export function removeLinksAbove(content: Element, title: Element, measures: Measures): void {
	if (!content.contains(title)) return;
	for (let part: Element = title; part !== content && part.parentElement !== null; part = part.parentElement) {
		for (let before = part.previousElementSibling; before !== null; ) {
			const next = before.previousElementSibling;
			const text = measures.text(before);
			if (text > 0 && text < LONGEST && measures.links(before) >= text * LINKED && !isHeading(before) && before.querySelector("img, picture, video, pre, table, h1, h2") === null) before.remove();
			before = next;
		}
	}
}
