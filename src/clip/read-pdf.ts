import { fail, ok, type Result } from "../result";
import type { ClipFailure } from "./clip-outcome";
import { readPdf, type PdfDocument, type PdfText } from "./kind-pdf";
import type { ClipFacts } from "./note-properties";
import { STOPPED, unlessStopped } from "./stopped";
import type { Lack, Work, WorkTools } from "./work";
import { emptyFacts, withLacks } from "./work-facts";

/** Fewer words a page than this: the pages are pictures. */
const SCAN_WORDS = 10;

export type PdfTools = Pick<WorkTools, "openPdf" | "pause" | "signal" | "lackWords">;

/** A PDF as a note. `pageLink` leads to a page of a file in the vault. */
export async function readPdfFile(
	bytes: ArrayBuffer,
	url: string,
	tools: PdfTools,
	pageLink: ((page: number) => string) | null = null,
): Promise<Result<Work, ClipFailure>> {
	const read = await pdfText(bytes, tools, pageLink);
	if (!read.ok) return read;
	const { text, pages } = read.value;
	if (text.words < text.pages * SCAN_WORDS) return fail({ kind: "pdf", fault: "scan" });
	const empty = emptyFacts(url);
	const facts: ClipFacts = {
		...empty,
		...(text.title === "" ? {} : { title: text.title }),
		authors: text.authors,
		published: text.published,
		doi: text.doi,
		arxiv: text.arxiv,
		kind: "paper",
		isPrimary: true,
		words: text.words,
	};
	const lacks: Lack[] = text.hasMore ? [{ kind: "pdf-figures" }] : [];
	if (pages > text.pages) lacks.push({ kind: "pages", count: pages - text.pages });
	return ok({ facts: withLacks(facts, lacks, tools), markdown: text.markdown });
}

async function pdfText(
	bytes: ArrayBuffer,
	tools: PdfTools,
	pageLink: ((page: number) => string) | null,
): Promise<Result<Readonly<{ text: PdfText; pages: number }>, ClipFailure>> {
	let opened: PdfDocument | null = null;
	try {
		opened = await unlessStopped(tools.openPdf(bytes), tools.signal);
		const pause = () => unlessStopped(tools.pause(), tools.signal);
		const text = await unlessStopped(readPdf(opened, { pause, pageLink }), tools.signal);
		return ok({ text, pages: opened.numPages });
	} catch (error) {
		if (error === STOPPED) return fail({ kind: "cancelled" });
		// pdf.js names what it throws; for us every other name is a broken file.
		const isLocked = error instanceof Error && error.name === "PasswordException";
		return fail({ kind: "pdf", fault: isLocked ? "locked" : "broken" });
	} finally {
		void opened?.destroy?.().catch(() => undefined); // the worker is gone either way
	}
}
