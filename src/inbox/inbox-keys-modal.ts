import { Modal, Platform, type App } from "obsidian";
import { t, type TextKey } from "../ui/i18n";
import type { KeyLines } from "../ui/keys-modal";
import { keyLines } from "./key-lines";

/** Lines of keys that mean the same on every surface; the others are the list's own. */
const EVERYWHERE: readonly TextKey[] = [
	"inbox.keys.step",
	"inbox.keys.yes",
	"inbox.keys.no",
	"inbox.keys.undo",
	"inbox.keys.open",
	"inbox.keys.search",
	"inbox.keys.back",
	"inbox.keys.keys",
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
		const lines = [...keyLines(), ["[ ]", "inbox.keys.groups"] as const];
		const isEverywhere = (line: TextKey): boolean => EVERYWHERE.includes(line);
		this.column(
			t("inbox.keys.everywhere"),
			lines.filter(([, line]) => isEverywhere(line)),
		);
		this.column(
			t("inbox.title"),
			lines.filter(([, line]) => !isEverywhere(line)),
		);
	}

	private column(title: string, lines: KeyLines): void {
		const column = this.contentEl.createDiv({ cls: "winnow-inbox-keys-column" });
		column.createDiv({ cls: "winnow-inbox-keys-title", text: title });
		const list = column.createEl("dl", { cls: "winnow-inbox-keys-list" });
		for (const [keys, text] of lines) {
			const shown = keys.replaceAll("Mod", Platform.isMacOS ? "⌘" : "Ctrl");
			list.createEl("dt").createEl("kbd", { cls: "winnow-inbox-key", text: shown });
			list.createEl("dd", { text: t(text) });
		}
	}
}
