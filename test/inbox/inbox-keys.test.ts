import { actOfKey } from "../../src/inbox/inbox-keys";

type Press = Parameters<typeof actOfKey>[0];

/** "Shift+n", "Ctrl+Enter", "j"; a place on the keyboard may follow: "о@KeyJ". */
function pressed(notation: string, some: Partial<Press> = {}): ReturnType<typeof actOfKey> {
	const [keys = "", code = ""] = notation.split("@");
	const parts = keys.split("+");
	const key = parts.at(-1) ?? "";
	const event: Press = {
		key,
		code,
		shiftKey: parts.includes("Shift"),
		ctrlKey: parts.includes("Ctrl"),
		metaKey: parts.includes("Meta"),
		altKey: parts.includes("Alt"),
		repeat: false,
		isComposing: false,
		...some,
	};
	return actOfKey(event, false);
}

describe("a key of the inbox", () => {
	it.each([
		["y", { kind: "keep", asksReason: false }],
		["Shift+Y", { kind: "keep", asksReason: true }],
		["n", { kind: "throw-away", asksReason: false }],
		["Delete", { kind: "throw-away", asksReason: false }],
		["Shift+N", { kind: "throw-away", asksReason: true }],
		["0", { kind: "back-to-new" }],
		["u", { kind: "undo" }],
		["Ctrl+z", { kind: "undo" }],
		["Ctrl+Shift+Z", { kind: "redo" }],
		["j", { kind: "step", by: 1, extends: false }],
		["Shift+ArrowUp", { kind: "step", by: -1, extends: true }],
		["Ctrl+a", { kind: "select-all" }],
		["Ctrl+Enter", { kind: "open", inNewTab: true }],
		["Enter", { kind: "open", inNewTab: false }],
		["3", { kind: "tab", tab: "deleted" }],
		["Shift+?", { kind: "keys" }],
		["Shift+F10", { kind: "menu" }],
	] as const)("%s means %j", (notation, act) => {
		expect(pressed(notation)).toEqual(act);
	});

	it.each(["Alt+y", "Meta+y", "Ctrl+y", "Ctrl+n", "q", "Tab", "F5"])(
		"leaves %s to the app",
		(notation) => {
			expect(pressed(notation)).toBeNull();
		},
	);

	it("is told by its place where the layout has other letters", () => {
		expect(pressed("н@KeyY")).toEqual({ kind: "keep", asksReason: false });
		expect(pressed("Shift+Т@KeyN")).toEqual({ kind: "throw-away", asksReason: true });
	});

	it("means the same with caps lock", () => {
		expect(pressed("Y")).toEqual({ kind: "keep", asksReason: false });
		expect(pressed("Shift+y")).toEqual({ kind: "keep", asksReason: true });
	});

	it("decides once, however long it is held; walking goes on", () => {
		expect(pressed("n", { repeat: true })).toBe("held");
		expect(pressed("u", { repeat: true })).toBe("held");
		expect(pressed("j", { repeat: true })).toEqual({ kind: "step", by: 1, extends: false });
	});
});
