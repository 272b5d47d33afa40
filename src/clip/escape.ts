import { visibleText } from "./visible-text";

/** What `escapeMark` looks at; the text between goes through in one piece. */
const MARKS = /[\\*`[\]$_~=%:<&#^]/g;

/**
 * Text of a page as Markdown that shows exactly this text: nothing in it becomes syntax for Obsidian
 * or for what popular plugins read from a note (Templater, Dataview, Tasks).
 */
export function escapeText(text: string, isAtLineStart = true): string {
	const clean = visibleText(text);
	let out = "";
	let at = 0;
	if (isAtLineStart) {
		const start = blockMark(clean);
		if (start !== null) {
			out = clean.slice(0, start) + "\\" + clean.charAt(start);
			at = start + 1;
		}
	}
	MARKS.lastIndex = at;
	for (let found = MARKS.exec(clean); found !== null; found = MARKS.exec(clean)) {
		out += clean.slice(at, found.index) + escapeMark(clean, found.index);
		at = found.index + 1;
	}
	return out + clean.slice(at);
}

/** Where a mark stands that would begin a block: bullet, number, heading, quote, rule, fence, table row. */
function blockMark(line: string): number | null {
	const found = /^(\s*)(\d{0,9})(.?)(.?)/su.exec(line);
	if (found === null) return null;
	const [, indent = "", digits = "", mark = "", next = ""] = found;
	const isAlone = next === "" || /\s/.test(next);
	const begins = digits === "" ? (/[>|]/.test(mark) || (/[-+=]/.test(mark) && (isAlone || next === mark)) || (mark === ":" && next === "-") || (mark === "#" && (isAlone || next === "#"))) : /[.)]/.test(mark) && isAlone;
	return begins ? indent.length + digits.length : null;
}

function escapeMark(text: string, at: number): string {
	const mark = text.charAt(at);
	const next = text.charAt(at + 1);
	const before = text.charAt(at - 1);
	switch (mark) {
		case "\\":
		case "*":
		case "`":
		case "[":
		case "]":
		case "$":
			return "\\" + mark;
		case "_":
			return isWordCharacter(before) && isWordCharacter(next) ? mark : "\\_";
		case "~":
		case "=":
		case "%":
			return next === mark || before === mark ? "\\" + mark : mark;
		case ":":
			return before === ":" ? "\\:" : mark;
		case "<":
			// Templater reads raw text, where a backslash would stop nothing.
			return /[a-z/!?%]/i.test(next) ? "&lt;" : mark;
		case "&":
			return /^&#?\w{1,32};/.test(text.slice(at, at + 36)) ? "\\&" : mark;
		case "#":
			return (before === "" || /\s/.test(before)) && next !== "" && !/\s/.test(next) ? "\\#" : mark;
		case "^":
			return before === "" || /\s/.test(before) || next === "[" ? "\\^" : mark;
		default:
			return mark;
	}
}

function isWordCharacter(character: string): boolean {
	return character !== "" && /[\p{L}\p{N}_]/u.test(character);
}
