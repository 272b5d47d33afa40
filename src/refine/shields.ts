import { codeSpans, cutLines, isDelimiterRow } from "../text/block-lines";
import { commentsIn } from "../text/comments";
import type { Span } from "../text/edit";

/** A stretch of a block that an edit must carry over as it is. */
export type Shield = Span & Readonly<{ kind: "span" | "frame" | "speech"; text: string }>;

// Each pattern stands alone and looks a bounded way ahead, so that no text is slow to read.
const SPANS: readonly RegExp[] = [
	/(?:^|\n)[ \t>]*(?:```|~~~)[^]*?(?:\n[ \t>]*(?:```|~~~)|$)/g,
	/\$\$[^$]*\$\$/g,
	/!?\[\[[^\][\n]{1,400}\]\]/g,
	/!?\[[^\][\n]{0,1000}\]\([^()\n]{0,2000}(?:\([^()\n]{0,500}\)[^()\n]{0,500}){0,4}\)/g,
	/!?\[[^\][\n]{1,1000}\]\[[^\][\n]{0,400}\]/g,
	/\[\^[^\][\s]{1,100}\]:?/g,
	/\^\[[^\][\n]{1,1000}\]/g,
	/\[@[^\][\n]{1,400}\]/g,
	/\b[a-z][a-z0-9+.-]{0,20}:\/\/[^\s<>"'\])}，。；：！？]+/gi,
	/\bwww\.[^\s<>"'\])}]+/gi,
	/<\/?[a-z!][^<>\n]*>/gi,
	/\{\{[^{}]*\}\}/g,
	/<%[^%<]*%>/g,
	/&(?:#\d{1,8}|#x[0-9a-f]{1,8}|[a-z][a-z0-9]{1,30});/gi,
];
/** Inline math: no blank inside the dollars, no digit behind them (prices). */
const MATH = /\$(?!\s)(?:\\[^\n]|[^$\\\n])+\$(?!\d)/g;
const TAG = /(^|[\s(（，。])(#[\p{L}\p{N}_/-]*[\p{L}_/-][\p{L}\p{N}_/-]*)/gu;
const BLOCK_ID = /(^|\s)(\^[A-Za-z0-9-]+)[ \t]*(?=\n|$)/g;
const FIELD = /(^|[\s[(])([\p{L}_][\p{L}\p{N}_ -]{0,40}::)/gu;
/** Direct speech: the words are somebody's, not the author's. Straight marks need a closing one in the line. */
const SPEECH: readonly RegExp[] = [
	/\u201c[^\u201c\u201d]*\u201d/g,
	/\u2018(?:[^\u2018\u2019\n]|\u2019(?=\p{L}))*\u2019(?!\p{L})/gu,
	/\u201e[^\u201c\u201d\u201e]*[\u201c\u201d]/g,
	/\u300c[^\u300c\u300d]*\u300d/g,
	/\u300e[^\u300e\u300f]*\u300f/g,
	/\u00ab[^\u00ab\u00bb]*\u00bb/g,
	/"[^"\n]{2,}"/g,
];
const FRAME =
	/(^|\n)([ \t]*(?:>[ \t]*)*(?:#{1,6}[ \t]+|(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[^\]]\][ \t]+)?|>[ \t]*(?:\[![^\]\n]*\][+-]?[ \t]*)?))/g;

/** What must stay in a block, sorted by place. `kind` is the block's. */
export function shieldsOf(text: string, kind: string): readonly Shield[] {
	const shields: Shield[] = [];
	const code = codeIn(text);
	// Inside code nothing means anything but code.
	const add = (shield: Shield["kind"], from: number, found: string): void => {
		const isCode = code.some((span) => span.from <= from && from < span.to);
		if (found === "" || isCode) return;
		shields.push({ kind: shield, from, to: from + found.length, text: found });
	};
	for (const span of code) {
		shields.push({ ...span, kind: "span", text: text.slice(span.from, span.to) });
	}
	for (const pattern of SPANS) {
		for (const match of text.matchAll(pattern)) add("span", match.index, match[0]);
	}
	for (const match of text.matchAll(MATH)) {
		if (!/\s\$$/.test(match[0]) && !/[\w$]/.test(text.charAt(match.index - 1)))
			add("span", match.index, match[0]);
	}
	// Fields are rare and slow to look for.
	for (const pattern of text.includes("::") ? [TAG, BLOCK_ID, FIELD] : [TAG, BLOCK_ID]) {
		for (const match of text.matchAll(pattern)) {
			add("span", match.index + (match[1] ?? "").length, match[2] ?? "");
		}
	}
	for (const row of kind === "table" ? delimiterRows(text) : [])
		add("frame", row.from, text.slice(row.from, row.to));
	for (const match of kind === "table" ? [] : text.matchAll(FRAME)) {
		add("frame", match.index + (match[1] ?? "").length, match[2] ?? "");
	}
	for (const comment of commentsIn(text))
		add("span", comment.from, text.slice(comment.from, comment.to));
	for (const pattern of SPEECH) {
		for (const match of text.matchAll(pattern)) add("speech", match.index, match[0]);
	}
	return shields.sort((a, b) => a.from - b.from);
}

function delimiterRows(table: string): readonly Span[] {
	return cutLines(table).filter((line) => isDelimiterRow(line.text));
}

/** Inline code, also over a line end; not over an empty line. */
function codeIn(text: string): readonly Span[] {
	return codeSpans(text).filter((span) => !/\n[ \t>]*\n/.test(text.slice(span.from, span.to)));
}

/** True where the edit changes something of the span; an insertion at its edge does not. */
export function touches(edit: Span, shield: Span): boolean {
	if (edit.from === edit.to) return shield.from < edit.from && edit.from < shield.to;
	return edit.from < shield.to && shield.from < edit.to;
}
