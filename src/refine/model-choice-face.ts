import type { Component } from "obsidian";
import { t } from "../ui/i18n";
import { guarded } from "../ui/report-bug";
import type { StartFacts } from "./start-facts";

/**
 * The model of this reading: what the settings name for each pass, or one of those the API lists.
 * @param listed the list is there, and with it whether a stand-in answers
 */
export function drawModelChoice(
	parent: HTMLElement,
	facts: Pick<StartFacts, "passes" | "model" | "models">,
	choose: (model: string | null) => void,
	listed: () => void,
	component: Component,
): void {
	const label = parent.createEl("label", { cls: "winnow-refine-choice" });
	label.createSpan({ text: t("refine.start.model") });
	const select = label.createEl("select", { cls: "dropdown winnow-refine-model" });
	const bySettings = [...new Set(facts.passes.map(facts.model))].join(", ");
	const settings = { value: "", text: t("refine.start.modelByPass") };
	select.createEl("option", { ...settings, attr: { title: bySettings } });
	select.setAttr("title", bySettings);
	component.registerDomEvent(select, "change", () =>
		choose(select.value === "" ? null : select.value),
	);
	guarded(async () => {
		for (const { id, label: text } of await facts.models())
			select.createEl("option", { value: id, text });
		listed();
	});
}
