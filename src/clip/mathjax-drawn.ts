import { all, attribute, isElement, make, tagOf } from "./elements";

/**
 * MathML from what MathJax 3 drew as HTML, where it left no source beside it. Its elements mirror MathML
 * (`mjx-mfrac`), with boxes between; letters are text or the code in a class (`mjx-c1D467`).
 */
export function mathmlOfDrawn(drawn: Element): Element {
	return rebuilt(drawn);
}

function rebuilt(drawn: Element): Element {
	const name = tagOf(drawn).replace(/^mjx-/, "");
	switch (name) {
		case "mi":
		case "mn":
		case "mo":
		case "mtext":
		case "ms":
			return make(drawn, name, lettersOf(drawn));
		case "mfrac":
			return parent(drawn, "mfrac", [row(find(drawn, "mjx-num")), row(find(drawn, "mjx-den"))]);
		case "msqrt":
			return parent(drawn, "msqrt", [row(find(drawn, "mjx-box"))]);
		case "mroot":
			return parent(drawn, "mroot", [row(find(drawn, "mjx-box")), row(find(drawn, "mjx-root"))]);
		case "msub":
		case "msup":
			return parent(drawn, name, [row(firstChild(drawn)), row(find(drawn, "mjx-script"))]);
		case "msubsup": {
			const scripts = meant(find(drawn, "mjx-script"));
			// The raised one is drawn first.
			return parent(drawn, name, [row(firstChild(drawn)), scripts[1] ?? make(drawn, "mrow"), scripts[0] ?? make(drawn, "mrow")]);
		}
		case "munder":
			return parent(drawn, name, [row(find(drawn, "mjx-base")), row(find(drawn, "mjx-under"))]);
		case "mover":
			return parent(drawn, name, [row(find(drawn, "mjx-base")), row(find(drawn, "mjx-over"))]);
		case "munderover":
			return parent(drawn, name, [row(find(drawn, "mjx-base")), row(find(drawn, "mjx-under")), row(find(drawn, "mjx-over"))]);
		default:
			return row(drawn);
	}
}

function parent(near: Element, name: string, children: readonly Element[]): Element {
	const element = make(near, name);
	element.append(...children);
	return element;
}

function row(box: Element): Element {
	const element = make(box, "mrow");
	element.append(...meant(box));
	return element;
}

/** The parts of a box that mean something; boxes only for looks are seen through. */
function meant(box: Element): readonly Element[] {
	if (/^mjx-m[a-z]+$/.test(tagOf(box)) && !/^mjx-(math|mrow|mstyle|mpadded)$/.test(tagOf(box))) return [rebuilt(box)];
	return Array.from(box.children).flatMap((child) => (/^mjx-(nstrut|dstrut|line|mark|surd|mspace|strut|spacer|assistive-mml)$/.test(tagOf(child)) ? [] : meant(child)));
}

/** An empty box stands for one that a page left out. */
function find(drawn: Element, selector: string): Element {
	return drawn.querySelector(selector) ?? make(drawn, "mrow");
}

function firstChild(drawn: Element): Element {
	for (let node = drawn.firstChild; node !== null; node = node.nextSibling) if (isElement(node)) return node;
	return make(drawn, "mrow");
}

function lettersOf(drawn: Element): string {
	const text = drawn.textContent?.trim() ?? "";
	if (text !== "") return text;
	return all(drawn, "mjx-c").map((letter) => {
		const code = /(?:^|\s)mjx-c([0-9A-F]{2,6})(?:\s|$)/.exec(attribute(letter, "class"))?.[1];
		const point = code === undefined ? 0 : Number.parseInt(code, 16);
		return point > 31 && point < 0x110000 ? String.fromCodePoint(point) : "";
	}).join("");
}
