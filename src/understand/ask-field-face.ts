import type { Component } from "obsidian";
import { t } from "../ui/i18n";
import { isComposing } from "../ui/keys";
import type { Card } from "./card";
import { shortQuote } from "./kept-note";

/** The field below the cards, with the price of a question. */
export class AskField {
	private readonly el: HTMLElement;
	private readonly field: HTMLTextAreaElement;
	private readonly price: HTMLElement;
	/** The card that the next question goes on from. */
	private further: string | null = null;

	constructor(
		parent: HTMLElement,
		component: Component,
		private readonly acts: Readonly<{ ask(words: string, further: string | null): void; leave(): void }>,
	) {
		this.el = parent.createDiv({ cls: "winnow-ask" });
		const words = t("understand.askField");
		this.field = this.el.createEl("textarea", { cls: "winnow-ask-field", attr: { rows: "2", placeholder: words, "aria-label": words, dir: "auto" } });
		const line = this.el.createDiv({ cls: "winnow-ask-line" });
		line.createSpan({ cls: "winnow-ask-where", text: t("understand.stayHere") });
		this.price = line.createSpan();
		const button = line.createEl("button", { cls: "winnow-link", text: t("understand.ask") });
		component.registerDomEvent(button, "click", () => this.send());
		component.registerDomEvent(this.field, "keydown", (event) => this.onKey(event));
	}

	/** @param price in words; "" where it is not known. */
	show(price: string): void {
		this.el.show();
		this.price.setText(price);
	}

	hide(): void {
		this.el.hide();
	}

	focus(): void {
		this.field.focus();
	}

	/** The next question goes on from this card. */
	goOnFrom(card: Card): void {
		this.further = card.id;
		this.field.placeholder = t("understand.furtherField", { words: shortQuote(card.words || card.passage, 40) });
		this.field.focus();
	}

	/** The next question is to the whole source again. Words already typed stay. */
	forgetCard(): void {
		this.further = null;
		this.field.placeholder = t("understand.askField");
	}

	private send(): void {
		const { value } = this.field;
		if (value.trim() === "") return this.field.focus();
		const { further } = this;
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
