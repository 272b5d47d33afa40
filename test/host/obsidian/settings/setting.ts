import { refuseNames } from "../private-names";
import { setTooltip, type TooltipOptions } from "../ui/tooltip";
import { ColorComponent } from "./color-component";
import {
	type BaseComponent,
	ButtonComponent,
	DisplayValueComponent,
	DropdownComponent,
	ExtraButtonComponent,
	MomentFormatComponent,
	ProgressBarComponent,
	SearchComponent,
	SliderComponent,
	TextAreaComponent,
	TextComponent,
	ToggleComponent,
} from "./components";

export class Setting {
	settingEl: HTMLElement;
	infoEl: HTMLElement;
	nameEl: HTMLElement;
	descEl: HTMLElement;
	controlEl: HTMLElement;
	components: BaseComponent[] = [];
	errorEl: HTMLElement | null = null;

	constructor(containerEl: HTMLElement) {
		this.settingEl = containerEl.createDiv({ cls: "setting-item" });
		this.infoEl = this.settingEl.createDiv({ cls: "setting-item-info" });
		this.nameEl = this.infoEl.createDiv({ cls: "setting-item-name" });
		this.descEl = this.infoEl.createDiv({ cls: "setting-item-description" });
		this.controlEl = this.settingEl.createDiv({ cls: "setting-item-control" });
	}

	setErrorMessage(message: string | null): this {
		this.settingEl.toggleClass("is-invalid", message !== null);
		if (message === null) {
			this.errorEl?.remove();
			this.errorEl = null;
			return this;
		}
		this.errorEl ??= this.infoEl.createDiv({
			cls: "setting-item-error",
			attr: { role: "alert" },
		});
		this.errorEl.setText(message);
		return this;
	}

	addDisplayValue(cb: (component: DisplayValueComponent) => unknown): this {
		cb(new DisplayValueComponent(this.controlEl));
		return this;
	}

	setName(name: string | DocumentFragment): this {
		this.nameEl.setText(name);
		this.#nameControls();
		return this;
	}

	setDesc(desc: string | DocumentFragment): this {
		this.descEl.setText(desc);
		return this;
	}

	setClass(cls: string): this {
		this.settingEl.addClass(cls);
		return this;
	}

	setTooltip(tooltip: string, options?: TooltipOptions): this {
		setTooltip(this.nameEl, tooltip, options);
		return this;
	}

	setHeading(): this {
		this.settingEl.addClass("setting-item-heading");
		return this;
	}

	setDisabled(disabled: boolean): this {
		this.settingEl.toggleClass("is-disabled", disabled);
		for (const component of this.components) component.setDisabled(disabled);
		return this;
	}

	addButton(cb: (component: ButtonComponent) => unknown): this {
		return this.#add(new ButtonComponent(this.controlEl), cb);
	}

	addExtraButton(cb: (component: ExtraButtonComponent) => unknown): this {
		return this.#add(new ExtraButtonComponent(this.controlEl), cb);
	}

	addToggle(cb: (component: ToggleComponent) => unknown): this {
		this.settingEl.addClass("mod-toggle");
		return this.#add(new ToggleComponent(this.controlEl), cb);
	}

	addText(cb: (component: TextComponent) => unknown): this {
		return this.#add(new TextComponent(this.controlEl), cb);
	}

	addComponent<T extends BaseComponent>(cb: (el: HTMLElement) => T): this {
		this.components.push(cb(this.controlEl));
		this.#nameControls();
		return this;
	}

	addSearch(cb: (component: SearchComponent) => unknown): this {
		return this.#add(new SearchComponent(this.controlEl), cb);
	}

	addTextArea(cb: (component: TextAreaComponent) => unknown): this {
		return this.#add(new TextAreaComponent(this.controlEl), cb);
	}

	addMomentFormat(cb: (component: MomentFormatComponent) => unknown): this {
		return this.#add(new MomentFormatComponent(this.controlEl), cb);
	}

	addDropdown(cb: (component: DropdownComponent) => unknown): this {
		return this.#add(new DropdownComponent(this.controlEl), cb);
	}

	addColorPicker(cb: (component: ColorComponent) => unknown): this {
		return this.#add(new ColorComponent(this.controlEl), cb);
	}

	addProgressBar(cb: (component: ProgressBarComponent) => unknown): this {
		return this.#add(new ProgressBarComponent(this.controlEl), cb);
	}

	addSlider(cb: (component: SliderComponent) => unknown): this {
		return this.#add(new SliderComponent(this.controlEl), cb);
	}

	then(cb: (setting: this) => unknown): this {
		cb(this);
		return this;
	}

	clear(): this {
		this.controlEl.empty();
		this.components = [];
		return this;
	}

	#add<T extends BaseComponent>(component: T, cb: (component: T) => unknown): this {
		this.components.push(component);
		cb(component);
		this.#nameControls();
		return this;
	}

	/** A field is found under its row's name, as a screen reader finds it. */
	#nameControls(): void {
		const name = this.nameEl.getText();
		if (name === "") return;
		for (const field of this.controlEl.querySelectorAll("input, select, textarea"))
			if (!field.hasAttribute("aria-label")) field.setAttribute("aria-label", name);
	}
}

export class SettingGroup {
	listEl: HTMLElement;
	#groupEl: HTMLElement;
	#headerEl: HTMLElement | null = null;

	constructor(containerEl: HTMLElement) {
		this.#groupEl = containerEl.createDiv({ cls: "setting-group" });
		this.listEl = this.#groupEl.createDiv({ cls: "setting-items" });
	}

	setHeading(text: string | DocumentFragment): this {
		const name = this.#header().querySelector<HTMLElement>(".setting-item-name");
		name?.setText(text);
		return this;
	}

	addClass(...classes: string[]): this {
		this.#groupEl.addClass(...classes);
		return this;
	}

	addSetting(cb: (setting: Setting) => void): this {
		cb(new Setting(this.listEl));
		return this;
	}

	addSearch(cb: (component: SearchComponent) => unknown): this {
		cb(new SearchComponent(this.#controls()));
		return this;
	}

	addExtraButton(cb: (component: ExtraButtonComponent) => unknown): this {
		cb(new ExtraButtonComponent(this.#controls()));
		return this;
	}

	#header(): HTMLElement {
		if (this.#headerEl === null) {
			this.#headerEl = new Setting(this.#groupEl).setHeading().settingEl;
			this.#groupEl.prepend(this.#headerEl);
		}
		return this.#headerEl;
	}

	#controls(): HTMLElement {
		return this.#header().querySelector<HTMLElement>(".setting-item-control") ?? this.#header();
	}
}

refuseNames(Setting.prototype, "setting", ["setVisibility", "setNoInfo", "setShowHideButton"]);
