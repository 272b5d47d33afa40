/** Marks of the converter around cells. The private use area: `visibleText` takes it out of everything a page says. */
const CELL = "\ue000";
const SPANS = "\ue001";
const ROW = "\ue002";

const MAX_COLUMNS = 400;

export function markCell(content: string, columns: number, rows: number, isHead: boolean): string {
	const line = content.trim().replace(/(?: *\n)+/g, "<br>").replace(/(?:<br>\s*)+$/, "").replace(/^(?:<br>\s*)+/, "");
	return `${CELL}${clamp(columns)},${clamp(rows)},${isHead ? 1 : 0}${SPANS}${escapePipes(line)}`;
}

/** Code in a cell escapes its pipes too, unlike anywhere else. */
function escapePipes(line: string): string {
	let out = "";
	for (let at = 0; at < line.length; at++) {
		const mark = line.charAt(at);
		if (mark === "\\" && at + 1 < line.length) {
			out += mark + line.charAt(++at);
		} else out += mark === "|" ? "\\|" : mark;
	}
	return out;
}

function clamp(span: number): number {
	return span >= 1 && span <= 100 ? Math.floor(span) : 1;
}

export function markRow(cells: string): string {
	return cells.includes(CELL) ? cells + ROW : "";
}

/** Lays marked cells out in a grid: a cell over several columns or rows stands in the first, the others stay empty. */
export function layOutTable(marked: string): string {
	const grid: string[][] = [];
	const taken = new Set<string>();
	let headRows = 0;
	marked.split(ROW).filter((row) => row.includes(CELL)).forEach((row, y) => {
		const line: string[] = [];
		let x = 0;
		let isAllHead = true;
		for (const part of row.split(CELL).slice(1)) {
			const [spans = "", content = ""] = part.split(SPANS);
			const [columns = 1, rows = 1, isHead = 0] = spans.split(",").map(Number);
			while (taken.has(`${x},${y}`)) line[x++] = "";
			if (x >= MAX_COLUMNS) break;
			line[x] = content.trim();
			for (let dx = 0; dx < columns; dx++) {
				if (dx > 0) line[x + dx] = "";
				for (let dy = 1; dy < rows; dy++) taken.add(`${x + dx},${y + dy}`);
			}
			x += columns;
			isAllHead &&= isHead === 1;
		}
		if (isAllHead && headRows === y) headRows = y + 1;
		grid.push(line);
	});
	return gridToMarkdown(grid, headRows);
}

function gridToMarkdown(grid: readonly (readonly string[])[], headRows: number): string {
	const width = Math.max(0, ...grid.map((row) => row.length));
	if (width === 0 || grid.every((row) => row.every((cell) => cell === ""))) return "";
	const line = (row: readonly string[]) => `| ${Array.from({ length: width }, (_, x) => row[x] ?? "").join(" | ")} |`;
	const rule = `|${" --- |".repeat(width)}`;
	const head = headRows === 0 ? Array.from({ length: width }, () => "") : (grid[0] ?? []);
	const body = headRows === 0 ? grid : grid.slice(1);
	return [line(head), rule, ...body.map(line)].join("\n");
}
