import { clipPage } from "../../src/clip/clip-page";
import { parsePage } from "../../src/clip/parse-page";

declare global {
	interface Window {
		tools?: Record<string, unknown>;
		clip?: (html: string, url: string) => Promise<unknown>;
	}
}

const parse = (html: string) => new DOMParser().parseFromString(html, "text/html");

async function clip(html: string, url = "https://page.example/a") {
	const page = parsePage(html, url, parse);
	if (!page.ok) return { markdown: "", metadata: { refused: page.error.kind } };
	const { markdown, metadata, capture } = await clipPage(page.value.document, url);
	return { markdown, metadata: { ...metadata, author: metadata.authors, capture } };
}

window.clip = clip;
window.tools = { ...window.tools, ours: async (html: string, url?: string) => (await clip(html, url)).markdown };
