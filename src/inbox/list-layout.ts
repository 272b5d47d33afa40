import type { Run } from "./inbox-query";

/** What stands at a place of the list. `row` is an index among the query's rows. */
export type Item = Readonly<
	| { kind: "group"; group: string; count: number; isClosed: boolean }
	| { kind: "row"; row: number }
>;

/** A stretch of the list: perhaps a heading, then its rows. Heights in CSS pixels. */
type Stretch = Readonly<{
	run: Run | null;
	isClosed: boolean;
	firstItem: number;
	/** Visible rows before this stretch. */
	firstVisible: number;
	firstRow: number;
	visible: number;
	top: number;
	/** Of the heading; 0: none. */
	heading: number;
}>;

/**
 * Where rows and group headings stand, from the top of the list. All heights are known before anything is drawn,
 * so that nothing jumps while scrolling.
 */
export class ListLayout {
	readonly height: number;
	/** Rows and headings. */
	readonly itemCount: number;
	/** Rows that no closed group hides. */
	readonly visibleCount: number;
	private readonly stretches: readonly Stretch[];
	/** Before each row, the heights of all rows before it, closed groups or not; one more at the end. */
	private readonly before: Float64Array;

	/** @param rowHeight of a row by its index, above 0. */
	constructor(
		rowCount: number,
		runs: readonly Run[],
		closed: ReadonlySet<string>,
		groupHeight: number,
		rowHeight: (row: number) => number,
	) {
		this.before = new Float64Array(rowCount + 1);
		for (let row = 0; row < rowCount; row += 1)
			this.before[row + 1] = this.sumBefore(row) + rowHeight(row);
		const plain = { group: "", start: 0, count: rowCount };
		let [firstItem, firstVisible, top] = [0, 0, 0];
		this.stretches = (runs.length === 0 ? [plain] : runs).map((run) => {
			const heading = runs.length === 0 ? 0 : groupHeight;
			const isClosed = runs.length > 0 && closed.has(run.group);
			const visible = isClosed ? 0 : run.count;
			const stretch = {
				run: runs.length === 0 ? null : run,
				isClosed,
				firstItem,
				firstVisible,
				firstRow: run.start,
				visible,
				top,
				heading,
			};
			firstItem += (runs.length === 0 ? 0 : 1) + visible;
			firstVisible += visible;
			top += heading + this.sumBefore(run.start + visible) - this.sumBefore(run.start);
			return stretch;
		});
		this.height = top;
		this.itemCount = firstItem;
		this.visibleCount = firstVisible;
	}

	item(index: number): Item | null {
		const stretch = this.last((each) => each.firstItem <= index);
		if (stretch === null || index >= this.itemCount || index < 0) return null;
		const { run, isClosed, firstItem, firstRow } = stretch;
		if (run === null) return { kind: "row", row: firstRow + index - firstItem };
		if (index === firstItem)
			return { kind: "group", group: run.group, count: run.count, isClosed };
		return { kind: "row", row: firstRow + index - firstItem - 1 };
	}

	/** Pixels from the top of the list to the item's top edge. */
	top(index: number): number {
		const stretch = this.last((each) => each.firstItem <= index);
		if (stretch === null) return 0;
		const { run, firstItem, firstRow, top, heading } = stretch;
		const within = index - firstItem - (run === null ? 0 : 1);
		if (within < 0) return top;
		return top + heading + this.sumBefore(firstRow + within) - this.sumBefore(firstRow);
	}

	/** Pixels from the top of the list to the item's bottom edge. */
	bottom(index: number): number {
		return index + 1 < this.itemCount ? this.top(index + 1) : this.height;
	}

	/** The item that covers this height; the nearest one outside the list. */
	itemAt(y: number): number {
		const stretch = this.last((each) => each.top <= y);
		if (stretch === null) return 0;
		const { run, firstItem, firstRow, visible, top, heading } = stretch;
		if (y - top < heading || visible === 0) return firstItem;
		const row = this.rowAt(y - top - heading + this.sumBefore(firstRow));
		const within = Math.min(Math.max(row - firstRow, 0), visible - 1);
		return firstItem + (run === null ? 0 : 1) + within;
	}

	/** Null: a closed group hides the row. */
	itemOfRow(row: number): number | null {
		const stretch = this.last((each) => each.firstRow <= row);
		if (stretch === null || row < 0 || row - stretch.firstRow >= stretch.visible) return null;
		return stretch.firstItem + (stretch.run === null ? 0 : 1) + row - stretch.firstRow;
	}

	/** The nth visible row, as an index among the query's rows. */
	rowOfVisible(visible: number): number | null {
		const stretch = this.last((each) => each.firstVisible <= visible && each.visible > 0);
		if (stretch === null || visible < 0 || visible >= this.visibleCount) return null;
		return stretch.firstRow + visible - stretch.firstVisible;
	}

	/** Which visible row this is; -1 where a closed group hides it. */
	visibleOfRow(row: number): number {
		const stretch = this.last((each) => each.firstRow <= row);
		if (stretch === null || row < 0 || row - stretch.firstRow >= stretch.visible) return -1;
		return stretch.firstVisible + row - stretch.firstRow;
	}

	private sumBefore(row: number): number {
		return this.before[row] ?? 0;
	}

	/** The last row that begins at or above this height, were no group closed and no heading there. */
	private rowAt(y: number): number {
		let [low, high] = [0, this.before.length - 1];
		while (low < high) {
			const middle = (low + high + 1) >> 1;
			if (this.sumBefore(middle) <= y) low = middle;
			else high = middle - 1;
		}
		return low;
	}

	/** Stretches are few and in order of all their fields. */
	private last(isReached: (stretch: Stretch) => boolean): Stretch | null {
		for (let at = this.stretches.length - 1; at >= 0; at -= 1) {
			const stretch = this.stretches[at];
			if (stretch !== undefined && isReached(stretch)) return stretch;
		}
		return null;
	}
}
