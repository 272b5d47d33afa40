import fc from "fast-check";
import type { Run } from "../../src/inbox/inbox-query";
import { ListLayout } from "../../src/inbox/list-layout";
import { RowHeights } from "../../src/inbox/row-heights";

function layoutOf(
	count: number,
	runs: readonly Run[],
	closed: ReadonlySet<string>,
	groupHeight: number,
	heightOf: (row: number) => number,
): ListLayout {
	return new ListLayout(new RowHeights(count, heightOf), runs, closed, groupHeight);
}

describe("the layout of a list", () => {
	it("stands rows below each other", () => {
		const layout = layoutOf(100_000, [], new Set(), 30, () => 80);
		expect(layout.height).toBe(8_000_000);
		expect(layout.itemAt(80 * 777 + 79)).toBe(777);
		expect(layout.item(777)).toEqual({ kind: "row", row: 777 });
		expect(layout.item(100_000)).toBeNull();
	});

	it("hides the rows of closed groups and keeps their heading", () => {
		const runs = [
			{ group: "a", start: 0, count: 2 },
			{ group: "b", start: 2, count: 3 },
			{ group: "", start: 5, count: 1 },
		];
		const layout = layoutOf(6, runs, new Set(["b"]), 30, () => 80);
		const items = Array.from({ length: layout.itemCount }, (_, index) => layout.item(index));
		expect(items.map((item) => (item?.kind === "row" ? item.row : `(${item?.group})`))).toEqual(
			["(a)", 0, 1, "(b)", "()", 5],
		);
		expect(layout.visibleCount).toBe(3);
		expect(layout.visibleOfRow(3)).toBe(-1);
		expect(layout.itemOfRow(3)).toBeNull();
		expect(layout.rowOfVisible(2)).toBe(5);
	});

	it("gives each row the height it needs", () => {
		const runs = [
			{ group: "a", start: 0, count: 2 },
			{ group: "b", start: 2, count: 2 },
		];
		const layout = layoutOf(4, runs, new Set(), 30, (row) => [52, 88, 70, 52][row] ?? 0);
		const tops = Array.from({ length: layout.itemCount }, (_, index) => layout.top(index));
		expect([tops, layout.height]).toEqual([[0, 30, 82, 170, 200, 270], 322]);
		expect(layout.bottom(1)).toBe(82);
		expect(layout.bottom(5)).toBe(322);
	});

	it("finds every item at its place and every row in its item, however it is grouped", () => {
		const counts = fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.boolean()), {
			maxLength: 8,
		});
		const heights = fc.array(fc.integer({ min: 40, max: 90 }), { minLength: 1, maxLength: 9 });
		const plainCount = fc.integer({ min: 0, max: 30 });
		const law = fc.property(counts, plainCount, heights, (groups, plain, some) => {
			let start = 0;
			const runs = groups.map(([count], index) => {
				start += count;
				return { group: String(index), start: start - count, count };
			});
			const closed = new Set(
				runs.filter((_, index) => groups[index]?.[1]).map(({ group }) => group),
			);
			const rowCount = runs.length === 0 ? plain : start;
			const heightOf = (row: number): number => some[row % some.length] ?? 40;
			const layout = layoutOf(rowCount, runs, closed, 30, heightOf);
			let visible = 0;
			for (let index = 0; index < layout.itemCount; index += 1) {
				expect(layout.itemAt(layout.top(index))).toBe(index);
				expect(layout.itemAt(layout.bottom(index) - 1)).toBe(index);
				const item = layout.item(index);
				if (item?.kind !== "row") continue;
				expect(layout.bottom(index) - layout.top(index)).toBe(heightOf(item.row));
				expect(layout.itemOfRow(item.row)).toBe(index);
				expect(layout.rowOfVisible(visible)).toBe(item.row);
				expect(layout.visibleOfRow(item.row)).toBe(visible);
				visible += 1;
			}
			expect(visible).toBe(layout.visibleCount);
		});
		fc.assert(law);
	});
});
