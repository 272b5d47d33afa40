import type { Run } from "./inbox-query";

/** Heights in CSS pixels. All rows are equally high, so that nothing jumps while scrolling. */
export type Sizes = Readonly<{ row: number; group: number }>;

/** What stands at a place of the list. `row` is an index among the query's rows. */
export type Item = Readonly<
	| { kind: "group"; group: string; count: number; isClosed: boolean }
	| { kind: "row"; row: number }
>;

/** A stretch of the list: perhaps a heading, then equally high rows. */
type Stretch = Readonly<{
	run: Run | null;
	isClosed: boolean;
	firstItem: number;
	/** Visible rows before this stretch. */
	firstVisible: number;
	firstRow: number;
	visible: number;
	top: number;
	height: number;
}>;

/**
 * Where rows and group headings stand, from the top of the list. Work and memory grow with the groups,
 * not with the rows.
 */
export class ListLayout {
	readonly height: number;
	/** Rows and headings. */
	readonly itemCount: number;
	/** Rows that no closed group hides. */
	readonly visibleCount: number;
	private readonly stretches: readonly Stretch[];

	constructor(
		rowCount: number,
		runs: readonly Run[],
		closed: ReadonlySet<string>,
		readonly sizes: Sizes,
	) {
		const plain = { group: "", start: 0, count: rowCount };
		let [firstItem, firstVisible, top] = [0, 0, 0];
		this.stretches = (runs.length === 0 ? [plain] : runs).map((run) => {
			const heading = runs.length === 0 ? 0 : 1;
			const isClosed = heading === 1 && closed.has(run.group);
			const visible = isClosed ? 0 : run.count;
			const height = heading * sizes.group + visible * sizes.row;
			const stretch = {
				run: heading === 1 ? run : null,
				isClosed,
				firstItem,
				firstVisible,
				firstRow: run.start,
				visible,
				top,
				height,
			};
			firstItem += heading + visible;
			firstVisible += visible;
			top += height;
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
		const within = index - stretch.firstItem;
		if (stretch.run === null) return stretch.top + within * this.sizes.row;
		return stretch.top + (within === 0 ? 0 : this.sizes.group + (within - 1) * this.sizes.row);
	}

	/** The item that covers this height; the nearest one outside the list. */
	itemAt(y: number): number {
		const stretch = this.last((each) => each.top <= y);
		if (stretch === null) return 0;
		const heading = stretch.run === null ? 0 : this.sizes.group;
		if (y - stretch.top < heading) return stretch.firstItem;
		const within = Math.floor((y - stretch.top - heading) / this.sizes.row);
		const last = Math.max(0, stretch.visible - 1);
		return (
			stretch.firstItem + (stretch.run === null ? 0 : 1) + Math.min(Math.max(within, 0), last)
		);
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

	/** Stretches are few and in order of all their fields. */
	private last(isReached: (stretch: Stretch) => boolean): Stretch | null {
		for (let at = this.stretches.length - 1; at >= 0; at -= 1) {
			const stretch = this.stretches[at];
			if (stretch !== undefined && isReached(stretch)) return stretch;
		}
		return null;
	}
}
