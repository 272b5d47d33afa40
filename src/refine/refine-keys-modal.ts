import { Modal } from "obsidian";
import { t } from "../ui/i18n";

const KEYS = [
	["j k ↓ ↑", "move"],
	["y", "accept"],
	["n", "reject"],
	["Shift Y, Shift N", "rest"],
	["s", "split"],
	["e", "edit"],
	["q", "ask"],
	["r", "twin"],
	["o", "open"],
	["t", "task"],
	["b", "view"],
	["1 – 9", "pass"],
	["u, Mod Z, Mod Shift Z", "undo"],
	["Mod Enter", "apply"],
	["Esc", "close"],
] as const;

/** The sheet behind `?`. */
export class RefineKeysModal extends Modal {
	override onOpen(): void {
		this.setTitle(t("refine.keys.title"));
		const list = this.contentEl.createEl("dl", { cls: "winnow-keys" });
		for (const [key, what] of KEYS) {
			list.createEl("dt").createEl("kbd", { text: key });
			list.createEl("dd", { text: t(`refine.keys.${what}`) });
		}
	}

	override onClose(): void {
		this.contentEl.empty();
	}
}
