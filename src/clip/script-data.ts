import { all, attribute, childNodes, isElement, isHidden, isText, make, tagOf, textOf, UNSHOWN } from "./elements";
import { asHtml, discoursePosts, longestText, type DataPost } from "./script-texts";
import { overBudget } from "./page-budget";

/** A page with less to see than this is only drawn by its scripts. Characters. */
const NEARLY_EMPTY = 250;
/** Data that holds less text than this is no article. */
const LEAST = 300;

/**
 * Puts the text of a page that only its scripts draw where a reader would see it, from the data the page brings along.
 * Where the page shows anything itself, that is the page: data hold teasers, translations and other pages too.
 */
export function restoreScriptData(document: Document, parse: (html: string) => Document): void {
	if (document.body === null || showsMoreThan(document.body, NEARLY_EMPTY)) return;
	const posts = discoursePosts(all(document, "[data-preloaded]").map((holder) => attribute(holder, "data-preloaded")));
	const plain = all(document.body, "noscript");
	const plainText = plain.reduce((sum, twin) => sum + textOf(twin).length, 0);
	// The twin for readers without scripts is nearer to the page, where it is whole.
	if (plainText > NEARLY_EMPTY && plainText > posts.reduce((sum, post) => sum + post.html.length, 0) / 3) return;
	if (posts.length > 0) {
		for (const twin of plain) twin.remove();
		document.body.append(...posts.map((post) => postElement(document, post, parse)));
		return;
	}
	const data = [
		...all(document, 'script[type="application/ld+json"], script#__NEXT_DATA__, script[type="application/json"]').map((script) => script.textContent ?? ""),
		...all(document, "script:not([src]):not([type]), script[type='text/javascript']").flatMap((script) => assigned(script.textContent ?? "")),
	];
	const text = longestText(data);
	if (text.length < LEAST) return;
	const article = make(document, "article");
	fill(article, asHtml(text), parse);
	document.body.append(article);
}

/** A page has one state, or a few; each look for its end may cost the whole script. */
const MOST_STATES = 20;

/** What a script gives to a name of the window, as JSON: the state that the page is drawn from. */
function assigned(script: string): readonly string[] {
	const found: string[] = [];
	const names = /\b(?:window|self|globalThis)(?:\.\w+|\[["'][\w-]+["']\])\s*=\s*(?:JSON\.parse\(\s*("|')|(?=[{[]))/g;
	let tries = 0;
	for (let match = names.exec(script); match !== null && tries++ < MOST_STATES; match = names.exec(script)) {
		const from = names.lastIndex;
		const quote = match[1];
		const end = quote === undefined ? endOfValue(script, from) : endOfString(script, from, quote);
		if (end > from + LEAST) found.push(quote === undefined ? script.slice(from, end) : unquoted(script.slice(from, end), quote));
		names.lastIndex = Math.max(end, from);
	}
	return found;
}

/** Behind the bracket that closes the one at `from`; brackets in strings do not count. */
function endOfValue(script: string, from: number): number {
	let depth = 0;
	for (let at = from; at < script.length; at++) {
		const sign = script.charAt(at);
		if (sign === '"') at = endOfString(script, at + 1, '"');
		else if (sign === "{" || sign === "[") depth++;
		else if ((sign === "}" || sign === "]") && --depth === 0) return at + 1;
	}
	return from;
}

function endOfString(script: string, from: number, quote: string): number {
	for (let at = from; at < script.length; at++) {
		if (script.charAt(at) === "\\") at++;
		else if (script.charAt(at) === quote) return at;
	}
	return script.length;
}

/** A string of a script as the text that it stands for; "" where it is no plain one. */
function unquoted(text: string, quote: string): string {
	try {
		const value: unknown = JSON.parse(`"${quote === "'" ? text.replace(/\\'/g, "'").replace(/(^|[^\\])"/g, '$1\\"') : text}"`);
		return typeof value === "string" ? value : "";
	} catch {
		return ""; // signs that only a script may write
	}
}

function showsMoreThan(element: Element, least: number): boolean {
	let seen = 0;
	const walk = (node: Node): void => {
		for (let child = node.firstChild; child !== null && seen <= least; child = child.nextSibling) {
			if (isText(child)) seen += child.data.trim().length;
			else if (isElement(child) && !UNSHOWN.has(tagOf(child)) && !isHidden(child)) walk(child);
		}
	};
	walk(element);
	return seen > least;
}

/** In the shape of the forum's own page, so that it is read as one. */
function postElement(document: Document, post: DataPost, parse: (html: string) => Document): Element {
	const box = make(document, "div");
	box.setAttribute("class", "topic-post");
	const article = make(document, "article");
	const names = make(document, "div");
	names.setAttribute("class", "names");
	const name = make(document, "span", post.author);
	name.setAttribute("class", "username");
	const time = make(document, "time");
	time.setAttribute("datetime", post.date);
	const body = make(document, "div");
	body.setAttribute("class", "cooked");
	fill(body, post.html, parse);
	names.append(name);
	article.append(names, time, body);
	box.append(article);
	return box;
}

function fill(element: Element, html: string, parse: (html: string) => Document): void {
	if (overBudget(html) !== null) return;
	const parsed = parse(`<!doctype html><html><head></head><body>${html}</body></html>`);
	element.append(...childNodes(parsed.body).map((node) => element.ownerDocument.importNode(node, true)));
}
