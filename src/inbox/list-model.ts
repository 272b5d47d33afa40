import type { InboxQuery, RowsListener } from "./inbox-query";
import { ListLayout } from "./list-layout";
import { RowHeights } from "./row-heights";
import type { RowsKnown } from "./rows-known";
import { heightOf, heightOfShape, linesOf, type RowLines, type RowSizes } from "./row-shape";
import * as walk from "./inbox-state";

/** Heights in CSS pixels. */
export type Sizes = Readonly<{ row: RowSizes; group: number }>;

/** Until the styles were measured. */
const FIRST_SIZES: Sizes = {
	row: {
		titleRoom: 240,
		oneLine: { brief: 52, more: 70 },
		twoLines: { brief: 70, more: 88 },
	},
	group: 28,
};
const ONE_LINE: RowLines = { title: 1, hasMore: false };

/** The rows of a list, where they stand, and where the person is among them. Draws nothing. */
export class ListModel implements RowsListener {
	place: walk.Place = walk.START;
	closed: ReadonlySet<string> = new Set();
	layout: ListLayout;
	private measured: Sizes = FIRST_SIZES;
	/** Null: to be worked out for all rows. */
	private heights: RowHeights | null = null;
	private readonly troubles = new Map<string, string>();
	/** The selection of which every row is known to be there; null: rows came or went since. */
	private present: walk.Place["selection"] | null = null;

	constructor(readonly query: InboxQuery) {
		this.layout = new ListLayout(this.rowHeights(), [], this.closed, this.measured.group);
		query.tell(this);
	}

	/** After rows came, went or moved. While more may come, nothing of the place is given up: absent is not deleted. */
	settle(rows: RowsKnown = "all are known"): void {
		const { query, closed } = this;
		this.layout = new ListLayout(this.rowHeights(), query.runs(), closed, this.measured.group);
		if (rows !== "all are known") return;
		const settle = this.present === this.place.selection ? walk.settleFocus : walk.settle;
		this.place = settle(this.place, this.order);
		this.present = this.place.selection;
	}

	get sizes(): Sizes {
		return this.measured;
	}

	set sizes(sizes: Sizes) {
		this.measured = sizes;
		this.heights = null;
	}

	/** Why a row's last decision was not written; null: it was. */
	troubleOf(path: string): string | null {
		return this.troubles.get(path) ?? null;
	}

	setTrouble(path: string, words: string | null): void {
		if (words === null ? !this.troubles.delete(path) : this.troubles.get(path) === words)
			return;
		if (words !== null) this.troubles.set(path, words);
		const row = this.query.indexOf(path);
		if (row !== -1) this.replaced(row);
	}

	inserted(row: number): void {
		this.heights?.insert(row, this.heightOf(row));
	}

	removed(row: number): void {
		this.present = null;
		this.heights?.remove(row);
	}

	replaced(row: number): void {
		this.heights?.replace(row, this.heightOf(row));
	}

	allAnew(): void {
		this.present = null;
		this.heights = null;
	}

	private rowHeights(): RowHeights {
		this.heights ??= new RowHeights(this.query.length, (row) => this.heightOf(row));
		return this.heights;
	}

	private heightOf(row: number): number {
		const shape = this.query.shapeAt(row);
		if (this.troubles.size === 0 && shape !== null)
			return heightOfShape(shape, this.measured.row);
		return heightOf(this.linesOf(row), this.measured.row);
	}

	/** How many lines a row has. */
	linesOf(row: number): RowLines {
		const shape = this.query.shapeAt(row);
		const lines = shape === null ? ONE_LINE : linesOf(shape, this.sizes.row);
		if (lines.hasMore || this.troubles.size === 0) return lines;
		const path = this.query.at(row)?.path ?? "";
		return this.troubles.has(path) ? { ...lines, hasMore: true } : lines;
	}

	get order(): walk.Order {
		const { layout, query, closed } = this;
		const isGrouped = query.asked.grouping !== "none";
		return {
			count: layout.visibleCount,
			pathAt: (index) => {
				const row = layout.rowOfVisible(index);
				return row === null ? null : (query.at(row)?.path ?? null);
			},
			indexOf: (path) => layout.visibleOfRow(query.indexOf(path)),
			has: (path) => {
				const group = query.groupOf(path);
				return group !== null && !(isGrouped && closed.has(group));
			},
		};
	}

	/** -1: nothing has the focus. */
	get focusedRow(): number {
		return this.place.focus === null ? -1 : this.query.indexOf(this.place.focus);
	}

	get targets(): readonly string[] {
		return walk.targets(this.place, this.order);
	}

	/** How many rows an act means. */
	get targetCount(): number {
		return walk.countTargets(this.place);
	}

	step(by: number): void {
		this.place = walk.step(this.place, this.order, by);
	}

	extend(by: number): void {
		this.place = walk.extend(this.place, this.order, by);
	}

	extendTo(path: string): void {
		this.place = walk.extendTo(this.place, this.order, path);
	}

	/** To the first row of the next or this and previous group. */
	toGroup(by: 1 | -1): void {
		const row = Math.max(0, this.focusedRow);
		const starts = this.query.runs().map(({ start }) => start);
		const next =
			by === 1
				? starts.find((start) => start > row)
				: starts.filter((start) => start < row).at(-1);
		const path = next === undefined ? undefined : this.query.at(next)?.path;
		if (path !== undefined) this.focusOn(path);
	}

	focusOn(path: string): void {
		this.place = walk.focusOn(this.place, this.order, path);
	}

	toggle(path: string): void {
		this.place = walk.toggle(this.place, path);
	}

	select(paths: Iterable<string>): void {
		this.place = { ...this.place, selection: new Set(paths), anchor: null };
	}

	selectAll(): void {
		this.place = walk.selectAll(this.place, this.order);
		this.present = this.place.selection;
	}

	clearSelection(): void {
		this.place = walk.clearSelection(this.place);
	}

	/** Before these rows leave: focus goes on to the next. */
	leave(paths: readonly string[]): void {
		this.place = walk.leave(this.place, this.order, new Set(paths));
	}

	/** To the top of another list. */
	startOver(): void {
		this.place = { ...walk.clearSelection(this.place), focus: null, index: 0 };
	}

	fold(group: string): void {
		const closed = new Set(this.closed);
		if (!closed.delete(group)) closed.add(group);
		this.closed = closed;
		this.present = null;
	}

	/** The visible row below this one; where it is not shown, the focused one. Null: none. */
	pathAfter(path: string | null): string | null {
		const index = path === null ? -1 : this.order.indexOf(path);
		return index === -1 ? this.place.focus : this.order.pathAt(index + 1);
	}
}
