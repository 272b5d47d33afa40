import { Platform } from "obsidian";

/** The key that finishes a sheet, beside the words of its accent button. Screen readers are told it as a shortcut. */
export function finishKey(button: HTMLElement): void {
	const text = Platform.isMacOS ? "⌘ ↵" : "Ctrl ↵";
	button.createEl("kbd", { text, attr: { "aria-hidden": "true" } });
	button.setAttr("aria-keyshortcuts", Platform.isMacOS ? "Meta+Enter" : "Control+Enter");
}
