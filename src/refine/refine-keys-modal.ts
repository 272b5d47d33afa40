import { Modal, Platform } from "obsidian";
import { t } from "../ui/i18n";
import { keyHint } from "../ui/key-hint";

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
	["f", "kinds"],
	["a", "again"],
	["← →", "fold"],
	["u, Mod Z, Mod Shift Z", "undo"],
	["Mod Enter", "apply"],
	["?", "keys"],
	["Esc", "close"],
] as const;

/** What `Mod` is called here. */
const MOD = Platform.isMacOS ? "⌘" : "Ctrl";

/** The sheet behind `?`. */
export class RefineKeysModal extends Modal {
	override onOpen(): void {
		this.setTitle(t("refine.keys.title"));
		const list = this.contentEl.createEl("dl", { cls: "winnow-keys" });
		for (const [key, what] of KEYS) {
			const line = list.createEl("dt");
			for (const cap of key.replaceAll("Mod", MOD).split(", ")) keyHint(line, cap);
			list.createEl("dd", { text: t(`refine.keys.${what}`) });
		}
	}

	override onClose(): void {
		this.contentEl.empty();
	}
}
