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
	private shownHeight: number | null = null;
	/** When it was last looked at. */
	private seenHeight = UNSEEN_HEIGHT;

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

	/**
	 * Shows a changed list; the first row on the screen that is still there stays where it is, and `row`
	 * is scrolled into sight, as little as needed. Looks before it writes: every look after makes the browser lay
	 * all rows out anew.
	 */
	show(layout: ListLayout, row = -1): void {
		const { top, height } = this.sight();
		const anchors = this.anchors({ top, height });
		this.layout = layout;
		if (this.shownHeight !== layout.height) {
			this.shownHeight = layout.height;
			this.sizer.setCssProps({ "--winnow-list-height": `${layout.height}px` });
		}
		const still = Math.min(this.stillTop(anchors) ?? top, Math.max(0, layout.height - height));
		const to = this.topToReveal(row, { top: still, height }) ?? still;
		// Equal values are not set: setting ends a smooth scroll under way.
		if (Math.abs(to - top) >= 1) this.scroller.scrollTop = to;
		this.drawWhatIsSeen({ top: to, height });
	}

	/** Draws what is on the screen. Call on every scroll. */
	draw(): void {
		this.drawWhatIsSeen(this.sight());
	}

	elementOf(row: number): HTMLElement | null {
		return this.used.get(ROW + this.painter.keyOf(row))?.element ?? null;
	}

	/** Scrolls as little as needed for the row to be seen whole. */
	reveal(row: number): void {
		const sight = this.sight();
		const top = this.topToReveal(row, sight);
		if (top === null) return;
		this.scroller.scrollTop = top;
		this.drawWhatIsSeen({ ...sight, top });
	}

	/** Pixels the rows have from side to side; a scroll bar takes of it. */
	get width(): number {
		return this.scroller.clientWidth;
	}

	/** More than is seen at once: there is a scroll bar, or there would be one on systems that show them. */
	get isLongerThanItsSight(): boolean {
		return this.layout.height > this.seenHeight;
	}

	/** About so many rows fit on the screen. */
	get pageRows(): number {
		const { visibleCount, height } = this.layout;
		const seen = this.sight().height;
		return Math.max(1, Math.floor((seen * visibleCount) / (height || 1)) - 1);
	}

	private sight(): Sight {
		this.seenHeight = this.scroller.clientHeight || UNSEEN_HEIGHT;
		return { top: Math.max(0, this.scroller.scrollTop), height: this.seenHeight };
	}

	private drawWhatIsSeen({ top, height }: Sight): void {
		const first = Math.max(0, this.layout.itemAt(top) - SPARE_ROWS);
		const end = this.layout.itemAt(top + height) + SPARE_ROWS;
		const last = Math.min(this.layout.itemCount - 1, end);
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

	/** Null: it is seen whole, or is none of the rows. */
	private topToReveal(row: number, { top, height }: Sight): number | null {
		const item = row === -1 ? null : this.layout.itemOfRow(row);
		if (item === null) return null;
		const bottom = this.layout.bottom(item);
		if (this.layout.top(item) < top) return this.layout.top(item);
		return bottom > top + height ? bottom - height : null;
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
		const before = this.used.get(key);
		const element = before?.element ?? this.take(item.kind);
		const top = this.layout.top(index);
		this.used.set(key, { element, top, bottom: this.layout.bottom(index) });
		if (before === undefined) element.removeClass("is-spare");
		if (before?.top !== top) element.setCssProps({ "--winnow-row-top": `${top}px` });
		if (item.kind === "group") this.painter.paintGroup(element, item);
		else this.painter.paintRow(element, item.row);
	}

	private take(kind: "group" | "row"): HTMLElement {
		if (kind === "group") return this.spareGroups.pop() ?? this.painter.createGroup(this.sizer);
		return this.spareRows.pop() ?? this.painter.createRow(this.sizer);
	}

	/** Rows on the screen with their distance from its top, in pixels, topmost first. */
	private anchors({ top, height }: Sight): readonly Anchor[] {
		// At the very top new rows may come into sight above.
		if (top === 0) return [];
		const anchors: Anchor[] = [];
		for (const [key, drawn] of this.used) {
			if (!key.startsWith(ROW) || drawn.bottom <= top || drawn.top >= top + height) continue;
			anchors.push({ key: key.slice(ROW.length), distance: drawn.top - top });
		}
		return anchors.sort((a, b) => a.distance - b.distance);
	}

	/** Where the list has to be scrolled to for what was seen to stay where it is. Null: none of it is left. */
	private stillTop(anchors: readonly Anchor[]): number | null {
		for (const { key, distance } of anchors) {
			const row = this.painter.rowOf(key);
			const item = row === -1 ? null : this.layout.itemOfRow(row);
			if (item !== null) return Math.max(0, this.layout.top(item) - distance);
		}
		return null;
	}
}

/** What of the list is on the screen, in pixels from its top. */
type Sight = Readonly<{ top: number; height: number }>;
/** Where it was drawn, in pixels from the top of the list: the layout may be another by now. */
type Drawn = Readonly<{ element: HTMLElement; top: number; bottom: number }>;
type Anchor = Readonly<{ key: string; distance: number }>;

const ROW = "row ";
const GROUP = "group ";
