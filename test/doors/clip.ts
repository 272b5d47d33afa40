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

export function parse(html: string): Document {
	const { document } = parseHTML(/<html[\s>]/i.test(html) ? html : `<!doctype html><html><head></head><body>${html}</body></html>`);
	return document as unknown as Document;
}
