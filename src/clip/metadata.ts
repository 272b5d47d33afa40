import type { Kind } from "../source/kind";
import { all, attribute, textOf } from "./elements";
import { readJsonLd, textIn, worksIn, isRecord, type JsonLd } from "./json-ld";
import { parseUrl } from "./links";
import { textNearTitle } from "./near-title";
import { pageAuthors } from "./page-authors";
import { pagePublished } from "./page-dates";
import { pageKind } from "./page-kind";
import { line, readMeta, type PageMeta } from "./page-meta";
import { pageTitle } from "./page-title";
import type { Steps } from "./pieces";
import { contradicts, proseOf, spokenLanguage } from "./spoken-language";
import type { Thread } from "./forum-thread";

/** What a page says about its work. Empty text and null: not said. */
export type Metadata = Readonly<{
	title: string;
	authors: readonly string[];
	/** ISO 8601: a day, or a time with the page's own zone. */
	published: string | null;
	site: string;
	/** BCP 47 as the page gives it. */
	language: string | null;
	description: string;
	/** Absolute; null where the page names none or one on another site. */
	canonicalUrl: string | null;
	/** Journal or conference. */
	publication: string;
	doi: string | null;
	arxiv: string | null;
	kind: Kind;
	/** Papers and repositories are first-hand. */
	isPrimary: boolean;
	/** The lead picture, absolute; null where there is none. */
	image: string | null;
}>;

export function* readMetadata(document: Document, region: Element | null, url: string, thread: Thread | null): Steps<Metadata> {
	const meta = readMeta(document);
	const data = readJsonLd(document);
	const host = parseUrl(url)?.hostname ?? "";
	const site = siteName(document, meta, data, host);
	const language = pageLanguage(document, region ?? document.body, meta, data);
	const headlines = worksIn(data).map((node) => textIn(node["headline"]) || textIn(node["name"])).filter((each) => each !== "");
	yield;
	const title = pageTitle(document, region, { meta, site: meta.first("og:site_name") || site, host, headlines });
	yield;
	const near = textNearTitle(document, region, title);
	yield;
	const authors = thread !== null && thread.author !== "" ? [line(thread.author, 100)] : pageAuthors(document, meta, data, site, near, host);
	yield;
	const published = thread?.published ?? pagePublished(document, region, meta, data, near, url, language);
	yield;
	const kind = pageKind(meta, data, url, thread !== null);
	return {
		title,
		authors: authors.length === 0 ? ownerOf(url) : thread === null ? authors : authors.slice(0, 1),
		published,
		site,
		language,
		description: line(meta.first("description", "og:description", "twitter:description"), 500),
		canonicalUrl: canonical(document, url),
		publication: line(meta.first("citation_journal_title", "citation_conference_title", "citation_inbook_title", "prism.publicationname")),
		doi: doiOf(meta, url),
		arxiv: arxivOf(meta, url),
		kind,
		isPrimary: kind === "paper" || kind === "repository",
		image: imageOf(meta, url),
	};
}

function siteName(document: Document, meta: PageMeta, data: JsonLd, host: string): string {
	const publisher = worksIn(data).map((node) => publisherName(data, node["publisher"])).find((name) => name !== "") ?? "";
	const website = data.nodes.find((node) => node["@type"] === "WebSite");
	// WeChat names the account in the page, and the host is everybody's.
	const account = /^mp\.weixin\./.test(host) ? textOf(all(document, "#js_name")[0]) : "";
	const said = account || meta.first("og:site_name") || publisher || textIn(website?.["name"]) || meta.first("application-name", "citation_publisher", "dc.publisher");
	return line(said, 120) || host.replace(/^www\./, "");
}

function publisherName(data: JsonLd, value: unknown): string {
	const node = data.resolve(value);
	return isRecord(node) ? textIn(node["name"]) : textIn(value);
}

function pageLanguage(document: Document, text: Element, meta: PageMeta, data: JsonLd): string | null {
	const said = attribute(document.documentElement, "lang") || attribute(document.documentElement, "xml:lang") || attribute(document.body, "lang") || meta.first("content-language", "language", "dc.language", "citation_language") || meta.first("og:locale").replace("_", "-") || (worksIn(data).map((node) => textIn(node["inLanguage"])).find((each) => each !== "") ?? "");
	const code = /^[a-z]{2,3}([-_][a-z\d]{2,8}){0,2}/i.exec(said)?.[0];
	const prose = proseOf(text);
	// A template of another country stays with its language attribute.
	return code === undefined || contradicts(code, prose) ? spokenLanguage(prose) : code.replace("_", "-");
}

function canonical(document: Document, url: string): string | null {
	const said = attribute(all(document, "link[rel~=canonical][href]")[0], "href") || attribute(all(document, 'meta[property="og:url"]')[0], "content");
	const found = said === "" ? null : parseUrl(said, url);
	const own = parseUrl(url);
	if (found === null || own === null || !/^https?:$/.test(found.protocol)) return null;
	return sameSite(found.hostname, own.hostname) ? found.href : null;
}

function sameSite(a: string, b: string): boolean {
	const last = (host: string) => host.split(".").slice(-2).join(".");
	return last(a) === last(b);
}

function doiOf(meta: PageMeta, url: string): string | null {
	const said = meta.first("citation_doi", "dc.identifier", "prism.doi", "bepress_citation_doi");
	return /10\.\d{4,9}\/[^\s"<>?#&]+/.exec(said)?.[0] ?? /(?:doi\.org|\/doi(?:\/\w+)?)\/(10\.\d{4,9}\/[^\s"<>?#&]+)/.exec(url)?.[1] ?? null;
}

function arxivOf(meta: PageMeta, url: string): string | null {
	const said = meta.first("citation_arxiv_id");
	return /^\d{4}\.\d{4,5}$/.exec(said)?.[0] ?? /(?:arxiv\.org|ar5iv\.[\w.]+)\/(?:abs|pdf|html)\/(\d{4}\.\d{4,5}|[a-z-]+\/\d{7})/.exec(url)?.[1] ?? null;
}

function imageOf(meta: PageMeta, url: string): string | null {
	const said = meta.first("og:image", "og:image:url", "twitter:image");
	const found = said === "" ? null : parseUrl(said, url);
	return found !== null && /^https?:$/.test(found.protocol) ? found.href : null;
}

/** Code hosts put the owner into the address. */
function ownerOf(url: string): readonly string[] {
	const found = parseUrl(url);
	if (found === null || !/^(www\.)?(github|gitlab|huggingface)\.(com|co)$/.test(found.hostname)) return [];
	const owner = found.pathname.split("/")[1] ?? "";
	return owner === "" ? [] : [owner];
}
