import { childNodes, isElement, isText, tagOf } from "./elements";
import { forEach, type Steps } from "./pieces";

type Place = (near: Text, tex: string, isDisplay: boolean) => Element;

/** Pairs that open and close a formula in text; longer ones first. */
const PAIRS: readonly Readonly<{ open: string; close: string; isDisplay: boolean }>[] = [
	{ open: "$$", close: "$$", isDisplay: true },
	{ open: "\\[", close: "\\]", isDisplay: true },
	{ open: "\\(", close: "\\)", isDisplay: false },
	{ open: "$", close: "$", isDisplay: false },
];
const LONGEST = 5000;
/** Environments that stand in text without delimiters. */
const ENVIRONMENT = /^\\begin\{(equation|align|gather|eqnarray|multline|alignat|flalign)(\*?)\}/;

/** Finds formulas in delimiters inside text and puts marked elements in their place. */
export function* markDelimited(root: Element, place: Place): Steps {
	joinSplitFormulas(root);
	yield;
	yield* forEach(texts(root), (text) => replaceIn(text, place));
}

function texts(root: Element): Text[] {
	const found: Text[] = [];
	const walk = (node: Node) => {
		if (isText(node)) {
			if (/[$\\]/.test(node.data)) found.push(node);
		} else if (isElement(node) && !/^(code|pre|script|style|textarea|kbd|samp|tt)$/.test(tagOf(node))) childNodes(node).forEach(walk);
	};
	walk(root);
	return found;
}

/** Formulas of several lines come with `br` or `em` (from `_`) inside: joined where a delimiter stays open. */
function joinSplitFormulas(root: Element): void {
	for (const block of Array.from(root.querySelectorAll("p, div, li, td, dd"))) {
		const children = childNodes(block);
		if (children.length < 2 || children.some((node) => isElement(node) && !/^(br|em|i|span)$/.test(tagOf(node)))) continue;
		const text = block.textContent ?? "";
		const isWhole = /^\s*(\$\$[^$]+\$\$|\\\[[\s\S]+\\\]|\\begin\{[\s\S]+\\end\{\w+\*?\})\s*$/.test(text);
		if (!isWhole || text.length > LONGEST) continue;
		for (const line of Array.from(block.querySelectorAll("br"))) line.replaceWith("\n");
		block.replaceChildren(block.textContent ?? "");
	}
}

function replaceIn(text: Text, place: Place): void {
	const source = text.data;
	const parts: (string | Element)[] = [];
	let from = 0;
	let at = 0;
	while (at < source.length) {
		const found = formulaAt(source, at);
		if (found === null) {
			at += source.charAt(at) === "\\" ? 2 : 1;
			continue;
		}
		parts.push(source.slice(from, at), place(text, found.tex, found.isDisplay));
		at = found.end;
		from = at;
	}
	if (parts.length > 0) text.replaceWith(...parts, source.slice(from));
}

function formulaAt(source: string, at: number): Readonly<{ tex: string; isDisplay: boolean; end: number }> | null {
	const mark = source.charAt(at);
	if (mark !== "$" && mark !== "\\") return null;
	const environment = mark === "\\" ? ENVIRONMENT.exec(source.slice(at, at + 40)) : null;
	if (environment !== null) {
		const closing = `\\end{${environment[1] ?? ""}${environment[2] ?? ""}}`;
		const end = source.indexOf(closing, at);
		if (end === -1 || end - at > LONGEST) return null;
		return { tex: source.slice(at, end + closing.length), isDisplay: true, end: end + closing.length };
	}
	for (const { open, close, isDisplay } of PAIRS) {
		if (!source.startsWith(open, at)) continue;
		const start = at + open.length;
		const end = closeOf(source, start, close);
		if (end === null) {
			if (open === "$$") return null;
			continue;
		}
		const tex = source.slice(start, end);
		if (open === "$" && !isInline(tex, source.charAt(end + 1))) return null;
		if (tex.trim() === "") return null;
		return { tex, isDisplay, end: end + close.length };
	}
	return null;
}

function closeOf(source: string, start: number, close: string): number | null {
	let end = source.indexOf(close, start);
	while (close === "$" && end > start && source.charAt(end - 1) === "\\") end = source.indexOf(close, end + 1);
	return end === -1 || end - start > LONGEST ? null : end;
}

/** `$5 and $6` is money: no blank inside the dollars, no digit after, one line. */
function isInline(tex: string, after: string): boolean {
	return tex.length < 600 && !/^\s|\s$|\n\s*\n/.test(tex) && !/\d/.test(after);
}
