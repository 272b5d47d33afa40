import { setIcon } from "obsidian";
import { t } from "../ui/i18n";
import { pendingSections } from "./pending-sections";
import type { ListQuestion } from "./review-list-face";
import type { ScreenParts } from "./screen-parts";

/**
 * Below the rows: sections that are still read, where the whole pass is shown in reading order; else null. The strip
 * says it too, so that it need not be read out twice.
 */
export function drawPending(
	{ session, where }: Pick<ScreenParts, "session" | "where">,
	{ filter, order }: ListQuestion,
): HTMLElement | null {
	const isPart = order !== "place" || filter.editKind !== null || filter.states !== null;
	if (isPart || filter.pass === null || session.state === "idle") return null;
	const sections = pendingSections(session, filter.pass, (block) => where(block).heading);
	if (sections.length === 0) return null;
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
