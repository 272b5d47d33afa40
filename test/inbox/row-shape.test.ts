import { heightOf, isEmptyLine, linesOf, moreLine } from "../../src/inbox/row-shape";
import { TextWidth } from "../../src/inbox/text-width";
import { source } from "./sources";

const SIZES = {
	titleRoom: 100,
	oneLine: { brief: 52, more: 70 },
	twoLines: { brief: 70, more: 88 },
};

describe("a row", () => {
	it.each([
		[100, false, 52],
		[100, true, 70],
		[101, false, 70],
		[900, true, 88],
	])("with a title %d wide and more below it: %s is %d high", (titleWidth, hasMore, height) => {
		expect(heightOf(linesOf({ titleWidth, hasMore }, SIZES), SIZES)).toBe(height);
	});

	it.each([
		["nothing", source("a"), 1, true],
		["a first line", source("a", { description: "Why." }), 1, false],
		["a category", source("a", { category: "Flour" }), 1, false],
		["a copy", source("a"), 2, false],
		["a part only", source("a", { capture: "teaser" }), 1, false],
		["a hard text", source("a", { isHard: true }), 1, false],
		["a reason for what is not decided", source("a", { reason: "later" }), 1, true],
		["a reason", source("a", { status: "kept", reason: "good" }), 1, false],
	])("with %s has a line below its site or not", (_name, of, copies, isEmpty) => {
		expect(isEmptyLine(moreLine(of, "none", copies))).toBe(isEmpty);
	});

	it("does not repeat the category its group is named after", () => {
		expect(isEmptyLine(moreLine(source("a", { category: "Flour" }), "category", 1))).toBe(true);
	});
});

describe("the width of a title", () => {
	it("is the sum of its characters, each measured once, Chinese ones all alike", () => {
		const asked: string[] = [];
		const width = new TextWidth((character) => {
			asked.push(character);
			return character === "一" ? 16 : 7;
		});
		expect(width.of("aba 训练🙂")).toBe(4 * 7 + 2 * 16 + 7);
		expect(width.of("练ab")).toBe(16 + 14);
		expect(asked).toEqual(["a", "b", " ", "一", "🙂"]);
	});
});
