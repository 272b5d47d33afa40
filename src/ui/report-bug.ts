import { t } from "./i18n";
import { showNotice } from "./notice";

/** A bug reached a command's top: says that notes are safe and offers the details, which hold no note text. */
export function reportBug(error: unknown): void {
	console.error("Winnow", error);
	const detail =
		error instanceof Error
			? `${error.name}: ${error.message}\n${error.stack ?? ""}`
			: String(error);
	showNotice(t("common.bug"), {
		icon: "bug",
		tone: "bug",
		acts: [[t("common.copyDetails"), () => void navigator.clipboard.writeText(detail)]],
	});
}

/** Runs a command's work; what it throws is reported once, here. */
export function guarded(work: () => Promise<unknown>): void {
	work().catch(reportBug);
}
