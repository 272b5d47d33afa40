import type { Result } from "../result";
import type { Missing } from "./completeness";
import type { FetchedPage, FetchFailure } from "./fetch-page";
import type { PdfDocument } from "./kind-pdf";
import type { ClipFacts } from "./note-properties";

/** A work as its note holds it. */
export type Work = Readonly<{ facts: ClipFacts; markdown: string }>;

/** What a note of a special kind does not hold. */
export type Lack = Readonly<
	| { kind: "abstract-only" | "one-post" | "thread-end" | "post-cut" | "no-transcript" | "pdf-figures" | "base-unknown" | "broken-letters" }
	/** Of a numbered thread: "4 of 7 posts". */
	| { kind: "posts"; count: number; total: number }
	| { kind: "answers" | "pictures" | "pages"; count: number }
>;

export type WorkTools = Readonly<{
	fetch(url: string, accept?: string): Promise<Result<FetchedPage, FetchFailure>>;
	/** Makes an inert document. */
	parse(html: string): Document;
	/** Opens a PDF; throws for what is none. */
	openPdf(bytes: ArrayBuffer): Promise<PdfDocument>;
	pause(): Promise<void>;
	signal: AbortSignal;
	missingWords(missing: readonly Missing[]): string;
	lackWords(lack: Lack): string;
}>;
