import { all, attribute, childNodes, isElement, isHeading, isText, make, rename, tagOf, textOf, unwrap } from "./elements";
import { forEach, type Steps } from "./pieces";

/** Makes lists that Markdown can say: lists inside items, task boxes as text marks, terms and definitions. */
export function* settleLists(root: Element): Steps {
	for (const menu of all(root, "menu, dir, div[role=list]")) rename(menu, "ul");
	for (const item of all(root, "ul > div[role=listitem]")) rename(item, "li");
	yield* forEach(all(root, "ul, ol"), adoptStrays);
	yield* forEach(all(root, "ul, ol"), joinNext);
	yield* forEach(all(root, "ul"), dissolveSections);
	yield* forEach(all(root, "li"), dissolveWrapper);
	yield* forEach(all(root, "li"), dropOwnMarker);
	yield* forEach(all(root, "li"), markTask);
	yield* forEach(all(root, "dl"), settleDefinitions);
	for (const item of all(root, "li")) if (textOf(item) === "" && item.querySelector("img, pre, table, input") === null) item.remove();
	for (const list of all(root, "ul, ol")) if (list.children.length === 0 && textOf(list) === "") list.remove();
}

/** `ul` in `ul` belongs to the item before; anything else between items becomes one. */
function adoptStrays(list: Element): void {
	let item: Element | null = null;
	for (const node of childNodes(list)) {
		if (isText(node)) {
			if (node.data.trim() === "") continue;
		} else if (!isElement(node)) continue;
		if (isElement(node) && tagOf(node) === "li") {
			item = node;
			continue;
		}
		if (isElement(node) && /^(ul|ol)$/.test(tagOf(node)) && item !== null) {
			item.append(node);
			continue;
		}
		if ((node.textContent ?? "").trim() === "" && (!isElement(node) || node.querySelector("img") === null)) continue;
		// A wrapper around items gives them to the list.
		if (isElement(node) && Array.from(node.children).some((child) => tagOf(child) === "li")) {
			unwrap(node);
			continue;
		}
		item = make(list, "li");
		node.replaceWith(item);
		item.append(node);
	}
}

/** Some editors write each item as a list of its own. */
function joinNext(list: Element): void {
	if (list.children.length !== 1 || list.parentNode === null) return;
	for (let next = list.nextElementSibling; next !== null && tagOf(next) === tagOf(list) && next.children.length === 1 && !hasTextBetween(list, next); next = list.nextElementSibling) {
		const start = Number.parseInt(attribute(next, "start"), 10);
		if (tagOf(list) === "ol" && start !== (Number.parseInt(attribute(list, "start"), 10) || 1) + list.children.length) return;
		list.append(...childNodes(next));
		next.remove();
	}
}

function hasTextBetween(from: Element, to: Element): boolean {
	for (let node = from.nextSibling; node !== null && node !== to; node = node.nextSibling) if ((node.textContent ?? "").trim() !== "") return true;
	return false;
}

/** A list whose items are sections with headings of their own is the layout of a page. */
function dissolveSections(list: Element): void {
	const items = Array.from(list.children);
	if (items.length === 0 || list.parentNode === null || !items.every((item) => tagOf(item) === "li" && isSection(item))) return;
	for (const item of items) unwrap(item);
	unwrap(list);
}

function isSection(item: Element): boolean {
	let first = item.firstElementChild;
	while (first !== null && /^(section|article|div|header)$/.test(tagOf(first))) first = first.firstElementChild;
	return first !== null && isHeading(first) && first.querySelector("a[href]") === null && textOf(item).length > textOf(first).length + 80;
}

/** An item that holds a list and nothing else only indents it. */
function dissolveWrapper(item: Element): void {
	const parts = childNodes(item).filter((node) => (isText(node) ? node.data.trim() !== "" : isElement(node)));
	const only = parts[0];
	const list = item.parentElement;
	if (parts.length !== 1 || !isElement(only) || list === null || !/^(ul|ol)$/.test(tagOf(only))) return;
	if (tagOf(list) !== "ul" && tagOf(list) !== "ol") return;
	const before = item.previousElementSibling;
	if (before !== null && tagOf(before) === "li") {
		before.append(only);
		item.remove();
	} else item.replaceWith(...childNodes(only));
}

/** Some pages draw the number or dot of an item in a box of its own. */
function dropOwnMarker(item: Element): void {
	const first = childNodes(item).find((node) => (node.textContent ?? "").trim() !== "");
	if (!isElement(first) || !/^(div|span)$/.test(tagOf(first)) || !/^(\d{1,3}[.)]|[•·●○▪–-])$/.test(textOf(first)) || textOf(item).length <= textOf(first).length) return;
	if (tagOf(item.parentElement ?? item) === "ol" || !/\d/.test(textOf(first))) first.remove();
}

/** Marks a task; the converter writes the box. */
export const TASK = "data-winnow-task";

function markTask(item: Element): void {
	if (/(^|\s)(inline-)?task-?list(\s|$)/i.test(attribute(item.parentElement, "class")) && item.querySelector("input") === null) {
		item.setAttribute(TASK, /(^|\s)(checked|done|completed?)(\s|$)/.test(attribute(item, "class")) ? "x" : " ");
		return;
	}
	const box = item.querySelector("input[type=checkbox], .checkbox, [role=checkbox]");
	if (box === null || box.closest("li") !== item || textOf(box) !== "") return;
	const isDone = box.hasAttribute("checked") || attribute(box, "aria-checked") === "true" || /(^|[\s_-])(on|checked)(\s|$)/.test(attribute(box, "class"));
	item.setAttribute(TASK, isDone ? "x" : " ");
	box.remove();
}

/** Markdown has no definition list: the term stands bold, its meaning below. */
function settleDefinitions(list: Element): void {
	if (list.parentElement === null) return;
	const parts = Array.from(list.querySelectorAll("dt, dd")).filter((part) => part.closest("dl") === list);
	if (!parts.some((part) => tagOf(part) === "dd")) return unwrap(list);
	for (const part of parts) {
		if (tagOf(part) === "dd") {
			rename(part, "div");
			continue;
		}
		if (part.querySelector("pre, table, h1, h2, h3, h4, h5, h6, p") !== null || attribute(part, "role") === "heading") {
			rename(part, "div");
			continue;
		}
		const line = rename(part, "p");
		if (textOf(line) === "") continue;
		const strong = make(line, "strong");
		strong.append(...childNodes(line));
		line.append(strong);
	}
	unwrap(list);
}
