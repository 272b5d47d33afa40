import { all, make } from "./elements";
import { parseUrl } from "./links";

/** The text of a page that only plays a film: its description stands in the player's data. Null: no such page. */
export function videoText(document: Document, url: string): Element | null {
	const host = parseUrl(url)?.hostname ?? "";
	if (!/(^|\.)(youtube\.com|youtu\.be)$/.test(host)) return null;
	for (const script of all(document, "script")) {
		const source = script.textContent ?? "";
		if (!source.includes("shortDescription")) continue;
		const literal = /"shortDescription"\s*:\s*("(?:[^"\\]|\\.)*")/.exec(source)?.[1];
		const description = literal === undefined ? "" : parseString(literal);
		if (description === "") continue;
		const content = make(document, "div");
		const player = make(document, "img");
		player.setAttribute("src", url);
		const line = make(document, "p");
		line.append(player);
		content.append(line);
		for (const part of description.split(/\n\s*\n/)) {
			const paragraph = make(document, "p");
			part.split("\n").forEach((text, index) => paragraph.append(...(index > 0 ? [make(document, "br")] : []), text));
			content.append(paragraph);
		}
		return content;
	}
	return null;
}

function parseString(literal: string): string {
	try {
		const value: unknown = JSON.parse(literal);
		return typeof value === "string" ? value : "";
	} catch {
		return ""; // a literal of JavaScript that is none of JSON
	}
}
