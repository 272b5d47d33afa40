import { setIcon, type Component } from "obsidian";
import type { Source } from "../source/source";
import { t } from "../ui/i18n";
import { isComposing } from "../ui/keys";
import type { Card } from "./card";
import { shortQuote } from "./kept-note";

/** The field below the cards, with the price of a question. */
export class AskField {
	private readonly el: HTMLElement;
	private readonly others: HTMLElement;
	private readonly field: HTMLTextAreaElement;
	private readonly price: HTMLElement;
	/** The card that the next question goes on from. */
	private further: Card | null = null;
	private isComparing = false;

	constructor(
		parent: HTMLElement,
		component: Component,
		private readonly acts: Readonly<{
			ask(words: string, further: string | null): void;
			leave(): void;
			leaveOut(path: string): void;
			addOther(): void;
		}>,
	) {
		this.el = parent.createDiv({ cls: "winnow-ask" });
		this.others = this.el.createDiv({ cls: "winnow-ask-others" });
		const words = t("understand.askField");
		this.field = this.el.createEl("textarea", { cls: "winnow-ask-field", attr: { rows: "2", placeholder: words, "aria-label": words, dir: "auto" } });
		const line = this.el.createDiv({ cls: "winnow-ask-line" });
		line.createSpan({ cls: "winnow-ask-where", text: t("understand.stayHere") });
		this.price = line.createSpan();
		const button = line.createEl("button", { cls: "winnow-link", text: t("understand.ask") });
		component.registerDomEvent(button, "click", () => this.send());
		component.registerDomEvent(this.field, "keydown", (event) => this.onKey(event));
	}

	/**
	 * @param price in words; "" where it is not known.
	 * @param others further sources that the next question is put to.
	 * @param isFull no more can be added.
	 */
	show(price: string, others: readonly Pick<Source, "path" | "title">[], isFull: boolean): void {
		this.el.show();
		this.price.setText(price);
		this.isComparing = others.length > 0;
		this.showPlaceholder();
		this.others.empty();
		if (others.length === 0) return;
		this.others.createSpan({ cls: "winnow-panel-muted", text: t("understand.compare.with") });
		for (const { path, title } of others) {
			const chip = this.others.createSpan({ cls: "winnow-ask-other", attr: { title } });
			chip.createSpan({ cls: "winnow-ask-other-title", text: title, attr: { dir: "auto" } });
			const out = chip.createEl("button", { cls: "clickable-icon", attr: { "aria-label": t("understand.compare.leaveOut", { title }) } });
			setIcon(out, "x");
			out.addEventListener("click", () => this.acts.leaveOut(path));
		}
		if (isFull) return;
		const more = this.others.createEl("button", { cls: "winnow-link", text: t("understand.compare.more") });
		more.addEventListener("click", () => this.acts.addOther());
	}

	hide(): void {
		this.el.hide();
	}

	focus(): void {
		this.field.focus();
	}

	/** The next question goes on from this card. */
	goOnFrom(card: Card): void {
		this.further = card;
		this.showPlaceholder();
		this.field.focus();
	}

	/** The next question is to the whole source again. Words already typed stay. */
	forgetCard(): void {
		this.further = null;
		this.showPlaceholder();
	}

	private showPlaceholder(): void {
		const { further } = this;
		if (further !== null) this.field.placeholder = t("understand.furtherField", { words: shortQuote(further.words || further.passage, 40) });
		else this.field.placeholder = t(this.isComparing ? "understand.compare.field" : "understand.askField");
	}

	private send(): void {
		const { value } = this.field;
		if (value.trim() === "" && !(this.isComparing && this.further === null)) return this.field.focus();
		const further = this.further?.id ?? null;
		this.field.value = "";
		this.forgetCard();
		this.acts.ask(value, further);
	}

	private onKey(event: KeyboardEvent): void {
		if (isComposing(event)) return;
		if (event.key === "Escape") {
			this.forgetCard();
			this.acts.leave();
		} else if (event.key === "Enter" && !event.shiftKey) this.send();
		else return;
		event.preventDefault();
		event.stopPropagation();
	}
}
