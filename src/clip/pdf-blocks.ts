import type { Line } from "./pdf-lines";

/** A piece of a PDF's text. `page` counts from 1. */
export type PdfBlock = Readonly<
	| { kind: "heading"; level: number; text: string; page: number; size: number }
	/** `isAside`: smaller than the text, as notes and captions are. */
	| { kind: "paragraph"; text: string; page: number; isAside: boolean }
	| { kind: "item"; text: string; page: number; isAside: boolean }
>;

type Style = Readonly<{ size: number; font: string; gap: number }>;

/** Headings, paragraphs and list items, in reading order. */
export function blocksOf(pages: readonly (readonly Line[])[]): readonly PdfBlock[] {
	const style = styleOf(pages.flat());
	const blocks: PdfBlock[] = [];
	pages.forEach((lines, index) => {
		const page = index + 1;
		let before: Line | null = null;
		for (const line of lines) {
			const last = blocks[blocks.length - 1];
			const isHeading = isHeadingLine(line, before, style);
			if (isHeading && last?.kind === "heading" && before !== null && goesOn(last, line)) {
				blocks[blocks.length - 1] = { ...last, text: joinWords(last.text, line.text) };
			} else if (isHeading) blocks.push({ kind: "heading", level: 2, text: line.text, page, size: line.size });
			else if (last !== undefined && last.kind !== "heading" && before !== null && !beginsBlock(line, before, style)) {
				blocks[blocks.length - 1] = { ...last, text: joinWords(last.text, line.text) };
			} else blocks.push(blockOf(line, page, style));
			before = line;
		}
	});
	return levelled(joinAcross(blocks));
}

/** What most of the text looks like. */
function styleOf(lines: readonly Line[]): Style {
	const size = heaviest(lines, ({ size }) => (Math.round(size * 2) / 2).toString());
	const own = lines.filter((line) => Math.abs(line.size - Number(size)) < 0.6);
	const gaps = own.flatMap(({ gap }) => (gap !== null && gap > 0 ? [gap] : [])).sort((a, b) => a - b);
	return { size: Number(size) || 10, font: heaviest(own, ({ font }) => font), gap: gaps[Math.floor(gaps.length * 0.4)] ?? 12 };
}

function heaviest(lines: readonly Line[], keyOf: (line: Line) => string): string {
	const weights = new Map<string, number>();
	for (const line of lines) weights.set(keyOf(line), (weights.get(keyOf(line)) ?? 0) + line.text.length);
	return [...weights].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "";
}

const NUMBERED = /^(\d{1,2}(\.\d{1,2}){0,3}\.?|[A-Z](?=[.\s])\.?|[IVX]{1,5}\.|§\s?\d+|第[一二三四五六七八九十百\d]{1,4}[章节]|[一二三四五六七八九十]{1,3}、)\s*[\p{Lu}\p{Lo}]/u;
const NAMED = /^(abstract|introduction|background|related work|methods?|results|discussion|conclusions?|acknowledge?ments?|references|bibliography|appendix|摘\s?要|引言|结论|参考文献|致谢|zusammenfassung|einleitung|literatur|résumé|bibliographie)[.:]?$/i;

/** Whether a heading says by its words that it is one of many: it is no title then. */
export function isSection(text: string): boolean {
	return NAMED.test(text) || /^[\d§第]/.test(text);
}

function isHeadingLine(line: Line, before: Line | null, { size, font, gap }: Style): boolean {
	const { text } = line;
	if (text.length > 120 || !/\p{L}{2}/u.test(text)) return false;
	if (line.size > size * 1.12) return true;
	if (line.size < size * 0.95 || /[.,;:，。；：]$/.test(text.replace(/^\d+\.$/, "")) || text.length > 90) return false;
	const isApart = before === null || line.gap === null || line.gap > gap * 1.25;
	return isApart && (NAMED.test(text) || (line.font !== font && NUMBERED.test(text)));
}

/** The second line of a heading that was too long for one. */
function goesOn(last: Extract<PdfBlock, { kind: "heading" }>, line: Line): boolean {
	return Math.abs(last.size - line.size) < 0.6 && line.gap !== null && line.gap > 0 && line.gap < line.size * 1.7 && !NUMBERED.test(line.text);
}

const BULLET = /^([•●▪◦‣∙·–—*]|[-](?=\s)|\(?\d{1,2}[.)](?=\s)|\(?[a-z][.)](?=\s))\s*/;

function beginsBlock(line: Line, before: Line, { size, gap }: Style): boolean {
	if (Math.abs(line.size - before.size) > size * 0.08) return true;
	if (BULLET.test(line.text) && line.left >= before.column.left - 1) return !isMidSentence(before.text) || /^[•●▪◦‣∙]/.test(line.text);
	// A new column: whether the sentence goes on is asked of the whole text.
	if (line.gap === null) return true;
	if (line.gap > Math.max(gap * 1.4, line.size * 1.6)) return true;
	const indent = line.left - line.column.left;
	const indentBefore = before.left - before.column.left;
	if (indent > size * 0.7 && indent < size * 5 && indentBefore < size * 0.4) return true;
	// The last line of a paragraph is short and ends a sentence; references hang.
	const room = before.column.right - before.right;
	return (room > size * 4 && ENDS.test(before.text)) || (indent < size * 0.4 && indentBefore > size * 0.7 && ENDS.test(before.text) && /^(\[|\p{Lu})/u.test(line.text));
}

const ENDS = /[.!?。！？:：]["”’)\]]?[⁰¹²³⁴⁵⁶⁷⁸⁹,]*$/;

function isMidSentence(text: string): boolean {
	return !ENDS.test(text) && /[\p{Ll},]$/u.test(text);
}

function blockOf(line: Line, page: number, { size }: Style): PdfBlock {
	const bullet = BULLET.exec(line.text)?.[0] ?? "";
	const isAside = line.size < size * 0.93;
	const isItem = /^[•●▪◦‣∙·–—*-]/.test(bullet) && /\p{L}/u.test(line.text);
	if (isItem) return { kind: "item", text: line.text.slice(bullet.length), page, isAside };
	return { kind: "paragraph", text: line.text, page, isAside };
}

/** A word cut at a line's end is one word again; a hyphen of its own before a capital stays. */
export function joinWords(before: string, next: string): string {
	if (/\p{L}[-\u00ad\u2010]$/u.test(before) && /^\p{Ll}/u.test(next)) return before.slice(0, -1) + next;
	const isWide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}，。、；：？！」』）]$/u.test(before) && /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}，。、；：？！「『（]/u.test(next);
	return isWide || /[-/\u2010]$/.test(before) ? before + next : `${before} ${next}`;
}

/** A sentence goes on behind the notes, captions and edges between two columns. */
function joinAcross(blocks: readonly PdfBlock[]): readonly PdfBlock[] {
	const out: PdfBlock[] = [];
	for (const block of blocks) {
		const at = openEnd(out);
		const open = out[at];
		const isOpen = open?.kind === "paragraph" && block.kind === "paragraph" && !block.isAside;
		if (isOpen && goesInto(open.text, block.text)) out[at] = { ...open, text: joinWords(open.text, block.text) };
		else out.push(block);
	}
	return out;
}

/** The last paragraph, behind asides only; -1: something else stands between. */
function openEnd(blocks: readonly PdfBlock[]): number {
	for (let at = blocks.length - 1; at >= 0 && at > blocks.length - 8; at--) {
		const block = blocks[at];
		if (block?.kind === "paragraph" && !block.isAside && !CAPTION.test(block.text)) return at;
		if (block === undefined || block.kind === "heading") return -1;
	}
	return -1;
}

/** What is written under a figure or over a table. */
export const CAPTION = /^(figure|fig\.|table|abbildung|tabelle|图|表)\s?\d{1,3}/i;

function goesInto(open: string, next: string): boolean {
	if (ENDS.test(open) || CAPTION.test(next)) return false;
	return /^[\p{Ll}(]/u.test(next) || /[\p{Script=Han}，、]$/u.test(open) || (/[-\u2010,]$/.test(open) && /^\p{L}/u.test(next));
}

/** Levels by the number in front, else by size among all headings. */
function levelled(blocks: readonly PdfBlock[]): readonly PdfBlock[] {
	const sizes = [...new Set(blocks.flatMap((block) => (block.kind === "heading" ? [Math.round(block.size)] : [])))].sort((a, b) => b - a);
	return blocks.map((block) => {
		if (block.kind !== "heading") return block;
		const number = /^(\d{1,2}(?:\.\d{1,2}){0,3})/.exec(block.text)?.[1];
		const level = number === undefined ? 2 + sizes.indexOf(Math.round(block.size)) : 1 + number.split(".").length;
		return { ...block, level: Math.min(4, Math.max(2, level)) };
	});
}
