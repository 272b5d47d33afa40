import { Platform } from "obsidian";
import { keyHint } from "../ui/key-hint";

/** The key that finishes a sheet, beside the words of its accent button. */
export function finishKey(button: HTMLElement): void {
	keyHint(button, Platform.isMacOS ? "⌘ ↵" : "Ctrl ↵");
}
