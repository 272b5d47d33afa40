import type { App } from "obsidian";
import { isComposing } from "../ui/keys";
import { LineSuggest } from "./line-suggest";

export type RowInputOptions = Readonly<{
	label: string;
	value: string;
	known(): readonly string[];
	/** Enter, or a suggestion taken. */
	onEnter(value: string): void;
	/** However it ended: focus goes back to the list. */
	onClose(): void;
}>;

/** One line to fill in, inside a row. Enter decides, Escape and leaving it change nothing. */
export class RowInput {
	private readonly input: HTMLInputElement;
	private readonly box: HTMLElement;
	private readonly suggest: LineSuggest;
	private isOpen = true;

	constructor(
		app: App,
		row: HTMLElement,
		private readonly options: RowInputOptions,
	) {
		this.box = row.createDiv({ cls: "winnow-inbox-input" });
		this.input = this.box.createEl("input", {
			type: "text",
			value: options.value,
			placeholder: options.label,
			attr: { "aria-label": options.label, dir: "auto" },
		});
		this.suggest = new LineSuggest(app, this.input, options.known, (value) =>
			this.enter(value),
		);
		this.input.addEventListener("keydown", (event) => this.onKey(event));
		this.input.addEventListener("blur", () => this.closeSoon());
		// A click into the field is no click on the row.
		for (const event of ["click", "pointerdown"])
			this.box.addEventListener(event, (each) => each.stopPropagation());
		this.input.focus();
		this.input.select();
	}

	close(): void {
		if (!this.isOpen) return;
		this.isOpen = false;
		this.suggest.close();
		this.box.remove();
		this.options.onClose();
	}

	private enter(value: string): void {
		if (!this.isOpen) return;
		this.close();
		this.options.onEnter(value.trim());
	}

	private onKey(event: KeyboardEvent): void {
		// The Enter that ends a composition decides nothing; what the suggestions took is theirs.
		if (isComposing(event) || event.defaultPrevented) return;
		if (event.key === "Enter") this.enter(this.input.value);
		else if (event.key === "Escape") this.close();
		else return;
		event.preventDefault();
		event.stopPropagation();
	}

	/** A click on a suggestion takes focus for a moment. */
	private closeSoon(): void {
		this.input.win.setTimeout(() => {
			if (this.input.doc.activeElement !== this.input) this.close();
		}, 200);
	}
}
