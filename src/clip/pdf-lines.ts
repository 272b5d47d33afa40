import { columnsOf, type Column } from "./pdf-columns";
import type { Run } from "./pdf-runs";

/** A line of a page as it is read. */
export type Line = Readonly<{
	text: string;
	left: number;
	right: number;
	y: number;
	size: number;
	font: string;
	/** Space to the line above in the same column, from base to base; null for the first. */
	gap: number | null;
	column: Readonly<{ left: number; right: number }>;
}>;

/** Runs that a page is not read past: a drawing of ten thousand letters is no text. */
const MAX_RUNS = 4000;

/** The lines of a page in reading order. */
export function linesOf(runs: readonly Run[]): readonly Line[] {
	return columnsOf(runs.slice(0, MAX_RUNS)).flatMap(columnLines);
}

function columnLines(column: Column): readonly Line[] {
	const rows: Run[][] = [];
	for (const run of column.runs) {
		const row = rows[rows.length - 1];
		const [first] = row ?? [];
		if (row !== undefined && first !== undefined && Math.abs(first.y - run.y) < Math.min(first.size, run.size) * 0.5) row.push(run);
		else rows.push([run]);
	}
	let above: number | null = null;
	return rows.map((row) => {
		const line = lineOf(row, column, above);
		above = line.y;
		return line;
	});
}

function lineOf(row: readonly Run[], { left, right }: Column, above: number | null): Line {
	const inOrder = [...row].sort((a, b) => a.left - b.left);
	const main = inOrder.reduce((best, run) => (run.text.length > best.text.length ? run : best));
	return {
		text: inOrder.map(({ text }) => text).join(" "),
		left: Math.min(...row.map((run) => run.left)),
		right: Math.max(...row.map((run) => run.right)),
		y: main.y,
		size: main.size,
		font: main.font,
		gap: above === null ? null : above - main.y,
		column: { left, right },
	};
}
