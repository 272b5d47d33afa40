import { all, attribute, childNodes, follows, isElement, isText, make, tagOf, textOf } from "./elements";

/** A number in the text without a link, and the note that begins with it. */
export type BareNote = Readonly<{ mark: Element; content: Element }>;

const BOXES = "[class*=footnote], [id*=footnote], [class*=endnote], [id*=endnote], [role=doc-endnotes], aside, footer";
const HEADING = /^(foot|end)?notes?:?$/i;
const LEAVES = "p, li, div, dd";

/**
 * `<sup>1</sup>` without a link. Its note is an item with this number in a list of notes, or a paragraph that begins
 * with it; such lists often stand outside the article, so all of the page is searched.
 */
export function findBareNotes(region: Element, document: Document): readonly BareNote[] {
	const marks = all(region, "sup").filter((sup) => /^\[?\d{1,2}\]?$/.test(textOf(sup)) && sup.closest("table, pre, a") === null && !isExponent(sup) && !beginsBlock(sup));
	if (marks.length === 0) return [];
	const boxes = all(document, BOXES).filter((box) => marks.every((mark) => !box.contains(mark)));
	const blocks = [region, ...boxes.filter((box) => !region.contains(box))].flatMap((root) => all(root, LEAVES)).filter((block) => block.querySelector(LEAVES) === null);
	const lists = [region, ...boxes.filter((box) => !region.contains(box))].flatMap((root) => all(root, "ol")).filter(isListOfNotes);
	const found: BareNote[] = [];
	const contents = new Map<string, Element>();
	for (const mark of marks) {
		const number = textOf(mark).replace(/\D/g, "");
		const known = contents.get(number);
		const content = known ?? definition(mark, number, blocks, boxes, region) ?? listed(mark, Number(number), lists);
		if (content === undefined) continue;
		if (known === undefined) takeRest(content);
		contents.set(number, content);
		found.push({ mark, content });
	}
	return found;
}

/** `10²`, `x²`, `km²`. */
function isExponent(sup: Element): boolean {
	const before = sup.previousSibling;
	return before !== null && isText(before) && /(\d|(^|[\s(])[kcm]?[a-z])$/i.test(before.data) && !/\s[aI]$/.test(before.data);
}

function beginsBlock(mark: Element): boolean {
	const block = mark.closest("p, li, div, td, dd");
	return block !== null && textOf(block).startsWith(textOf(mark));
}

/** In the text a note comes after its mark; the order of what stands outside says nothing. */
function definition(mark: Element, number: string, blocks: readonly Element[], boxes: readonly Element[], region: Element): Element | undefined {
	return blocks.find((block) => !block.contains(mark) && startsWith(block, number, boxes) && (!region.contains(block) || follows(mark, block)));
}

function startsWith(block: Element, number: string, boxes: readonly Element[]): boolean {
	const text = textOf(block);
	if (text.length <= number.length + 2) return false;
	if (new RegExp(`^\\[${number}\\]\\s`).test(text)) return true;
	const sup = block.querySelector("sup");
	if (sup !== null && textOf(sup).replace(/\D/g, "") === number && text.startsWith(textOf(sup))) return true;
	const first = block.firstElementChild;
	const isSetApart = first !== null && /^(strong|b|span)$/.test(tagOf(first)) && textOf(first) === number && text.startsWith(number);
	return isSetApart && (boxes.some((box) => box.contains(block)) || isBelowRule(block));
}

function isBelowRule(block: Element): boolean {
	for (let before = block.previousElementSibling; before !== null; before = before.previousElementSibling) if (tagOf(before) === "hr") return true;
	return false;
}

/** Lists below a note's first paragraph are part of it. */
function takeRest(content: Element): void {
	if (tagOf(content) !== "p") return;
	const rest: Element[] = [];
	let next = content.nextElementSibling;
	while (next !== null && (/^(ul|ol|pre|blockquote)$/.test(tagOf(next)) || (tagOf(next) === "p" && textOf(next) === ""))) {
		rest.push(next);
		next = next.nextElementSibling;
	}
	if (rest.every((part) => textOf(part) === "")) return;
	const first = make(content, "p");
	first.append(...childNodes(content));
	content.append(first, ...rest);
}

function isListOfNotes(list: Element): boolean {
	if (list.closest(BOXES) !== null) return true;
	const before = list.previousElementSibling ?? list.parentElement?.previousElementSibling ?? null;
	return isElement(before) && HEADING.test(textOf(before));
}

function listed(mark: Element, number: number, lists: readonly Element[]): Element | undefined {
	for (const list of lists) {
		if (list.contains(mark)) continue;
		const start = Number.parseInt(attribute(list, "start"), 10);
		const items = Array.from(list.children).filter((child) => tagOf(child) === "li");
		const item = items[number - (start >= 0 ? start : 1)];
		if (item !== undefined) return item;
	}
	return undefined;
}
