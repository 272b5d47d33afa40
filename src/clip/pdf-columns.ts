import type { Run } from "./pdf-runs";

/** A stretch of a page that is read from top to bottom. */
export type Column = Readonly<{ left: number; right: number; runs: readonly Run[] }>;

/** A column has at least so many runs. */
const LEAST = 4;
/** More than this share of runs across a gap: it is no gap between columns. */
const CROSSING = 0.3;

/** The columns of a page in reading order: what spans them all divides them, left comes before right. */
export function columnsOf(runs: readonly Run[]): readonly Column[] {
	const sorted = [...runs].sort((a, b) => b.y - a.y || a.left - b.left);
	const gutter = gutterOf(sorted);
	if (gutter === null) return sorted.length === 0 ? [] : [columnOf(sorted)];
	const columns: Column[] = [];
	let left: Run[] = [];
	let right: Run[] = [];
	let across: Run[] = [];
	const endBand = () => {
		columns.push(...columnsOf(left), ...columnsOf(right));
		left = [];
		right = [];
	};
	const endAcross = () => {
		if (across.length > 0) columns.push(columnOf(across));
		across = [];
	};
	for (const run of sorted) {
		const isAcross = run.left < gutter - 2 && run.right > gutter + 2;
		if (isAcross) {
			endBand();
			across.push(run);
		} else {
			endAcross();
			(run.right <= gutter + 2 ? left : right).push(run);
		}
	}
	endAcross();
	endBand();
	return columns;
}

/** Where a gap runs down the page with prose on both sides; null where none does. */
function gutterOf(runs: readonly Run[]): number | null {
	if (runs.length < LEAST * 2) return null;
	const edges = runs.map(({ right }) => right).sort((a, b) => a - b);
	let best: number | null = null;
	let fewest = Infinity;
	for (const edge of new Set(edges.map((each) => Math.ceil(each)))) {
		const at = edge + 3;
		const across = runs.filter((run) => run.left < at - 2 && run.right > at + 2);
		if (across.length > runs.length * CROSSING || across.length >= fewest) continue;
		const left = runs.filter((run) => run.right <= at + 2);
		const right = runs.filter((run) => run.left >= at - 2);
		if (!isProse(left) || !isProse(right) || !standBeside(left, right)) continue;
		best = at;
		fewest = across.length;
	}
	return best;
}

/** Most lines fill their column; the cells of a table do not. */
function isProse(runs: readonly Run[]): boolean {
	if (runs.length < LEAST) return false;
	const { left, right } = columnOf(runs);
	const full = runs.filter((run) => run.right - run.left > (right - left) * 0.6 && run.text.length > 15).length;
	return full >= runs.length * 0.4;
}

/** Two columns share most of their height; a heading and the text under it do not. */
function standBeside(left: readonly Run[], right: readonly Run[]): boolean {
	const [leftTop, leftEnd] = heightOf(left);
	const [rightTop, rightEnd] = heightOf(right);
	const shared = Math.min(leftTop, rightTop) - Math.max(leftEnd, rightEnd);
	return shared > Math.min(leftTop - leftEnd, rightTop - rightEnd) * 0.5;
}

function heightOf(runs: readonly Run[]): readonly [top: number, end: number] {
	return [Math.max(...runs.map(({ y }) => y)), Math.min(...runs.map(({ y }) => y))];
}

function columnOf(runs: readonly Run[]): Column {
	return { left: Math.min(...runs.map(({ left }) => left)), right: Math.max(...runs.map(({ right }) => right)), runs };
}
