import { ConfirmationModal, type App } from "obsidian";
import { t } from "../ui/i18n";
import { dollars } from "./prices";

/** Asks before a month goes over its limit. Closing means no: nothing is sent. */
export function askToGoOn(
	app: App,
	{ spent, limit, next }: Readonly<{ spent: number; limit: number; next: number }>,
): Promise<boolean> {
	return new Promise((resolve) => {
		let goesOn = false;
		const modal = new ConfirmationModal(app);
		modal.setTitle(t("claude.month.title", { limit: dollars(limit) }));
		modal.contentEl.createEl("p", { text: t("claude.month.text", { spent: dollars(spent) }) });
		modal.addCancelButton(t("claude.month.stop"));
		modal.addButton((button) =>
			button.setButtonText(t("claude.month.goOn", { next: dollars(next) })).onClick(() => {
				goesOn = true;
				modal.close();
			}),
		);
		modal.setCloseCallback(() => resolve(goesOn));
		modal.open();
	});
}
