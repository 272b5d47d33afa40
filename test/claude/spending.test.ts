import { Spending, type SpendingParts } from "../../src/claude/spending";

function spendingOf(change: Partial<SpendingParts> = {}) {
	const stored = new Map<string, unknown>();
	const asked: number[] = [];
	const parts: SpendingParts = {
		facts: {
			load: (key) => stored.get(key) ?? null,
			save: (key, value) => stored.set(key, value),
		},
		now: () => new Date("2026-11-25T10:00:00Z"),
		limit: () => 10,
		askToGoOn: ({ next }) => {
			asked.push(next);
			return Promise.resolve(true);
		},
		...change,
	};
	return { parts, asked, spending: new Spending(parts) };
}

describe("the month's limit", () => {
	it("asks once it would be passed, and again a fifth later", async () => {
		const { spending, asked } = spendingOf();
		spending.add(9.5);
		expect(await spending.mayCost(0.5)).toBe(true);
		expect(asked).toEqual([]);
		expect(await spending.mayCost(0.6)).toBe(true);
		expect(asked).toEqual([12]);
		spending.add(2);
		expect(await spending.mayCost(0.4)).toBe(true);
		expect(asked).toEqual([12]);
		expect(await spending.mayCost(0.6)).toBe(true);
		expect(asked).toEqual([12, 13.5]);
	});

	it("asks once for questions side by side, and stops all of them", async () => {
		let times = 0;
		const askToGoOn = () => {
			times++;
			return Promise.resolve(false);
		};
		const { spending } = spendingOf({ askToGoOn });
		spending.add(10);
		const may = await Promise.all([1, 2, 3].map((cost) => spending.mayCost(cost)));
		expect([may, times]).toEqual([[false, false, false], 1]);
	});

	it("begins anew with the month", async () => {
		const { parts, spending, asked } = spendingOf();
		spending.add(30);
		const next = new Spending({ ...parts, now: () => new Date("2026-12-01T00:00:00Z") });
		expect(next.spent).toBe(0);
		expect(await next.mayCost(1)).toBe(true);
		expect(asked).toEqual([]);
	});

	it.each([
		["no limit is set", null, 100],
		["nobody told the price", 10, null],
	])("says nothing where %s", async (_title, limit, cost) => {
		const { spending, asked } = spendingOf({ limit: () => limit });
		spending.add(50);
		expect(await spending.mayCost(cost)).toBe(true);
		expect(asked).toEqual([]);
	});
});
