import type { TextKey } from "../ui/i18n";
import type { KeyLines } from "../ui/keys-modal";
import { LIST_ACTS } from "./list-acts";

/** The lines of the sheet of keys: acts of one sort share one, with the first key of each. */
export function keyLines(): KeyLines {
	const lines = new Map<TextKey, string[]>();
	for (const { keys, line } of LIST_ACTS) {
		const letters = keys.filter((key) => !ALSO.includes(key));
		lines.set(line, [...(lines.get(line) ?? []), ...letters.map(shownKey)]);
	}
	return [...lines].map(([line, keys]) => [keys.join(" "), line]);
}

/** What everybody tries by themselves, or types anyway. */
const ALSO: readonly string[] = [
	"Backspace",
	"ContextMenu",
	"Shift+/",
	"Shift+?",
	"Shift+j",
	"Shift+k",
];

const SIGNS: Readonly<Record<string, string>> = {
	ArrowDown: "↓",
	ArrowUp: "↑",
	Escape: "Esc",
	Delete: "Del",
};

/** "Shift+ArrowDown" → "Shift ↓". */
function shownKey(key: string): string {
	return key
		.split("+")
		.map((part) => SIGNS[part] ?? part)
		.join(" ");
}
