import { letterOf } from "../ui/keys";
import type { KeyAct } from "./key-act";
import { LIST_ACTS } from "./list-acts";

type Pressed = Pick<
	KeyboardEvent,
	"key" | "code" | "shiftKey" | "ctrlKey" | "metaKey" | "altKey" | "repeat" | "isComposing"
>;

/** Keys that only move about, as in every list: by mouse one scrolls. */
const MOVES: readonly (readonly [string, KeyAct])[] = [
	["PageDown", { kind: "page", by: 1 }],
	["PageUp", { kind: "page", by: -1 }],
	["Home", { kind: "end", by: -1 }],
	["End", { kind: "end", by: 1 }],
	["[", { kind: "group", by: -1 }],
	["]", { kind: "group", by: 1 }],
];

const ACTS: ReadonlyMap<string, KeyAct> = new Map([
	...MOVES,
	...LIST_ACTS.flatMap(({ keys, act }) => keys.map((key): [string, KeyAct] => [key, act])),
]);

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
	if (event.altKey || (isOther && !isMod)) return null;
	const key = letterOf(event as KeyboardEvent);
	// Caps lock turns letters around; what counts is whether Shift is held.
	const name = key === " " ? "Space" : key.length === 1 ? key.toLowerCase() : key;
	return ACTS.get(`${isMod ? "Mod+" : ""}${event.shiftKey ? "Shift+" : ""}${name}`) ?? null;
}
