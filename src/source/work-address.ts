const ARXIV_ID = /^(\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Za-z]{2})?\/\d{7})(?:v\d+)?(?:\.pdf)?$/;
const VIDEO_ID = /^[\w-]{11}$/;

/**
 * The one address of a work that has many: arXiv papers, DOIs, YouTube videos, GitHub repositories, posts on X,
 * Reddit threads. Rules by ids, not by layout. Null: no such work.
 * @param url https, its host without `www.` and mobile prefixes.
 */
export function workAddress(url: URL): string | null {
	return (
		arxivAddress(url) ??
		doiAddress(url) ??
		videoAddress(url) ??
		repositoryAddress(url) ??
		postAddress(url)
	);
}

/** The id of an arXiv paper without its version; null for every other link. */
export function arxivId(url: URL): string | null {
	const host = url.hostname;
	const isArxiv = /^(export\.|[a-z]{2}\.)?arxiv\.org$/.test(host);
	const isReader = /^(ar5iv\.(org|labs\.arxiv\.org)|alphaxiv\.org)$/.test(host);
	// Hugging Face keeps a page for each paper of arXiv.
	if (host === "huggingface.co") {
		const found = /^\/papers\/([\d.]+(?:v\d+)?)\/?$/.exec(url.pathname)?.[1];
		return found === undefined ? null : parseArxivId(found);
	}
	if (!isArxiv && !isReader) return null;
	const path = /^\/(?:abs|pdf|html|ps|format|e-print|src|overview)\/(.+?)\/?$/.exec(
		url.pathname,
	)?.[1];
	return path === undefined ? null : parseArxivId(path);
}

/** Reads an id as papers and properties write it: `2301.00001v2`, `arXiv:2301.00001`, `hep-th/9901001`. */
export function parseArxivId(text: string): string | null {
	return ARXIV_ID.exec(text.trim().replace(/^arxiv:\s*/i, ""))?.[1] ?? null;
}

/** Reads a DOI as papers, links and properties write it; lower case, for DOIs ignore case. */
export function parseDoi(text: string): string | null {
	const found = /^(?:doi:\s*|https?:\/\/(?:dx\.|www\.)?doi\.org\/)?(10\.\d{4,9}\/\S+)$/i.exec(
		text.trim(),
	);
	return found?.[1] === undefined ? null : found[1].toLowerCase();
}

/** A paper's address for its DOI. arXiv gives its papers DOIs of their own. */
export function addressOfDoi(doi: string): string {
	const paper = /^10\.48550\/arxiv\.(.+)$/.exec(doi)?.[1];
	const id = paper === undefined ? null : parseArxivId(paper);
	return id === null ? `https://doi.org/${encodeDoi(doi)}` : `https://arxiv.org/abs/${id}`;
}

function encodeDoi(doi: string): string {
	return encodeURI(doi).replace(/[?#]/g, encodeURIComponent);
}

function arxivAddress(url: URL): string | null {
	const id = arxivId(url);
	return id === null ? null : `https://arxiv.org/abs/${id}`;
}

/** doi.org, and publishers that name the DOI in a path after `/doi/`. */
function doiAddress(url: URL): string | null {
	const path = /^(?:dx\.)?doi\.org$/.test(url.hostname)
		? url.pathname.slice(1)
		: /\/doi\/(?:(?:abs|full|full-xml|pdf|pdfdirect|pdfplus|epdf|epub|book|abstract)\/)?(10\.\d{4,9}\/.+)$/.exec(
				url.pathname,
			)?.[1];
	if (path === undefined) return null;
	const doi = parseDoi(decoded(path));
	return doi === null ? null : addressOfDoi(doi);
}

function videoAddress(url: URL): string | null {
	const isShort = url.hostname === "youtu.be";
	if (!isShort && !/^(music\.)?youtube(-nocookie)?\.com$/.test(url.hostname)) return null;
	const id = isShort
		? url.pathname.split("/")[1]
		: (/^\/(?:shorts|embed|live|v)\/([\w-]+)/.exec(url.pathname)?.[1] ??
			url.searchParams.get("v"));
	return id !== undefined && id !== null && VIDEO_ID.test(id)
		? `https://youtube.com/watch?v=${id}`
		: null;
}

/** Owners and names ignore case. A file or a page inside is another work. */
function repositoryAddress(url: URL): string | null {
	if (url.hostname !== "github.com") return null;
	const found =
		/^\/([\w.-]+)\/([\w.-]+?)(?:\.git)?(?:\/(?:tree\/(?:main|master)|blob\/(?:main|master)\/readme\.md)?)?$/i.exec(
			url.pathname,
		);
	if (
		found?.[1] === undefined ||
		found[2] === undefined ||
		RESERVED_OWNERS.has(found[1].toLowerCase())
	)
		return null;
	return `https://github.com/${found[1].toLowerCase()}/${found[2].toLowerCase()}`;
}

const RESERVED_OWNERS = new Set([
	"orgs",
	"topics",
	"sponsors",
	"marketplace",
	"features",
	"settings",
	"search",
]);

function postAddress(url: URL): string | null {
	const post = /^\/(?:[^/]+|i\/web)\/status(?:es)?\/(\d+)/.exec(url.pathname)?.[1];
	if (/^(x|twitter|nitter\.[a-z.]+)\.com$/.test(url.hostname) && post !== undefined)
		return `https://x.com/i/status/${post}`;
	if (url.hostname === "redd.it") {
		const id = /^\/([a-z0-9]+)\/?$/.exec(url.pathname)?.[1];
		return id === undefined ? null : `https://reddit.com/comments/${id}`;
	}
	if (!/^((old|new|np|sh)\.)?reddit\.com$/.test(url.hostname)) return null;
	const found = /^\/(?:r\/[^/]+\/)?comments\/([a-z0-9]+)(?:\/[^/]*)?(?:\/([a-z0-9]+))?\/?$/.exec(
		url.pathname,
	);
	if (found?.[1] === undefined) return null;
	return `https://reddit.com/comments/${found[1]}${found[2] === undefined ? "" : `/_/${found[2]}`}`;
}

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text; // a lone % is part of the DOI
	}
}
