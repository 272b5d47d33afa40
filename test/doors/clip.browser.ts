import { Readability } from "@mozilla/readability";
import Turndown from "turndown";
import { clipAtOnce } from "../../src/clip/clip-page";
import { parsePage } from "../../src/clip/parse-page";

declare global {
	interface Window {
		tools?: Record<string, unknown>;
		clip?: (html: string, url: string) => unknown;
	}
}

const parse = (html: string) => new DOMParser().parseFromString(html, "text/html");

function clip(html: string, url = "https://page.example/a") {
	const page = parsePage(html, url, parse);
	if (!page.ok) return { markdown: "", metadata: { refused: page.error.kind } };
	const { markdown, metadata, capture } = clipAtOnce(page.value.document, url, { Turndown, Readability });
	return { markdown, metadata: { ...metadata, author: metadata.authors, capture } };
}

window.clip = clip;
window.tools = { ...window.tools, ours: (html: string, url?: string) => clip(html, url).markdown };
