import { KINDS, type Kind } from "./kind";
import { urlIdentity } from "./url-identity";

/** What sort of work stands behind a link, as far as the link alone tells. */
export function guessKind(link: string): Kind {
	const identity = urlIdentity(link);
	if (identity === null) return "file";
	const { hostname, pathname } = new URL(identity);
	if (/^(arxiv|doi)\.org$/.test(hostname)) return "paper";
	if (PAPER_HOSTS.test(hostname)) return "paper";
	if (VIDEO_HOSTS.test(hostname)) return "video";
	if (CODE_HOSTS.test(hostname))
		return isRepository(hostname, pathname) ? "repository" : "article";
	if (COURSE_HOSTS.test(hostname)) return "course";
	if (BOOK_HOSTS.test(hostname)) return "book";
	if (/^(x|threads|bsky)\.(com|net|app)$/.test(hostname)) return "post";
	if (/^(reddit\.com|news\.ycombinator\.com|lobste\.rs)$/.test(hostname)) return "thread";
	if (/(^|\.)(stackexchange|stackoverflow|serverfault|superuser)\.com$/.test(hostname))
		return "thread";
	if (/\/(t|threads?|topics?|discussions?|questions)\/[^/]/.test(pathname)) return "thread";
	if (/\.pdf$/i.test(pathname)) return "paper";
	if (/\.(docx?|pptx?|xlsx?|epub|zip|mp3)$/i.test(pathname)) return "file";
	return "article";
}

/** What a note's own words for its kind mean; other tools have theirs. Null: none of ours. */
export function parseKind(value: unknown): Kind | null {
	if (typeof value !== "string") return null;
	const word = value.trim().toLowerCase().replace(/^#/, "");
	return KINDS.find((kind) => kind === word) ?? OTHER_WORDS.get(word) ?? null;
}

/** First-hand work where a note does not say: research and code by those who did it. */
export function isPrimaryKind(kind: Kind): boolean {
	return kind === "paper" || kind === "repository";
}

const PAPER_HOSTS =
	/(^|\.)(openreview\.net|aclanthology\.org|biorxiv\.org|medrxiv\.org|ssrn\.com|semanticscholar\.org|pubmed\.ncbi\.nlm\.nih\.gov|proceedings\.mlr\.press|papers\.nips\.cc|proceedings\.neurips\.cc|openaccess\.thecvf\.com|dl\.acm\.org|ieeexplore\.ieee\.org|jmlr\.org)$/;
const VIDEO_HOSTS = /(^|\.)(youtube\.com|vimeo\.com|bilibili\.com|ted\.com|twitch\.tv)$/;
const CODE_HOSTS =
	/(^|\.)(github\.com|gitlab\.com|codeberg\.org|bitbucket\.org|huggingface\.co|gitee\.com)$/;
const COURSE_HOSTS =
	/(^|\.)(coursera\.org|edx\.org|udacity\.com|ocw\.mit\.edu|fast\.ai|deeplearning\.ai|khanacademy\.org)$/;
const BOOK_HOSTS = /(^|\.)(goodreads\.com|gutenberg\.org|leanpub\.com|openlibrary\.org)$/;

function isRepository(host: string, path: string): boolean {
	const names = path.split("/").filter((name) => name !== "");
	if (host === "huggingface.co")
		return names.length >= 2 && names[0] !== "papers" && names[0] !== "blog";
	return names.length === 2 || names[2] === "tree" || names[2] === "blob";
}

// Zotero's item types, Readwise's categories, Schema.org's names.
const OTHER_WORDS: ReadonlyMap<string, Kind> = new Map([
	["journalarticle", "paper"],
	["journal article", "paper"],
	["conferencepaper", "paper"],
	["conference paper", "paper"],
	["preprint", "paper"],
	["thesis", "paper"],
	["report", "paper"],
	["scholarlyarticle", "paper"],
	["webpage", "article"],
	["blogpost", "article"],
	["blog post", "article"],
	["newspaperarticle", "article"],
	["magazinearticle", "article"],
	["articles", "article"],
	["books", "book"],
	["booksection", "book"],
	["tweet", "post"],
	["tweets", "post"],
	["videorecording", "video"],
	["podcasts", "video"],
	["computerprogram", "repository"],
	["software", "repository"],
	["forumpost", "thread"],
]);
