import { parseHTML } from "linkedom";
import { clipPage, type Clipped } from "../../src/clip/clip-page";
import { parsePage } from "../../src/clip/parse-page";

const parse = (html: string) => parseHTML(html).document as unknown as Document;

/** A page written in a test, as a note. `body` may bring its own head: all before `<body>`. */
export async function clipHtml(body: string, url = "https://site.example/a/page"): Promise<Clipped> {
	const html = /<html[\s>]/.test(body) ? body : `<!doctype html><html lang="en"><head><title>A page</title></head><body>${body}</body></html>`;
	const page = parsePage(html, url, parse);
	if (!page.ok) throw new Error(page.error.kind);
	return clipPage(page.value.document, url);
}

/** A paragraph that reads like prose; `about` makes it findable. */
export function prose(about: string): string {
	return `<p>The keeper wrote about ${about} every evening, and what he wrote was plain, careful and long enough to be read again by whoever came after him to the lock.</p>`;
}
