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
	const data = all(document, 'script[type="application/ld+json"], script#__NEXT_DATA__, script[type="application/json"]').map((script) => script.textContent ?? "");
	const text = longestText(data);
	if (text.length < LEAST) return;
	const article = make(document, "article");
	fill(article, asHtml(text), parse);
	document.body.append(article);
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
