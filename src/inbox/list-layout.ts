import type { Run } from "./inbox-query";
import type { RowHeights } from "./row-heights";

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

	/** @param heights of all rows, closed groups or not, each above 0. */
	constructor(
		private readonly heights: RowHeights,
		runs: readonly Run[],
		closed: ReadonlySet<string>,
		groupHeight: number,
	) {
		const plain = { group: "", start: 0, count: heights.count };
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
			top += heading + heights.before(run.start + visible) - heights.before(run.start);
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
		return (
			top + heading + this.heights.before(firstRow + within) - this.heights.before(firstRow)
		);
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
		const row = this.heights.at(y - top - heading + this.heights.before(firstRow));
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
		// A closed stretch begins where the next one does: the last of them is the one with rows.
		const stretch = this.last((each) => each.firstVisible <= visible);
		if (stretch === null || visible < 0 || visible >= this.visibleCount) return null;
		return stretch.firstRow + visible - stretch.firstVisible;
	}

	/** Which visible row this is; -1 where a closed group hides it. */
	visibleOfRow(row: number): number {
		const stretch = this.last((each) => each.firstRow <= row);
		if (stretch === null || row < 0 || row - stretch.firstRow >= stretch.visible) return -1;
		return stretch.firstVisible + row - stretch.firstRow;
	}

	/** By halving: stretches are in order of all their fields. */
	private last(isReached: (stretch: Stretch) => boolean): Stretch | null {
		let [from, to] = [0, this.stretches.length];
		while (from < to) {
			const middle = (from + to) >>> 1;
			const stretch = this.stretches[middle];
			if (stretch !== undefined && isReached(stretch)) from = middle + 1;
			else to = middle;
		}
		return this.stretches[from - 1] ?? null;
	}
}
