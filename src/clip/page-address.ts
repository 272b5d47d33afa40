import { isPrivateHost } from "./clip-lines";
import { all, attribute, make } from "./elements";
import { listPart, parseJson, part, textPart } from "./json-parts";
import { parseUrl } from "./links";

/** Hosts whose addresses only send on. `requestUrl` follows them and never says where it came to. */
const SHORTENERS =
	/^(t\.co|bit\.ly|tinyurl\.com|goo\.gl|is\.gd|ow\.ly|buff\.ly|lnkd\.in|dlvr\.it|t\.cn|url\.cn|dwz\.cn|b23\.tv|amzn\.to|youtu\.be|rebrand\.ly|cutt\.ly|shorturl\.at)$/;

export function isShortener(link: string): boolean {
	const host = parseUrl(link)?.hostname ?? "";
	return SHORTENERS.test(host) || /^(dx\.)?doi\.org$/.test(host);
}

/** Where the handle service says what a DOI stands for; null for all but addresses of doi.org. */
export function doiQuestion(link: string): string | null {
	const url = parseUrl(link);
	if (url === null || !/^(dx\.)?doi\.org$/.test(url.hostname)) return null;
	const doi = url.pathname.slice(1);
	return doi.startsWith("10.") ? `https://doi.org/api/handles/${doi}?type=URL` : null;
}

/** The address in an answer of the handle service; null where there is none that may be fetched. */
export function doiAnswer(json: string): string | null {
	for (const value of listPart(parseJson(json), "values")) {
		if (textPart(value, "type") !== "URL" || part(value, "data") === null) continue;
		return publicAddress(textPart(value, "data", "value"), "https://doi.org/");
	}
	return null;
}

/** Pages that only send on hold little else. */
const FORWARD_TEXT = 600;

/** Where a page that only forwards sends its reader; null for a page of its own. Never into the own network. */
export function forwardOf(document: Document, url: string): string | null {
	if ((document.body?.textContent ?? "").trim().length > FORWARD_TEXT) return null;
	for (const meta of all(document, "meta[http-equiv]")) {
		if (attribute(meta, "http-equiv").toLowerCase() !== "refresh") continue;
		const said = /^\s*\d+(?:\.\d+)?\s*[;,]\s*(?:url\s*=\s*)?["']?([^"']+)/i.exec(attribute(meta, "content"))?.[1];
		const address = said === undefined ? null : publicAddress(said.trim(), url);
		if (address !== null && address !== url) return address;
	}
	return null;
}

/** A link as an address that may be fetched unasked: null for the own network, unless the page stands there itself. */
export function publicAddress(said: string, base: string): string | null {
	const found = parseUrl(said, base);
	if (found === null || !/^https?:$/.test(found.protocol)) return null;
	const isSameHost = found.host === parseUrl(base)?.host;
	return isSameHost || !isPrivateHost(found.hostname) ? found.href : null;
}

/**
 * The address a page's relative links start from, as far as the page says: `<base>`, else its canonical address if
 * its own links agree. Null: the page says none.
 */
export function saidBase(document: Document, url: string): string | null {
	const base = attribute(all(document, "base[href]")[0], "href");
	if (base !== "") return parseUrl(base, url)?.href ?? null;
	const said =
		attribute(all(document, 'link[rel~="canonical"][href]')[0], "href") ||
		attribute(all(document, 'meta[property="og:url"]')[0], "content");
	const canonical = said === "" ? null : parseUrl(said, url);
	const own = parseUrl(url);
	if (canonical === null || own === null || !/^https?:$/.test(canonical.protocol)) return null;
	return agrees(document, canonical, own) ? canonical.href : null;
}

function agrees(document: Document, canonical: URL, own: URL): boolean {
	const links = all(document, "a[href], img[src], link[href], script[src]")
		.map((element) => attribute(element, "href") || attribute(element, "src"))
		.filter((link) => /^(https?:)?\/\//i.test(link) && link !== canonical.href)
		.flatMap((link) => parseUrl(link, own.href) ?? []);
	if (canonical.host === own.host) {
		const folder = canonical.pathname.slice(0, canonical.pathname.lastIndexOf("/") + 1);
		return folder !== "/" && links.some((link) => link.host === own.host && link.pathname.startsWith(folder));
	}
	const count = (host: string) => links.filter((link) => link.host === host).length;
	return count(canonical.host) > count(own.host);
}

/** Makes the document's relative links start from `base`. */
export function setBase(document: Document, base: string): void {
	for (const known of all(document, "base")) known.remove();
	const element = make(document.documentElement, "base");
	element.setAttribute("href", base);
	(document.head ?? document.documentElement).prepend(element);
}

/** Takes out relative links that would lead to a wrong place; how many there were. */
export function dropRelative(document: Document): number {
	let dropped = 0;
	for (const [selector, name] of [["a[href]", "href"], ["img[src]", "src"]] as const) {
		for (const element of all(document, selector)) {
			const link = attribute(element, name).trim();
			if (link.startsWith("#") || /^[a-z][a-z0-9+.-]*:/i.test(link) || link.startsWith("//")) continue;
			element.removeAttribute(name);
			dropped++;
		}
	}
	return dropped;
}
