import { countWords } from "../text/words";
import { escapeText } from "./escape";

/** The part of pdf.js that is read; its types are its owner's. */
export interface PdfDocument {
	readonly numPages: number;
	getPage(number: number): Promise<Readonly<{ getTextContent(): Promise<Readonly<{ items: readonly unknown[] }>> }>>;
	getMetadata(): Promise<Readonly<{ info: unknown }>>;
}

type Line = Readonly<{ text: string; size: number; gap: number }>;

/** Pages past this are left out, and the note says so. */
export const MAX_PDF_PAGES = 400;

export type PdfText = Readonly<{ markdown: string; words: number; pages: number; title: string; author: string }>;

/** The text of a PDF: paragraphs, headings by their size, an anchor `^page-3` a page; running heads are gone. */
export async function readPdf(pdf: PdfDocument, pause: () => Promise<void>): Promise<PdfText> {
	const pages: (readonly Line[])[] = [];
	for (let number = 1; number <= Math.min(pdf.numPages, MAX_PDF_PAGES); number++) {
		const page = await pdf.getPage(number);
		pages.push(linesOf((await page.getTextContent()).items));
		await pause();
	}
	const { info } = await pdf.getMetadata();
	const read = (key: string): string => {
		const value: unknown = typeof info === "object" && info !== null ? (info as Readonly<Record<string, unknown>>)[key] : null;
		return typeof value === "string" ? value.trim() : "";
	};
	const markdown = pdfMarkdown(pages);
	const { length } = pages;
	return { markdown, words: countWords(markdown), pages: length, title: read("Title"), author: read("Author") };
}

/** Text runs in the file's own order, which in typeset papers is the reading order, columns included. */
function linesOf(items: readonly unknown[]): readonly Line[] {
	const lines: Line[] = [];
	let text = "";
	let size = 0;
	let lastY: number | null = null;
	let gap = 0;
	const end = () => {
		if (text.trim() !== "") lines.push({ text: text.replace(/\s+/g, " ").trim(), size, gap });
		text = "";
		size = 0;
	};
	for (const item of items) {
		if (typeof item !== "object" || item === null || !("str" in item) || !("transform" in item)) continue;
		const { str, transform } = item;
		if (typeof str !== "string" || !Array.isArray(transform)) continue;
		const y: unknown = transform[5];
		const height: unknown = transform[3];
		if (typeof y !== "number" || typeof height !== "number") continue;
		const moved = lastY === null ? 0 : lastY - y;
		if (lastY !== null && str.trim() !== "" && Math.abs(moved) > Math.max(size, 1) * 0.6) {
			end();
			// A jump upwards is the next column: no gap.
			gap = moved < 0 ? 0 : moved;
		}
		if (str.trim() !== "") {
			size = Math.max(size, Math.abs(height));
			lastY = y;
		}
		text += str;
	}
	end();
	return lines;
}

function pdfMarkdown(pages: readonly (readonly Line[])[]): string {
	const running = runningHeads(pages);
	const sizes = pages.flat().flatMap(({ text, size }) => Array<number>(Math.ceil(text.length / 20)).fill(size));
	const body = sizes.sort((a, b) => a - b)[Math.floor(sizes.length / 2)] ?? 10;
	const out: string[] = [];
	let open = "";
	const end = () => {
		if (open !== "") out.push(escapeText(open, true));
		open = "";
	};
	pages.forEach((lines, index) => {
		const anchored = (isDone: boolean): boolean => {
			if (!isDone) out.push(` ^page-${index + 1}`);
			return true;
		};
		const kept = lines.filter((line, at) => !isEdge(lines, at) || !running.has(edgeKey(line.text)));
		let isAnchored = false;
		kept.forEach((line, at) => {
			const isHeading = line.size > body * 1.12 && line.text.length < 120 && /\p{L}/u.test(line.text);
			if (isHeading) {
				end();
				isAnchored = anchored(isAnchored);
				out.push(`## ${escapeText(line.text, false)}`);
				return;
			}
			const isNew = at === 0 ? /[.!?。！？:]["”’)]?$/.test(open) : line.gap > body * 1.75;
			if (isNew) end();
			// A sentence that runs on from the page before keeps that page's anchor.
			if (open === "") isAnchored = anchored(isAnchored);
			open = joined(open, line.text);
		});
	});
	end();
	return settleAnchors(out);
}

/** Each page's anchor goes to the end of the next block, where the app reads it. */
function settleAnchors(parts: readonly string[]): string {
	const out: string[] = [];
	let anchor = "";
	for (const part of parts) {
		if (part.startsWith(" ^page-")) {
			anchor = part;
			continue;
		}
		const takes = anchor !== "" && !part.startsWith("## ");
		out.push(takes ? part + anchor : part);
		if (takes) anchor = "";
	}
	return out.join("\n\n");
}

/** A word cut at a line's end is one word again; a hyphen of its own before a capital stays. */
function joined(before: string, line: string): string {
	if (before === "") return line;
	if (/\p{L}-$/u.test(before) && /^\p{Ll}/u.test(line)) return before.slice(0, -1) + line;
	const isCjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u.test(before);
	return isCjk ? before + line : `${before} ${line}`;
}

/** Lines at a page's edges that come back on other pages, whatever their number. */
function runningHeads(pages: readonly (readonly Line[])[]): ReadonlySet<string> {
	const seen = new Map<string, number>();
	for (const lines of pages) {
		const keys = new Set(lines.filter((_, at) => isEdge(lines, at)).map(({ text }) => edgeKey(text)));
		for (const key of keys) seen.set(key, (seen.get(key) ?? 0) + 1);
	}
	const often = Math.max(2, pages.length * 0.3);
	return new Set([...seen].filter(([, times]) => times >= often).map(([key]) => key));
}

function isEdge(lines: readonly Line[], at: number): boolean {
	return at < 2 || at >= lines.length - 2;
}

function edgeKey(text: string): string {
	return text.replace(/\d+/g, "0").toLowerCase();
}
