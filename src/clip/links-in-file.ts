import { linksIn } from "./clip-lines";

/**
 * The works that a file or a pasted text lists, each once, in its order: what a person would click on, not the
 * pictures, badges and icons around it. Knows bookmark files and pages, OPML, BibTeX and Markdown; any other text gives
 * every address in it.
 */
export function linksInFile(text: string): readonly string[] {
	const start = text.slice(0, 5000);
	if (/<opml[\s>]/i.test(start)) return linksIn(opmlLinks(text));
	if (/<(!doctype|html|dl|dt|body|meta|a|p|ul|div|h[1-6])[\s>]/i.test(start)) return linksIn(anchors(text));
	if (/^\s{0,20}@\w{2,30}\s{0,5}[{(]/m.test(start)) return linksIn(bibtexLinks(text));
	return linksIn(withoutPictures(text));
}

const VALUE = `\\s{0,10}=\\s{0,10}(?:"([^"<>]{0,4000})"|'([^'<>]{0,4000})')`;

function anchors(html: string): string {
	return matches(html, new RegExp(`<a\\s[^<>]{0,4000}?\\bhref${VALUE}`, "gi")).join("\n");
}

/** A feed's page is what one reads; its feed only where no page is named. */
function opmlLinks(opml: string): string {
	return [...opml.matchAll(/<outline\s([^<>]{0,8000})>/gi)]
		.map(([, attributes = ""]) => {
			const value = (name: string) => matches(attributes, new RegExp(`\\b${name}${VALUE}`, "i"))[0];
			return value("htmlUrl") ?? value("url") ?? value("xmlUrl") ?? "";
		})
		.join("\n");
}

function matches(text: string, pattern: RegExp): readonly string[] {
	const found = pattern.global ? [...text.matchAll(pattern)] : [pattern.exec(text)];
	return found.flatMap((match) => (match === null ? [] : [match[1] ?? match[2] ?? ""]));
}

/** One address for each entry: its own, else that of its DOI or preprint. */
function bibtexLinks(bib: string): string {
	return bib
		.split(/^\s{0,20}(?=@\w{2,30}\s{0,5}[{(])/m)
		.map((entry) => {
			const field = (name: string) => new RegExp(`\\b${name}\\s{0,10}=\\s{0,10}[{"]+\\s{0,5}([^}"\\s]{1,2000})`, "i").exec(entry)?.[1];
			const [url = ""] = linksIn((field("url") ?? field("howpublished") ?? "").replace(/^\\url\{/, "").replaceAll("\\_", "_"));
			const doi = field("doi")?.replace(/^https?:\/\/(dx\.)?doi\.org\//i, "");
			const preprint = /^\d{4}\.\d{4,5}/.exec(field("eprint") ?? "")?.[0];
			if (url !== "") return url;
			if (doi?.startsWith("10.") === true) return `https://doi.org/${doi}`;
			return preprint === undefined ? (linksIn(entry)[0] ?? "") : `https://arxiv.org/abs/${preprint}`;
		})
		.join("\n");
}

/** A badge is a picture inside a link: the link counts, unless it is nothing but the badge's. */
function withoutPictures(markdown: string): string {
	return markdown
		.replace(/\[!\[[^\]\n]{0,500}\]\([^)\n]{0,2000}\)\]\([^)\n]{0,2000}\)/g, "")
		.replace(/!\[[^\]\n]{0,500}\]\([^)\n]{0,2000}\)/g, "");
}
