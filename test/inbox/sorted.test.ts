import fc from "fast-check";
import { insertInto, withItems, withoutRows } from "../../src/inbox/sorted";

const compare = (a: number, b: number): number => a - b;
const numbers = fc.array(fc.integer({ min: 0, max: 30 })).map((all) => all.sort(compare));

describe("many at once", () => {
	it("are put in where one after the other they would stand", () => {
		const law = fc.property(numbers, numbers, (list, items) => {
			const one = [...list];
			for (const item of items) insertInto(one, item, compare);
			expect(withItems(list, items, compare)).toEqual(one);
		});
		fc.assert(law);
	});

	it("are taken out, and all others stay in their order", () => {
		const law = fc.property(numbers, fc.uniqueArray(fc.nat(40)), (list, some) => {
			const rows = some.filter((row) => row < list.length).sort(compare);
			const left = list.filter((_, row) => !rows.includes(row));
			expect(withoutRows(list, rows)).toEqual(left);
		});
		fc.assert(law);
	});
});
