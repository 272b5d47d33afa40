import type { App } from "../app";
import { ButtonComponent } from "../settings/components";
import { Modal } from "./modal";

/** [R] d.ts 1.13: a click closes the dialog once its handler is through. */
export class ConfirmationButton extends ButtonComponent {
	#modal: ConfirmationModal;

	constructor(modal: ConfirmationModal) {
		super(modal.buttonContainerEl);
		this.#modal = modal;
		super.onClick(() => modal.close());
	}

	override onClick(handler: (evt: MouseEvent) => unknown): this {
		return super.onClick(async (event) => {
			const answer = await handler(event);
			// [R] d.ts: a truthy answer keeps the dialog open.
			if (!answer) this.#modal.close();
		});
	}

	setInitialFocus(): this {
		this.#modal.focusFirst(this.buttonEl);
		return this;
	}

	setSecondary(): this {
		this.buttonEl.addClass("mod-secondary");
		return this;
	}

	setCancel(): this {
		this.buttonEl.addClass("mod-cancel");
		return super.onClick(() => this.#modal.close());
	}
}

export class ConfirmationModal extends Modal {
	buttonContainerEl: HTMLElement;
	#firstEl: HTMLElement | null = null;

	constructor(app: App) {
		super(app);
		this.containerEl.addClass("mod-confirmation");
		this.buttonContainerEl = this.modalEl.createDiv({ cls: "modal-button-container" });
	}

	addClass(cls: string): this {
		this.modalEl.addClass(cls);
		return this;
	}

	addCheckbox(label: string, cb: (value: boolean) => unknown): this {
		const labelEl = createEl("label", { cls: "mod-checkbox" });
		const input = labelEl.createEl("input", { type: "checkbox" });
		labelEl.appendText(label);
		input.addEventListener("change", () => cb(input.checked));
		this.buttonContainerEl.prepend(labelEl);
		return this;
	}

	addButton(cb: (btn: ConfirmationButton) => unknown): this {
		cb(new ConfirmationButton(this));
		return this;
	}

	addCancelButton(text = "Cancel"): this {
		return this.addButton((button) => button.setButtonText(text).setCancel());
	}

	override open(): void {
		super.open();
		(
			this.#firstEl ??
			this.buttonContainerEl.querySelector<HTMLElement>("button:not(.mod-destructive)")
		)?.focus();
	}

	/** @internal Named by `setInitialFocus` before the dialog opens. */
	focusFirst(el: HTMLElement): void {
		this.#firstEl = el;
		if (el.isConnected) el.focus();
	}
}
