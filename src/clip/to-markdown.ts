import type TurndownService from "turndown";
import { CALLOUT, CALLOUT_GAP, CALLOUT_TITLE } from "./callouts";
import { FENCE } from "./code-blocks";
import { attribute, childNodes, isElement, isText, make, squash, tagOf, isBlock } from "./elements";
import { escapeText } from "./escape";
import { fenceLanguage } from "./fence-language";
import { NOTE } from "./footnotes";
import { TASK } from "./lists";
import { TEX, TEX_DISPLAY } from "./math";
import { layOutTable, markCell, markRow } from "./table-grid";
import { visibleCode, visibleText } from "./visible-text";
import { safeTex } from "./tex";

/** Characters converted at a stretch: some milliseconds. */
const PIECE = 8000;

/** Converts a settled, flat region, a piece at a step. Everything in it was made safe before; text is escaped here. */
export function* markdownSteps(root: Element, Turndown: typeof TurndownService): Generator<undefined, string, undefined> {
	const service = withRules(new Turndown({ headingStyle: "atx", codeBlockStyle: "fenced", bulletListMarker: "-", emDelimiter: "*", hr: "---" }));
	const pieces: string[] = [];
	let box = make(root, "div");
	let size = 0;
	const convert = () => {
		pieces.push(converted(box, service));
		box = make(root, "div");
		size = 0;
	};
	for (const node of childNodes(root)) {
		if (isElement(node) && isLong(node)) {
			convert();
			pieces.push(yield* longMarkdown(node, service));
			continue;
		}
		size += (node.textContent ?? "").length + (isElement(node) ? 40 : 0);
		box.append(node);
		if (size > PIECE && isElement(node) && isBlock(node)) {
			convert();
			yield;
		}
	}
	convert();
	return tidy(pieces.filter((piece) => piece !== "").join("\n\n"));
}

function converted(box: Element, service: TurndownService): string {
	escapeTexts(box);
	return service.turndown(box as HTMLElement).trim();
}

/** Set on a box of rows that stand for their table. */
const ROWS = "data-winnow-rows";

/** A list or table that would take longer than a piece may. */
function isLong(node: Element): boolean {
	return /^(ul|ol|table)$/.test(tagOf(node)) && (node.textContent ?? "").length + 40 * node.getElementsByTagName("*").length > PIECE * 2;
}

/** Converts a long list or table by some of its items or rows at a step. */
function* longMarkdown(whole: Element, service: TurndownService): Generator<undefined, string, undefined> {
	const isTable = tagOf(whole) === "table";
	const parts = isTable ? Array.from(whole.querySelectorAll("tr")).filter((row) => row.closest("table") === whole) : Array.from(whole.children);
	const pieces: string[] = [];
	const first = startOf(whole);
	for (let at = 0; at < parts.length; ) {
		const box = make(whole, "div");
		const holder = isTable ? box : box.appendChild(make(whole, tagOf(whole)));
		if (isTable) box.setAttribute(ROWS, "");
		else if (tagOf(whole) === "ol") holder.setAttribute("start", String(first + at));
		for (let size = 0; at < parts.length && size < PIECE; at++) {
			const part = parts[at];
			if (part === undefined) continue;
			size += (part.textContent ?? "").length + 40 * part.getElementsByTagName("*").length;
			holder.append(part);
		}
		pieces.push(converted(box, service));
		yield;
	}
	return isTable ? layOutTable(pieces.join("")) : pieces.join("\n");
}

/** No three line ends in a row outside code; code keeps its blank lines. */
function tidy(markdown: string): string {
	let fence = "";
	const out: string[] = [];
	for (const line of markdown.split("\n")) {
		const mark = /^[> \t]*(?:(?:[-*+]|\d+[.)]) +)*(`{3,})/.exec(line)?.[1] ?? "";
		if (fence === "" && mark !== "") fence = mark;
		else if (fence !== "" && mark.length >= fence.length && /`{3,}\s*$/.test(line)) fence = "";
		const isBlank = line.trim() === "";
		if (fence === "" && isBlank && out[out.length - 1]?.trim() === "") continue;
		out.push(isBlank && fence === "" ? "" : line);
	}
	return out.join("\n").trim();
}

/** Escapes all text in place. It happens before Turndown because only here the start of a line is known. */
function escapeTexts(root: Element): void {
	let isAtLineStart = true;
	const walk = (node: Node) => {
		if (isText(node)) {
			const isPadded = /^\s/.test(node.data);
			node.data = escapeText(node.data, isAtLineStart);
			if (node.data.trim() !== "") isAtLineStart = false;
			else if (isPadded && !isAtLineStart) isAtLineStart = false;
			return;
		}
		if (!isElement(node)) return;
		const tag = tagOf(node);
		if (tag === "br" || isBlock(node)) isAtLineStart = true;
		// Turndown moves blanks at the ends out of a span of code, hidden ones too.
		if (tag === "code" && !node.hasAttribute(TEX)) node.textContent = visibleCode(node.textContent ?? "");
		if (tag === "pre" || tag === "code" || node.hasAttribute(TEX)) {
			isAtLineStart = tag === "pre";
			return;
		}
		for (let child = node.firstChild; child !== null; child = child.nextSibling) walk(child);
		if (isBlock(node)) isAtLineStart = true;
	};
	walk(root);
}

function withRules(service: TurndownService): TurndownService {
	service.escape = (text) => text;
	service.keep(() => false);
	service.addRule("fence", { filter: (node) => tagOf(node) === "pre", replacement: (_, node) => fence(node) });
	service.addRule("code", { filter: (node) => tagOf(node) === "code" && !node.hasAttribute(TEX), replacement: (_, node) => inlineCode(node.textContent ?? "") });
	service.addRule("tex", { filter: (node) => node.hasAttribute(TEX), replacement: (_, node) => tex(node) });
	service.addRule("note", { filter: (node) => node.hasAttribute(NOTE), replacement: (_, node) => `[^${attribute(node, NOTE)}]` });
	service.addRule("text", { filter: "p", replacement: (content) => `\n\n${content.trim()}\n\n` });
	service.addRule("heading", { filter: ["h1", "h2", "h3", "h4", "h5", "h6"], replacement: (content, node) => heading(content, node) });
	service.addRule("link", { filter: (node) => tagOf(node) === "a", replacement: (content, node) => link(content, node) });
	service.addRule("image", { filter: "img", replacement: (_, node) => image(node) });
	service.addRule("list", { filter: ["ul", "ol"], replacement: (content, node) => list(content, node) });
	service.addRule("item", { filter: "li", replacement: (content, node) => item(content, node) });
	service.addRule("quote", { filter: "blockquote", replacement: (content, node) => quote(content, node) });
	service.addRule("cell", { filter: ["td", "th"], replacement: (content, node) => cell(content, node) });
	service.addRule("row", { filter: "tr", replacement: (content) => markRow(content) });
	service.addRule("rows", { filter: ["thead", "tbody", "tfoot"], replacement: (content) => content });
	service.addRule("table", { filter: "table", replacement: (content) => `\n\n${layOutTable(content)}\n\n` });
	service.addRule("struck", { filter: (node) => /^(del|s|strike)$/.test(tagOf(node)), replacement: (content) => wrapped(content, "~~") });
	service.addRule("strong", { filter: ["strong", "b"], replacement: (content, node) => emphasis(content, "**", node) });
	service.addRule("emphasis", { filter: ["em", "i"], replacement: (content, node) => emphasis(content, "*", node) });
	service.addRule("raised", { filter: (node) => /^(sup|sub)$/.test(tagOf(node)), replacement: (content, node) => (content.trim() === "" ? "" : `<${tagOf(node)}>${content.trim()}</${tagOf(node)}>`) });
	service.addRule("break", { filter: "br", replacement: () => "  \n" });
	return service;
}

function fence(pre: Element): string {
	const code = visibleCode(pre.textContent ?? "").replace(/\s+$/, "");
	if (code.trim() === "") return "";
	// Templater reads whole notes, code too; only as entities its tags are safe and still read the same.
	if (code.includes("<%")) return `\n\n<pre><code>${entities(code)}</code></pre>\n\n`;
	const ticks = "`".repeat(Math.max(3, longestRun(code, "`") + 1));
	return `\n\n${ticks}${fenceLanguage(attribute(pre, FENCE), code)}\n${code}\n${ticks}\n\n`;
}

function entities(code: string): string {
	return code.replace(/[^\p{L}\p{N}\s.,;()"'+*/-]/gu, (mark) => `&#${mark.codePointAt(0) ?? 32};`);
}

function longestRun(text: string, mark: string): number {
	let longest = 0;
	let run = 0;
	for (let at = 0; at < text.length; at++) {
		run = text.charAt(at) === mark ? run + 1 : 0;
		if (run > longest) longest = run;
	}
	return longest;
}

/** Dataview and Meta Bind run inline code that begins so. */
const RUN_INLINE = /^\s*(\$?=|(input|view|button|meta_bind|js_view)\w*\[)|^\s*\w*\+?=\s*this\./i;

export function inlineCode(raw: string): string {
	const code = squash(visibleCode(raw));
	if (code === "") return "";
	if (code.includes("<%")) return `<code>${escapeText(code, false)}</code>`;
	if (RUN_INLINE.test(code)) return escapeText(code, false);
	const run = longestRun(code, "`");
	if (run === 0) return "`" + code + "`";
	const ticks = "`".repeat(run + 1);
	return `${ticks} ${code} ${ticks}`;
}

function tex(node: Element): string {
	const source = safeTex(attribute(node, TEX));
	if (source === null) return inlineCode(attribute(node, TEX));
	if (source === "") return "";
	const isDisplay = node.hasAttribute(TEX_DISPLAY) && node.closest(`table, [${ROWS}], h1, h2, h3, h4, h5, h6`) === null;
	return isDisplay ? `\n\n$$\n${source}\n$$\n\n` : `$${source.replace(/\s+/g, " ")}$`;
}

function heading(content: string, node: Element): string {
	const text = squash(content).replace(/ (#+)$/, " \\$1");
	if (text === "") return "";
	if (!/[\p{L}\p{N}]/u.test(text) || /^!\[[^\]]*\]\([^)]*\)$/.test(text)) return `\n\n${text}\n\n`;
	return `\n\n${"#".repeat(Number(tagOf(node).slice(1)))} ${text}\n\n`;
}

function link(content: string, node: Element): string {
	const text = squash(content);
	const href = attribute(node, "href");
	if (text === "" || href === "") return text;
	// A picture that links to itself or its page is a picture.
	if (/^!\[[^\]]*\]\([^)]*\)$/.test(text)) return text;
	return `[${text}](${href})`;
}

function image(node: Element): string {
	const source = attribute(node, "src");
	if (source === "") return "";
	// A pipe would set the size; brackets could make a link of the description.
	const alt = squash(visibleText(attribute(node, "alt")).replace(/[[\]|<>`!\\{}%=^#$]+/g, " ")).slice(0, 300);
	return `![${alt.replace(/[*_~]/g, "\\$&").replaceAll("::", ":")}](${source})`;
}

function list(content: string, node: Element): string {
	const parent = node.parentElement;
	const isNested = parent !== null && tagOf(parent) === "li";
	const startsAtOne = tagOf(node) === "ul" || /^1?$/.test(attribute(node, "start"));
	if (isNested && startsAtOne) return `\n${content}`;
	return `\n\n${content}\n\n`;
}

function startOf(list: Element): number {
	const start = Number.parseInt(attribute(list, "start") || attribute(list.firstElementChild, "value"), 10);
	return start >= 0 && start < 1e6 ? start : 1;
}

function item(content: string, node: Element): string {
	const parent = node.parentElement;
	let marker = "- ";
	if (parent !== null && tagOf(parent) === "ol") {
		const place = Array.from(parent.children).filter((child) => tagOf(child) === "li").indexOf(node);
		marker = `${startOf(parent) + place}. `;
	}
	const text = content.trim();
	if (text === "") return "";
	const task = node.getAttribute(TASK);
	const indent = " ".repeat(marker.length);
	const body = text.split("\n").map((line, index) => (index === 0 || line === "" ? line : indent + line)).join("\n");
	return `${marker}${task === null ? "" : `[${task === "x" ? "x" : " "}] `}${body}\n`;
}

function quote(content: string, node: Element): string {
	const text = content.trim();
	const callout = node.getAttribute(CALLOUT);
	if (text === "" && callout === null) return "";
	const lines = text.split("\n").map((line) => (line === "" ? ">" : `> ${line}`));
	if (callout !== null) {
		const fold = callout.endsWith("-") ? "-" : "";
		const title = escapeText(squash(attribute(node, CALLOUT_TITLE)), false);
		lines.unshift(`> [!${callout.replace("-", "")}]${fold}${title === "" ? "" : " " + title}`, ...(node.hasAttribute(CALLOUT_GAP) ? [">"] : []));
	}
	return `\n\n${lines.join("\n")}\n\n`;
}

function cell(content: string, node: Element): string {
	const columns = Number.parseInt(attribute(node, "colspan"), 10);
	const rows = Number.parseInt(attribute(node, "rowspan"), 10);
	return markCell(content, columns, rows, tagOf(node) === "th");
}

function wrapped(content: string, mark: string): string {
	const text = content.trim();
	return text === "" ? "" : mark + text + mark;
}

const BRACKETS: Readonly<Record<string, string>> = { "(": ")", "[": "]", "（": "）", "「": "」", "『": "』", "《": "》", "【": "】", "“": "”", "‘": "’" };

/** CommonMark closes no emphasis between punctuation and a letter, as in `Note:` set bold before a word or in Chinese all the time: such marks stand outside. */
function emphasis(content: string, mark: string, node: Node): string {
	const text = content.trim();
	if (text === "") return "";
	// A line that ends inside the emphasis ends outside it.
	const end = / {2}\n\s*$/.test(content) && node.nextSibling !== null ? "  \n" : "";
	if (!/[\p{L}\p{N}\p{S}\p{P}]/u.test(text) || /\n\n/.test(text)) return content;
	const after = node.nextSibling?.textContent ?? "";
	const before = node.previousSibling?.textContent ?? "";
	// Escapes, code, links and pictures end in marks of their own, which stay.
	const tail = /^[\p{L}\p{N}]/u.test(after) && !/[\\`][^\s]?$|\]\([^)]*\)$|[`$>*_~]$/.test(text) ? (/[\p{Po}\p{Pe}\p{Pf}…]+$/u.exec(text)?.[0] ?? "") : "";
	const opens = /[\p{L}\p{N}]$/u.test(before) || BRACKETS[text.charAt(0)] === tail.charAt(0);
	const head = opens && tail.length + 1 < text.length && !/^[\\`!<$*_~[]/.test(text) ? (/^[\p{Ps}\p{Pi}]+/u.exec(text)?.[0] ?? "") : "";
	const middle = text.slice(head.length, text.length - tail.length);
	return middle === "" ? text : `${head}${mark}${middle}${mark}${tail}${end}`;
}
