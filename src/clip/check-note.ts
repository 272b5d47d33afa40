/** Syntax in a finished note that runs, loads or leads into the vault. None of it is the converter's own. */
export type Danger = Readonly<{ kind: "templater" | "html" | "embed" | "wikilink" | "address" | "fence" | "inline-code" | "comment"; excerpt: string }>;

import { fenceLanguage } from "./fence-language";

/** Elements the converter writes itself. */
const OWN_TAGS = /^<\/?(br|sub|sup|code|pre)>$/i;

/**
 * Reads a finished body once more, as Obsidian and its plugins would, and finds what must not be there.
 * It knows nothing of how the text came about: a fault in any step before shows here.
 */
export function findDanger(markdown: string): Danger | null {
	const templater = markdown.indexOf("<%");
	if (templater !== -1) return { kind: "templater", excerpt: markdown.slice(templater, templater + 60) };
	const { prose, fences } = withoutFences(markdown);
	for (const info of fences) {
		if (info !== "" && fenceLanguage(info, "") === "") return { kind: "fence", excerpt: info };
	}
	const spans = withoutCode(prose);
	for (const code of spans.codes) {
		if (/^\s*\$?=|^\s*(input|view|button|meta_bind|js_view)\w*\[/i.test(code)) return { kind: "inline-code", excerpt: code };
	}
	return scan(spans.text);
}

function withoutFences(markdown: string): Readonly<{ prose: string; fences: readonly string[] }> {
	const fences: string[] = [];
	const prose: string[] = [];
	let open = "";
	for (const line of markdown.split("\n")) {
		const match = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(`{3,}|~{3,})([^`]*)$/.exec(line);
		const mark = match?.[1] ?? "";
		if (open === "" && mark !== "") {
			open = mark;
			fences.push((match?.[2] ?? "").trim());
		} else if (open !== "") {
			if (mark.startsWith(open) && (match?.[2] ?? "").trim() === "") open = "";
		} else prose.push(line);
	}
	return { prose: prose.join("\n"), fences };
}

const CODE_MARKS = /[\\`]/g;
const LIVE_MARKS = /[\\[%<\]]/g;

/** The next place of one of these marks, or the end: most of a note is plain words. */
function nextMark(text: string, from: number, marks: RegExp): number {
	marks.lastIndex = from;
	return marks.exec(text)?.index ?? text.length;
}

function withoutCode(prose: string): Readonly<{ text: string; codes: readonly string[] }> {
	const codes: string[] = [];
	let text = "";
	let at = 0;
	while (at < prose.length) {
		const next = nextMark(prose, at, CODE_MARKS);
		text += prose.slice(at, next);
		at = next;
		if (at >= prose.length) break;
		const mark = prose.charAt(at);
		if (mark === "\\") {
			text += prose.slice(at, at + 2);
			at += 2;
			continue;
		}
		let run = 1;
		while (prose.charAt(at + run) === "`") run++;
		const end = closing(prose, at + run, run);
		if (end === -1) {
			text += prose.slice(at, at + run);
			at += run;
			continue;
		}
		codes.push(prose.slice(at + run, end));
		text += " ";
		at = end + run;
	}
	return { text, codes };
}

/** The closing run of the same length before the paragraph ends. */
function closing(prose: string, from: number, run: number): number {
	const paragraphEnd = prose.indexOf("\n\n", from);
	const limit = paragraphEnd === -1 ? prose.length : paragraphEnd;
	let at = from;
	while (at < limit) {
		const next = prose.indexOf("`", at);
		if (next === -1 || next >= limit) return -1;
		let length = 1;
		while (prose.charAt(next + length) === "`") length++;
		if (length === run) return next;
		at = next + length;
	}
	return -1;
}

function scan(text: string): Danger | null {
	for (let at = nextMark(text, 0, LIVE_MARKS); at < text.length; at = nextMark(text, at + 1, LIVE_MARKS)) {
		const mark = text.charAt(at);
		if (mark === "\\") {
			at++;
			continue;
		}
		if (mark === "[" && text.charAt(at + 1) === "[") return { kind: text.charAt(at - 1) === "!" ? "embed" : "wikilink", excerpt: text.slice(at, at + 40) };
		if (mark === "%" && text.charAt(at + 1) === "%") return { kind: "comment", excerpt: text.slice(at, at + 40) };
		if (mark === "<" && /[a-z/!?]/i.test(text.charAt(at + 1))) {
			const end = text.indexOf(">", at);
			const tag = end === -1 ? "" : text.slice(at, end + 1);
			if (!OWN_TAGS.test(tag) && !isInFormula(text, at)) return { kind: "html", excerpt: text.slice(at, at + 60) };
		}
		if (mark === "]" && text.charAt(at + 1) === "(" && !isSafeDestination(text.slice(at + 2, at + 40))) return { kind: "address", excerpt: text.slice(at, at + 60) };
	}
	return null;
}

function isInFormula(text: string, at: number): boolean {
	const line = text.slice(text.lastIndexOf("\n", at) + 1, at);
	return (line.match(/\$/g) ?? []).length % 2 === 1;
}

function isSafeDestination(destination: string): boolean {
	return /^(https?:\/\/|mailto:|#)/i.test(destination);
}
