import { neighbour, nextOpen } from "../../src/refine/review-focus";
import { commandOf, type PressedKey } from "../../src/refine/review-keys";

const key = (letter: string, change: Partial<PressedKey> = {}): PressedKey => ({
	letter,
	isMod: false,
	isShift: false,
	isAlt: false,
	isRepeat: false,
	...change,
});

describe("keys of a review", () => {
	it.each([
		["y", { kind: "card", act: "accept" }, { kind: "question", act: "mark" }],
		["n", { kind: "card", act: "reject" }, { kind: "question", act: "dismiss" }],
		["j", { kind: "move", by: 1 }, { kind: "move", by: 1 }],
		["ArrowUp", { kind: "move", by: -1 }, { kind: "move", by: -1 }],
		["3", { kind: "tab", nth: 3 }, { kind: "tab", nth: 3 }],
		["b", { kind: "view" }, null],
		["t", null, { kind: "question", act: "task" }],
		["Enter", null, null],
	])("%s", (letter, inSuggestions, inQuestions) => {
		expect(commandOf(key(letter), false)).toEqual(inSuggestions);
		expect(commandOf(key(letter), true)).toEqual(inQuestions);
	});

	it("decide nothing while held, but move", () => {
		expect(commandOf(key("y", { isRepeat: true }), false)).toBeNull();
		expect(commandOf(key("j", { isRepeat: true }), false)).toEqual({ kind: "move", by: 1 });
	});

	it("leave what is not theirs to the app", () => {
		expect(commandOf(key("y", { isMod: true }), false)).toBeNull();
		expect(commandOf(key("n", { isAlt: true }), false)).toBeNull();
		expect(commandOf(key("constructor"), false)).toBeNull();
	});

	it("apply and take back with Mod", () => {
		expect(commandOf(key("Enter", { isMod: true }), true)).toEqual({ kind: "apply" });
		expect(commandOf(key("z", { isMod: true }), false)).toEqual({ kind: "undo" });
		expect(commandOf(key("Z", { isMod: true, isShift: true }), false)).toEqual({
			kind: "redo",
		});
	});
});

describe("the focus", () => {
	const list = ["a", "b", "c"].map((id) => ({ id }));
	it("stays at the ends", () => {
		expect(neighbour(list, "c", 1)?.id).toBe("c");
		expect(neighbour(list, "a", -1)?.id).toBe("a");
		expect(neighbour([], "a", 1)).toBeNull();
	});
	it("goes to what is open behind it, then to what is open before it, never to itself", () => {
		expect(nextOpen(list, "b", ({ id }) => id !== "b")?.id).toBe("c");
		expect(nextOpen(list, "b", ({ id }) => id !== "c")?.id).toBe("a");
		expect(nextOpen(list, "b", ({ id }) => id === "b")).toBeNull();
		expect(nextOpen(list, null, () => true)?.id).toBe("a");
	});
});
