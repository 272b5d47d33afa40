import { setIcon } from "obsidian";
import { t } from "../ui/i18n";
import type { PendingSection } from "./pending-sections";

/** Below the rows: sections that are still read. The strip says it too, so that it need not be read out twice. */
export function makePending(sections: readonly PendingSection[]): HTMLElement {
	const list = createDiv({ cls: "winnow-refine-pending", attr: { "aria-hidden": "true" } });
	for (const { heading, state } of sections) {
		const row = list.createDiv({ cls: `winnow-refine-pending-row is-${state}` });
		const icon = row.createSpan({ cls: "winnow-refine-pending-icon" });
		setIcon(icon, state === "waits" ? "circle" : "loader-circle");
		const text = state === "here" ? t("refine.pending.here") : heading;
		row.createSpan({ cls: "winnow-refine-group-name", text, attr: { dir: "auto" } });
	}
	return list;
}
