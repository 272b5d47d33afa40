import { ConfirmationModal, type App } from "obsidian";
import { t } from "../ui/i18n";
import { isOpenLine, type Permit } from "./host-consent";

/** Asks once per host, way and device whether the key may go there. Closing means no. */
export function askPermit(app: App, { origin, way }: Permit): Promise<boolean> {
	return new Promise((resolve) => {
		let isAllowed = false;
		const isOpen = isOpenLine(origin);
		const host = isOpen ? origin : new URL(origin).host;
		const modal = new ConfirmationModal(app);
		const say = (text: string) => modal.contentEl.createEl("p", { text });
		modal.setTitle(
			t(way === "direct" ? "claude.confirm.title" : "claude.confirm.titleRoundabout", {
				host,
			}),
		);
		say(
			t(way === "direct" ? "claude.confirm.text" : "claude.confirm.textRoundabout", { host }),
		);
		if (isOpen) say(t("claude.confirm.openLine"));
		modal.addCancelButton(t("common.cancel"));
		modal.addButton((button) =>
			button.setButtonText(t("claude.confirm.allow", { host })).onClick(() => {
				isAllowed = true;
				modal.close();
			}),
		);
		modal.setCloseCallback(() => resolve(isAllowed));
		modal.open();
	});
}
