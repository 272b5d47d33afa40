import { parseArxivId, parseDoi } from "../source/work-address";
import { readDate } from "./page-dates";
import { line } from "./page-meta";
import { isSection, type PdfBlock } from "./pdf-blocks";

/** What a PDF says about its work. "": it does not. */
export type PdfAbout = Readonly<{
	title: string;
	/** Whether the title stands as a heading on the first page. */
	titleIsShown: boolean;
	authors: readonly string[];
	/** ISO day. */
	published: string;
	doi: string;
	arxiv: string;
}>;

/** Reads the file's properties, and the first page where those say nothing or the name of a file. */
export function aboutPdf(info: unknown, blocks: readonly PdfBlock[], sideways: string): PdfAbout {
	const first = blocks.filter(({ page }) => page === 1);
	const shown = shownTitle(first);
	const said = property(info, "Title");
	const title = isFileName(said) ? (shown?.text ?? "") : said;
	const text = `${sideways}\n${first.map((block) => block.text).join("\n")}`.slice(0, 20_000);
	const stamp = /arXiv:\s?([\w.-]{0,20}\/?\d{4}\.?\d{3,5})(v\d+)?/i.exec(text)?.[1] ?? "";
	const authors = namesIn(property(info, "Author"));
	return {
		title: line(title, 300),
		titleIsShown: shown !== null && shown.text === title,
		authors: authors.length > 0 ? authors : shownAuthors(first, shown),
		published: stampDate(sideways) ?? saidDate(property(info, "CreationDate")),
		doi: doiIn(text),
		arxiv: parseArxivId(stamp) ?? "",
	};
}

function property(info: unknown, name: string): string {
	if (typeof info !== "object" || info === null || !Object.hasOwn(info, name)) return "";
	const value = (info as Readonly<Record<string, unknown>>)[name];
	return typeof value === "string" ? line(value, 2000) : "";
}

/** What programs write where nobody gave a title. */
function isFileName(title: string): boolean {
	return title.length < 4 || /^(untitled|microsoft (word|powerpoint)|title|paper|main|document|slide|无标题|arxiv:)/i.test(title) || /\.(docx?|tex|dvi|pdf|pptx?|indd|qxd|md|html?)$/i.test(title) || !/[\s\p{Script=Han}]/u.test(title);
}

/** The largest heading of the first page, if it stands among its first blocks. */
function shownTitle(first: readonly PdfBlock[]): Extract<PdfBlock, { kind: "heading" }> | null {
	const headings = first.slice(0, 8).flatMap((block) => (block.kind === "heading" ? [block] : []));
	const [top] = [...headings].sort((a, b) => b.size - a.size);
	return top === undefined || top.text.length < 4 || isSection(top.text) ? null : top;
}

function namesIn(text: string): readonly string[] {
	const names = text
		.split(/\s*(?:[;,，、]|\band\b|\bund\b|&)\s*/)
		.map((name) => name.trim())
		.filter((name) => name !== "");
	return names.length <= 60 && names.every((name) => name.length <= 60 && !/[@:/\\]|\.(exe|com)$/.test(name)) && !/^(admin|administrator|user|author|owner|unknown|root)$/i.test(text) ? names : [];
}

/** The line under the title, if every part of it looks like a person. */
function shownAuthors(first: readonly PdfBlock[], title: PdfBlock | null): readonly string[] {
	const at = title === null ? -1 : first.indexOf(title);
	const under = first[at + 1];
	if (at === -1 || under === undefined || under.text.length > 600) return [];
	const names = namesIn(under.text.replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹∗*†‡§¶]+/gu, " ").replace(/\s+,/g, ",").replace(/\s+/g, " "));
	const isPerson = (name: string) => /^(\p{Lu}[\p{L}.'’-]*)( (\p{Lu}[\p{L}.'’-]*|van|von|de|der|den|la|le|al|bin|da|dos)){1,4}$/u.test(name) || /^\p{Script=Han}{2,4}$/u.test(name);
	return names.length > 0 && names.every(isPerson) ? names : [];
}

/** arXiv stamps "3 Jan 2025" beside the first page. */
function stampDate(sideways: string): string | null {
	const said = /(\d{1,2} [A-Z][a-z]{2} \d{4})/.exec(sideways)?.[1];
	return said === undefined ? null : readDate(said, "en");
}

/** `D:20250102030405+01'00'`. */
function saidDate(text: string): string {
	const found = /^D:(\d{4})(\d{2})(\d{2})/.exec(text);
	if (found === null) return "";
	const [, year = "", month = "", day = ""] = found;
	return readDate(`${year}-${month}-${day}`, null) ?? "";
}

/** The work's own DOI: the only one on its first page. */
function doiIn(text: string): string {
	const found = new Set([...text.matchAll(/10\.\d{4,9}\/[^\s"<>]{2,100}/g)].flatMap(([raw]) => parseDoi(raw.replace(/[.,;)\]]+$/, "")) ?? []));
	const [only] = found;
	return found.size === 1 && only !== undefined ? only : "";
}
