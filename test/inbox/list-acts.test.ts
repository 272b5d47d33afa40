import { actOfKey } from "../../src/inbox/inbox-keys";
import type { KeyAct } from "../../src/inbox/key-act";
import { keyLines } from "../../src/inbox/key-lines";
import { LIST_ACTS } from "../../src/inbox/list-acts";

/** Every kind there is: one that is forgotten here does not compile. */
const KINDS: Readonly<Record<KeyAct["kind"], "everywhere" | "keys only">> = {
	step: "everywhere",
	keep: "everywhere",
	"throw-away": "everywhere",
	"back-to-new": "everywhere",
	undo: "everywhere",
	redo: "everywhere",
	back: "everywhere",
	"next-new": "everywhere",
	category: "everywhere",
	project: "everywhere",
	hard: "everywhere",
	section: "everywhere",
	open: "everywhere",
	"read-on": "everywhere",
	original: "everywhere",
	"copy-link": "everywhere",
	toggle: "everywhere",
	"select-all": "everywhere",
	tab: "everywhere",
	search: "everywhere",
	filter: "everywhere",
	"switch-project": "everywhere",
	menu: "everywhere",
	keys: "everywhere",
	// As in any list; by mouse and finger one scrolls.
	page: "keys only",
	end: "keys only",
	group: "keys only",
};

/** The map of keys as it was drawn, and the acts the issue asks for by name. */
const ASKED_FOR: readonly (readonly [keys: string, id: string])[] = [
	["j", "go-to-next-source"],
	["ArrowDown", "go-to-next-source"],
	["k", "go-to-previous-source"],
	["ArrowUp", "go-to-previous-source"],
	["y", "keep-source"],
	["Shift+y", "keep-source-with-a-reason"],
	["n", "throw-away-source"],
	["Delete", "throw-away-source"],
	["Backspace", "throw-away-source"],
	["Shift+n", "throw-away-source-with-a-reason"],
	["0", "mark-source-as-new"],
	["u", "take-back-last-decision"],
	["Mod+z", "take-back-last-decision"],
	["Mod+Shift+z", "redo-last-decision"],
	["o", "open-source"],
	["Enter", "open-source"],
	["Mod+Enter", "open-source-in-new-tab"],
	["Space", "peek-at-source"],
	["Shift+Space", "page-preview-back"],
	["i", "open-next-new-source"],
	["g", "open-original-page"],
	["l", "copy-link-to-source"],
	["x", "select-source"],
	["Shift+ArrowDown", "select-next-source-too"],
	["Shift+ArrowUp", "select-previous-source-too"],
	["Mod+a", "select-all-shown-sources"],
	["c", "set-category"],
	["m", "move-source-to-project"],
	["h", "mark-source-as-hard"],
	["s", "add-source-to-section"],
	["1", "show-new-sources"],
	["2", "show-kept-sources"],
	["3", "show-deleted-sources"],
	["/", "search-sources"],
	["f", "filter-sources"],
	["p", "switch-project"],
	["Escape", "step-back-in-inbox"],
	["?", "show-inbox-keys"],
	["Shift+F10", "show-menu-of-source"],
];

function press(keys: string, isMac: boolean): ReturnType<typeof actOfKey> {
	const parts = keys.split("+");
	const key = parts.at(-1) === "Space" ? " " : (parts.at(-1) ?? "");
	return actOfKey(
		{
			key,
			code: "",
			shiftKey: parts.includes("Shift"),
			ctrlKey: parts.includes("Mod") && !isMac,
			metaKey: parts.includes("Mod") && isMac,
			altKey: false,
			repeat: false,
			isComposing: false,
		},
		isMac,
	);
}

describe("what the list can be asked for", () => {
	it.each(ASKED_FOR)("%s: %s, on every computer", (keys, id) => {
		const wanted = LIST_ACTS.find((each) => each.id === id)?.act;
		expect(wanted).toBeDefined();
		expect(press(keys, false)).toEqual(wanted);
		expect(press(keys, true)).toEqual(wanted);
	});

	it("holds nothing that nobody asked for", () => {
		expect(new Set(LIST_ACTS.map(({ id }) => id))).toEqual(
			new Set(ASKED_FOR.map(([, id]) => id)),
		);
	});

	it("reaches every act by keys, palette, mouse and finger", () => {
		const kinds = new Set(LIST_ACTS.map(({ act }) => act.kind));
		const wanted = Object.entries(KINDS).filter(([, ways]) => ways === "everywhere");
		expect(kinds).toEqual(new Set(wanted.map(([kind]) => kind)));
		for (const { keys, name, id } of LIST_ACTS) {
			expect(keys).not.toEqual([]);
			// The outline's own command.
			expect(name === null).toBe(id === "add-source-to-section");
		}
	});

	it("gives no key and no command two meanings", () => {
		const keys = LIST_ACTS.flatMap((each) => each.keys);
		expect(new Set(keys).size).toBe(keys.length);
		const ids = LIST_ACTS.map(({ id }) => id);
		expect(new Set(ids).size).toBe(ids.length);
	});

	it("stands in the sheet of keys whole", () => {
		const lines = new Map(keyLines().map(([keys, line]) => [line, keys]));
		for (const { line } of LIST_ACTS) expect(lines.has(line)).toBe(true);
		expect(lines.get("inbox.keys.step")).toBe("j ↓ k ↑");
		expect(lines.get("inbox.keys.tabs")).toBe("1 2 3");
		expect(lines.get("inbox.keys.redo")).toBe("Mod Shift z");
		expect(lines.get("inbox.keys.extend")).toBe("Shift ↓ Shift ↑");
	});
});
