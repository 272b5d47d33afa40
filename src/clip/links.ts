import { all, attribute, isHeading, make, textOf, unwrap } from "./elements";
import { isPrivateHost } from "./clip-lines";
import { forEach, type Steps } from "./pieces";

const SCHEMES: ReadonlySet<string> = new Set(["http:", "https:", "mailto:"]);

/** Query parameters that say how a reader came, not what the page is. */
const TRACKING = /^(utm_\w+|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|yclid|_hsenc|_hsmi|mkt_tok|oly_anon_id|oly_enc_id|vero_id|spm|ref_src|ref_url)$/i;

/** Pages whose only use is to send on, by the parameter that holds the address. */
const REDIRECTORS: readonly Readonly<{ host: RegExp; path: RegExp; parameter: string }>[] = [
	{ host: /(^|\.)google\.[a-z.]+$/, path: /^\/url$/, parameter: "q" },
	{ host: /(^|\.)google\.[a-z.]+$/, path: /^\/url$/, parameter: "url" },
	{ host: /^link\.zhihu\.com$/, path: /./, parameter: "target" },
	{ host: /^link\.juejin\.cn$/, path: /./, parameter: "target" },
	{ host: /^l\.facebook\.com$/, path: /^\/l\.php$/, parameter: "u" },
	{ host: /(^|\.)youtube\.com$/, path: /^\/redirect$/, parameter: "q" },
	{ host: /^steamcommunity\.com$/, path: /^\/linkfilter/, parameter: "url" },
	{ host: /^(www\.)?douban\.com$/, path: /^\/link2/, parameter: "url" },
	{ host: /^out\.reddit\.com$/, path: /./, parameter: "url" },
];

/**
 * An address a note may hold: absolute, http, https or mailto, no tracking, no way round through a redirector.
 * Null for what runs, reads the disk or points into the reader's own network, unless `ownHost`, the host of a page
 * the reader asked for, is the same or its neighbour there.
 */
export function safeAddress(href: string, base: string, ownHost = ""): string | null {
	const url = parseUrl(href.trim(), base);
	if (url === null || !SCHEMES.has(url.protocol)) return null;
	if (url.protocol === "mailto:") return /^mailto:[^\s<>()[\]\\]+$/i.test(url.href) ? url.href.split("?")[0] ?? null : null;
	const target = unwrapped(url);
	if (target !== null) return safeAddress(target, base, ownHost);
	if (url.hostname !== ownHost && isPrivateHost(url.hostname) && !areNeighbours(url.hostname, ownHost)) return null;
	url.username = "";
	url.password = "";
	dropTracking(url);
	return markdownAddress(url.href);
}

/** Hosts of an office call each other by one word, as its wiki does the server with the pictures. */
function areNeighbours(one: string, other: string): boolean {
	return [one, other].every((host) => /^[a-z][a-z0-9-]*$/i.test(host) && host !== "localhost");
}

function unwrapped(url: URL): string | null {
	for (const { host, path, parameter } of REDIRECTORS) {
		if (!host.test(url.hostname) || !path.test(url.pathname)) continue;
		const target = url.searchParams.get(parameter);
		if (target !== null && /^https?:\/\//i.test(target)) return target;
	}
	return null;
}

function dropTracking(url: URL): void {
	if (url.search === "") return;
	const names = [...url.searchParams.keys()].filter((name) => TRACKING.test(name));
	// Deleting re-writes the whole query: only where there is something to delete.
	for (const name of names) url.searchParams.delete(name);
	if (url.hash.startsWith("#:~:")) url.hash = "";
}

/** Characters that would end a Markdown destination or begin something inside it. */
export function markdownAddress(href: string): string {
	return href
		.replace(/[\s<>()[\]\\`$^|{}"\u00a0]/g, (mark) => percent(mark))
		.replace(/%(?![0-9a-f]{2})/gi, "%25")
		.replace(/==/g, "%3D%3D")
		.replace(/::/g, "%3A%3A")
		.replace(/~~/g, "%7E%7E");
}

function percent(mark: string): string {
	const code = mark.charCodeAt(0);
	return code < 128 ? "%" + code.toString(16).toUpperCase().padStart(2, "0") : encodeURIComponent(mark);
}

export function parseUrl(text: string, base?: string): URL | null {
	try {
		return new URL(text, base);
	} catch {
		return null; // thrown only for what is no address
	}
}

/** Makes every link absolute and safe; one that leads nowhere becomes its text. */
export function* settleLinks(root: Element, base: string, page: string): Steps {
	const own = parseUrl(page);
	const headings = headingsById(root);
	yield* forEach(all(root, "a"), (link) => {
		const href = attribute(link, "href");
		if (isOwnAnchor(href, base, own)) settleFragment(link, headings, decodeFragment(href));
		else settleLink(link, base, own?.hostname ?? "");
	});
}

function settleLink(link: Element, base: string, ownHost: string): void {
	const href = attribute(link, "href");
	const address = href === "" ? null : safeAddress(href, base, ownHost);
	if (address === null) return unwrap(link);
	link.setAttribute("href", address);
	moveCardLink(link);
}

export function hostOf(url: string): string {
	return parseUrl(url)?.hostname ?? "";
}

function isOwnAnchor(href: string, base: string, own: URL | null): boolean {
	if (href.startsWith("#")) return true;
	if (!href.includes("#")) return false;
	const url = parseUrl(href, base);
	if (url === null || own === null) return false;
	return url.host === own.host && url.pathname === own.pathname && url.search === own.search;
}

function decodeFragment(href: string): string {
	const fragment = href.slice(href.indexOf("#") + 1);
	try {
		return decodeURIComponent(fragment);
	} catch {
		return fragment;
	}
}

/** A link to a heading of the note stays one; a permalink beside a heading goes, all else becomes its text. */
function settleFragment(link: Element, headings: (id: string) => Element | null, id: string): void {
	const heading = link.closest("h1, h2, h3, h4, h5, h6");
	const text = textOf(link);
	if (heading !== null) {
		// A link that is all of the heading is its text, whatever it is called.
		if (isPermalink(text, link) && textOf(heading) !== text) link.remove();
		else unwrap(link);
		return;
	}
	if (text === "" || isPermalink(text, link)) {
		if (link.querySelector("img") === null) link.remove();
		else unwrap(link);
		return;
	}
	const target = id === "" ? null : headings(id);
	const anchor = target === null ? "" : headingAnchor(textOf(target));
	if (anchor === "") return unwrap(link);
	link.setAttribute("href", "#" + anchor);
}

function isPermalink(text: string, link: Element): boolean {
	if (/^([#¶§🔗⚓↩↑^◆◇⌗]|\u00b6|\u200b|\ue000)*$/u.test(text)) return true;
	if (/^(permalink|perma(nent )?link to .*|link to (this )?(heading|section).*|direct link to .*|section titled .*|anchor|copy( link)?)$/i.test(text)) return true;
	// Words of their own are what the link says, whatever its class: terms link to themselves.
	return !/[\p{L}\p{N}]/u.test(text) && /(^|\s)(headerlink|anchor-?link|header-?anchor|hash-link|heading-?link|permalink)(\s|$)/i.test(attribute(link, "class"));
}

/** Finds what an id names without looking through the page for every link. */
function headingsById(root: Element): (id: string) => Element | null {
	let targets: Map<string, Element> | null = null;
	return (id) => {
		if (targets === null) {
			targets = new Map();
			for (const each of all(root, "[id], a[name]")) for (const name of [each.id, attribute(each, "name")]) if (name !== "" && !targets.has(name)) targets.set(name, each);
		}
		const target = targets.get(id);
		return target === undefined ? null : headingOf(target);
	};
}

/** The heading that this is, stands in, or that begins the section it is. */
function headingOf(target: Element): Element | null {
	if (isHeading(target)) return target;
	const around = target.closest("h1, h2, h3, h4, h5, h6");
	if (around !== null) return around;
	const first = target.firstElementChild ?? target.nextElementSibling;
	if (first !== null && isHeading(first)) return first;
	return first?.firstElementChild != null && isHeading(first.firstElementChild) ? first.firstElementChild : null;
}

/** As Obsidian writes links to headings: without the marks that mean something in a link. */
export function headingAnchor(heading: string): string {
	const text = heading.replace(/[#|^:%[\]\\/<>`*_$~=.]+/g, " ").replace(/\s+/g, " ").trim();
	return text.length > 120 ? "" : encodeURI(text).replace(/[()']/g, percent);
}

/** A card wraps a heading and a summary in one link; Markdown links only run inside a line. */
function moveCardLink(link: Element): void {
	const block = link.querySelector("h1, h2, h3, h4, h5, h6, p, div, ul, ol, pre, blockquote, table, figure");
	if (block === null) return;
	const place = link.querySelector("h1, h2, h3, h4, h5, h6") ?? link.querySelector("p") ?? (textOf(link) === "" ? null : deepest(link));
	if (place !== null && place !== link && textOf(place) !== "") {
		const inner = make(link, "a");
		inner.setAttribute("href", attribute(link, "href"));
		inner.append(...Array.from(place.childNodes));
		place.append(inner);
	}
	unwrap(link);
}

function deepest(link: Element): Element {
	let element = link;
	for (;;) {
		const only = Array.from(element.children).find((child) => textOf(child) === textOf(element));
		if (only === undefined) return element;
		element = only;
	}
}
