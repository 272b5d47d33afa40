import { all, attribute, childNodes, isElement, isHidden, make, nameWords, tagOf, textOf } from "./elements";
import { allNamed } from "./page-names";
import { forEach, type Steps } from "./pieces";

/** Marks a quote the converter writes as a callout: `kind`, or `kind-` for one that is folded. */
export const CALLOUT = "data-winnow-callout";
export const CALLOUT_TITLE = "data-winnow-callout-title";
/** Set where the page itself had a quote: its first line stays a paragraph of its own. */
export const CALLOUT_GAP = "data-winnow-callout-gap";

/** Obsidian's kinds by the words sites use for them. */
const KINDS: Readonly<Record<string, string>> = {
	note: "note", info: "info", information: "info", tip: "tip", hint: "tip", success: "success", check: "success", important: "important",
	warning: "warning", caution: "warning", attention: "warning", danger: "danger", error: "danger", alert: "warning", example: "example",
	question: "question", faq: "question", quote: "quote", abstract: "abstract", summary: "abstract", tldr: "abstract", bug: "bug", todo: "todo", seealso: "info", deprecated: "warning",
};
const BOXES = [
	".admonition", ".callout", ".markdown-alert", ".theme-admonition", ".alert", ".custom-block", ".hint-block", ".notice", ".admonitionblock", "[data-callout]", "[class*=admonition]", "[class*=callout]", ".note-box", ".note", ".tip", ".warning", ".important", ".caution", ".hint", "[role=note]", "aside[class*=aside i]", "[class*=information-macro]", "[class*=plugin_note]", "[class*=-note]", "[class*=note-important]",
].join(", ");

const MOST = 0.5;
/** What a tool writes on a fold that it has opened itself. */
const FOLD_WORDS = /^(expand|collapse|show|hide)( (all|more|less|description|details|content))?$/i;

/** Boxes beside the text (note, tip, warning) and folded details become callouts. */
export function* settleCallouts(root: Element): Steps {
	yield* forEach(all(root, "details"), settleDetails);
	const boxes = allNamed(root, BOXES);
	// Where boxes of that name hold most of the text, the word is the page's own for any part of it.
	const outer = boxes.filter((box) => kindOf(box) === "note" && isBox(box) && box.parentElement?.closest(BOXES) == null);
	const held = outer.reduce((sum, box) => sum + textOf(box).length, 0);
	const areParts = outer.length > 1 && held > textOf(root).length * MOST;
	yield* forEach(areParts ? boxes.filter((box) => !outer.includes(box)) : boxes, (box) => {
		if (box.parentNode === null || box === root || box.closest("pre, nav") !== null) return;
		if (box.parentElement?.closest(`[${CALLOUT}]`) != null) return;
		const kind = kindOf(box);
		if (kind === null || !isBox(box)) return;
		const title = titleOf(box);
		const said = title === null ? "" : takeTitle(title);
		become(box, kind === "note" ? (KINDS[plainWord(said)] ?? kind) : kind, said, unfold(box) ? "-" : "");
	});
}

/** Shows what a box that can fold has hidden under its title. Whether it hid anything. */
function unfold(box: Element): boolean {
	if (!nameWords(box).some((word) => /^(collapsed|collapsible|foldable|expandable)$/.test(word))) return false;
	const hidden = Array.from(box.children).filter((part) => isHidden(part) && textOf(part) !== "");
	for (const part of hidden) {
		part.removeAttribute("hidden");
		part.removeAttribute("style");
	}
	return hidden.length > 0;
}

/** The box itself, not a part of one and not a whole page that has the word in a name. */
function isBox(box: Element): boolean {
	if (/^(span|a|p|h[1-6]|li|button|body|main|article|img|svg|i|strong|em|code|td|th|tr|ul|ol|label|input)$/.test(tagOf(box))) return false;
	const length = textOf(box).length;
	if (length < 8 || length > 6000) return false;
	return !nameWords(box).some((word) => /^(title|heading|icon|content|body|header|label|group|list|banner|bar|close|dismissible)$/.test(word));
}

function kindOf(box: Element): string | null {
	const named = attribute(box, "data-callout").toLowerCase();
	if (named !== "") return KINDS[named] ?? "note";
	const words = nameWords(box).flatMap((word) => (word.startsWith("note") && KINDS[word.slice(4)] !== undefined ? [word.slice(4)] : [word]));
	if (words.includes("hatnote")) return null;
	const titled = KINDS[plainWord(titleOf(box)?.textContent ?? "")];
	// `alert-success` says the colour, `information-macro` the tool.
	const plain = words.filter((_, at) => words[at - 1] !== "alert" && words[at + 1] !== "macro");
	for (const some of [plain, words]) {
		const kinds = some.flatMap((word) => (KINDS[word] === undefined || word === "alert" ? [] : [KINDS[word] ?? ""]));
		if (titled !== undefined && kinds.includes(titled)) return titled;
		const said = kinds.find((kind) => kind !== "note") ?? kinds[0];
		if (said !== undefined) return said;
	}
	const isBoxNamed = words.some((word) => /^(admonition|callout|admonitionblock)$/.test(word));
	if (titled !== undefined) return titled;
	return isBoxNamed || attribute(box, "role") === "note" ? "note" : null;
}

function plainWord(text: string): string {
	return text.trim().toLowerCase().replace(/[:!.\s]+/g, "");
}

const TITLES = ".admonition-title, .callout-title, .markdown-alert-title, .custom-block-title, [class*=admonitionHeading], [class*=admonition-heading], [class*=callout-title], [class*=CalloutTitle], .alert-heading, .alert-title, .notice-title, [class*=note-title], [class*=aside__title], .callout-heading, td.icon .title, .title";

function titleOf(box: Element): Element | null {
	const title = box.querySelector(TITLES);
	return title !== null && textOf(title).length <= 120 ? title : null;
}

function takeTitle(title: Element): string {
	for (const part of all(title, "svg, button, a.headerlink, i, [class*=icon]")) part.remove();
	const text = textOf(title).replace(/^\p{Extended_Pictographic}\ufe0f?\s*/u, "");
	title.remove();
	return text;
}

function settleDetails(details: Element): void {
	const summary = Array.from(details.children).find((child) => tagOf(child) === "summary") ?? null;
	const title = summary === null ? "" : textOf(summary);
	const isHeadingLike = summary?.querySelector("h1, h2, h3, h4, h5, h6") ?? null;
	if (isHeadingLike !== null || textOf(details).length > 6000 || title.length > 200 || details.querySelector("details, h1, h2, h3, h4, h5, h6") !== null) {
		// Sections that happen to fold: their headings count more than the fold.
		if (summary !== null) summary.replaceWith(...(isHeadingLike !== null ? childNodes(summary) : [titled(summary)]));
		details.replaceWith(...childNodes(details));
		return;
	}
	summary?.remove();
	if (details.hasAttribute("open") && FOLD_WORDS.test(title)) {
		details.replaceWith(...childNodes(details));
		return;
	}
	if (textOf(details) === "" && details.querySelector("img, pre") === null) {
		details.replaceWith(make(details, "p", title));
		return;
	}
	become(details, "note", title, "-");
}

function titled(summary: Element): Element {
	const line = make(summary, "p");
	const strong = make(summary, "strong");
	strong.append(...childNodes(summary));
	line.append(strong);
	return line;
}

function become(box: Element, kind: string, title: string, fold: string): void {
	const quote = make(box, "blockquote");
	quote.setAttribute(CALLOUT, kind + fold);
	quote.setAttribute(CALLOUT_TITLE, title.toLowerCase() === kind ? "" : title);
	if (tagOf(box) === "blockquote") quote.setAttribute(CALLOUT_GAP, "");
	const nodes = childNodes(box);
	// Old generators lay the box out as a table of icon and content.
	const content = box.querySelector("td.content");
	quote.append(...(content !== null ? childNodes(content) : nodes.filter((node) => !isElement(node) || tagOf(node) !== "svg")));
	dropIcon(quote);
	dropSpokenKind(quote, kind);
	box.replaceWith(quote);
}

/** `Note:` in bold before the text is what the callout says itself. */
function dropSpokenKind(quote: Element, kind: string): void {
	const first = quote.querySelector("strong, b");
	if (first === null || !textOf(quote).startsWith(textOf(first)) || KINDS[plainWord(textOf(first))] !== kind) return;
	const after = first.nextSibling;
	first.remove();
	if (after?.nodeType === 3) (after as Text).data = (after as Text).data.replace(/^\s*[:：]?\s*/, "");
}

/** A picture sign alone on the first line: the box has one of its own. */
function dropIcon(quote: Element): void {
	const first = childNodes(quote).find((node) => (node.textContent ?? "").trim() !== "");
	const text = (first?.textContent ?? "").trim();
	if (first !== undefined && text.length <= 4 && /^\p{Extended_Pictographic}/u.test(text) && textOf(quote).length > text.length) first.remove();
}
