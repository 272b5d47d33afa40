import DOMPurify from "dompurify";
import TurndownService from "turndown";
import { gfm } from "turndown-plugin-gfm";

/** [R] d.ts: DOMPurify's result as a fragment. */
export function sanitizeHTMLToDom(html: string): DocumentFragment {
	return document.importNode(DOMPurify.sanitize(html, { RETURN_DOM_FRAGMENT: true }), true);
}

/** The app's converter is built on Turndown ([I] obsidian-advanced-paste#18); its exact options are [M]. */
export function htmlToMarkdown(html: string | HTMLElement | Document | DocumentFragment): string {
	const turndown = new TurndownService({
		headingStyle: "atx",
		hr: "---",
		bulletListMarker: "-",
		codeBlockStyle: "fenced",
		emDelimiter: "*",
	});
	turndown.use(gfm);
	if (html instanceof Document) return turndown.turndown(html.body);
	if (typeof html === "string" && html.trim() === "") return "";
	return turndown.turndown(html);
}
