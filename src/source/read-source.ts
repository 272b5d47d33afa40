import { guessKind, isPrimaryKind, parseKind } from "./guess-kind";
import { identitiesOf } from "./identity-of-source";
import { CAPTURES, type Capture } from "./kind";
import { linkTargets, linkWords } from "./link-text";
import { propertyOf, readStatus, type StatusSettings } from "./read-status";
import type { Source } from "./source";
import { parseStatus } from "./status";
import { TOOL } from "./tool-note";
import { arxivId, parseArxivId, parseDoi } from "./work-address";

export type Frontmatter = Readonly<Record<string, unknown>>;

/**
 * Reads a note of a watched folder as a source. The names are the Web Clipper's; what Readwise, Zotero Integration
 * and ReadItLater call the same is read too, whatever its case.
 * Null: no source: neither an address, DOI, arXiv id or citation key, nor one of the three statuses. "foreign": the status property is used for something else, so the note is never touched.
 * @param path vault path; gives the title where no property does.
 */
export function readSource(
	path: string,
	frontmatter: Frontmatter,
	settings: StatusSettings,
): Source | null | "foreign" {
	const read = reader(frontmatter);
	const raw = propertyOf(frontmatter, settings.statusProperty);
	const status = readStatus(raw, settings);
	const url = read.url();
	// A project note, or a translation: it says of itself that it is something else.
	if (read.text("type") === "research-project") return null;
	if (url === "" && read.text("translation-of") !== "") return null;
	if (status === "foreign") return "foreign";
	const link = parseUrl(url);
	const doi = parseDoi(read.text("doi")) ?? parseDoi(url);
	const arxiv =
		parseArxivId(read.text("arxiv", "eprint")) ?? (link === null ? null : arxivId(link));
	const authors = read.names(...AUTHORS);
	const citekey = read.text(...CITE_KEYS).replace(/^@/, "");
	// A key alone may be a remark on a work; who wrote it, or what it is called, makes it one.
	const isCited = citekey !== "" && (authors.length > 0 || read.text(...TITLES) !== "");
	const namesWork =
		url !== "" || doi !== null || arxiv !== null || isCited || read.text(TOOL) !== "";
	if (!namesWork && parseStatus(raw) === null) return null;
	const kind = namedKind(read) ?? guessedKind(url, doi, arxiv);
	const primary = read.value("primary");
	const words = read.value("words");
	return {
		path,
		title: read.text(...TITLES) || nameOf(path),
		url,
		identity: identitiesOf({ url, doi, arxiv })[0] ?? null,
		authors,
		site:
			read.text("site", "website", "site_name") ||
			(link?.hostname.replace(/^www\./, "") ?? ""),
		publication: read.text(
			"publication",
			"publicationtitle",
			"journal",
			"venue",
			"conference",
			"publisher",
		),
		published: read.date("published", "publish-date", "publish_date", "issued", "date", "year"),
		created: read.date(
			"created",
			"clipped",
			"saved",
			"date created",
			"creation date",
			"date saved",
			"imported_at",
		),
		description: read.text("description", "abstract", "summary", "excerpt"),
		language: read.text("language", "lang") || null,
		kind,
		doi,
		arxiv,
		citekey: citekey || null,
		isPrimary: typeof primary === "boolean" ? primary : isPrimaryKind(kind),
		capture: parseCapture(read.value("capture")),
		captureNote: read.text("capture-note"),
		status,
		projects: linkTargets(read.value("project")),
		category: read.text("category").replace(/^#/, ""),
		decided: read.date("decided"),
		reason: read.text("reason"),
		isHard: read.value("hard") === true,
		words: typeof words === "number" && Number.isFinite(words) && words >= 0 ? words : null,
		...(read.text(TOOL) === "" ? {} : { isFromText: true }),
	};
}

const TITLES = ["title", "full-title", "full_title", "full title", "page-title"];
const AUTHORS = [
	"author",
	"authors",
	"creator",
	"creators",
	"originalauthor",
	"first-author",
	"channel",
];
const CITE_KEYS = ["citekey", "citation-key", "citation key", "citationkey", "bibkey"];

/** The first of these properties that names a kind we know. */
function namedKind(read: Reader): Source["kind"] | null {
	for (const name of ["kind", "type", "itemtype", "item_type", "item-type"]) {
		const kind = parseKind(read.value(name));
		if (kind !== null) return kind;
	}
	return null;
}

/** A source by its file's own kind of address: a PDF or page in the vault has no link. */
function guessedKind(url: string, doi: string | null, arxiv: string | null): Source["kind"] {
	if (doi !== null || arxiv !== null) return "paper";
	return url === "" ? "article" : guessKind(url);
}

type Reader = Readonly<{
	/** The first of these names that has a value. */
	value(...names: readonly string[]): unknown;
	/** One line; "" for what is no text. */
	text(...names: readonly string[]): string;
	names(...names: readonly string[]): readonly string[];
	date(...names: readonly string[]): string | null;
	/** The first http address among the properties that name one; `source` may be a vault path or a tool's name. */
	url(): string;
}>;

function reader(frontmatter: Frontmatter): Reader {
	const folded = new Map<string, unknown>();
	for (const [name, value] of Object.entries(frontmatter)) {
		const key = name.toLowerCase();
		if (!folded.has(key) || name === key) folded.set(key, value);
	}
	const value = (...names: readonly string[]): unknown => {
		for (const name of names) {
			const found = folded.get(name);
			if (found !== undefined && found !== null && found !== "") return found;
		}
		return undefined;
	};
	return {
		value,
		text: (...names) => textOf(value(...names)),
		names: (...names) => namesOf(value(...names)),
		date: (...names) =>
			names.map((name) => dateOf(folded.get(name))).find((date) => date !== null) ?? null,
		url: () => {
			const links = ["source", "url", "link", "uri", "source_url", "source-url"].map((name) =>
				textOf(folded.get(name)),
			);
			return links.find((link) => parseUrl(link) !== null) ?? "";
		},
	};
}

/** Texts and numbers as one line; a list by its first, a link by what it shows. */
function textOf(value: unknown): string {
	if (typeof value === "number") return String(value);
	if (Array.isArray(value)) return textOf(value[0]);
	return typeof value === "string" ? linkWords(value).replace(/\s+/g, " ").trim() : "";
}

/** Names as other tools write them: a list, or one text with semicolons, commas or links. */
function namesOf(value: unknown): readonly string[] {
	// A link without quotes is a list in a list to YAML.
	const values: readonly unknown[] = Array.isArray(value) ? value.flat(2) : [value];
	const names = values.flatMap((one) => {
		if (typeof one !== "string") return [];
		const links = one.match(/\[\[[^[\]]*\]\]/g);
		return (links ?? partsOf(one)).map((name) => linkWords(name).replace(/\s+/g, " ").trim());
	});
	return [...new Set(names.filter((name) => name !== ""))];
}

/** "Ada Brook, Lin Wei" are two; "Brook, Ada" is one. */
function partsOf(names: string): readonly string[] {
	if (names.includes(";")) return names.split(";");
	const parts = names.split(",");
	return parts.every((part) => /\S\s+\S/.test(part.trim())) ? parts : [names];
}

/** What begins as a date; a bare year is one. Null: words. */
function dateOf(value: unknown): string | null {
	if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
	if (typeof value === "number")
		return Number.isInteger(value) && value >= 1000 && value <= 9999 ? String(value) : null;
	if (typeof value !== "string") return null;
	const text = linkWords(value).trim();
	return /^\d{4}(-\d{2}(-\d{2}([T ].*)?)?)?$/.test(text) ? text : null;
}

function parseCapture(value: unknown): Capture {
	return CAPTURES.find((capture) => capture === value) ?? "full";
}

function parseUrl(text: string): URL | null {
	// Most properties are no address: told without an exception, which costs more than all the rest.
	if (!/^https?:/i.test(text)) return null;
	try {
		const url = new URL(text);
		return /^https?:$/.test(url.protocol) ? url : null;
	} catch {
		return null; // a vault path, a tool's name, nothing
	}
}

function nameOf(path: string): string {
	return path.slice(path.lastIndexOf("/") + 1).replace(/\.md$/, "");
}
