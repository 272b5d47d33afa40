import { JSDOM } from "jsdom";
import { parseHTML } from "linkedom";
import { clipPage } from "../../src/clip/clip-page";
import { parsePage } from "../../src/clip/parse-page";

/** The page as a note: for benches, under Node. */
export async function clip(html: string, url: string) {
	const page = parsePage(html, url, parse);
	if (!page.ok) return { markdown: "", metadata: { refused: page.error.kind } };
	const { markdown, metadata, capture } = await clipPage(page.value.document, url);
	return { markdown, metadata: { ...metadata, author: metadata.authors, capture } };
}

/** linkedom, which is fast, unless it lost the body: it knows fewer rules for broken pages than a browser. */
export function parse(html: string): Document {
	const { document } = parseHTML(/<html[\s>]/i.test(html) ? html : `<!doctype html><html><head></head><body>${html}</body></html>`);
	const inert = document as unknown as Document;
	return isWhole(inert, html) ? inert : new JSDOM(html).window.document;
}

/** One root with one body that holds most of what stands after the head. */
function isWhole(document: Document, html: string): boolean {
	if (document.documentElement?.localName !== "html" || document.querySelectorAll("body").length !== 1) return false;
	// linkedom lets a stray `<![CDATA[` swallow the page; to a browser it is a short comment.
	const inComments = Array.from(document.body.childNodes).filter(({ nodeType }) => nodeType === 8).reduce((sum, { nodeValue }) => sum + (nodeValue ?? "").length, 0);
	const inBody = document.body.innerHTML.length - inComments;
	const head = /<\/head\s*>|<body[\s>]/i.exec(html)?.index ?? 0;
	return inBody > (html.length - head) * 0.5;
}
