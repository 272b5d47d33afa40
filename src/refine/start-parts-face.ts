import { setIcon, type Component } from "obsidian";
import { t } from "../ui/i18n";
import type { StartFacts, StartRange } from "./start-facts";

/** A row with a box to tick: name, what it does, and a figure at the end. */
export function drawTickRow(
	parent: HTMLElement,
	row: Readonly<{ name: string; hint: string; isOn: boolean }>,
	change: (isOn: boolean) => void,
	component: Component,
): HTMLElement {
	const line = parent.createEl("label", { cls: "winnow-refine-pass" });
	const box = line.createEl("input", { type: "checkbox" });
	box.checked = row.isOn;
	const words = line.createDiv({ cls: "winnow-refine-pass-words" });
	words.createDiv({ text: row.name, attr: { dir: "auto" } });
	words.createDiv({ cls: "winnow-refine-hint", text: row.hint, attr: { dir: "auto" } });
	component.registerDomEvent(box, "change", () => change(box.checked));
	return line.createSpan({ cls: "winnow-refine-hint winnow-refine-figure" });
}

/** A grey box with its icon; gives the place of its words. */
export function drawBox(parent: HTMLElement, icon: string): HTMLElement {
	const box = parent.createDiv({ cls: "winnow-refine-box" });
	setIcon(box.createSpan({ cls: "winnow-refine-box-icon" }), icon);
	return box.createDiv({ cls: "winnow-refine-box-words" });
}

/** Which part of the draft is meant. */
export function drawRangeChoice(
	parent: HTMLElement,
	{ ranges, range }: Pick<StartFacts, "ranges" | "range">,
	choose: (range: StartRange["id"]) => void,
	component: Component,
): void {
	const label = parent.createEl("label", { cls: "winnow-refine-choice" });
	label.createSpan({ text: t("refine.start.read") });
	const select = label.createEl("select", { cls: "dropdown" });
	for (const one of ranges)
		select.createEl("option", {
			value: one.id,
			text: `${one.label}, ${t("refine.words", { count: one.words })}`,
		});
	select.value = range;
	component.registerDomEvent(select, "change", () =>
		choose(ranges.find((one) => one.id === select.value)?.id ?? "draft"),
	);
}

/** Mod+Enter is the accent button of the sheet, wherever the focus stands. */
export function onFinishKey(container: HTMLElement, act: () => void, component: Component): void {
	component.registerDomEvent(container, "keydown", (event) => {
		if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
		event.preventDefault();
		act();
	});
}
