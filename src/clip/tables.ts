import { all, attribute, childNodes, isHeading, make, rename, tagOf, textOf, unwrap } from "./elements";
import { FENCE } from "./code-blocks";
import { forEach, type Steps } from "./pieces";

/** A cell with more text than this is a piece of layout, not of data. */
const LONG_CELL = 700;

/** Keeps tables of data and unfolds tables that only place things on a page. */
export function* settleTables(root: Element): Steps {
	for (const table of all(root, "table")) joinNext(table);
	yield;
	// From the inside out, so that a layout around a table of data leaves the data.
	for (const table of all(root, "table").reverse()) {
		liftHeading(table);
		if (isOneLine(table)) joinLine(table);
		else if (isLayout(table)) unfold(table);
		else yield* settleCells(table);
		yield;
	}
	for (const stray of all(root, "tr, td, th, tbody, thead, tfoot, caption")) {
		if (stray.closest("table") === null) rename(stray, "div");
	}
}

/** Some editors write each row as a table of its own. */
function joinNext(table: Element): void {
	if (table.parentNode === null || table.querySelector("table") !== null) return;
	const width = (row: Element | undefined) => (row === undefined ? 0 : cellsOf(row).length);
	for (let next = table.nextElementSibling; next !== null && tagOf(next) === "table" && attribute(next, "class") === attribute(table, "class"); next = table.nextElementSibling) {
		const [row, ...others] = rowsOf(next);
		const own = rowsOf(table);
		const isRow = row !== undefined && others.length === 0 && width(row) > 1 && width(row) === width(own[own.length - 1]) && row.querySelector("th, table") === null;
		if (!isRow || (table.nextSibling !== next && (table.nextSibling?.textContent ?? "").trim() !== "")) return;
		(own[own.length - 1]?.parentElement ?? table).append(row);
		next.remove();
	}
}

function rowsOf(table: Element): Element[] {
	return all(table, "tr").filter((row) => row.closest("table") === table);
}

function cellsOf(row: Element): Element[] {
	return Array.from(row.children).filter((cell) => /^t[dh]$/.test(tagOf(cell)));
}

function isLayout(table: Element): boolean {
	if (/^(presentation|none)$/.test(attribute(table, "role"))) return true;
	if (table.querySelector("table") !== null) return true;
	const rows = rowsOf(table).map(cellsOf).filter((cells) => cells.length > 0);
	const widest = Math.max(0, ...rows.map((cells) => cells.length));
	if (widest < 2) return true;
	const hasHead = rows.some((cells) => cells.some((cell) => tagOf(cell) === "th"));
	if (rows.length < 2 && !hasHead) return true;
	const cells = rows.flat();
	const hasBlocks = cells.some((cell) => cell.querySelector(`h1, h2, h3, [${FENCE}]`) !== null || cell.querySelectorAll("p").length > 3);
	const isLong = cells.some((cell) => textOf(cell).length > LONG_CELL);
	return !hasHead && (hasBlocks || isLong);
}

/** A heading that spans a table from its first row stands over it. */
function liftHeading(table: Element): void {
	const first = rowsOf(table)[0];
	const [cell, ...others] = first === undefined ? [] : cellsOf(first);
	if (first === undefined || cell === undefined || others.length > 0 || rowsOf(table).length < 2) return;
	const heading = cell.querySelector("h1, h2, h3, h4, h5, h6");
	if (heading === null || textOf(heading) !== textOf(cell)) return;
	table.before(heading);
	first.remove();
}

/** A signature set out in cells is one line of text. */
function isOneLine(table: Element): boolean {
	const [row, ...others] = rowsOf(table);
	if (row === undefined || others.length > 0 || cellsOf(row).length < 3) return false;
	const cells = cellsOf(row);
	return cells.every((cell) => tagOf(cell) === "td" && cell.querySelector("p, div, ul, ol, img, table, h1, h2, h3, h4, br") === null) && textOf(table).length <= 200 && /[()[\]{}=]/.test(textOf(table));
}

function joinLine(table: Element): void {
	const line = make(table, "p");
	for (const cell of all(table, "td")) line.append(...childNodes(cell), " ");
	table.replaceWith(line);
}

function unfold(table: Element): void {
	for (const part of all(table, "caption, td, th")) if (part.closest("table") === table) rename(part, "div");
	for (const part of all(table, "tr, tbody, thead, tfoot, colgroup")) {
		if (part.closest("table") !== table) continue;
		if (tagOf(part) === "colgroup") part.remove();
		else unwrap(part);
	}
	rename(table, "div");
}

/** A Markdown cell is one line: blocks inside become runs with line breaks between them. */
function* settleCells(table: Element): Steps {
	const caption = table.querySelector("caption");
	if (caption !== null) table.before(rename(caption, "p"));
	yield* forEach(rowsOf(table), (row) => {
		for (const cell of cellsOf(row)) if (cell.children.length > 0) settleCell(cell);
	});
}

function settleCell(cell: Element): void {
	for (const fence of all(cell, `[${FENCE}]`)) {
		const lines = (fence.textContent ?? "").split("\n").filter((line) => line.trim() !== "");
		fence.replaceWith(...lines.flatMap((line) => [make(cell, "code", line), make(cell, "br")]));
	}
	for (const item of all(cell, "li")) {
		item.prepend("• ");
		item.append(make(item, "br"));
		unwrap(item);
	}
	for (const block of all(cell, "p, div, ul, ol, blockquote, h1, h2, h3, h4, h5, h6, section, figure, figcaption, center, hr, header")) {
		if (isHeading(block)) {
			const strong = make(block, "strong");
			strong.append(...childNodes(block));
			block.append(strong);
		}
		if (textOf(block) !== "" && block.nextSibling !== null && tagOf(block) !== "ul" && tagOf(block) !== "ol") block.append(make(block, "br"));
		unwrap(block);
	}
}
