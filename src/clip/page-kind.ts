import { guessKind } from "../source/guess-kind";
import type { Kind } from "../source/kind";
import { typesOf, worksIn, type JsonLd } from "./json-ld";
import type { PageMeta } from "./page-meta";

/** What sort of work a page holds, by what it says about itself. */
export function pageKind(meta: PageMeta, data: JsonLd, url: string, isThread: boolean): Kind {
	if (meta.first("citation_title", "citation_author", "citation_doi", "citation_arxiv_id") !== "") return "paper";
	if (isThread) return "thread";
	const { hostname, pathname } = new URL(url);
	if (/(^|\.)arxiv\.org$|^ar5iv\./.test(hostname)) return "paper";
	if (/^(www\.)?(github|gitlab)\.com$/.test(hostname) && /^\/[^/]+\/[^/]+\/?$/.test(pathname)) return "repository";
	const types = worksIn(data).slice(0, 3).flatMap(typesOf);
	if (types.some((type) => /ScholarlyArticle|Thesis/.test(type))) return "paper";
	if (types.includes("VideoObject") && (types[0] === "VideoObject" || /^video/.test(meta.first("og:type")))) return "video";
	if (/^video/.test(meta.first("og:type"))) return "video";
	if (types.includes("SoftwareSourceCode")) return "repository";
	if (types[0] === "Course" || guessKind(url) === "course" || isCourseAddress(hostname, pathname)) return "course";
	if (types[0] === "SocialMediaPosting") return "post";
	if (/^(books?|books\.book)$/.test(meta.first("og:type"))) return "book";
	return "article";
}

/** Universities give a course its number as a name: `cs336.stanford.edu`, `web.mit.edu/6.824`, `…/courses/kilns`. */
function isCourseAddress(host: string, path: string): boolean {
	if (/^\/(courses?|lectures?)\/[^/]+\/?$/i.test(path)) return true;
	return /\.edu$|\.ac\.\w\w$/.test(host) && (/^[a-z]{2,5}-?\d{2,4}[a-z]?\./i.test(host) || /^\/(class\/)?([a-z]{2,5}-?\d{2,4}[a-z]?|\d{1,2}\.\d{2,4})(\/|$)/i.test(path));
}
