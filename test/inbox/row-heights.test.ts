import fc from "fast-check";
import { RowHeights } from "../../src/inbox/row-heights";

/** What a list of so many rows comes to, done the plain way. */
function plain(heights: readonly number[]) {
	const before = (row: number): number =>
		heights.slice(0, row).reduce((sum, height) => sum + height, 0);
	return {
		before,
		at: (y: number): number => {
			const row = heights.findIndex((_, index) => before(index + 1) > y);
			return row === -1 ? heights.length : row;
		},
	};
}

const height = fc.integer({ min: 1, max: 9 });
const change = fc.record({
	kind: fc.constantFrom("insert" as const, "remove" as const, "replace" as const),
	place: fc.double({ min: 0, max: 1, noNaN: true }),
	height,
});

describe("heights of rows", () => {
	it("say the same as sums over all rows, whatever came and went", () => {
		const start = fc.oneof(
			fc.array(height, { maxLength: 12 }),
			// Blocks that are full, and nearly so.
			fc.integer({ min: 1000, max: 1100 }).map((count) => Array<number>(count).fill(3)),
		);
		const law = fc.property(start, fc.array(change, { maxLength: 60 }), (from, changes) => {
			const heights = [...from];
			const ours = new RowHeights(from.length, (row) => from[row] ?? 0);
			for (const { kind, place, height } of changes) {
				const row = Math.floor(place * heights.length);
				if (kind === "insert") {
					heights.splice(row, 0, height);
					ours.insert(row, height);
				} else if (row < heights.length) {
					if (kind === "remove") heights.splice(row, 1);
					else heights[row] = height;
					if (kind === "remove") ours.remove(row);
					else ours.replace(row, height);
				}
			}
			const { before, at } = plain(heights);
			expect(ours.count).toBe(heights.length);
			const rows = [0, 1, Math.floor(heights.length / 2), heights.length - 1, heights.length];
			for (const row of rows.filter((each) => each >= 0)) {
				expect(ours.before(row)).toBe(before(row));
				expect(ours.at(before(row))).toBe(at(before(row)));
			}
			expect(ours.total).toBe(before(heights.length));
			expect(ours.at(ours.total + 5)).toBe(heights.length);
		});
		fc.assert(law, { numRuns: 60 });
	});

	it("grow from none, row by row, past a block and back", () => {
		const ours = new RowHeights(0, () => 0);
		for (let row = 0; row < 3000; row += 1) ours.insert(row % 7 === 0 ? 0 : row, 2);
		expect([ours.count, ours.total, ours.at(2 * 1500), ours.before(2999)]).toEqual([
			3000, 6000, 1500, 5998,
		]);
		while (ours.count > 0) ours.remove(ours.count - 1);
		expect([ours.total, ours.at(0), ours.before(0)]).toEqual([0, 0, 0]);
	});
});
