import type { KeyLines } from "../ui/keys-modal";

/** Every key of a reading, for the sheet behind `?`. */
export const READING_KEYS: KeyLines = [
	["j k ↓ ↑", "publish.keys.move"],
	["1 2 3 4 5", "publish.keys.mark"],
	["w", "publish.keys.words"],
	["n", "publish.keys.mended"],
	["e", "publish.keys.edit"],
	["o, ↵", "publish.keys.place"],
	["u, Mod Z", "publish.keys.undo"],
	["Mod Shift Z", "publish.keys.redo"],
	["Mod ↵", "publish.keys.finish"],
	["Esc", "publish.keys.back"],
	["?", "publish.keys.keys"],
];
