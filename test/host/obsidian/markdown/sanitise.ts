/** Rendered Markdown is hostile until it passed here: notes hold clipped pages. */
import DOMPurify from "dompurify";

/**
 * [M] The app sanitises with DOMPurify too. Stricter here: no frames, no forms, no style sheets.
 * @returns a fragment that belongs to `doc` and has run nothing.
 */
export function sanitised(html: string, doc: Document): DocumentFragment {
	const fragment = DOMPurify.sanitize(html, {
		RETURN_DOM_FRAGMENT: true,
		ALLOW_UNKNOWN_PROTOCOLS: false,
		ADD_ATTR: ["target"],
		FORBID_TAGS: ["style", "form", "button", "select", "textarea"],
		ALLOWED_URI_REGEXP:
			/^(?:https?|mailto|tel|obsidian|file|zotero|app|data|blob):|^[^a-z]|^[a-z+.-]+(?:[^a-z+.:-]|$)/i,
	});
	return doc.importNode(fragment, true);
}
