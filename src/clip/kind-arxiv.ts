import { keyed, toBibtex } from "../source/references";
import type { Source } from "../source/source";
import { all, attribute, textOf } from "./elements";
import { escapeText } from "./escape";
import type { ClipFacts } from "./note-properties";
import { line, readMeta } from "./page-meta";
import { readDate } from "./page-dates";

/** What arXiv's abstract page says of a paper. "" and empty: it does not. */
export type Abstract = Readonly<{
	title: string;
	authors: readonly string[];
	/** Of the first version. */
	published: string;
	abstract: string;
	/** "v2"; the newest. */
	version: string;
	/** "cs.CL", the primary one first. */
	categories: readonly string[];
	/** The authors' own remark: pages, where it appeared. */
	comments: string;
	doi: string;
	journal: string;
}>;

/** Reads an abstract page. Null: it is none. */
export function readAbstract(document: Document): Abstract | null {
	const meta = readMeta(document);
	const title = line(meta.first("citation_title"), 300);
	if (title === "") return null;
	const cell = (name: string) => line(textOf(all(document, `.tablecell.${name}`)[0]), 500);
	const subjects = textOf(all(document, ".tablecell.subjects, .subheader")[0]);
	const versions = [...textOf(all(document, ".submission-history")[0]).matchAll(/\[v(\d{1,3})\]/g)].map(([, number]) => Number(number));
	const said = line(textOf(all(document, "blockquote.abstract")[0]).replace(/^\s*abstract:?\s*/i, ""), 4000);
	return {
		title,
		authors: meta.every("citation_author").map(turned).filter((name) => name !== ""),
		published: readDate(meta.first("citation_date", "citation_online_date"), "en") ?? "",
		abstract: said === "" ? line(meta.first("citation_abstract"), 4000) : said,
		version: versions.length === 0 ? "" : `v${Math.max(...versions)}`,
		categories: [...new Set([...subjects.matchAll(/\(([a-z-]{2,12}(?:\.[A-Za-z-]{2,12})?)\)/g)].map(([, name = ""]) => name))],
		comments: cell("comments"),
		doi: /10\.\d{4,9}\/\S+/.exec(meta.first("citation_doi") || attribute(all(document, ".tablecell.doi a")[0], "href"))?.[0] ?? "",
		journal: cell("jref"),
	};
}

/** "Rye, Ada" as arXiv writes it. */
function turned(name: string): string {
	const [family = "", given = ""] = line(name, 120).split(/,\s*/, 2);
	return given === "" ? family : `${given} ${family}`;
}

/** One line of plain facts: id and version, categories, what the authors remark. */
export function paperFacts(id: string, { version, categories, comments, journal }: Abstract): string {
	const facts = [`arXiv:${id}${version}`, categories.join(", "), comments, journal];
	return facts.filter((fact) => fact !== "").map((fact) => escapeText(fact, false)).join(" · ");
}

/** The paper's entry for a bibliography, as a block of code. */
export function paperBibtex(facts: ClipFacts, categories: readonly string[]): string {
	const source: Source = {
		path: "",
		title: facts.title,
		url: facts.url,
		identity: null,
		authors: facts.authors,
		site: facts.site,
		publication: facts.publication,
		published: facts.published === "" ? null : facts.published,
		created: null,
		description: "",
		language: null,
		kind: "paper",
		doi: facts.doi === "" ? null : facts.doi,
		arxiv: facts.arxiv === "" ? null : facts.arxiv,
		citekey: null,
		isPrimary: true,
		capture: facts.capture,
		captureNote: "",
		status: "new",
		projects: [],
		category: "",
		decided: null,
		reason: "",
		isHard: false,
		words: null,
	};
	const [primary] = categories;
	const entry = toBibtex(keyed([source])).trim();
	const classed = primary === undefined || facts.arxiv === "" ? entry : entry.replace(/\n\}$/, `\n\tprimaryclass = {${primary}},\n}`);
	// A fence cannot be left from inside, and Templater reads code too.
	return `\`\`\`bibtex\n${classed.replaceAll("`", "'").replaceAll("<%", "< %")}\n\`\`\``;
}
