import { Modal, Platform, type App } from "obsidian";
import { t, type TextKey } from "./i18n";

/** Keys as they are written in the map of keys ("Mod Enter", "j k ↓ ↑") and what they do. */
export type KeyLines = readonly (readonly [keys: string, what: TextKey])[];

/** The sheet behind `?`. A second `?` closes it. */
export class KeysModal extends Modal {
	constructor(
		app: App,
		private readonly lines: KeyLines,
	) {
		super(app);
		this.setTitle(t("common.keys"));
		this.scope.register(null, "?", () => {
			this.close();
			return false;
		});
	}

	override onOpen(): void {
		const list = this.contentEl.createEl("dl", { cls: "winnow-keys" });
		for (const [keys, what] of this.lines) {
			const shown = keys.replace("Mod", Platform.isMacOS ? "⌘" : "Ctrl");
			list.createEl("dt").createEl("kbd", { text: shown });
			list.createEl("dd", { text: t(what) });
		}
	}

	override onClose(): void {
		this.contentEl.empty();
	}
}
