import { fail, ok, type Result } from "../result";
import type { ClipFailure } from "./clip-outcome";
import { all, attribute } from "./elements";
import { publicAddress } from "./page-address";
import { readPdfFile } from "./read-pdf";
import type { Work, WorkTools } from "./work";
import { withLacks } from "./work-facts";

/** A paper's page with fewer words holds its abstract and no more. */
const ABSTRACT_WORDS = 1200;

/** Where a paper's page says its PDF is; null: it does not, or in the own network. */
export function pdfOfLanding(document: Document, url: string): string | null {
	const said = attribute(all(document, 'meta[name="citation_pdf_url" i]')[0], "content");
	return said === "" ? null : publicAddress(said, url);
}

/** The page of a paper with the text of its PDF, where the page holds only the abstract. */
export async function withPdfText(page: Work, pdf: string, url: string, tools: WorkTools): Promise<Result<Work, ClipFailure>> {
	if (page.facts.kind !== "paper" || page.facts.words > ABSTRACT_WORDS) return ok(page);
	const fetched = await tools.fetch(pdf);
	if (tools.signal.aborted) return fail({ kind: "cancelled" });
	const isPdf = fetched.ok && new TextDecoder().decode(fetched.value.bytes.slice(0, 5)) === "%PDF-";
	const text = isPdf ? await readPdfFile(fetched.value.bytes, url, tools) : null;
	if (text === null || !text.ok) {
		if (text !== null && text.error.kind === "cancelled") return text;
		return ok({ ...page, facts: withLacks(page.facts, [{ kind: "abstract-only" }], tools) });
	}
	const { words, capture, captureNote } = text.value.facts;
	return ok({ facts: { ...page.facts, words, capture, captureNote }, markdown: text.value.markdown });
}
