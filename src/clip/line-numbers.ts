import { all, attribute, isBlock, isElement, isText, nameWords, tagOf, textOf } from "./elements";

const NAMES: ReadonlySet<string> = new Set("lineno linenos linenumber linenumbers ln lnt gutter rowno hljs-ln-numbers linenodiv prenumbering".split(" "));

/** Whether an element numbers a line of code, by its name or because it is not meant to be copied. */
export function isLineNumber(element: Element): boolean {
	if (/user-select\s*:\s*none/i.test(element.getAttribute("style") ?? "") && /^[\d\s]*$/.test(element.textContent ?? "")) return true;
	if (element.hasAttribute("data-line-number") && textOf(element) === "") return true;
	if (attribute(element, "class") === "") return false;
	const words = nameWords(element);
	const pairs = words.map((word, index) => word + (words[index + 1] ?? ""));
	const isNamed = [...words, ...pairs].some((word) => NAMES.has(word));
	return isNamed && /^[\d\s|:.…-]*$/.test(element.textContent ?? "");
}

/** Elements that number lines whatever they are called: what they hold counts up, once a line. */
export function lineNumbersIn(pre: Element): ReadonlySet<Element> {
	return new Set([...besideLines(pre), ...columns(pre), ...atLineStarts(pre)]);
}

/** A number before the box of its line. */
function besideLines(pre: Element): readonly Element[] {
	const found = numbersIn(pre, "span, div, a, td").filter((each) => each.previousElementSibling === null && each.nextElementSibling !== null && isBlock(each.nextElementSibling));
	return found.length >= 2 && countsUp(found) ? found : [];
}

/** All numbers in a column of their own, from 1 up. */
function columns(pre: Element): readonly Element[] {
	return all(pre, "ul, ol, div, span").filter((column) => {
		const numbers = Array.from(column.children);
		return numbers.length >= 2 && /^[\d\s]+$/.test(column.textContent ?? "") && Number(textOf(numbers[0])) === 1 && countsUp(numbers);
	});
}

/** Small numbers that begin every line, or all but the last. */
function atLineStarts(pre: Element): readonly Element[] {
	const numbers = new Set(numbersIn(pre, "span, a, i, em, b"));
	if (numbers.size < 2) return [];
	const found: Element[] = [];
	let lines = 1;
	let isAtStart = true;
	const walk = (node: Node): void => {
		if (isText(node)) {
			for (const sign of node.data) {
				if (sign === "\n") lines++;
				if (sign === "\n") isAtStart = true;
				else if (sign.trim() !== "") isAtStart = false;
			}
		} else if (isElement(node) && numbers.has(node) && isAtStart) {
			found.push(node);
			isAtStart = false;
		} else if (isElement(node) && tagOf(node) === "br") {
			lines++;
			isAtStart = true;
		} else for (let child = node.firstChild; child !== null; child = child.nextSibling) walk(child);
	};
	walk(pre);
	return found.length >= 2 && found.length >= lines - 1 && countsUp(found) ? found : [];
}

function numbersIn(pre: Element, selector: string): readonly Element[] {
	return all(pre, selector).filter((each) => each.childElementCount === 0 && /^\s*\d{1,5}\s*$/.test(each.textContent ?? ""));
}

function countsUp(numbers: readonly Element[]): boolean {
	return numbers.every((each, at) => Number(each.textContent) === Number(numbers[0]?.textContent) + at);
}
