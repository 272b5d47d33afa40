import { Notice } from "obsidian";
import { t } from "./i18n";

/** A bug reached a command's top: says that notes are safe and offers the details, which hold no note text. */
export function reportBug(error: unknown): void {
	console.error("Winnow", error);
	const detail =
		error instanceof Error
			? `${error.name}: ${error.message}\n${error.stack ?? ""}`
			: String(error);
	const notice = new Notice(t("common.bug"), 0);
	const button = notice.messageEl.createEl("button", { text: t("common.copyDetails") });
	button.addEventListener("click", () => {
		void button.win.navigator.clipboard.writeText(detail);
		notice.hide();
	});
}

/** Runs a command's work; what it throws is reported once, here. */
export function guarded(work: () => Promise<unknown>): void {
	work().catch(reportBug);
}
