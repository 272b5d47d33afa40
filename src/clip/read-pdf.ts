import { fail, ok, type Result } from "../result";
import type { ClipFailure } from "./clip-outcome";
import { readPdf } from "./kind-pdf";
import type { ClipFacts } from "./note-properties";
import type { Lack, Work, WorkTools } from "./work";
import { emptyFacts, withLacks } from "./work-facts";

/** A PDF as a note. */
export async function readPdfFile(bytes: ArrayBuffer, url: string, tools: WorkTools): Promise<Result<Work, ClipFailure>> {
	const opened = await tools.openPdf(bytes).catch(() => null); // thrown for broken or locked files
	if (opened === null) return fail({ kind: "not-a-page", contentType: "application/pdf" });
	const text = await readPdf(opened, () => tools.pause());
	if (tools.signal.aborted) return fail({ kind: "cancelled" });
	const facts: ClipFacts = {
		...emptyFacts(url),
		...(text.title === "" ? {} : { title: text.title }),
		authors: text.author === "" ? [] : text.author.split(/\s*[;,]\s*/).filter((name) => name !== ""),
		kind: "paper",
		isPrimary: true,
		words: text.words,
	};
	const lacks: Lack[] = [text.words < text.pages * 10 ? { kind: "pdf-scan" } : { kind: "pdf-figures" }];
	if (opened.numPages > text.pages) lacks.push({ kind: "pages", count: opened.numPages - text.pages });
	return ok({ facts: withLacks(facts, lacks, tools), markdown: text.markdown });
}
