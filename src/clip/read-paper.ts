import { fail, ok, type Result } from "../result";
import type { ClipFailure } from "./clip-outcome";
import type { FetchedPage } from "./fetch-page";
import { paperBibtex, paperFacts, readAbstract, type Abstract } from "./kind-arxiv";
import { parsePage } from "./parse-page";
import { isPdf, readPage, textOf } from "./read-page";
import type { Work, WorkTools } from "./work";

/** A paper of arXiv: its text from the best place that has it, what is known of it from its abstract page. */
export async function readPaper(id: string, tools: WorkTools): Promise<Result<Work, ClipFailure>> {
	const abstractUrl = `https://arxiv.org/abs/${id}`;
	const page = await tools.fetch(abstractUrl);
	// The network is gone: no other place will answer either.
	if (!page.ok && (page.error.kind === "offline" || page.error.kind === "cancelled")) return page;
	const about = page.ok ? abstractOf(page.value, abstractUrl, tools) : null;
	const text = await paperText(id, tools);
	if (text.ok) return ok(about === null ? text.value : described(text.value, id, about));
	if (tools.signal.aborted) return fail({ kind: "cancelled" });
	if (!page.ok) return page;
	const part = await readPage(page.value, abstractUrl, true, tools);
	if (!part.ok || about === null || about.abstract === "") return part;
	return ok(described({ facts: part.value.facts, markdown: part.value.markdown }, id, about));
}

function abstractOf(page: FetchedPage, url: string, tools: WorkTools): Abstract | null {
	const parsed = parsePage(textOf(page), url, (html) => tools.parse(html));
	return parsed.ok ? readAbstract(parsed.value.document) : null;
}

/** arXiv's own HTML, else ar5iv's, else the PDF. */
async function paperText(id: string, tools: WorkTools): Promise<Result<Work, ClipFailure>> {
	let failure: ClipFailure = { kind: "no-text" };
	for (const url of [`https://arxiv.org/html/${id}`, `https://ar5iv.labs.arxiv.org/html/${id}`, `https://arxiv.org/pdf/${id}`]) {
		const page = await tools.fetch(url);
		if (tools.signal.aborted) return fail({ kind: "cancelled" });
		if (!page.ok) {
			failure = page.error;
			continue;
		}
		// A paper without an HTML version is answered with another page.
		if (!isPdf(page.value) && !/class="[^"]*\bltx_/.test(textOf(page.value).slice(0, 200_000))) continue;
		const work = await readPage(page.value, url, false, tools);
		if (work.ok) return work;
		failure = work.error;
	}
	return fail(failure);
}

function described({ facts, markdown }: Work, id: string, about: Abstract): Work {
	const known = {
		...facts,
		title: about.title,
		url: `https://arxiv.org/abs/${id}`,
		authors: about.authors.length === 0 ? facts.authors : about.authors,
		published: about.published === "" ? facts.published : about.published,
		description: about.abstract === "" ? facts.description : about.abstract.slice(0, 500),
		site: "arXiv",
		kind: "paper",
		isPrimary: true,
		arxiv: id,
		doi: about.doi === "" ? facts.doi : about.doi,
	} as const;
	const body = [paperFacts(id, about), markdown, "## BibTeX", paperBibtex(known, about.categories)];
	return { facts: known, markdown: body.join("\n\n") };
}
