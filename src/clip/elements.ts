/** Small readings and changes of a parsed page, through standard DOM only: Chromium, jsdom and linkedom agree on these. */

export function tagOf(node: Node): string {
	return node.nodeName.toLowerCase();
}

/** By node type: a page is parsed in another realm than the one `instanceof` knows. */
export function isElement(node: Node | null | undefined): node is Element {
	return node?.nodeType === 1;
}

export function isText(node: Node | null | undefined): node is Text {
	return node?.nodeType === 3;
}

/** A copy: the tree may change while the caller walks it. */
export function all(root: ParentNode, selector: string): Element[] {
	const found = root.querySelectorAll(selector);
	const copy: Element[] = [];
	// By place: `Array.from` asks an iterator for each, which takes several times as long.
	for (let at = 0; at < found.length; at++) {
		const element = found[at];
		if (element !== undefined) copy.push(element);
	}
	return copy;
}

export function childNodes(node: Node): ChildNode[] {
	const copy: ChildNode[] = [];
	for (let child = node.firstChild; child !== null; child = child.nextSibling) copy.push(child);
	return copy;
}

export function attribute(element: Element | null | undefined, name: string): string {
	return (element?.getAttribute(name) ?? "").trim();
}

const XHTML = "http://www.w3.org/1999/xhtml";

export function make(near: Node, tag: string, text = ""): Element {
	const doc = near.ownerDocument ?? (near as Document);
	const element = doc.createElementNS(XHTML, tag);
	if (text !== "") element.append(text);
	return element;
}

/** Takes an element away and leaves its children in its place. */
export function unwrap(element: Element): void {
	element.replaceWith(...childNodes(element));
}

/** The same children under another tag; attributes stay behind. */
export function rename(element: Element, tag: string): Element {
	const renamed = make(element, tag);
	renamed.append(...childNodes(element));
	element.replaceWith(renamed);
	return renamed;
}

/** White space as single blanks. Those that are one already, nearly all, are not replaced: that takes most of the time. */
export function squash(text: string): string {
	return text.replace(/[^\S ]\s*| \s+/g, " ").trim();
}

export function textOf(node: Node | null | undefined): string {
	return squash(node?.textContent ?? "");
}

/**
 * Words of class and id, lower case. Camel case is split first, so that `shareBar` holds `share`
 * and `shared` does not.
 */
export function nameWords(element: Element): readonly string[] {
	const names = `${attribute(element, "class")} ${attribute(element, "id")}`;
	if (names === " ") return [];
	return names
		.slice(0, 600)
		// `root__adKqa`: what a build tool adds to make a name unique is no word.
		.replace(/__(?=[\w-]{0,7}[A-Z0-9])[\w-]{4,8}(?=\s|$)/g, "")
		.replace(/([a-z0-9])([A-Z])/g, "$1-$2")
		.toLowerCase()
		.split(/[^a-z0-9]+/)
		.filter((word) => word !== "");
}

/** Hidden by its own attributes; style sheets are not read. `aria-hidden` is no sign: a page behind a dialog carries it. */
export function isHidden(element: Element): boolean {
	if (element.hasAttribute("hidden")) return true;
	const style = element.getAttribute("style");
	return style !== null && /display\s*:\s*none/i.test(style);
}

/** Never shown as text by a browser. */
export const UNSHOWN: ReadonlySet<string> = new Set(
	"script style noscript template svg canvas iframe object embed head title meta link base audio video select textarea option datalist dialog".split(" "),
);

export const BLOCKS: ReadonlySet<string> = new Set(
	"address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul caption".split(" "),
);

export function isBlock(node: Node): boolean {
	return BLOCKS.has(tagOf(node));
}

export function isHeading(node: Node): boolean {
	return /^h[1-6]$/i.test(node.nodeName);
}

/** Whether `later` begins after `earlier` in the page. By own means: linkedom's `compareDocumentPosition` cannot be trusted. */
export function follows(earlier: Node, later: Node): boolean {
	const a = pathOf(earlier);
	const b = pathOf(later);
	let depth = 0;
	while (depth < a.length && depth < b.length && a[depth] === b[depth]) depth++;
	const [from, to] = [a[depth], b[depth]];
	if (from === undefined) return to !== undefined;
	if (to === undefined) return false;
	for (let node = from.nextSibling; node !== null; node = node.nextSibling) if (node === to) return true;
	return false;
}

function pathOf(node: Node): readonly Node[] {
	const path: Node[] = [];
	for (let each: Node | null = node; each !== null; each = each.parentNode) path.unshift(each);
	return path;
}
