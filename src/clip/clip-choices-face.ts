import type { Component } from "obsidian";
import { t } from "../ui/i18n";
import { IMAGE_CHOICES, parseImageChoice, type ClipChoice } from "./clip-choice";

export type ChoiceParts = Readonly<{
	choice: ClipChoice;
	projects: readonly Readonly<{ path: string; name: string }>[];
	categories(project: string | null): readonly string[];
}>;

/** Values of the category list that are no category: a category never begins with a blank. */
const SUGGEST = " suggest";
const NEW = " new";

/** Project, category, pictures and a word of one's own. Returns what is chosen now. */
export function mountClipChoices(container: HTMLElement, parts: ChoiceParts, component: Component): () => ClipChoice {
	const row = container.createDiv({ cls: "winnow-clip-choices" });
	const project = dropdown(row, t("clip.project"), [
		["", t("clip.noProject")],
		...parts.projects.map(({ path, name }): [string, string] => [path, name]),
	]);
	project.value = parts.choice.project ?? "";
	const category = dropdown(row, t("clip.category"), []);
	const own = row.createEl("input", { cls: "winnow-clip-own", type: "text", attr: { placeholder: t("clip.newCategoryName"), "aria-label": t("clip.newCategoryName") } });
	const images = dropdown(row, t("clip.images.label"), IMAGE_CHOICES.map((choice) => [choice, t(`clip.images.${choice}`)]));
	images.value = parts.choice.images;
	const addWord = container.createEl("button", { cls: "winnow-link-button winnow-clip-add-word", text: t("clip.addWord") });
	const word = container.createEl("textarea", {
		cls: "winnow-clip-word",
		attr: { rows: "2", dir: "auto", placeholder: t("clip.wordHint"), "aria-label": t("clip.word") },
	});
	word.value = parts.choice.word;

	const fill = (wanted: string | null): void => {
		const known = parts.categories(project.value === "" ? null : project.value);
		category.empty();
		const options: [string, string][] = [
			...(known.length > 0 ? ([[SUGGEST, t("clip.suggestCategory")]] as [string, string][]) : []),
			["", t("clip.noCategory")],
			...known.map((name): [string, string] => [name, name]),
			[NEW, t("clip.newCategory")],
		];
		for (const [value, text] of options) category.createEl("option", { value, text });
		category.value = wanted === null && known.length > 0 ? SUGGEST : known.includes(wanted ?? "") ? (wanted ?? "") : "";
	};
	const show = (): void => void own.toggle(category.value === NEW);
	component.registerDomEvent(project, "change", () => {
		fill(null);
		show();
	});
	component.registerDomEvent(category, "change", () => {
		show();
		if (category.value === NEW) own.focus();
	});
	component.registerDomEvent(addWord, "click", () => {
		word.show();
		addWord.hide();
		word.focus();
	});
	fill(parts.choice.category);
	show();
	word.toggle(word.value !== "");
	return () => ({
		project: project.value === "" ? null : project.value,
		category: category.value === SUGGEST ? null : category.value === NEW ? own.value.trim() : category.value,
		images: parseImageChoice(images.value),
		word: word.value.trim(),
	});
}

function dropdown(row: HTMLElement, label: string, options: readonly [string, string][]): HTMLSelectElement {
	const choice = row.createEl("label", { cls: "winnow-clip-choice" });
	choice.createSpan({ text: label });
	const select = choice.createEl("select", { cls: "dropdown" });
	for (const [value, text] of options) select.createEl("option", { value, text });
	return select;
}
