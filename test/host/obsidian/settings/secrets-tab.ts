import type { App } from "../app";
import { Modal } from "../ui/modal";
import { FuzzySuggestModal } from "../suggest-modal";
import { BaseComponent, type TextComponent } from "./components";
import { Setting } from "./setting";
import { SettingTab } from "./setting-tab";

/** The app's keychain: names and secrets of this vault on this device. */
export class SecretsTab extends SettingTab {
	override icon = "lucide-key-round";

	constructor(app: App) {
		super();
		this.app = app;
	}

	getControlValue(): unknown {
		return null;
	}

	setControlValue(): void {
		// Secrets are written by their own dialog.
	}

	override display(): void {
		this.containerEl.empty();
		new Setting(this.containerEl)
			.setName("Secrets")
			.setDesc("Kept on this device, never in the vault.")
			.addButton((button) =>
				button
					.setButtonText("Add secret")
					.onClick(() => new SecretModal(this.app, "", () => this.display()).open()),
			);
		for (const id of this.app.secretStorage.listSecrets())
			new Setting(this.containerEl)
				.setName(id)
				.addButton((button) =>
					button
						.setButtonText("Edit")
						.onClick(() => new SecretModal(this.app, id, () => this.display()).open()),
				);
	}
}

/** Asks for a name and a secret. */
class SecretModal extends Modal {
	constructor(app: App, id: string, done: (id: string) => void) {
		super(app);
		this.setTitle(id === "" ? "Add secret" : "Edit secret");
		let name: TextComponent | null = null;
		let secret: TextComponent | null = null;
		const idRow = new Setting(this.contentEl).setName("ID").addText((field) => {
			name = field.setPlaceholder("my-api-key").setValue(id);
		});
		new Setting(this.contentEl).setName("Secret").addText((field) => {
			secret = field;
			field.inputEl.type = "password";
		});
		new Setting(this.contentEl).addButton((button) =>
			button
				.setButtonText("Save")
				.setCta()
				.onClick(() => {
					try {
						const chosen = name?.getValue() ?? "";
						app.secretStorage.setSecret(chosen, secret?.getValue() ?? "");
						this.close();
						done(chosen);
					} catch (error) {
						idRow.setErrorMessage(
							error instanceof Error ? error.message : String(error),
						);
					}
				}),
		);
	}
}

class SecretPicker extends FuzzySuggestModal<string> {
	#choose: (id: string) => void;

	constructor(app: App, choose: (id: string) => void) {
		super(app);
		this.#choose = choose;
		this.setPlaceholder("Choose a secret");
		this.emptyStateText = "No secrets yet. Add one with “Add secret”.";
	}

	getItems(): string[] {
		return [...this.app.secretStorage.listSecrets(), ADD];
	}

	getItemText(id: string): string {
		return id;
	}

	onChooseItem(id: string): void {
		if (id === ADD) new SecretModal(this.app, "", this.#choose).open();
		else this.#choose(id);
	}
}

const ADD = "Add secret…";

/** A field that holds a secret's name: the value itself never passes through it ([R] d.ts and docs). */
export class SecretComponent extends BaseComponent {
	readonly #el: HTMLElement;
	readonly #nameEl: HTMLElement;
	readonly #button: HTMLButtonElement;
	#callback: ((value: string) => unknown) | null = null;

	constructor(app: App, containerEl: HTMLElement) {
		super();
		this.#el = containerEl.createDiv({ cls: "secret-component" });
		this.#nameEl = this.#el.createSpan({ cls: "secret-component-name" });
		this.#button = this.#el.createEl("button", {
			text: "Link…",
			attr: { "aria-label": "Choose a secret" },
		});
		this.#button.addEventListener("click", () =>
			new SecretPicker(app, (id) => {
				this.setValue(id);
				this.#callback?.(id);
			}).open(),
		);
	}

	override setDisabled(disabled: boolean): this {
		this.#button.disabled = disabled;
		return super.setDisabled(disabled);
	}

	setValue(value: string): this {
		this.#nameEl.setText(value);
		this.#button.setText(value === "" ? "Link…" : "Change…");
		return this;
	}

	onChange(cb: (value: string) => unknown): this {
		this.#callback = cb;
		return this;
	}
}
