import { all, attribute, make, nameWords, tagOf, textOf } from "./elements";
import { mathmlOfDrawn } from "./mathjax-drawn";
import { mathmlToTex } from "./mathml-tex";
import { allNamed } from "./page-names";
import { forEach, type Steps } from "./pieces";
import { markDelimited } from "./tex-delimiters";

/** Marks a formula; the value is its TeX. */
export const TEX = "data-winnow-tex";
/** Set beside `TEX` where the formula stands on its own line. */
export const TEX_DISPLAY = "data-winnow-display";

/** Makes every formula one marked element. The order matters: outer forms hold inner ones. */
export function* settleMath(root: Element, document: Document): Steps {
	settleEquationTables(root);
	settleScripts(root);
	yield* settleContainers(root);
	settleAttributes(root);
	yield* forEach(all(root, "math"), (math) => {
		if (!isSettled(math)) settleMathml(math, math);
	});
	settleNamed(root);
	yield;
	if (readsDelimiters(root, document)) yield* markDelimited(root, place);
}

export function place(near: Element | Text, tex: string, isDisplay: boolean): Element {
	const formula = make(near, "code", "x");
	formula.setAttribute(TEX, tex);
	if (isDisplay) formula.setAttribute(TEX_DISPLAY, "");
	return formula;
}

function settle(element: Element, tex: string, isDisplay: boolean): void {
	if (tex.trim() === "") return element.remove();
	element.replaceWith(place(element, tex, isDisplay));
}

function isSettled(element: Element): boolean {
	return element.parentNode === null || element.parentElement?.closest(`[${TEX}]`) != null;
}

/** LaTeXML sets numbered equations in tables; each row or group is one displayed formula. */
function settleEquationTables(root: Element): void {
	for (const table of all(root, "table.ltx_equation, table.ltx_equationgroup, table.ltx_eqn_table, div.ltx_equationgroup")) {
		if (table.parentNode === null || !root.contains(table)) continue;
		const rows = all(table, "tr").filter((row) => row.querySelector("math, .ltx_Math") !== null);
		const formulas = rows.map((row) => {
			const parts = all(row, "math").map(texOfMathml).filter((part) => part !== "");
			return parts.join(" ");
		});
		const sources = formulas.filter((each) => each !== "");
		if (sources.length === 0) continue;
		table.replaceWith(...sources.map((source) => place(table, source, true)));
	}
}

/** MathJax 2: `script type="math/tex"` beside a preview and the drawn formula. */
function settleScripts(root: Element): void {
	for (const script of all(root, 'script[type^="math/"]')) {
		const type = attribute(script, "type");
		const tex = type.startsWith("math/mml") ? "" : (script.textContent ?? "").replace(/^%\s*<!\[CDATA\[/, "").replace(/%?\]\]>$/, "");
		const isDisplay = /mode\s*=\s*display/.test(type);
		for (let step = 0; step < 2; step++) {
			const twin = script.previousElementSibling;
			if (twin === null || !/mathjax/i.test(`${attribute(twin, "class")} ${attribute(twin, "id")}`)) break;
			twin.remove();
		}
		settle(script, tex, isDisplay);
	}
	for (const preview of all(root, ".MathJax_Preview, .MathJax_SVG_Hidden, mjx-help-sink")) preview.remove();
}

const CONTAINERS = ".katex-display, .katex, mjx-container, .MathJax_Display, .MathJax, .MathJax_CHTML, .MathJax_SVG, .mwe-math-element, .math-tex, d-math, tex-math, la-tex, .ltx_Math, .texzilla, .asciimath, .nolatexrender";

/** KaTeX, MathJax 3, MediaWiki, Distill: a container with the source or MathML inside. */
function* settleContainers(root: Element): Steps {
	yield* forEach(allNamed(root, CONTAINERS), (container) => {
		if (isSettled(container) || !root.contains(container)) return;
		const isDisplay = isDisplayed(container);
		const tex = sourceIn(container);
		if (tex !== null) settle(container, tex, isDisplay);
		else if (/^d-math$/.test(tagOf(container))) settle(container, container.textContent ?? "", isDisplay);
	});
}

function isDisplayed(element: Element): boolean {
	if (element.closest(".katex-display, .MathJax_Display, .math-display, .displaymath, .mwe-math-mathml-display, [display=block], [mode=display]") !== null) return true;
	if (element.hasAttribute("block") || attribute(element, "display") === "true" || attribute(element, "display") === "block") return true;
	return element.querySelector("math[display=block], .mwe-math-mathml-display, .mwe-math-fallback-image-display") !== null || /(^|\s)(display|block)(\s|$)/.test(attribute(element, "class"));
}

function sourceIn(container: Element): string | null {
	const annotation = annotationOf(container);
	if (annotation !== null) return annotation;
	for (const name of ["data-tex", "data-latex", "data-expr", "data-mathml-tex", "alttext", "data-formula", "data-katex", "data-value"]) {
		const value = attribute(container, name);
		if (value !== "") return value;
	}
	const math = container.querySelector("math");
	if (math !== null) return texOfMathml(math);
	const drawn = container.querySelector("mjx-math");
	const tex = drawn === null ? "" : mathmlToTex(mathmlOfDrawn(drawn));
	return tex === "" ? null : tex;
}

function annotationOf(element: Element): string | null {
	const notes = all(element, "annotation, annotation-xml").filter((note) => /tex|latex|llamapun/i.test(attribute(note, "encoding")));
	const source = notes.find((note) => /x-tex|latex/i.test(attribute(note, "encoding"))) ?? notes[0];
	const text = source?.textContent?.trim() ?? "";
	return text === "" ? null : text;
}

export function texOfMathml(math: Element): string {
	return annotationOf(math) ?? (attribute(math, "alttext") || attribute(math, "data-latex") || mathmlToTex(math));
}

function settleMathml(math: Element, element: Element): void {
	const isDisplay = isDisplayed(math);
	const tex = texOfMathml(math);
	if (tex === "") return;
	// MathML beside an image or text twin for browsers without it.
	const twin = element.nextElementSibling;
	if (twin !== null && /fallback|mathml-alt|MJX_Assistive/i.test(attribute(twin, "class"))) twin.remove();
	settle(element, tex, isDisplay);
}

/** Formulas as attributes of any element, and as pictures with their source in `alt` or address. */
function settleAttributes(root: Element): void {
	for (const element of all(root, "[data-tex], [data-latex], [data-equation], [data-math]")) {
		if (isSettled(element)) continue;
		const raw = attribute(element, "data-tex") || attribute(element, "data-latex") || attribute(element, "data-equation") || attribute(element, "data-math");
		if (raw === "" || raw.length > 20000 || textOf(element).length > 20 * raw.length + 400) continue;
		// Zhihu ends displayed formulas with a line break of TeX.
		const isDisplay = /\\\\\s*$/.test(raw) || isDisplayed(element);
		settle(element, raw.replace(/\\\\\s*$/, ""), isDisplay);
	}
	for (const image of all(root, "img")) {
		const tex = texOfImage(image);
		if (tex === null) continue;
		const isDisplay = /\\\\\s*$/.test(tex) || isAlone(image) || nameWords(image).includes("display");
		settle(image, tex.replace(/\\\\\s*$/, ""), isDisplay);
	}
}

function isAlone(image: Element): boolean {
	const parent = image.parentElement;
	return parent !== null && /^(p|div|figure|center)$/.test(tagOf(parent)) && textOf(parent) === "" && parent.querySelectorAll("img").length === 1;
}

function texOfImage(image: Element): string | null {
	const alt = attribute(image, "alt");
	const source = attribute(image, "src") || attribute(image, "data-src") || attribute(image, "data-original");
	const isNamed = image.hasAttribute("eeimg") || nameWords(image).some((word) => /^(latex|tex|mathtex|math|eqn|equation|mathjax)$/.test(word)) || /(latex|codecogs|mathtex|mimetex|\/equation\?|\/math\/|[?&]cht=tx|\/formulas?\/)/i.test(source);
	if (!isNamed && !isTex(alt)) return null;
	const inAddress = /[?&](?:tex|latex|eq|chl|math)=([^&]+)/i.exec(source)?.[1] ?? /\/formulas?\/([^/?#]*%5C[^/?#]*)/i.exec(source)?.[1] ?? /(?:latex|codecogs)[^?]*\?((?:[^&]|&(?!\w+=))+)$/i.exec(source)?.[1];
	if (alt !== "" && !/^(image|equation|formula|img)$/i.test(alt) && (/[\\^_={}+]/.test(alt) || image.hasAttribute("eeimg") || alt.length < 3)) return alt.replace(/<br\s*\/?>/gi, " ").trim().replace(/^\$+|\$+$/g, "");
	if (inAddress === undefined) return null;
	try {
		return decodeURIComponent(inAddress.replace(/\+/g, " "));
	} catch {
		return null;
	}
}

/** A description that can only be TeX: a command with braces, or two commands. */
function isTex(alt: string): boolean {
	const commands = alt.match(/\\[a-z]{2,}/gi) ?? [];
	return (commands.length >= 2 || (commands.length === 1 && /[{_^]/.test(alt))) && !/[A-Z]:\\/.test(alt);
}

/** `.math` of Pandoc, Sphinx and Jekyll: the text is the source, in or without delimiters. */
function settleNamed(root: Element): void {
	for (const element of allNamed(root, ".math, .tex, .latex, .equation, script[type='math'], .arithmatex, .tex2jax_process, .language-math, x-equation")) {
		if (isSettled(element) || element.querySelector(`[${TEX}], math, pre, img, p`) !== null) continue;
		const text = (element.textContent ?? "").trim();
		const match = /^(?:\\\(([\s\S]+)\\\)|\\\[([\s\S]+)\\\]|\$\$([\s\S]+)\$\$|\$([^$]+)\$|(\\begin\{[\s\S]+\}))$/.exec(text);
		const isDisplay = match === null ? /(^|\s)(display|block)(\s|$)/.test(attribute(element, "class")) || tagOf(element) === "div" : match[2] !== undefined || match[3] !== undefined || match[5] !== undefined;
		const source = match === null ? text : (match[1] ?? match[2] ?? match[3] ?? match[4] ?? match[5] ?? "");
		if (match === null && (!/[\\^_{}=]/.test(text) || text.length > 2000 || !/(^|\s)math(\s|$)/.test(attribute(element, "class")))) continue;
		settle(element, source, isDisplay);
	}
}

/** Dollars are prices unless the page draws formulas. */
function readsDelimiters(root: Element, document: Document): boolean {
	const scripts = all(document, "script").some((script) => /mathjax|katex|tex2jax/i.test(attribute(script, "src")) || (/mathjax|katex/i.test((script.textContent ?? "").slice(0, 5000))));
	if (scripts || document.querySelector(`link[href*="katex"], .MathJax, .katex, [${TEX}]`) !== null) return true;
	const text = root.textContent ?? "";
	if (!/[$\\]/.test(text)) return false;
	if (/\$\$[^$]{2,2000}\$\$|\\\(.{1,500}?\\\)|\\\[[^\]]{1,2000}\\\]/.test(text)) return true;
	const pairs = text.match(/\$[^$\n]{1,200}[\\^_][^$\n]{0,200}\$/g) ?? [];
	return pairs.length >= 2 || pairs.some((pair) => /\\[a-z]{2,}/i.test(pair) && !/^\$\s|\s\$$/.test(pair));
}

