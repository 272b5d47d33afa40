import { fail, ok, type Result } from "../result";
import { DETAILS, lineAt, lineEnd } from "./frontmatter-block";
import { flowEnd, quotedEnd } from "./yaml-ends";

/** How a value is written. `nested`: over more than one line, or a map or list below the name. */
export type ValueStyle = "empty" | "plain" | "single" | "double" | "flow" | "nested" | "opaque";

/** One property of the block's top level. Offsets are those of the block's text. */
export type Entry = Readonly<{
	name: string;
	/** From the start of its first line to behind the line end of its last. */
	from: number;
	to: number;
	/** Behind the colon. */
	colon: number;
	style: ValueStyle;
	/** The value with its anchor and tag, without blanks and comment around; equal where it is empty. */
	valueFrom: number;
	valueTo: number;
	/** Blanks before the names: all entries of a block have the same. */
	indent: string;
}>;

export type Unreadable = Readonly<{ line: number; detail: string }>;

type Line = Readonly<{
	from: number;
	to: number;
	next: number;
	indent: number;
	isBlank: boolean;
	isComment: boolean;
}>;

/**
 * Finds the lines of each property without interpreting values. Strict: what could be read in two ways is refused.
 * It proves nothing alone; a YAML parser must agree with it before and after a change.
 * @param block what stands between the fences. Lines of the error count from 1 within it.
 */
export function scanEntries(block: string): Result<readonly Entry[], Unreadable> {
	const entries: Entry[] = [];
	const names = new Set<string>();
	let base = -1;
	for (let at = 0; at < block.length;) {
		const line = lineOf(block, at);
		if (line.isBlank || line.isComment) {
			at = line.next;
			continue;
		}
		const refuse = (detail: string): Result<never, Unreadable> =>
			fail({ line: lineAt(block, line.from), detail });
		if (block[line.from + line.indent] === "\t") return refuse(DETAILS.tab);
		if (base === -1) base = line.indent;
		if (line.indent !== base) return refuse(DETAILS.indent);
		const found = scanEntry(block, line);
		if (typeof found === "string") return refuse(found);
		if (names.has(found.name)) return refuse(DETAILS.twice);
		names.add(found.name);
		entries.push(found);
		at = found.to;
	}
	return ok(entries);
}

function scanEntry(block: string, line: Line): Entry | string {
	const start = line.from + line.indent;
	const first = block[start] ?? "";
	const second = block[start + 1] ?? "\n";
	if (first === "{" || first === "[") return DETAILS.flow;
	if (first === "-" && /\s/.test(second)) return DETAILS.list;
	if (first === "?" && /\s/.test(second)) return explicitEntry(block, line);
	const key = scanKey(block, start, line.to);
	if (key === null) return DETAILS.noKey;
	const value = scanValue(block, line, key.colon);
	if (typeof value === "string") return value;
	return {
		name: key.name,
		from: line.from,
		colon: key.colon,
		indent: block.slice(line.from, start),
		...value,
	};
}

/** `? name` with its `: value` lines: kept as one piece, never changed. */
function explicitEntry(block: string, line: Line): Entry {
	const start = line.from + line.indent;
	let to = line.next;
	for (let at = line.next; at < block.length;) {
		const next = lineOf(block, at);
		const isValue =
			next.indent === line.indent && /^:(\s|$)/.test(block.slice(at + next.indent, next.to));
		if (!next.isBlank && !next.isComment && next.indent <= line.indent && !isValue) break;
		at = next.next;
		if (!next.isBlank && !next.isComment) to = at;
	}
	const name = block.slice(start + 1, line.to).trim();
	const indent = block.slice(line.from, start);
	return {
		name,
		from: line.from,
		to,
		colon: to,
		style: "opaque",
		valueFrom: to,
		valueTo: to,
		indent,
	};
}

function scanKey(
	block: string,
	start: number,
	lineTo: number,
): Readonly<{ name: string; colon: number }> | null {
	const first = block[start] ?? "";
	if (first === '"' || first === "'") {
		const end = quotedEnd(block, start);
		if (end === null || end > lineTo) return null;
		const gap = /^[ \t]*:(?=\s|$)/.exec(block.slice(end, lineTo));
		if (gap === null) return null;
		const name = unquote(block.slice(start, end));
		return name === null ? null : { name, colon: end + gap[0].length };
	}
	if (/[\]},#&*!|>%@`]/.test(first)) return null;
	for (let at = start; at < lineTo; at++) {
		const char = block[at];
		if (char === "#" && /[ \t]/.test(block[at - 1] ?? "")) return null;
		if (char === ":" && (at + 1 === lineTo || /[ \t]/.test(block[at + 1] ?? ""))) {
			const name = block.slice(start, backOverBlanks(block, at, start));
			return name === "" ? null : { name, colon: at + 1 };
		}
	}
	return null;
}

/** The text of a quoted name. Null: an escape that only YAML knows. */
function unquote(quoted: string): string | null {
	if (quoted.startsWith("'")) return quoted.slice(1, -1).replaceAll("''", "'");
	try {
		const text: unknown = JSON.parse(quoted);
		return typeof text === "string" ? text : null;
	} catch {
		return null; // YAML has more escapes than JSON
	}
}

type ScannedValue = Pick<Entry, "style" | "valueFrom" | "valueTo" | "to">;

function scanValue(block: string, line: Line, colon: number): ScannedValue | string {
	const valueFrom = skipBlanks(block, colon, line.to);
	let at = valueFrom;
	while (/[&!]/.test(block[at] ?? "") && at < line.to) {
		while (at < line.to && !/[ \t]/.test(block[at] ?? "")) at++;
		at = skipBlanks(block, at, line.to);
	}
	const first = at < line.to ? (block[at] ?? "") : "";
	// A "#" right behind the colon's blank opens a comment; `status:#x` never gets here.
	if (first === "" || (first === "#" && at > colon))
		return nestedValue(block, line, valueFrom, at > valueFrom);
	if (first === "|" || first === ">") {
		const last = lastBelow(block, line, false) ?? line;
		return { style: "nested", valueFrom, valueTo: last.to, to: last.next };
	}
	if (first === '"' || first === "'" || first === "[" || first === "{") {
		const end = first === '"' || first === "'" ? quotedEnd(block, at) : flowEnd(block, at);
		if (end === null) return DETAILS.open;
		const last = lineEnd(block, end);
		if (!/^([ \t]*|[ \t]+#.*)$/.test(block.slice(end, last.to))) return DETAILS.open;
		if (last.next !== line.next)
			return { style: "nested", valueFrom, valueTo: end, to: last.next };
		const style =
			at > valueFrom ? "plain" : first === '"' ? "double" : first === "'" ? "single" : "flow";
		return { style, valueFrom, valueTo: end, to: line.next };
	}
	const comment = block.slice(at, line.to).search(/[ \t]#/);
	const plainTo = comment === -1 ? line.to : at + comment;
	const valueTo = backOverBlanks(block, plainTo, at);
	const below = lastBelow(block, line, false);
	if (below !== null) return { style: "nested", valueFrom, valueTo: below.to, to: below.next };
	return { style: "plain", valueFrom, valueTo, to: line.next };
}

/** Nothing behind the colon: a map, list or text below it, or no value at all. */
function nestedValue(
	block: string,
	line: Line,
	valueFrom: number,
	hasProperties: boolean,
): ScannedValue {
	const last = lastBelow(block, line, true);
	if (last !== null) return { style: "nested", valueFrom, valueTo: last.to, to: last.next };
	if (!hasProperties) return { style: "empty", valueFrom, valueTo: valueFrom, to: line.next };
	const comment = block.slice(valueFrom, line.to).search(/[ \t]#/);
	const valueTo = backOverBlanks(
		block,
		comment === -1 ? line.to : valueFrom + comment,
		valueFrom,
	);
	return { style: "plain", valueFrom, valueTo, to: line.next };
}

/**
 * The last line below that belongs to the value: more indented, or a list item as far in as the name. A comment does
 * where more of the value follows, or where it is a text's own line.
 * @param takesItems in a list the items may stand as far in as the name.
 */
function lastBelow(block: string, line: Line, takesItems: boolean): Line | null {
	let last: Line | null = null;
	// How far in the lines of the text are that the line above opened; null: none.
	let text = textBelow(block, line);
	for (let at = line.next; at < block.length;) {
		const next = lineOf(block, at);
		at = next.next;
		if (next.isBlank) continue;
		if (text !== null && next.indent >= text) {
			last = next;
			continue;
		}
		text = null;
		if (next.isComment) continue;
		const words = block.slice(next.from + next.indent, next.to);
		const isItem = takesItems && next.indent === line.indent && /^-(\s|$)/.test(words);
		if (next.indent <= line.indent && !isItem) break;
		last = next;
		text = textBelow(block, next);
	}
	return last;
}

const OPENS_TEXT = /(?:^|[\s:-])[|>][-+]?(\d?)[-+]?(?:[ \t]+#.*)?[ \t]*$/;

/** How far in a text's lines are that this line opens (`|`, `>`): as it says, else as far as the first of them. Null: it opens none. */
function textBelow(block: string, line: Line): number | null {
	const found = OPENS_TEXT.exec(block.slice(line.from + line.indent, line.to));
	if (found === null) return null;
	if (found[1] !== undefined && found[1] !== "") return line.indent + Number(found[1]);
	let first = lineOf(block, line.next);
	while (first.isBlank && first.next < block.length) first = lineOf(block, first.next);
	return first.indent > line.indent ? first.indent : null;
}

function lineOf(block: string, from: number): Line {
	const { to, next } = lineEnd(block, from);
	let at = from;
	while (at < to && block[at] === " ") at++;
	const rest = skipBlanks(block, at, to);
	return {
		from,
		to,
		next,
		indent: at - from,
		isBlank: rest === to,
		isComment: block[rest] === "#" && rest < to,
	};
}

function skipBlanks(text: string, from: number, to: number): number {
	let at = from;
	while (at < to && (text[at] === " " || text[at] === "\t")) at++;
	return at;
}

/** Blanks and tabs only: a no-break space is a letter to YAML. */
function backOverBlanks(text: string, to: number, from: number): number {
	let at = to;
	while (at > from && (text[at - 1] === " " || text[at - 1] === "\t")) at--;
	return at;
}
