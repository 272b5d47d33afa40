import { guessKind, isPrimaryKind } from "../source/guess-kind";
import { arxivId } from "../source/work-address";
import type { Clipped } from "./clip-page";
import type { ClipFacts } from "./note-properties";
import { titleFromUrl } from "./url-title";
import type { Lack, WorkTools } from "./work";

/** Properties of a page; also for pages that were pasted. */
export function factsOf(url: string, clipped: Clipped, tools: Pick<WorkTools, "missingWords">): ClipFacts {
	const { metadata, capture, missing, words } = clipped;
	const paper = arxivId(new URL(url));
	return {
		title: metadata.title === "" ? titleFromUrl(url) : metadata.title,
		url: paper === null ? (metadata.canonicalUrl ?? url) : `https://arxiv.org/abs/${paper}`,
		authors: metadata.authors,
		published: metadata.published ?? "",
		description: metadata.description,
		site: metadata.site,
		publication: metadata.publication,
		language: metadata.language ?? "",
		kind: metadata.kind,
		isPrimary: metadata.isPrimary,
		doi: metadata.doi ?? "",
		arxiv: metadata.arxiv ?? paper ?? "",
		capture,
		captureNote: tools.missingWords(missing),
		words,
	};
}

/** What a link alone says of its work. */
export function emptyFacts(url: string): ClipFacts {
	const kind = guessKind(url);
	return {
		title: titleFromUrl(url),
		url,
		authors: [],
		published: "",
		description: "",
		site: new URL(url).hostname.replace(/^www\./, ""),
		publication: "",
		language: "",
		kind,
		isPrimary: isPrimaryKind(kind),
		doi: "",
		arxiv: "",
		capture: "full",
		captureNote: "",
		words: 0,
	};
}

/** Says what a note does not hold. */
export function withLacks(facts: ClipFacts, lacks: readonly Lack[], tools: Pick<WorkTools, "lackWords">): ClipFacts {
	if (lacks.length === 0) return facts;
	const said = lacks.map((lack) => tools.lackWords(lack));
	const captureNote = [facts.captureNote, ...said].filter((words) => words !== "").join(" ");
	return { ...facts, capture: facts.capture === "full" ? "partial" : facts.capture, captureNote };
}
