import * as walk from "../../src/inbox/inbox-state";

/** The rows as one letter each. */
function rows(letters: string): walk.Order {
	return {
		count: letters.length,
		pathAt: (index) => letters[index] ?? null,
		indexOf: (path) => letters.indexOf(path),
		has: (path) => letters.includes(path),
	};
}

const at = (focus: string, some: Partial<walk.Place> = {}): walk.Place => ({
	...walk.START,
	focus,
	index: "abcdef".indexOf(focus),
	...some,
});

const chosen = (place: walk.Place): string => [...place.selection].sort().join("");

describe("walking", () => {
	const order = rows("abcdef");

	it("starts at the first row, or backwards at the last", () => {
		expect(walk.step(walk.START, order, 1).focus).toBe("a");
		expect(walk.step(walk.START, order, -1).focus).toBe("f");
	});

	it("stops at the ends", () => {
		expect(walk.step(at("f"), order, 3).focus).toBe("f");
		expect(walk.step(at("b"), order, -10).focus).toBe("a");
	});

	it("has nowhere to go in an empty list", () => {
		expect(walk.step(walk.START, rows(""), 1).focus).toBeNull();
	});

	it("extends from where it began, also back again", () => {
		let place = walk.extend(at("b"), order, 1);
		place = walk.extend(place, order, 1);
		expect(chosen(place)).toBe("bcd");
		place = walk.extend(place, order, -1);
		expect(chosen(place)).toBe("bc");
		place = walk.extend(walk.extend(place, order, -1), order, -1);
		expect(chosen(place)).toBe("ab");
		expect(place.focus).toBe("a");
	});

	it("keeps what was chosen before a new stretch begins", () => {
		const place = walk.extendTo(walk.step(walk.toggle(at("a"), "a"), order, 3), order, "e");
		expect(chosen(place)).toBe("ade");
	});
});

describe("an act", () => {
	it("means the focused row, or the selection in the list's order", () => {
		expect(walk.targets(at("c"), rows("abc"))).toEqual(["c"]);
		expect(walk.targets(at("c", { selection: new Set(["b", "a"]) }), rows("abc"))).toEqual([
			"a",
			"b",
		]);
		expect(walk.targets(walk.START, rows("abc"))).toEqual([]);
	});

	it("never means a row that is not in the list", () => {
		expect(walk.targets(at("a", { selection: new Set(["x", "b"]) }), rows("ab"))).toEqual([
			"b",
		]);
	});

	it.each([
		["on to the next row", at("b"), "b", "c"],
		["backwards where one walked backwards", at("c", { travel: -1 }), "c", "b"],
		["to the last row at the end", at("f"), "f", "e"],
		["to the first row at the start", at("a", { travel: -1 }), "a", "b"],
		["past all rows that leave", at("b"), "bcd", "e"],
		["nowhere when all leave", at("b"), "abcdef", null],
		["nowhere else when another row leaves", at("b"), "c", "b"],
	] as const)("moves focus %s", (_how, place, leaving, focus) => {
		expect(walk.leave(place, rows("abcdef"), new Set(leaving)).focus).toBe(focus);
	});

	it("leaves what else is selected", () => {
		const place = walk.leave(
			at("a", { selection: new Set("abc") }),
			rows("abcd"),
			new Set("ab"),
		);
		expect(chosen(place)).toBe("c");
		expect(place.focus).toBe("c");
	});
});

describe("a list that changed by itself", () => {
	it("keeps the focused row wherever it went", () => {
		expect(walk.settle(at("c"), rows("xxabc"))).toMatchObject({ focus: "c", index: 4 });
	});

	it("puts focus on the row that took its place", () => {
		expect(walk.settle(at("c"), rows("abdef")).focus).toBe("d");
		expect(walk.settle(at("f"), rows("abc")).focus).toBe("c");
		expect(walk.settle(at("c"), rows("")).focus).toBeNull();
	});

	it("forgets chosen rows that are gone", () => {
		expect(chosen(walk.settle(at("a", { selection: new Set("ab") }), rows("ac")))).toBe("a");
	});
});
