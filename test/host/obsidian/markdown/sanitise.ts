/** Rendered Markdown is hostile until it passed here: notes hold clipped pages. */
import DOMPurify from "dompurify";

// The HTML parser drops the whole page for a frame set, unless text stands before it.
const SOME_TEXT = "\u200B";
const ADDRESSES =
	/^(?:https?|mailto|tel|obsidian|file|zotero|app|data|blob):|^[^a-z]|^[a-z+.-]+(?:[^a-z+.:-]|$)/i;

/**
 * [M] The app sanitises with DOMPurify too. Stricter here: no frames, no forms, no style sheets.
 * @returns a fragment that belongs to `doc` and has run nothing.
 */
export function sanitised(html: string, doc: Document): DocumentFragment {
	const fragment = DOMPurify.sanitize(SOME_TEXT + html, {
		RETURN_DOM_FRAGMENT: true,
		ADD_ATTR: ["target"],
		FORBID_TAGS: ["style", "form", "button", "select", "textarea"],
		ALLOWED_URI_REGEXP: ADDRESSES,
	});
	const text = fragment.firstChild;
	if (text?.nodeValue != null) text.nodeValue = text.nodeValue.slice(SOME_TEXT.length);
	return doc.importNode(fragment, true);
}
