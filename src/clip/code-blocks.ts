import { all, attribute, childNodes, isBlock, isElement, isText, make, nameWords, tagOf, textOf } from "./elements";
import { codeLanguage } from "./code-language";
import { isLineNumber, lineNumbersIn } from "./line-numbers";
import type { Steps } from "./pieces";
import { visibleCode } from "./visible-text";

/** Marks an element the converter writes as a fence; the value is the language, "" for none. */
export const FENCE = "data-winnow-fence";

/** Makes every block of code one `pre` with its exact text: no line numbers, buttons or colours. */
export function* settleCodeBlocks(root: Element): Steps {
	joinGutterTables(root);
	yield;
	joinCodeLines(root);
	for (const pre of all(root, "pre, d-code[block], .CodeMirror-code, div.code-block[data-lang], div.fragment")) {
		if (!pre.isConnected && pre.parentNode === null) continue;
		if (pre.hasAttribute(FENCE) || isInsideCode(pre) || isProse(pre)) continue;
		if (tagOf(pre) === "div" && pre.querySelector("div.line, [data-lang]") === null && attribute(pre, "data-lang") === "") continue;
		// Some tools put the rules of a style beside each number of a line.
		for (const rules of all(pre, "style, script")) rules.remove();
		settle(pre, codeText(soleCode(pre)), codeLanguage(pre) ?? "");
		yield;
	}
	// Some sites write blocks as a lone `code` with line breaks in it.
	for (const code of all(root, "code")) {
		if (isInsideCode(code)) continue;
		const isDisplayed = code.querySelector("br, div") !== null || /\n[\s\S]*\n/.test(code.textContent ?? "");
		const standsAlone = code.parentElement !== null && textOf(code.parentElement) === textOf(code) && !/^(td|th|li|a|dt)$/.test(tagOf(code.parentElement));
		const isNamedBlock = nameWords(code).includes("block") && code.parentElement?.closest("p, li, a, td, th, dt, h1, h2, h3, h4, h5, h6") == null;
		if ((isDisplayed && standsAlone && textOf(code).length > 40) || isNamedBlock) settle(code, withoutMargin(codeText(code)), codeLanguage(code) ?? "");
	}
}

/** Outside a `pre` the indent of all lines is the page's own, not the code's. */
function withoutMargin(code: string): string {
	const lines = code.split("\n");
	const margins = lines.filter((line) => line.trim() !== "").map((line) => line.length - line.trimStart().length);
	const margin = margins.length === 0 ? 0 : Math.min(...margins);
	return lines.map((line) => line.slice(margin)).join("\n");
}

/** Where a `pre` holds one `code` and no text of its own, all that stands beside it is furniture. */
function soleCode(pre: Element): Element {
	const codes = Array.from(pre.children).filter((child) => tagOf(child) === "code");
	const [code] = codes;
	const hasText = childNodes(pre).some((node) => isText(node) && node.data.trim() !== "");
	return code !== undefined && codes.length === 1 && !hasText && textOf(code) !== "" ? code : pre;
}

function settle(from: Element, text: string, language: string): void {
	const code = trimLines(visibleCode(text));
	const fence = make(from, "pre", code);
	fence.setAttribute(FENCE, language);
	if (code.trim() === "") {
		if (from.querySelector("img, math") === null) from.remove();
		return;
	}
	dropLabels(from, language);
	from.replaceWith(fence);
}

/** Blank lines around code say nothing; the first line's indent does. */
function trimLines(text: string): string {
	return text.replace(/^(?:[ \t]*\n)+/, "").replace(/\s+$/, "");
}

function isInsideCode(element: Element): boolean {
	return element.parentElement?.closest(`pre, [${FENCE}]`) != null;
}

/** A `pre` that holds paragraphs and lists is a layout of its own (mailing lists, old forums). */
function isProse(pre: Element): boolean {
	return pre.querySelector("p, ul, ol, table, blockquote, h1, h2, h3") !== null && pre.querySelector("code, span[class]") === null;
}

function isControl(element: Element): boolean {
	if (/^(button|style|script|svg|textarea|noscript|template)$/.test(tagOf(element))) return true;
	if (attribute(element, "role") === "button") return true;
	const names = attribute(element, "class");
	// A word of code in its color, as most are.
	if (element.childElementCount === 0 && !/copy|clip|tool|lang|code|snippet|highlight|title|label/i.test(names)) return false;
	const text = textOf(element);
	if (/(^|[\s_-])(copy(-?(btn|button|code|link))?|clipboard|code-?toolbar-?item)([\s_-]|$)/i.test(names) && text.length < 20) return true;
	if (/^(code|pre)$/.test(tagOf(element)) || text.length > 60) return false;
	return element.querySelector("button") !== null || /(^|[\s_-])(language-(id|name|label)|lang-(label|name)|code-?(lang|language|title)|(code|snippet|highlight)-*_*(header|toolbar|title|caption))([\s_-]|$)/i.test(names);
}

/** The text as the reader sees it: `br` and block children are line ends. */
export function codeText(pre: Element): string {
	const numbers = lineNumbersIn(pre);
	let text = "";
	let isPastNumber = false;
	// Asking a growing text for its end makes one piece of it each time: the last sign is remembered.
	let last = "";
	const add = (more: string) => {
		text += more;
		if (more !== "") last = more.charAt(more.length - 1);
	};
	const endLine = () => {
		if (text !== "" && last !== "\n") add("\n");
	};
	const walk = (node: Node) => {
		if (isText(node)) {
			// One blank parts the number from its line.
			add(isPastNumber ? node.data.replace(/^ /, "") : node.data);
			isPastNumber = false;
		}
		if (!isElement(node)) return;
		if (tagOf(node) === "br") {
			add("\n");
			return;
		}
		if (isControl(node) || isLineNumber(node)) return;
		if (numbers.has(node)) {
			isPastNumber = true;
			return;
		}
		const isLine = node !== pre && (isBlock(node) || hasDisplayBlock(node));
		if (isLine) endLine();
		const start = text.length;
		childNodes(node).forEach(walk);
		if (isLine) {
			// An empty line is a block without text, or with a blank in it.
			if (text.length === start) add("\n");
			else endLine();
		}
	};
	walk(pre);
	return text;
}

function hasDisplayBlock(element: Element): boolean {
	return /display\s*:\s*(block|flex|grid)/i.test(element.getAttribute("style") ?? "");
}

/** A table with a column of line numbers beside a column of code is one block of code. */
function joinGutterTables(root: Element): void {
	for (const table of all(root, "table")) {
		if (table.parentNode === null || table.querySelector("table") !== null) continue;
		const rows = all(table, "tr").map((row) => Array.from(row.children));
		const codes = codeColumn(rows, table);
		if (codes === null) continue;
		const language = codes.map((cell) => codeLanguage(cell.querySelector("pre") ?? cell)).find((said) => said !== null) ?? codeLanguage(table) ?? "";
		const around = table.parentElement?.closest("pre") ?? table;
		settle(around, codes.map((cell) => codeText(cell).replace(/\n$/, "")).join("\n"), language);
	}
}

/** The cells of code in a table whose other cells only number lines; null where it is no such table. */
function codeColumn(rows: readonly (readonly Element[])[], table: Element): readonly Element[] | null {
	if (rows.length === 0 || !rows.every((cells) => cells.length >= 1 && cells.length <= 3)) return null;
	const isCode = table.querySelector("pre, code") !== null || table.closest("pre, code, .highlight, [class*=code]") !== null;
	if (!isCode) return null;
	const codes: Element[] = [];
	let numbers = 0;
	for (const cells of rows) {
		const numbered = cells.filter((cell) => /^[\s\d]*$/.test(cell.textContent ?? "") && (cell !== cells[cells.length - 1] || cells.length === 1));
		const rest = cells.filter((cell) => !numbered.includes(cell));
		const [code] = rest;
		if (rest.length > 1) return null;
		if (code !== undefined) codes.push(code);
		numbers += numbered.filter((cell) => /\d/.test(cell.textContent ?? "") || cell.hasAttribute("data-line-number")).length;
	}
	return codes.length > 0 && numbers >= codes.length * 0.8 ? codes : null;
}

/** Runs of `<code>` or `<pre>` children, one a line, inside one box (WeChat, some editors). */
function joinCodeLines(root: Element): void {
	for (const pre of all(root, "pre")) {
		if (isInsideCode(pre)) continue;
		const codes = Array.from(pre.children).filter((child) => tagOf(child) === "code");
		if (codes.length < 2) continue;
		const others = childNodes(pre).some((node) => !codes.includes(node as Element) && (node.textContent ?? "").trim() !== "");
		if (others) continue;
		const hasLineEnds = codes.some((code) => /\n/.test(code.textContent ?? ""));
		if (hasLineEnds) continue;
		settle(pre, codes.map(codeText).map((line) => line.replace(/\n$/, "")).join("\n"), codeLanguage(pre) ?? "");
	}
}

/** The name of the language and "Copy" above a block are said by the fence. */
function dropLabels(pre: Element, language: string): void {
	const before = pre.previousElementSibling;
	if (before !== null && language !== "" && /^(span|div|small|figcaption)$/.test(tagOf(before)) && textOf(before).toLowerCase() === language) return before.remove();
	if (before === null || pre.parentElement === null || /^(body|main|article|td)$/.test(tagOf(pre.parentElement))) return;
	if (pre.parentElement.querySelectorAll("pre").length > 1) return;
	if (/^(button)$/.test(tagOf(before)) || /^(copy|copy code|copied!?|复制代码|复制)$/i.test(textOf(before))) before.remove();
}
