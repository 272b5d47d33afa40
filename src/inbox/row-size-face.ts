import type { Source } from "../source/source";
import type { Grouping } from "./inbox-question";
import type { ListModel, Sizes } from "./list-model";
import { isEmptyLine, moreLine, type RowShape } from "./row-shape";
import { TextWidth } from "./text-width";
import type { VirtualList } from "./virtual-list";

/** What rows measure, where the styles, the theme, the text size and the room they have decide it. */
export class RowMeasure {
	private readonly titles = new TitleWidths();
	private room = 0;
	private hadScrollBar = false;

	/** @param copiesOf sources with the same identity, the source itself included */
	constructor(private readonly copiesOf: (source: Source) => number) {}

	/** The rows have more or less room than when they were measured: the scroll bar came or went, or they were hidden. */
	areStale(list: VirtualList): boolean {
		// The width is asked for last: the browser lays everything out to tell it.
		const hasScrollBar = list.isLongerThanItsSight;
		if (hasScrollBar === this.hadScrollBar && this.room > 0) return false;
		this.hadScrollBar = hasScrollBar;
		return list.width !== this.room;
	}

	/** @returns whether titles are wider or narrower now: shapes are to be asked for again. */
	measure(list: VirtualList, model: ListModel): boolean {
		this.room = list.width;
		this.hadScrollBar = list.isLongerThanItsSight;
		model.sizes = measureSizes(list.sizer, model.sizes);
		return this.titles.measure(list.sizer);
	}

	shapeOf(source: Source, grouping: Grouping): RowShape {
		const hasMore = !isEmptyLine(moreLine(source, grouping, this.copiesOf(source)));
		return { titleWidth: this.titles.of(source), hasMore };
	}
}

type Probe = Readonly<{ element: HTMLElement; title: HTMLElement }>;

/** How high the styles, the theme and the text size make rows. What is not laid out keeps `before`. */
function measureSizes(parent: HTMLElement, before: Sizes): Sizes {
	const one = probe(parent, "is-one-line");
	const oneBrief = probe(parent, "is-one-line is-brief");
	const two = probe(parent, "");
	const twoBrief = probe(parent, "is-brief");
	const group = parent.createDiv({
		cls: "winnow-inbox-group is-probe",
		attr: { "aria-hidden": "true" },
	});
	const height = (element: HTMLElement, otherwise: number): number =>
		element.getBoundingClientRect().height || otherwise;
	const { row } = before;
	const sizes = {
		row: {
			titleRoom: one.title.getBoundingClientRect().width || row.titleRoom,
			oneLine: {
				brief: height(oneBrief.element, row.oneLine.brief),
				more: height(one.element, row.oneLine.more),
			},
			twoLines: {
				brief: height(twoBrief.element, row.twoLines.brief),
				more: height(two.element, row.twoLines.more),
			},
		},
		group: height(group, before.group),
	};
	for (const { element } of [one, oneBrief, two, twoBrief]) element.remove();
	group.remove();
	return sizes;
}

/** The parts of a row that give its title its room. */
function probe(parent: HTMLElement, state: string): Probe {
	const element = parent.createDiv({
		cls: `winnow-inbox-row is-probe ${state}`.trim(),
		attr: { "aria-hidden": "true" },
	});
	const body = element.createDiv({ cls: "winnow-inbox-body" });
	body.createDiv({ cls: "winnow-inbox-icon" });
	const title = body
		.createDiv({ cls: "winnow-inbox-main" })
		.createDiv({ cls: "winnow-inbox-title" });
	return { element, title };
}

/** Widths of titles in the font the styles give them. */
class TitleWidths {
	private font = "";
	private width = new TextWidth(() => 8);
	private widths = new WeakMap<Source, number>();

	/** @returns whether titles are wider or narrower now. */
	measure(parent: HTMLElement): boolean {
		const { element, title } = probe(parent, "");
		const { fontStyle, fontWeight, fontSize, fontFamily } = title.win.getComputedStyle(title);
		element.remove();
		const font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
		if (font === this.font) return false;
		const context = createEl("canvas").getContext("2d");
		if (context === null) return false;
		context.font = font;
		this.font = font;
		this.width = new TextWidth((character) => context.measureText(character).width);
		this.widths = new WeakMap();
		return true;
	}

	of(source: Source): number {
		const known = this.widths.get(source);
		if (known !== undefined) return known;
		const width = this.width.of(source.title);
		this.widths.set(source, width);
		return width;
	}
}
