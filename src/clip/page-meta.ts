import { all, attribute, squash } from "./elements";
import { visibleText } from "./visible-text";

/** `meta` tags of a page by name or property, lower case. */
export type PageMeta = Readonly<{ first(...names: readonly string[]): string; every(name: string): readonly string[] }>;

export function readMeta(document: Document): PageMeta {
	const values = new Map<string, string[]>();
	for (const element of all(document, "meta[content]")) {
		const value = attribute(element, "content");
		if (value === "") continue;
		for (const kind of ["name", "property", "itemprop", "http-equiv"]) {
			const name = attribute(element, kind).toLowerCase();
			if (name === "") continue;
			const list = values.get(name) ?? [];
			list.push(value);
			values.set(name, list);
		}
	}
	const every = (name: string) => values.get(name.toLowerCase()) ?? [];
	return { every, first: (...names) => names.map((name) => every(name)[0] ?? "").find((value) => value !== "") ?? "" };
}

/** A line of plain text: no tags, no hidden characters, not longer than anyone reads. */
export function line(text: string, limit = 400): string {
	return squash(visibleText(decodeTwice(text))).slice(0, limit);
}

/** Feeds and plugins escape what is escaped already. */
function decodeTwice(text: string): string {
	return text
		.replace(/&#(\d{2,6});/g, (whole, code: string) => character(Number(code), whole))
		.replace(/&#x([0-9a-f]{2,5});/gi, (whole, code: string) => character(Number.parseInt(code, 16), whole))
		.replace(/&(quot|apos|lt|gt|nbsp|ndash|mdash|rsquo|lsquo|rdquo|ldquo|hellip);/g, (_, name: string) => ENTITIES[name] ?? "")
		.replace(/&amp;/g, "&");
}

function character(code: number, whole: string): string {
	return code >= 32 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : whole;
}

const ENTITIES: Readonly<Record<string, string>> = { quot: '"', apos: "'", lt: "<", gt: ">", nbsp: " ", ndash: "–", mdash: "—", rsquo: "’", lsquo: "‘", rdquo: "”", ldquo: "“", hellip: "…" };
