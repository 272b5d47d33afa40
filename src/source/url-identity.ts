import { workAddress } from "./work-address";

declare const checked: unique symbol;

/** What makes two links the same source. Compare these, never raw URLs. */
export type UrlIdentity = string & { readonly [checked]: "UrlIdentity" };

// How a reader came, never what the page is. Ids in queries stay.
const TRACKING =
	/^(utm_\w+|at_(medium|campaign)\w*|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igsh|igshid|mc_[ce]id|_hs(enc|mi)|mkt_tok|vero_\w+|oly_\w+_id|ref|ref_src|ref_url|referrer|spm|scm|cmpid|ncid|s_cid|share_token|amp|__twitter_impression|wt_mc|trk|trkCampaign)$/i;
const AMP_QUERY = /^(amp|outputType=amp)$/;
const ROUNDS = 8;

/**
 * Normalises a link: https, no `www.`, mobile or AMP form, fragment, tracking, index page or final slash; query sorted.
 * Papers, videos, repositories and posts have one identity for all their addresses (`work-address.ts`).
 * Case, ports and escapes follow the WHATWG URL parser. Null for all but http and https. A fixed point of itself.
 */
export function urlIdentity(link: string): UrlIdentity | null {
	let known = normalise(link);
	// A form may hide another (AMP of a mobile page); few links need a second round.
	for (let round = 0; known !== null && round < ROUNDS; round++) {
		const next = normalise(known);
		if (next === known) return known as UrlIdentity;
		known = next;
	}
	return known as UrlIdentity | null;
}

function normalise(link: string): string | null {
	const url = parseUrl(link.trim());
	if (url === null || !/^https?:$/.test(url.protocol) || url.hostname === "") return null;
	url.protocol = "https:"; // the setter also drops :443
	const wrapped = ampTarget(url);
	if (wrapped !== null) return wrapped;
	url.host = plainHost(url.host);
	const work = workAddress(url);
	if (work !== null) return work;
	const query = new URLSearchParams(
		[...url.searchParams].filter(
			([name, value]) => !TRACKING.test(name) && !AMP_QUERY.test(`${name}=${value}`),
		),
	);
	query.sort();
	// An address behind #! or #/ is the page itself: the site is one script.
	const route = /^#!?\/./.test(url.hash) ? url.hash : "";
	return (
		`https://${url.host}${plainPath(url.pathname)}?${query.toString()}`.replace(/\?$/, "") +
		route
	);
}

/** `www.com` and `m.com` stay: what is left must have a dot. */
function plainHost(host: string): string {
	const bare = host.replace(/\.(?=$|:)/, "");
	const front = bare.replace(/^(?:(?:www\d?|m|mobile|amp)\.)+(?=[^.]+\.[^.])/, "");
	return front.replace(/^([a-z-]+)\.m\.(?=wik[a-z]+\.org$)/, "$1.");
}

/** Ends without slash, index page or AMP; escapes that need none are letters. */
function plainPath(path: string): string {
	const letters = path.replace(/%[0-9a-f]{2}/gi, (escape) => {
		const char = String.fromCharCode(parseInt(escape.slice(1), 16));
		return /[A-Za-z0-9._~-]/.test(char) ? char : escape.toUpperCase();
	});
	return withoutSlashes(
		withoutSlashes(letters)
			.replace(/\/(index|default)\.(html?|php|aspx?)$/i, "")
			.replace(/(\/[^/]+)\/amp$/, "$1")
			.replace(/\.amp(\.html?)?$/, "$1"),
	);
}

function withoutSlashes(path: string): string {
	let to = path.length;
	while (to > 0 && path[to - 1] === "/") to--;
	return path.slice(0, to);
}

/** The page behind Google's AMP viewer or cache. */
function ampTarget(url: URL): string | null {
	const isViewer = /^(www\.)?google\.[a-z.]+$/.test(url.hostname);
	const isCache = /\.cdn\.ampproject\.org$/.test(url.hostname);
	const found = isViewer
		? /^\/amp\/(?:s\/)?([^/]+\.[^/]+\/?.*)$/.exec(url.pathname)
		: isCache
			? /^\/[a-z]\/(?:s\/)?([^/]+\.[^/]+\/?.*)$/.exec(url.pathname)
			: null;
	return found?.[1] === undefined ? null : `https://${found[1]}${url.search}`;
}

function parseUrl(text: string): URL | null {
	try {
		return new URL(text);
	} catch {
		return null; // thrown only for what is no absolute URL
	}
}
