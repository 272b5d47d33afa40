import { clipPage } from "../../src/clip/clip-page";
import { parsePage } from "../../src/clip/parse-page";
import { parse } from "./clip";

export { escapeText } from "../../src/clip/escape";

/** The whole note of a page, for the hostile bench. Properties are quoted as JSON, which is YAML. */
export async function clip(html: string, url: string): Promise<{ note: string }> {
	const page = parsePage(html, url, parse);
	if (!page.ok) return { note: "" };
	const { markdown, metadata } = await clipPage(page.value.document, url);
	const properties = { title: metadata.title, source: url, author: metadata.authors, status: "new" };
	const lines = Object.entries(properties).map(([name, value]) => `${name}: ${JSON.stringify(value).replaceAll("<%", "\\u003c%")}`);
	return { note: `---\n${lines.join("\n")}\n---\n${markdown}\n` };
}
