import { Platform } from "obsidian";

/** The key that finishes a sheet, beside the words of its accent button. Screen readers are told it as a shortcut. */
export function finishKey(button: HTMLElement): void {
	button.setAttr("aria-keyshortcuts", Platform.isMacOS ? "Meta+Enter" : "Control+Enter");
	if (Platform.isMobile) return;
	button.createEl("kbd", { text: Platform.isMacOS ? "⌘ ↵" : "Ctrl ↵", attr: { "aria-hidden": "true" } });
}
