import { ConfirmationModal, type App } from "obsidian";
import { t } from "../ui/i18n";

/** Asks once per host and device whether it may have the key. Closing means no. */
export function confirmHost(app: App, host: string): Promise<boolean> {
	return new Promise((resolve) => {
		let isAllowed = false;
		const modal = new ConfirmationModal(app);
		modal.setTitle(t("claude.confirm.title", { host }));
		modal.contentEl.createEl("p", { text: t("claude.confirm.text", { host }) });
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
