import { setIcon } from "obsidian";
import { t } from "../ui/i18n";
import type { Level } from "./rings";

/** What the meter shows. Shares are 0 to 1; words are counted as the text is (characters in Chinese). */
export type MeterFacts = Readonly<{
	share: number;
	newWords: number;
	cutWords: number;
	areFactsKept: boolean;
	level: Level;
}>;

/** One tab at the top: a pass, or the questions of all passes. */
export type HeadTab = Readonly<{
	id: string;
	icon: string;
	label: string;
	state: "waits" | "reads" | "read" | "failed";
	count: number;
}>;

export const PASS_ICONS: Readonly<Record<string, string>> = {
	cut: "scissors",
	connect: "link",
	questions: "circle-question-mark",
	typos: "spell-check",
};

export function drawTabs(
	parent: HTMLElement,
	tabs: readonly HeadTab[],
	active: string,
	choose: (id: string) => void,
): void {
	parent.empty();
	parent.setAttrs({ role: "tablist", "aria-label": t("refine.passes") });
	for (const tab of tabs) {
		const button = parent.createEl("button", {
			cls: `winnow-refine-tab is-${tab.state}`,
			attr: { role: "tab", "aria-selected": String(tab.id === active), "data-tab": tab.id },
		});
		button.toggleClass("is-active", tab.id === active);
		setIcon(
			button.createSpan({ cls: "winnow-refine-tab-icon" }),
			tab.state === "reads" ? "loader-circle" : tab.icon,
		);
		button.createSpan({ text: tab.label });
		const says = tab.state === "waits" ? t("refine.waits") : String(tab.count);
		button.createSpan({ cls: "winnow-refine-tab-count", text: says });
		button.addEventListener("click", () => choose(tab.id));
	}
}

/** @param share 0 to 1 */
export function percentOf(share: number): string {
	return (share * 100).toFixed(share === 1 ? 0 : 1);
}

export function drawMeter(parent: HTMLElement, meter: MeterFacts, explain: () => void): void {
	parent.empty();
	parent.className = `winnow-refine-meter is-${meter.level}`;
	parent.onclick = explain;
	const percent = percentOf(meter.share);
	parent.createSpan({ text: t("refine.meter.share") });
	const bar = parent.createSpan({
		cls: "winnow-refine-meter-bar",
		attr: { "aria-hidden": "true" },
	});
	// The bar shows the last 30 %: below it every text is somebody else's.
	const place = Math.max(0, Math.min(1, (meter.share - 0.7) / 0.3));
	bar.createSpan({ cls: "winnow-refine-meter-mark" }).setCssProps({
		"--winnow-share": String(place),
	});
	parent.createSpan({ cls: "winnow-refine-meter-value", text: `${percent} %` });
	number(parent, t("refine.meter.fresh"), meter.newWords);
	number(parent, t("refine.meter.cut"), meter.cutWords);
	const facts = parent.createSpan({ cls: "winnow-refine-facts winnow-refine-meter-more" });
	setIcon(facts.createSpan(), meter.areFactsKept ? "check" : "triangle-alert");
	facts.createSpan({
		text: meter.areFactsKept ? t("refine.meter.facts") : t("refine.meter.factsLost"),
	});
	parent.setAttr(
		"aria-label",
		t("refine.meter.words", { percent, zone: t(`refine.level.${meter.level}`) }),
	);
}

function number(parent: HTMLElement, label: string, value: number): void {
	const element = parent.createSpan({ cls: "winnow-refine-meter-more", text: `${label} ` });
	element.createSpan({ cls: "winnow-refine-meter-number", text: String(value) });
}
