import { ListLayout } from "../../src/inbox/list-layout";
import { RowHeights } from "../../src/inbox/row-heights";
import { VirtualList } from "../../src/inbox/virtual-list";

const SIZES = { row: 80, group: 30 };

const layoutOf = (count: number): ListLayout =>
	new ListLayout(new RowHeights(count, () => SIZES.row), [], new Set(), SIZES.group);

function listOf(names: string[], held = -1) {
	const scroller = document.body.createDiv();
	let made = 0;
	const list = new VirtualList(
		scroller,
		{
			keyOf: (row) => names[row] ?? "",
			rowOf: (key) => names.indexOf(key),
			createRow: (parent) => {
				made += 1;
				return parent.createDiv({ cls: "row" });
			},
			paintRow: (element, row) => element.setText(names[row] ?? ""),
			createGroup: (parent) => parent.createDiv(),
			paintGroup: () => undefined,
		},
		layoutOf(0),
		() => held,
	);
	const show = (): void => list.show(layoutOf(names.length));
	const shown = (): string[] =>
		[...scroller.querySelectorAll<HTMLElement>(".row:not(.is-spare)")].map(
			(element) => element.textContent ?? "",
		);
	return { list, scroller, show, shown, made: () => made };
}

const numbers = (count: number): string[] =>
	Array.from({ length: count }, (_, index) => `row ${index}`);

describe("a list of a hundred thousand rows", () => {
	it("draws some dozens, and at every place those that belong there", () => {
		const { list, scroller, show, shown, made } = listOf(numbers(100_000));
		show();
		for (let place = 0; place < 300; place += 1) {
			scroller.scrollTop = place * 26_000;
			list.draw();
			const first = Math.floor(scroller.scrollTop / SIZES.row);
			for (let row = first; row <= first + 7; row += 1)
				expect(shown()).toContain(`row ${row}`);
		}
		expect(made()).toBeLessThan(60);
	});

	it("never gives the focused row's element to another", () => {
		const { list, scroller, show, shown } = listOf(numbers(1000), 3);
		show();
		const element = list.elementOf(3);
		scroller.scrollTop = 40_000;
		list.draw();
		expect(shown()).toContain("row 3");
		expect(list.elementOf(3)).toBe(element);
	});

	it("keeps what is on the screen still when rows come above it", () => {
		const names = numbers(1000);
		const { list, scroller, show } = listOf(names);
		show();
		scroller.scrollTop = 8000;
		list.draw();
		names.unshift("new", "newer");
		show();
		expect(scroller.scrollTop).toBe(8160);
	});

	it("scrolls no further than needed to show a row", () => {
		const { list, scroller, show } = listOf(numbers(100));
		show();
		list.reveal(3);
		expect(scroller.scrollTop).toBe(0);
		list.reveal(20);
		expect(scroller.scrollTop).toBe(21 * 80 - 600);
	});
});
