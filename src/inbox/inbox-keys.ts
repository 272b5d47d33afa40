import { letterOf } from "../ui/keys";
import type { Status } from "../source/status";

/** What a key asks of the inbox. */
export type KeyAct = Readonly<
	| { kind: "step"; by: 1 | -1; extends: boolean }
	| { kind: "page"; by: 1 | -1 }
	| { kind: "end"; by: 1 | -1 }
	| { kind: "group"; by: 1 | -1 }
	| { kind: "keep" | "throw-away"; asksReason: boolean }
	| { kind: "tab"; tab: Status }
	| { kind: "read-on"; by: 1 | -1 }
	| { kind: "open"; inNewTab: boolean }
	| {
			kind:
				| "back-to-new"
				| "undo"
				| "redo"
				| "toggle"
				| "select-all"
				| "category"
				| "project"
				| "hard"
				| "section"
				| "copy-link"
				| "original"
				| "switch-project"
				| "filter"
				| "search"
				| "back"
				| "keys"
				| "menu";
	  }
>;

type Pressed = Pick<
	KeyboardEvent,
	"key" | "code" | "shiftKey" | "ctrlKey" | "metaKey" | "altKey" | "repeat" | "isComposing"
>;

/** A held key walks on; it never decides, opens or takes back a second time. */
const MAY_REPEAT: readonly KeyAct["kind"][] = ["step", "page", "read-on", "group"];

/**
 * What a key press means, by the one key map of all surfaces. Null: nothing of ours, the app may have it.
 * @param isMac `Mod` is Command there, Control elsewhere.
 */
export function actOfKey(event: Pressed, isMac: boolean): KeyAct | null | "held" {
	const act = actOf(event, isMac);
	if (act !== null && event.repeat && !MAY_REPEAT.includes(act.kind)) return "held";
	return act;
}

function actOf(event: Pressed, isMac: boolean): KeyAct | null {
	const isMod = isMac ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
	const isOther = isMac ? event.ctrlKey : event.metaKey;
	if (event.altKey || isOther) return null;
	const key = letterOf(event as KeyboardEvent);
	if (isMod) return actWithMod(key.toLowerCase(), event.shiftKey);
	// Caps lock turns letters around; what counts is whether Shift is held.
	if (!event.shiftKey) return actAlone(key.length === 1 ? key.toLowerCase() : key);
	return actWithShift(key.length === 1 ? key.toUpperCase() : key);
}

function actWithMod(key: string, isShifted: boolean): KeyAct | null {
	switch (key) {
		case "z":
			return { kind: isShifted ? "redo" : "undo" };
		case "a":
			return isShifted ? null : { kind: "select-all" };
		case "enter":
			return isShifted ? null : { kind: "open", inNewTab: true };
		default:
			return null;
	}
}

function actWithShift(key: string): KeyAct | null {
	switch (key) {
		case "Y":
			return { kind: "keep", asksReason: true };
		case "N":
			return { kind: "throw-away", asksReason: true };
		case "ArrowDown":
		case "J":
			return { kind: "step", by: 1, extends: true };
		case "ArrowUp":
		case "K":
			return { kind: "step", by: -1, extends: true };
		case " ":
			return { kind: "read-on", by: -1 };
		case "F10":
			return { kind: "menu" };
		case "?":
			return { kind: "keys" };
		// Layouts on which this sign needs Shift.
		case "/":
			return { kind: "search" };
		default:
			return null;
	}
}

function actAlone(key: string): KeyAct | null {
	switch (key) {
		case "j":
		case "ArrowDown":
			return { kind: "step", by: 1, extends: false };
		case "k":
		case "ArrowUp":
			return { kind: "step", by: -1, extends: false };
		case "PageDown":
			return { kind: "page", by: 1 };
		case "PageUp":
			return { kind: "page", by: -1 };
		case "Home":
			return { kind: "end", by: -1 };
		case "End":
			return { kind: "end", by: 1 };
		case "[":
			return { kind: "group", by: -1 };
		case "]":
			return { kind: "group", by: 1 };
		case "y":
			return { kind: "keep", asksReason: false };
		case "n":
		case "Delete":
		case "Backspace":
			return { kind: "throw-away", asksReason: false };
		case "0":
			return { kind: "back-to-new" };
		case "1":
			return { kind: "tab", tab: "new" };
		case "2":
			return { kind: "tab", tab: "kept" };
		case "3":
			return { kind: "tab", tab: "deleted" };
		case " ":
			return { kind: "read-on", by: 1 };
		case "o":
		case "Enter":
			return { kind: "open", inNewTab: false };
		case "u":
			return { kind: "undo" };
		case "x":
			return { kind: "toggle" };
		case "c":
			return { kind: "category" };
		case "m":
			return { kind: "project" };
		case "h":
			return { kind: "hard" };
		case "s":
			return { kind: "section" };
		case "l":
			return { kind: "copy-link" };
		case "g":
			return { kind: "original" };
		case "p":
			return { kind: "switch-project" };
		case "f":
			return { kind: "filter" };
		case "/":
			return { kind: "search" };
		case "?":
			return { kind: "keys" };
		case "ContextMenu":
			return { kind: "menu" };
		case "Escape":
			return { kind: "back" };
		default:
			return null;
	}
}
