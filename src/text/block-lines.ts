import type { Span } from "./edit";

// How one line of Markdown begins: CommonMark 0.31 with GFM tables and footnotes, and Obsidian's `%%` and callouts.

/** A line without its line end. `from` moves forward when a comment or formula ended inside it. */
export type Line = { from: number; to: number; text: string };

/** Lines of a text; `\r\n` and `\n` both end one. */
export function cutLines(text: string): Line[] {
	const lines: Line[] = [];
	let from = 0;
	while (from <= text.length) {
		const end = text.indexOf("\n", from);
		const next = end === -1 ? text.length : end;
		const to = next > from && text.charAt(next - 1) === "\r" ? next - 1 : next;
		lines.push({ from, to, text: text.slice(from, to) });
		if (end === -1) break;
		from = end + 1;
	}
	return lines;
}

/** Columns of white space a line begins with; a tab goes to the next multiple of four. */
export function indentOf(line: string): number {
	let column = 0;
	for (const character of line) {
		if (character === " ") column++;
		else if (character === "\t") column += 4 - (column % 4);
		else break;
	}
	return column;
}

export function isBlank(line: string): boolean {
	return line.trim() === "";
}

/** The fence a line opens, e.g. "```". Null: none. */
export function fenceOf(rest: string): string | null {
	const match = /^(`{3,}|~{3,})(.*)$/.exec(rest);
	if (match === null) return null;
	const [, fence = "", info = ""] = match;
	return fence.startsWith("`") && info.includes("`") ? null : fence;
}

export function closesFence(rest: string, fence: string): boolean {
	const line = rest.trimEnd();
	return line.length >= fence.length && line === fence.charAt(0).repeat(line.length);
}

export function isHeading(rest: string): boolean {
	return /^#{1,6}(?:[ \t]|$)/.test(rest);
}

export function isRule(rest: string): boolean {
	const marks = rest.replace(/[ \t]/g, "");
	return /^(?:-{3,}|\*{3,}|_{3,})$/.test(marks);
}

export function isUnderline(rest: string): boolean {
	return /^(?:=+|-+)[ \t]*$/.test(rest);
}

/** A list marker: its width with the blanks that belong to it, and what follows. Null: none. */
export function itemMarker(
	rest: string,
): Readonly<{ width: number; content: string; canInterrupt: boolean }> | null {
	const match = /^([-*+]|\d{1,9}[.)])([ \t]+|$)/.exec(rest);
	if (match === null || isRule(rest)) return null;
	const [, marker = "", blanks = ""] = match;
	const content = rest.slice(marker.length + blanks.length);
	const gap = content === "" || blanks.length > 4 ? 1 : indentOf(blanks);
	const isFirst = !/^\d/.test(marker) || /^1[.)]$/.test(marker);
	return { width: marker.length + gap, content, canInterrupt: content !== "" && isFirst };
}

export function isQuote(rest: string): boolean {
	return rest.startsWith(">");
}

export function isCallout(rest: string): boolean {
	return /^>[ \t]*\[![^\]]*\]/.test(rest);
}

export function isFootnote(rest: string): boolean {
	return /^\[\^[^\]\s]+\]:/.test(rest);
}

export function isLinkDefinition(rest: string): boolean {
	return /^\[[^\]^][^\]]*\]:[ \t]*\S/.test(rest);
}

/** The row under a table's head: cells of dashes with optional colons. */
export function isDelimiterRow(rest: string): boolean {
	if (!rest.includes("-") || !/[|:]/.test(rest)) return false;
	return rest
		.trim()
		.replace(/^\||\|$/g, "")
		.split("|")
		.every((cell) => /^[ \t]*:?-+:?[ \t]*$/.test(cell));
}

const HTML_BLOCK_TAGS = new Set(
	(
		"address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt " +
		"fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link " +
		"main menu menuitem nav noframes ol optgroup option p param search section summary table tbody td tfoot th thead " +
		"title tr track ul"
	).split(" "),
);

/** How an HTML block ends: at this text, or at an empty line. Null: no HTML block begins here. */
export function htmlEnd(
	rest: string,
): Readonly<{ closing: string | null; canInterrupt: boolean }> | null {
	if (!rest.startsWith("<")) return null;
	if (rest.startsWith("<!--")) return { closing: "-->", canInterrupt: true };
	if (rest.startsWith("<?")) return { closing: "?>", canInterrupt: true };
	if (rest.startsWith("<![CDATA[")) return { closing: "]]>", canInterrupt: true };
	if (/^<![A-Za-z]/.test(rest)) return { closing: ">", canInterrupt: true };
	const tag = /^<\/?([A-Za-z][A-Za-z0-9-]*)(?=[\s/>]|$)/.exec(rest);
	const name = tag?.[1]?.toLowerCase();
	if (name === undefined) return null;
	if (/^(?:script|pre|style|textarea)$/.test(name) && !rest.startsWith("</")) {
		return { closing: `</${name}`, canInterrupt: true };
	}
	if (HTML_BLOCK_TAGS.has(name)) return { closing: null, canInterrupt: true };
	// Alone on its line, or a tag that goes on over the line end (an image with a long `alt`).
	return /^<[^<>]*(?:>[ \t]*)?$/.test(rest) ? { closing: null, canInterrupt: false } : null;
}

/** Inline code of one line: nothing inside opens a comment or a formula. */
export function codeSpans(text: string): readonly Span[] {
	const spans: Span[] = [];
	let at = text.indexOf("`");
	while (at !== -1) {
		let run = at;
		while (text.charAt(run) === "`") run++;
		const close = closingRun(text, run, run - at);
		if (close !== -1) spans.push({ from: at, to: close });
		at = text.indexOf("`", close === -1 ? run : close);
	}
	return spans;
}

/** End of the next run of exactly `length` backticks; -1 where there is none. */
function closingRun(text: string, from: number, length: number): number {
	let at = text.indexOf("`", from);
	while (at !== -1) {
		let run = at;
		while (text.charAt(run) === "`") run++;
		if (run - at === length) return run;
		at = text.indexOf("`", run);
	}
	return -1;
}
