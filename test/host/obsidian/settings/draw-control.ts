import { TFile, TFolder } from "../files";
import { AbstractInputSuggest } from "../popover-suggest";
import { prepareFuzzySearch } from "../search";
import type { App } from "../app";
import type { TextComponent } from "./components";
import { type Control, valueOf } from "./definitions";
import type { Setting } from "./setting";
import type { SettingTab } from "./setting-tab";

/** Binds one control to the tab's values: reads on drawing, validates and writes on change. */
export function drawControl(
	tab: SettingTab,
	setting: Setting,
	control: Control,
): { refresh: () => void } {
	const stored = tab.getControlValue(control.key) ?? control.defaultValue;
	const write = (value: unknown): void => void accept(tab, setting, control, value);
	switch (control.type) {
		case "toggle":
			setting.addToggle((toggle) => toggle.setValue(stored === true).onChange(write));
			break;
		case "dropdown":
			setting.addDropdown((field) =>
				field
					.addOptions(control.options ?? {})
					.setValue(text(stored))
					.onChange(write),
			);
			break;
		case "text":
			setting.addText((field) =>
				field
					.setPlaceholder(control.placeholder ?? "")
					.setValue(text(stored))
					.onChange(write),
			);
			break;
		case "textarea":
			setting.addTextArea((field) => {
				field
					.setPlaceholder(control.placeholder ?? "")
					.setValue(text(stored))
					.onChange(write);
				if (control.rows !== undefined) field.inputEl.rows = control.rows;
			});
			break;
		case "number":
			setting.addText((field) => numberField(field, control, stored, write));
			break;
		case "slider":
			setting.addSlider((slider) => {
				slider
					.setLimits(control.min ?? 0, control.max ?? 100, control.step ?? 1)
					.setDynamicTooltip();
				if (control.displayFormat !== undefined)
					slider.setDisplayFormat(control.displayFormat);
				slider.setValue(Number(stored ?? control.min ?? 0)).onChange(write);
			});
			break;
		case "color":
			setting.addColorPicker((field) => field.setValue(text(stored)).onChange(write));
			break;
		case "file":
		case "folder":
			setting.addText((field) => {
				field
					.setPlaceholder(control.placeholder ?? "")
					.setValue(text(stored))
					.onChange(write);
				new PathSuggest(tab.app, field.inputEl, control).onSelect((path) => {
					field.setValue(path);
					write(path);
				});
			});
	}
	void showFault(setting, control, stored);
	const refresh = (): void => {
		const isDisabled = valueOf(control.disabled, false);
		setting.settingEl.toggleClass("is-disabled", isDisabled);
		for (const component of setting.components) component.setDisabled(isDisabled);
	};
	refresh();
	return { refresh };
}

async function accept(
	tab: SettingTab,
	setting: Setting,
	control: Control,
	value: unknown,
): Promise<void> {
	if (await showFault(setting, control, value)) return;
	await tab.setControlValue(control.key, value);
	tab.refreshDomState();
}

/** @returns whether the value is refused; its reason then stands below the row. */
async function showFault(setting: Setting, control: Control, value: unknown): Promise<boolean> {
	const fault = await control.validate?.(value as never);
	setting.setErrorMessage(typeof fault === "string" && fault !== "" ? fault : null);
	return typeof fault === "string" && fault !== "";
}

function numberField(
	field: TextComponent,
	control: Control,
	stored: unknown,
	write: (value: number) => void,
): void {
	const { inputEl } = field;
	inputEl.type = "number";
	if (control.min !== undefined) inputEl.min = String(control.min);
	if (control.max !== undefined) inputEl.max = String(control.max);
	inputEl.step = String(control.step ?? "any");
	field.setPlaceholder(control.placeholder ?? "").setValue(text(stored));
	field.onChange((typed) => {
		const number = Number(typed);
		if (typed.trim() !== "" && !Number.isNaN(number)) write(number);
	});
}

function text(value: unknown): string {
	return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

class PathSuggest extends AbstractInputSuggest<string> {
	#control: Control;

	constructor(app: App, inputEl: HTMLInputElement, control: Control) {
		super(app, inputEl);
		this.#control = control;
	}

	protected getSuggestions(query: string): string[] {
		const { type, includeRoot, filter } = this.#control;
		const search = prepareFuzzySearch(query);
		const wanted = type === "file" ? TFile : TFolder;
		return this.app.vault
			.getAllLoadedFiles()
			.filter(
				(file) =>
					file instanceof wanted &&
					(filter === undefined || (filter as (file: unknown) => boolean)(file)),
			)
			.filter((file) => includeRoot === true || file.path !== "/")
			.map((file) => file.path)
			.filter((path) => search(path) !== null);
	}

	renderSuggestion(path: string, el: HTMLElement): void {
		el.setText(path);
	}
}
