import { Notice } from "obsidian";

/** A notice with buttons stays until it is closed. */
export function noticeWith(
	text: string,
	buttons: readonly (readonly [label: string, act: () => void])[],
): void {
	const notice = new Notice(text, 0);
	const row = notice.messageEl.createDiv({ cls: "winnow-notice-buttons" });
	for (const [label, act] of buttons) {
		const button = row.createEl("button", { text: label });
		button.addEventListener("click", (event) => {
			event.stopPropagation();
			notice.hide();
			act();
		});
	}
}
