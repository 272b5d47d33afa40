import { authorLine, creditedAuthors, splitName } from "./authors";
import { citeKey, yearOf } from "./cite-key";
import type { Kind } from "./kind";
import type { Source } from "./source";

/** An entry of a CSL-JSON list (schema 1.0.2). */
export type CslItem = Readonly<Record<string, unknown>> & Readonly<{ id: string; type: string }>;

/** A source with the key it is cited by. */
export type Keyed = Readonly<{ key: string; source: Source }>;

/** What a reader of the list should check: a work without an author or a date. */
export type Gap = Readonly<{ key: string; title: string; missing: "author" | "date" }>;

/** Gives each source a key of its own, in order. */
export function keyed(sources: readonly Source[]): readonly Keyed[] {
	const taken = new Set<string>();
	return sources.map((source) => {
		const key = citeKey(source, taken);
		taken.add(key);
		return { key, source };
	});
}

export function gaps(list: readonly Keyed[]): readonly Gap[] {
	return list.flatMap(({ key, source }): readonly Gap[] => {
		const missing: Gap["missing"][] = [];
		if (source.authors.length === 0) missing.push("author");
		if (yearOf(source.published) === null) missing.push("date");
		return missing.map((each) => ({ key, title: source.title, missing: each }));
	});
}

const CSL_TYPES: Readonly<Record<Kind, string>> = {
	article: "webpage",
	paper: "article-journal",
	post: "post-weblog",
	thread: "post",
	video: "motion_picture",
	course: "webpage",
	repository: "software",
	book: "book",
	file: "document",
};

export function toCsl(list: readonly Keyed[]): readonly CslItem[] {
	return list.map(({ key, source }) => {
		const date = dateParts(source.published);
		const authors = creditedAuthors(source).map((name) => splitName(name) ?? { literal: name });
		return {
			id: key,
			type: CSL_TYPES[source.kind],
			title: source.title,
			...(authors.length === 0 ? {} : { author: authors }),
			...(date === null ? {} : { issued: { "date-parts": [date] } }),
			...optional("container-title", source.publication || source.site),
			...optional("URL", source.url),
			...optional("DOI", source.doi ?? ""),
			...optional("language", source.language ?? ""),
			...optional("abstract", source.description),
			...(source.arxiv === null ? {} : { number: `arXiv:${source.arxiv}` }),
		};
	});
}

function optional(name: string, value: string): Readonly<Record<string, string>> {
	return value === "" ? {} : { [name]: value };
}

/** Year, month, day as far as they are known; null: no date. */
function dateParts(date: string | null): readonly number[] | null {
	const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(date ?? "");
	const year = match?.[1] ?? yearOf(date);
	if (year === null || year === undefined) return null;
	return [year, match?.[2], match?.[3]].filter((part) => part !== undefined).map(Number);
}

const BIBTEX_TYPES: Readonly<Partial<Record<Kind, string>>> = { book: "book", paper: "article" };

/** BibTeX in UTF-8: marks that mean something to TeX are escaped, braces too, so that entries always balance. */
export function toBibtex(list: readonly Keyed[]): string {
	return list.map(bibtexEntry).join("\n");
}

function bibtexEntry({ key, source }: Keyed): string {
	const [year, month] = dateParts(source.published) ?? [];
	const type =
		source.kind === "paper" && source.publication === ""
			? "misc"
			: (BIBTEX_TYPES[source.kind] ?? "misc");
	const container = source.publication || source.site;
	const fields: (readonly [string, string])[] = [
		["title", `{${tex(source.title)}}`],
		["author", creditedAuthors(source).map(bibtexName).join(" and ")],
		["year", year === undefined ? "" : String(year)],
		["month", month === undefined ? "" : String(month)],
		[
			type === "article" ? "journal" : type === "book" ? "publisher" : "howpublished",
			tex(container),
		],
		["doi", verbatim(source.doi ?? "")],
		["eprint", verbatim(source.arxiv ?? "")],
		["archiveprefix", source.arxiv === null ? "" : "arXiv"],
		["url", verbatim(source.url)],
		["langid", tex(source.language ?? "")],
	];
	const lines = fields
		.filter(([, value]) => value !== "" && value !== "{}")
		.map(([name, value]) => `\t${name} = {${value}},`);
	return `@${type}{${bibtexKey(key)},\n${lines.join("\n")}\n}\n`;
}

/** Keys of other tools may hold what a BibTeX key must not. */
function bibtexKey(key: string): string {
	return key.replace(/[\s,{}()=#%"'~\\]+/g, "-");
}

/** Names that must stay whole (organisations, other scripts, with "and") stand in braces. */
function bibtexName(name: string): string {
	const parts = splitName(name);
	if (parts === null || /\band\b/i.test(name)) return `{${tex(name)}}`;
	return `${tex(parts.family)}, ${tex(parts.given)}`;
}

const TEX: Readonly<Record<string, string>> = {
	"\\": "{\\textbackslash}",
	"{": "{\\textbraceleft}",
	"}": "{\\textbraceright}",
	"~": "{\\textasciitilde}",
	"^": "{\\textasciicircum}",
	"%": "\\%",
	"&": "\\&",
	"#": "\\#",
	$: "\\$",
	_: "\\_",
};

function tex(text: string): string {
	return text.replace(/\s+/g, " ").replace(/[\\{}~^%&#$_]/g, (mark) => TEX[mark] ?? mark);
}

/** Addresses are read as they stand; only braces, backslashes and blanks would break the entry. */
function verbatim(text: string): string {
	return text.replace(/[{}\\\s]/g, (mark) => encodeURIComponent(mark));
}

/** One reference as a line of plain text. */
export function referenceLine(source: Source): string {
	const who = authorLine(creditedAuthors(source));
	const container = source.publication || source.site;
	const parts = [
		who,
		`“${source.title}”`,
		container === who ? "" : container,
		yearOf(source.published) ?? "n.d.",
	];
	const line = `${parts.filter((part) => part !== "").join(", ")}.`;
	const address = source.url || (source.doi === null ? "" : `https://doi.org/${source.doi}`);
	return address === "" ? line : `${line} ${address}`;
}
