import { Modal, Platform, type App } from "obsidian";
import { t, type TextKey } from "../ui/i18n";

type Line = readonly [keys: string, text: TextKey];

const EVERYWHERE: readonly Line[] = [
	["j k ↓ ↑", "inbox.keys.step"],
	["y", "inbox.keys.yes"],
	["n", "inbox.keys.no"],
	["u", "inbox.keys.undo"],
	["o", "inbox.keys.open"],
	["/", "inbox.keys.search"],
	["Esc", "inbox.keys.back"],
	["?", "inbox.keys.keys"],
];

const HERE: readonly Line[] = [
	["Space", "inbox.keys.page"],
	["x", "inbox.keys.select"],
	["Shift ↓ ↑", "inbox.keys.extend"],
	["Mod a", "inbox.keys.all"],
	["Shift y", "inbox.keys.keepReason"],
	["Shift n", "inbox.keys.throwReason"],
	["c", "inbox.keys.category"],
	["m", "inbox.keys.project"],
	["h", "inbox.keys.hard"],
	["s", "inbox.keys.section"],
	["0", "inbox.keys.reopen"],
	["l", "inbox.keys.link"],
	["g", "inbox.keys.original"],
	["Mod Enter", "inbox.keys.newTab"],
	["1 2 3", "inbox.keys.tabs"],
	["[ ]", "inbox.keys.groups"],
	["p", "inbox.keys.switch"],
	["f", "inbox.keys.filter"],
	["Mod Shift z", "inbox.keys.redo"],
	["Shift F10", "inbox.keys.menu"],
];

/** The sheet behind `?`: every key that works in the list. */
export class InboxKeysModal extends Modal {
	constructor(app: App) {
		super(app);
		this.setTitle(t("common.keys"));
		this.modalEl.addClass("winnow-inbox-keys");
		this.scope.register([], "?", () => {
			this.close();
			return false;
		});
	}

	override onOpen(): void {
		this.column(t("inbox.keys.everywhere"), EVERYWHERE);
		this.column(t("inbox.title"), HERE);
	}

	private column(title: string, lines: readonly Line[]): void {
		const column = this.contentEl.createDiv({ cls: "winnow-inbox-keys-column" });
		column.createDiv({ cls: "winnow-inbox-keys-title", text: title });
		const list = column.createEl("dl", { cls: "winnow-inbox-keys-list" });
		for (const [keys, text] of lines) {
			const shown = keys.replace("Mod", Platform.isMacOS ? "⌘" : "Ctrl");
			list.createEl("dt").createEl("kbd", { cls: "winnow-inbox-key", text: shown });
			list.createEl("dd", { text: t(text) });
		}
	}
}
