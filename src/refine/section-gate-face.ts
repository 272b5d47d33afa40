import { Notice } from "obsidian";
import { t } from "../ui/i18n";
import type { GatedSection } from "./section-gate";

export type GateActs = Readonly<{ look(): void; without(): void; apply(): void }>;

/** A section that would no longer be the author's: looked at again, left out, or applied knowingly. */
export function drawGate({ section, ring }: GatedSection, acts: GateActs): void {
	const notice = new Notice("", 0);
	const { messageEl } = notice;
	messageEl.createDiv({ cls: "winnow-refine-gate-title", text: t("refine.gate.title") });
	messageEl.createDiv({
		text: t("refine.gate.text", {
			heading: section.title === "" ? t("refine.opening") : section.title,
			percent: Math.round(ring.share * 100),
			fresh: Math.round(ring.fresh * 100),
		}),
	});
	const buttons = messageEl.createDiv({ cls: "winnow-refine-gate-acts" });
	for (const what of ["look", "without", "apply"] as const) {
		const button = buttons.createEl("button", { text: t(`refine.gate.${what}`) });
		button.addEventListener("click", () => {
			notice.hide();
			acts[what]();
		});
	}
}
