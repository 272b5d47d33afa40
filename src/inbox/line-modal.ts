import { Modal, type App } from "obsidian";
import { t } from "../ui/i18n";
import { isComposing } from "../ui/keys";
import { LineSuggest } from "./line-suggest";

/** Asks for one line where there is no row to ask in. Enter decides, Escape changes nothing. */
export class LineModal extends Modal {
	constructor(
		app: App,
		private readonly label: string,
		private readonly value: string,
		private readonly known: () => readonly string[],
		private readonly use: (value: string) => void,
	) {
		super(app);
		this.setTitle(label);
		this.modalEl.addClass("winnow-inbox-line-modal");
	}

	override onOpen(): void {
		const input = this.contentEl.createEl("input", {
			type: "text",
			value: this.value,
			attr: { "aria-label": this.label, dir: "auto" },
		});
		new LineSuggest(this.app, input, this.known, () => undefined);
		input.addEventListener("keydown", (event) => {
			if (event.key !== "Enter" || isComposing(event) || event.defaultPrevented) return;
			event.preventDefault();
			this.enter(input.value);
		});
		const buttons = this.contentEl.createDiv({ cls: "modal-button-container" });
		buttons
			.createEl("button", { text: t("common.cancel") })
			.addEventListener("click", () => this.close());
		const done = buttons.createEl("button", { cls: "mod-cta", text: t("inbox.set") });
		done.addEventListener("click", () => this.enter(input.value));
		input.focus();
		input.select();
	}

	private enter(value: string): void {
		this.close();
		this.use(value.trim());
	}
}
