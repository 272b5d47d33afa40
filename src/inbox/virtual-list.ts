import type { ListLayout } from "./list-layout";

/** Draws rows into elements that it made before, perhaps for another row. */
export type Painter = Readonly<{
	keyOf(row: number): string;
	/** The row of a key now; -1: none. */
	rowOf(key: string): number;
	createRow(parent: HTMLElement): HTMLElement;
	paintRow(element: HTMLElement, row: number): void;
	createGroup(parent: HTMLElement): HTMLElement;
	paintGroup(
		element: HTMLElement,
		group: Readonly<{ group: string; count: number; isClosed: boolean }>,
	): void;
}>;

/** Rows drawn beyond each edge, so that a fast wheel meets drawn rows. */
const SPARE_ROWS = 8;
/** Where nothing is laid out (a hidden window, a test), as if the list were this high. */
const UNSEEN_HEIGHT = 600;

/**
 * A window of elements over a list of any length. Elements are reused; the row with the focus keeps its own,
 * wherever one scrolls, so that a screen reader never loses it.
 */
export class VirtualList {
	private readonly used = new Map<string, Drawn>();
	private readonly spareRows: HTMLElement[] = [];
	private readonly spareGroups: HTMLElement[] = [];
	/** Holds the rows, as high as all of them. */
	readonly sizer: HTMLElement;
	private layout: ListLayout;

	/** @param scroller scrolls and holds nothing else. */
	constructor(
		readonly scroller: HTMLElement,
		private readonly painter: Painter,
		layout: ListLayout,
		/** The row whose element is never given to another. */
		private readonly heldRow: () => number,
	) {
		this.layout = layout;
		this.sizer = scroller.createDiv({
			cls: "winnow-inbox-sizer",
			attr: { role: "presentation" },
		});
	}

	/** Shows a changed list; the first row on the screen that is still there stays where it is. */
	show(layout: ListLayout): void {
		const anchors = this.anchors();
		this.layout = layout;
		this.sizer.setCssProps({ "--winnow-list-height": `${layout.height}px` });
		this.keepStill(anchors);
		this.draw();
	}

	/** Draws what is on the screen. Call on every scroll. */
	draw(): void {
		const { first, last } = this.window();
		const wanted: (readonly [key: string, index: number])[] = [];
		for (let index = first; index <= last; index += 1) {
			const key = this.keyAt(index);
			if (key !== null) wanted.push([key, index]);
		}
		const held = this.layout.itemOfRow(this.heldRow());
		if (held !== null && (held < first || held > last)) {
			const key = this.keyAt(held);
			if (key !== null) wanted.push([key, held]);
		}
		this.giveBack(new Set(wanted.map(([key]) => key)));
		for (const [key, index] of wanted) this.drawItem(key, index);
	}

	elementOf(row: number): HTMLElement | null {
		return this.used.get(ROW + this.painter.keyOf(row))?.element ?? null;
	}

	/** Scrolls as little as needed for the row to be seen whole. */
	reveal(row: number): void {
		const item = this.layout.itemOfRow(row);
		if (item === null) return;
		const top = this.layout.top(item);
		const bottom = this.layout.bottom(item);
		const height = this.viewHeight();
		const at = this.scroller.scrollTop;
		if (top < at) this.scroller.scrollTop = top;
		else if (bottom > at + height) this.scroller.scrollTop = bottom - height;
		else return;
		this.draw();
	}

	/** Pixels the rows have from side to side; a scroll bar takes of it. */
	get width(): number {
		return this.scroller.clientWidth;
	}

	/** About so many rows fit on the screen. */
	get pageRows(): number {
		const { visibleCount, height } = this.layout;
		return Math.max(1, Math.floor((this.viewHeight() * visibleCount) / (height || 1)) - 1);
	}

	private window(): Readonly<{ first: number; last: number }> {
		const top = this.scroller.scrollTop;
		const first = this.layout.itemAt(Math.max(0, top)) - SPARE_ROWS;
		const last = this.layout.itemAt(top + this.viewHeight()) + SPARE_ROWS;
		return { first: Math.max(0, first), last: Math.min(this.layout.itemCount - 1, last) };
	}

	private viewHeight(): number {
		return this.scroller.clientHeight || UNSEEN_HEIGHT;
	}

	private keyAt(index: number): string | null {
		const item = this.layout.item(index);
		if (item === null) return null;
		return item.kind === "group" ? GROUP + item.group : ROW + this.painter.keyOf(item.row);
	}

	private giveBack(wanted: ReadonlySet<string>): void {
		for (const [key, { element }] of this.used) {
			if (wanted.has(key)) continue;
			this.used.delete(key);
			element.addClass("is-spare");
			(key.startsWith(ROW) ? this.spareRows : this.spareGroups).push(element);
		}
	}

	private drawItem(key: string, index: number): void {
		const item = this.layout.item(index);
		if (item === null) return;
		const element = this.used.get(key)?.element ?? this.take(item.kind);
		const top = this.layout.top(index);
		this.used.set(key, { element, top, bottom: this.layout.bottom(index) });
		element.removeClass("is-spare");
		element.setCssProps({ "--winnow-row-top": `${top}px` });
		if (item.kind === "group") this.painter.paintGroup(element, item);
		else this.painter.paintRow(element, item.row);
	}

	private take(kind: "group" | "row"): HTMLElement {
		if (kind === "group") return this.spareGroups.pop() ?? this.painter.createGroup(this.sizer);
		return this.spareRows.pop() ?? this.painter.createRow(this.sizer);
	}

	/** Rows on the screen with their distance from its top, in pixels, topmost first. */
	private anchors(): readonly Anchor[] {
		const top = this.scroller.scrollTop;
		// At the very top new rows may come into sight above.
		if (top === 0) return [];
		const bottom = top + this.viewHeight();
		const anchors: Anchor[] = [];
		for (const [key, drawn] of this.used) {
			if (!key.startsWith(ROW) || drawn.bottom <= top || drawn.top >= bottom) continue;
			anchors.push({ key: key.slice(ROW.length), distance: drawn.top - top });
		}
		return anchors.sort((a, b) => a.distance - b.distance);
	}

	private keepStill(anchors: readonly Anchor[]): void {
		for (const { key, distance } of anchors) {
			const row = this.painter.rowOf(key);
			const item = row === -1 ? null : this.layout.itemOfRow(row);
			if (item === null) continue;
			const top = Math.max(0, this.layout.top(item) - distance);
			// Equal values are not set: setting ends a smooth scroll under way.
			if (Math.abs(top - this.scroller.scrollTop) >= 1) this.scroller.scrollTop = top;
			return;
		}
	}
}

/** Where it was drawn, in pixels from the top of the list: the layout may be another by now. */
type Drawn = Readonly<{ element: HTMLElement; top: number; bottom: number }>;
type Anchor = Readonly<{ key: string; distance: number }>;

const ROW = "row ";
const GROUP = "group ";
