import { pathToFileURL } from "node:url";
import { parseHTML } from "linkedom";
import { fail, ok, type Result } from "../../src/result";
import type { FetchedPage, FetchFailure } from "../../src/clip/fetch-page";
import type { PdfDocument } from "../../src/clip/kind-pdf";
import { readWork } from "../../src/clip/read-work";
import type { Lack, WorkTools } from "../../src/clip/work";

/** pdf.js as the app has it, in Node. */
export async function openPdf(bytes: ArrayBuffer): Promise<PdfDocument> {
	const pdfJs = await import("pdfjs-dist/legacy/build/pdf.mjs");
	pdfJs.GlobalWorkerOptions.workerSrc = pathToFileURL(require.resolve("pdfjs-dist/legacy/build/pdf.worker.mjs")).href;
	return pdfJs.getDocument({ data: new Uint8Array(bytes.slice(0)), isEvalSupported: false, verbosity: 0 }).promise as unknown as PdfDocument;
}

export type Answers = Readonly<Record<string, string | Readonly<{ type: string; body: string | Uint8Array }>>>;

export const parse = (html: string): Document => parseHTML(/<html/i.test(html) ? html : `<html><head></head><body>${html}</body></html>`).document as unknown as Document;

/** A web of a few addresses; everything else is gone. `asked` fills with what was fetched. */
export function toolsFor(answers: Answers, asked: string[] = []): WorkTools {
	return {
		fetch: (url) => {
			asked.push(url);
			return Promise.resolve(answer(answers[url]));
		},
		parse,
		openPdf,
		pause: () => Promise.resolve(),
		signal: new AbortController().signal,
		missingWords: (missing) => missing.map(({ kind }) => kind).join(" "),
		lackWords: (lack: Lack) => ("count" in lack ? `${lack.kind} ${lack.count}` : lack.kind),
	};
}

function answer(found: Answers[string] | undefined): Result<FetchedPage, FetchFailure> {
	if (found === undefined) return fail({ kind: "gone", status: 404 });
	const { type, body } = typeof found === "string" ? { type: found.trimStart().startsWith("<") ? "text/html" : "application/json", body: found } : found;
	const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body;
	return ok({ bytes: new Uint8Array(bytes).buffer, contentType: type, charset: "utf-8" });
}

/** The work an address gives, with its text; `asked` fills with what was fetched. */
export async function work(url: string, answers: Answers, asked: string[] = []) {
	const read = await readWork(url, toolsFor(answers, asked));
	if (!read.ok) throw new Error(`${read.error.kind} after ${asked.join(", ")}`);
	return { ...read.value.facts, markdown: read.value.markdown };
}

export const article = (title: string, head: string, body: string): string =>
	`<!doctype html><html><head><title>${title}</title>${head}</head><body><article><h1>${title}</h1><p>The wind takes the husks and leaves the grain, which is all that this page has to say about it.</p><p>A basket, a sheet and a dry afternoon are enough for a sack of wheat, if two people take turns.</p>${body}</article></body></html>`;
