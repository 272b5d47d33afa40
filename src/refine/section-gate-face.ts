import { t } from "../ui/i18n";
import { showNotice } from "../ui/notice";
import type { GatedSection } from "./section-gate";

export type GateActs = Readonly<{ look(): void; without(): void; apply(): void }>;

/** A section that would no longer be the author's: looked at again, left out, or applied knowingly. */
export function drawGate({ section, ring }: GatedSection, acts: GateActs): void {
	const text = t("refine.gate.text", {
		heading: section.title === "" ? t("refine.opening") : section.title,
		percent: Math.round(ring.share * 100),
		fresh: Math.round(ring.fresh * 100),
	});
	showNotice(`${t("refine.gate.title")}\n${text}`, {
		icon: "triangle-alert",
		tone: "needs-you",
		acts: (["look", "without", "apply"] as const).map((what) => [
			t(`refine.gate.${what}`),
			() => acts[what](),
		]),
	});
}
