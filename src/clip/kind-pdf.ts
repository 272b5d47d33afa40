import { countWords } from "../text/words";
import { escapeText } from "./escape";
import { safeMarkdown } from "./kind-text";
import { blocksOf, CAPTION, type PdfBlock } from "./pdf-blocks";
import { aboutPdf, type PdfAbout } from "./pdf-about";
import { linesOf, type Line } from "./pdf-lines";
import { withoutRunning } from "./pdf-running";
import { runsOf } from "./pdf-runs";

/** The part of pdf.js that is read; its types are its owner's. */
export interface PdfDocument {
	readonly numPages: number;
	getPage(number: number): Promise<PdfPage>;
	getMetadata(): Promise<Readonly<{ info: unknown }>>;
	/** Frees what the worker holds. */
	destroy?(): Promise<unknown>;
}

export interface PdfPage {
	getTextContent(): Promise<Readonly<{ items: readonly unknown[] }>>;
	/** What the page draws, as numbers of operations. */
	getOperatorList?(): Promise<Readonly<{ fnArray: readonly number[] }>>;
}

/** Pages past this are left out, and the note says so. */
export const MAX_PDF_PAGES = 400;

/** Pages whose drawing is looked into for pictures: it costs more than their text. */
const LOOKED_INTO = 40;

/** pdf.js's `OPS` that paint a picture: of a mask, of the file, in the text, repeated. */
const PAINTS: ReadonlySet<number> = new Set([83, 84, 85, 86, 87, 88, 89]);

export type PdfText = PdfAbout &
	Readonly<{
		markdown: string;
		words: number;
		/** Pages that were read. */
		pages: number;
		/** Whether it holds pictures, tables or formulas, which its text does not show. */
		hasMore: boolean;
	}>;

export type PdfOptions = Readonly<{
	/** Between two pages; throws to stop. */
	pause(): Promise<void>;
	/** What leads to a page of the file in the vault; null: the file is not there. */
	pageLink: ((page: number) => string) | null;
}>;

/** The text of a PDF: columns one after the other, headings, paragraphs, an anchor `^page-3` a page. */
export async function readPdf(pdf: PdfDocument, { pause, pageLink }: PdfOptions): Promise<PdfText> {
	const pages: (readonly Line[])[] = [];
	let sideways = "";
	let pictures = 0;
	for (let number = 1; number <= Math.min(pdf.numPages, MAX_PDF_PAGES); number++) {
		const page = await pdf.getPage(number);
		const read = runsOf((await page.getTextContent()).items);
		pages.push(linesOf(read.runs));
		if (number === 1) sideways = read.sideways;
		if (number <= LOOKED_INTO && pictures === 0) pictures += await picturesOf(page);
		await pause();
	}
	const kept = withoutRunning(pages);
	await pause();
	const blocks = blocksOf(kept);
	const { info } = await pdf.getMetadata();
	const about = aboutPdf(info, blocks, sideways);
	await pause();
	const markdown = pdfMarkdown(about.titleIsShown ? blocks.filter((block) => !isTitle(block, about.title)) : blocks, pageLink);
	const words = blocks.reduce((sum, block) => sum + countWords(block.text), 0);
	const hasMore = pictures > 0 || blocks.some(({ text }) => CAPTION.test(text) || isFormula(text));
	return { ...about, markdown, words, pages: pages.length, hasMore };
}

async function picturesOf(page: PdfPage): Promise<number> {
	const list = await page.getOperatorList?.();
	return (list?.fnArray ?? []).filter((operation) => PAINTS.has(operation)).length;
}

function isTitle(block: PdfBlock, title: string): boolean {
	return block.kind === "heading" && block.page === 1 && block.text === title;
}

/** A line of signs with a number at its end, as formulas are set. */
function isFormula(text: string): boolean {
	return text.length < 200 && (text.match(/[=∑∏∫√≤≥≈∈∂∇±×]/g) ?? []).length > 0 && /\(\d{1,3}\)$/.test(text);
}

function pdfMarkdown(blocks: readonly PdfBlock[], pageLink: PdfOptions["pageLink"]): string {
	const parts: string[] = [];
	let anchored = 0;
	blocks.forEach((block, at) => {
		const text = blockMarkdown(block);
		// The app reads an anchor at the end of a block of text.
		const isFirst = block.kind !== "heading" && block.page > anchored;
		if (isFirst) anchored = block.page;
		const link = isFirst && pageLink !== null ? ` ${pageLink(block.page)}` : "";
		const isTight = block.kind === "item" && blocks[at - 1]?.kind === "item";
		parts.push(at === 0 ? "" : isTight ? "\n" : "\n\n", text, isFirst ? `${link} ^page-${block.page}` : "");
	});
	return parts.join("");
}

function blockMarkdown(block: PdfBlock): string {
	if (block.kind === "heading") return `${"#".repeat(block.level)} ${safeMarkdown(escapeText(block.text, false))}`;
	const text = safeMarkdown(escapeText(block.text, true));
	return block.kind === "item" ? `- ${text}` : text;
}
