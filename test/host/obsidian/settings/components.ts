import { setIcon } from "../icons";
import { refuseNames } from "../private-names";
import { setTooltip, type TooltipOptions } from "../ui/tooltip";
import moment from "moment";

export abstract class BaseComponent {
	disabled = false;

	then(cb: (component: this) => unknown): this {
		cb(this);
		return this;
	}

	setDisabled(disabled: boolean): this {
		this.disabled = disabled;
		return this;
	}
}

export abstract class ValueComponent<T> extends BaseComponent {
	registerOptionListener(listeners: Record<string, (value?: T) => T>, key: string): this {
		listeners[key] = (value?: T) => {
			if (value !== undefined) this.setValue(value);
			return this.getValue();
		};
		return this;
	}

	abstract getValue(): T;
	abstract setValue(value: T): this;
}

export class ButtonComponent extends BaseComponent {
	buttonEl: HTMLButtonElement;
	#callback: ((evt: MouseEvent) => unknown) | null = null;

	constructor(containerEl: HTMLElement) {
		super();
		this.buttonEl = containerEl.createEl("button");
		this.buttonEl.addEventListener("click", (event) => {
			const done = this.#callback?.(event);
			// A slow act says so on its button ([R] d.ts: onClick may return a promise).
			if (!(done instanceof Promise)) return;
			this.buttonEl.addClass("mod-loading");
			void done.finally(() => this.buttonEl.removeClass("mod-loading"));
		});
	}

	override setDisabled(disabled: boolean): this {
		this.buttonEl.disabled = disabled;
		return super.setDisabled(disabled);
	}

	setCta(): this {
		this.buttonEl.addClass("mod-cta");
		return this;
	}

	removeCta(): this {
		this.buttonEl.removeClass("mod-cta");
		return this;
	}

	setWarning(): this {
		this.buttonEl.addClass("mod-warning");
		return this;
	}

	setDestructive(): this {
		this.buttonEl.addClass("mod-destructive");
		return this;
	}

	removeDestructive(): this {
		this.buttonEl.removeClass("mod-destructive");
		return this;
	}

	setTooltip(tooltip: string, options?: TooltipOptions): this {
		setTooltip(this.buttonEl, tooltip, options);
		return this;
	}

	setButtonText(name: string): this {
		this.buttonEl.setText(name);
		return this;
	}

	setIcon(icon: string): this {
		setIcon(this.buttonEl, icon);
		this.buttonEl.addClass("mod-icon");
		return this;
	}

	setClass(cls: string): this {
		this.buttonEl.addClass(cls);
		return this;
	}

	onClick(callback: (evt: MouseEvent) => unknown): this {
		this.#callback = callback;
		return this;
	}
}

export class ExtraButtonComponent extends BaseComponent {
	extraSettingsEl: HTMLElement;
	#callback: (() => unknown) | null = null;

	constructor(containerEl: HTMLElement) {
		super();
		this.extraSettingsEl = containerEl.createDiv({
			cls: "clickable-icon extra-setting-button",
			attr: { role: "button", tabindex: "0" },
		});
		this.setIcon("lucide-settings");
		const click = (): void => {
			if (!this.disabled) this.#callback?.();
		};
		this.extraSettingsEl.addEventListener("click", click);
		this.extraSettingsEl.addEventListener("keydown", (event) => {
			if (event.key === "Enter" || event.key === " ") click();
		});
	}

	override setDisabled(disabled: boolean): this {
		this.extraSettingsEl.toggleClass("is-disabled", disabled);
		return super.setDisabled(disabled);
	}

	setTooltip(tooltip: string, options?: TooltipOptions): this {
		setTooltip(this.extraSettingsEl, tooltip, options);
		return this;
	}

	setIcon(icon: string): this {
		setIcon(this.extraSettingsEl, icon);
		return this;
	}

	onClick(callback: () => unknown): this {
		this.#callback = callback;
		return this;
	}
}

export class ToggleComponent extends ValueComponent<boolean> {
	toggleEl: HTMLElement;
	#inputEl: HTMLInputElement;
	#on = false;
	#callback: ((value: boolean) => unknown) | null = null;

	constructor(containerEl: HTMLElement) {
		super();
		this.toggleEl = containerEl.createDiv({ cls: "checkbox-container" });
		this.#inputEl = this.toggleEl.createEl("input", {
			type: "checkbox",
			attr: { tabindex: "0" },
		});
		this.toggleEl.addEventListener("click", (event) => {
			event.preventDefault();
			this.onClick();
		});
		this.#inputEl.addEventListener("keydown", (event) => {
			if (event.key !== " " && event.key !== "Enter") return;
			event.preventDefault();
			this.onClick();
		});
	}

	override setDisabled(disabled: boolean): this {
		this.toggleEl.toggleClass("is-disabled", disabled);
		this.#inputEl.disabled = disabled;
		return super.setDisabled(disabled);
	}

	getValue(): boolean {
		return this.#on;
	}

	setValue(on: boolean): this {
		const isChange = this.#on !== on;
		this.#on = on;
		this.toggleEl.toggleClass("is-enabled", on);
		// Clicks are prevented, which would take back a change made now.
		window.setTimeout(() => (this.#inputEl.checked = this.#on), 0);
		this.#inputEl.checked = on;
		if (isChange) this.#callback?.(on);
		return this;
	}

	setTooltip(tooltip: string, options?: TooltipOptions): this {
		setTooltip(this.toggleEl, tooltip, options);
		return this;
	}

	onClick(): void {
		if (!this.disabled) this.setValue(!this.#on);
	}

	onChange(callback: (value: boolean) => unknown): this {
		this.#callback = callback;
		return this;
	}
}

export class AbstractTextComponent<
	T extends HTMLInputElement | HTMLTextAreaElement,
> extends ValueComponent<string> {
	inputEl: T;
	#callback: ((value: string) => unknown) | null = null;

	constructor(inputEl: T) {
		super();
		this.inputEl = inputEl;
		inputEl.addEventListener("input", () => this.onChanged());
	}

	override setDisabled(disabled: boolean): this {
		this.inputEl.disabled = disabled;
		return super.setDisabled(disabled);
	}

	getValue(): string {
		return this.inputEl.value;
	}

	setValue(value: string): this {
		this.inputEl.value = value;
		return this;
	}

	setPlaceholder(placeholder: string): this {
		this.inputEl.placeholder = placeholder;
		return this;
	}

	onChanged(): void {
		this.#callback?.(this.getValue());
	}

	onChange(callback: (value: string) => unknown): this {
		this.#callback = callback;
		return this;
	}
}

export class TextComponent extends AbstractTextComponent<HTMLInputElement> {
	constructor(containerEl: HTMLElement) {
		super(containerEl.createEl("input", { type: "text", attr: { spellcheck: "false" } }));
	}
}

export class TextAreaComponent extends AbstractTextComponent<HTMLTextAreaElement> {
	constructor(containerEl: HTMLElement) {
		super(containerEl.createEl("textarea", { attr: { spellcheck: "false" } }));
	}
}

export class SearchComponent extends AbstractTextComponent<HTMLInputElement> {
	clearButtonEl: HTMLElement;

	constructor(containerEl: HTMLElement) {
		const box = containerEl.createDiv({ cls: "search-input-container" });
		super(
			box.createEl("input", {
				type: "search",
				attr: { enterkeyhint: "search", spellcheck: "false" },
			}),
		);
		this.clearButtonEl = box.createDiv({
			cls: "search-input-clear-button",
			attr: { "aria-label": "Clear search" },
		});
		this.clearButtonEl.hide();
		this.clearButtonEl.addEventListener("click", () => {
			this.setValue("");
			this.onChanged();
			this.inputEl.focus();
		});
	}

	override setValue(value: string): this {
		super.setValue(value);
		this.clearButtonEl.toggle(value !== "");
		return this;
	}

	override onChanged(): void {
		this.clearButtonEl.toggle(this.getValue() !== "");
		super.onChanged();
	}
}

export class MomentFormatComponent extends TextComponent {
	sampleEl: HTMLElement = createSpan();
	#default = "YYYY-MM-DD";

	setDefaultFormat(defaultFormat: string): this {
		this.#default = defaultFormat;
		return this.setPlaceholder(defaultFormat);
	}

	setSampleEl(sampleEl: HTMLElement): this {
		this.sampleEl = sampleEl;
		this.updateSample();
		return this;
	}

	override setValue(value: string): this {
		super.setValue(value);
		this.updateSample();
		return this;
	}

	override onChanged(): void {
		super.onChanged();
		this.updateSample();
	}

	updateSample(): void {
		this.sampleEl.setText(moment().format(this.getValue() || this.#default));
	}
}

export class DropdownComponent extends ValueComponent<string> {
	selectEl: HTMLSelectElement;

	constructor(containerEl: HTMLElement) {
		super();
		this.selectEl = containerEl.createEl("select", { cls: "dropdown" });
	}

	override setDisabled(disabled: boolean): this {
		this.selectEl.disabled = disabled;
		return super.setDisabled(disabled);
	}

	addOption(value: string, display: string): this {
		this.selectEl.createEl("option", { value, text: display });
		return this;
	}

	addOptions(options: Record<string, string>): this {
		for (const [value, display] of Object.entries(options)) this.addOption(value, display);
		return this;
	}

	getValue(): string {
		return this.selectEl.value;
	}

	setValue(value: string): this {
		this.selectEl.value = value;
		return this;
	}

	onChange(callback: (value: string) => unknown): this {
		this.selectEl.addEventListener("change", () => callback(this.getValue()));
		return this;
	}
}

export class SliderComponent extends ValueComponent<number> {
	sliderEl: HTMLInputElement;
	#instant = false;
	#format: (value: number) => string = String;
	#callback: ((value: number) => unknown) | null = null;

	constructor(containerEl: HTMLElement) {
		super();
		this.sliderEl = containerEl.createEl("input", { cls: "slider", type: "range" });
		this.sliderEl.addEventListener("input", () => {
			this.sliderEl.setAttribute("aria-valuetext", this.getValuePretty());
			if (this.#instant) this.#callback?.(this.getValue());
		});
		this.sliderEl.addEventListener("change", () => this.#callback?.(this.getValue()));
	}

	override setDisabled(disabled: boolean): this {
		this.sliderEl.disabled = disabled;
		return super.setDisabled(disabled);
	}

	setInstant(instant: boolean): this {
		this.#instant = instant;
		return this;
	}

	setLimits(min: number | null, max: number | null, step: number | "any"): this {
		if (min !== null) this.sliderEl.min = String(min);
		if (max !== null) this.sliderEl.max = String(max);
		this.sliderEl.step = String(step);
		return this;
	}

	getValue(): number {
		return this.sliderEl.valueAsNumber;
	}

	setValue(value: number): this {
		this.sliderEl.value = String(value);
		return this;
	}

	getValuePretty(): string {
		return this.#format(this.getValue());
	}

	setDisplayFormat(format: (value: number) => string): this {
		this.#format = format;
		return this;
	}

	setDynamicTooltip(): this {
		this.sliderEl.addEventListener("input", () =>
			setTooltip(this.sliderEl, this.getValuePretty(), { placement: "top" }),
		);
		return this;
	}

	onChange(callback: (value: number) => unknown): this {
		this.#callback = callback;
		return this;
	}
}

export class ProgressBarComponent extends ValueComponent<number> {
	#valueEl: HTMLElement;
	#value = 0;

	constructor(containerEl: HTMLElement) {
		super();
		const bar = containerEl.createDiv({ cls: "setting-progress-bar" });
		this.#valueEl = bar.createDiv({ cls: "setting-progress-bar-inner" });
	}

	getValue(): number {
		return this.#value;
	}

	/** @param value 0 to 100 ([R] d.ts). */
	setValue(value: number): this {
		this.#value = Math.min(100, Math.max(0, value));
		this.#valueEl.style.width = `${this.#value}%`;
		return this;
	}
}

export class DisplayValueComponent {
	valueEl: HTMLElement;

	constructor(containerEl: HTMLElement) {
		this.valueEl = containerEl.createSpan({ cls: "setting-display-value" });
	}

	setValue(value: string | null): this {
		this.valueEl.setText(value ?? "");
		return this;
	}

	setStatus(status: "warning" | null): this {
		this.valueEl.toggleClass("mod-warning", status === "warning");
		return this;
	}
}

refuseNames(ButtonComponent.prototype, "button", ["clickCallback", "setLoading"]);
