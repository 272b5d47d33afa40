import { setIcon } from "obsidian";
import type { ClaudeFailure } from "../claude/claude";
import { t, type TextKey } from "../ui/i18n";
import { keyHint } from "../ui/key-hint";
import { cardTitle, type Card, type Translation } from "./card";
import { comparedTitle } from "./compare";
import { shortQuote } from "./kept-note";
import { languageName, partWords, translatedCount } from "./translation";

/** What a card needs to know besides itself. */
export type Around = Readonly<{
	explain(failure: ClaudeFailure): string;
	/** US dollars the next question costs, about; null where not known. */
	price: number | null;
	/** Names of the other sources that the card's question was put to. */
	titles(card: Card): readonly string[];
}>;

/** One answer with its passage and the acts that fit its state. Answers are shown as text, never as markup. */
export function cardPart(parent: HTMLElement, card: Card, { explain, price, titles }: Around): HTMLElement {
	const label = comparedTitle(cardTitle(card), titles(card));
	const el = row(parent, `card ${card.id}`, label);
	headPart(el, card.others.length > 0 ? "scale" : card.kind === "explain" ? "quote" : "message-circle-question-mark", label);
	const body = el.createDiv({ cls: "winnow-answer-body" });
	if (card.words !== "" && card.passage !== "")
		body.createDiv({ cls: "winnow-panel-muted", text: `“${shortQuote(card.passage)}”`, attr: { dir: "auto" } });
	if (card.text !== "") body.createDiv({ cls: "winnow-answer-text", text: card.text, attr: { dir: "auto" } });
	if (card.isCut) body.createDiv({ cls: "winnow-panel-muted", text: t("understand.cut") });
	const { state } = card;
	switch (state.kind) {
		case "asking":
			body.createDiv({ cls: "winnow-panel-muted", text: t("understand.asking"), attr: { role: "status" } });
			acts(body, [{ key: "n", name: "understand.stop" }]);
			break;
		case "answered":
			acts(body, [
				{ key: "y", name: "understand.keep" },
				{ key: "a", name: "understand.askFurther" },
				{ key: "n", name: "understand.drop" },
			]);
			break;
		case "failed": {
			alert(el, body, explain(state.failure) || t("understand.stopped"));
			const keep: readonly Act[] = card.text === "" ? [] : [{ key: "y", name: "understand.keep" }];
			acts(body, [{ key: "r", name: "understand.again", price }, ...keep, { key: "n", name: "understand.drop" }]);
			break;
		}
		case "kept":
			body.createDiv({ cls: "winnow-panel-muted", text: t("understand.kept"), attr: { role: "status" } });
			acts(body, [
				{ key: "u", name: "common.undo" },
				{ key: "a", name: "understand.askFurther" },
				{ key: "n", name: "understand.close" },
			]);
			break;
	}
	return el;
}

/** The translation so far: each paragraph with its translation below. */
export function translationPart(parent: HTMLElement, translation: Translation, { explain, price }: Omit<Around, "titles">): HTMLElement {
	const done = translatedCount(translation);
	const count = translation.parts.length;
	const language = languageName(translation.language, translation.language);
	const label = done === 0 ? t("understand.translate", { language, count }) : t("understand.translated", { language, done, count });
	const el = row(parent, "translation", label);
	headPart(el, "languages", label);
	const body = el.createDiv({ cls: "winnow-answer-body" });
	const { state } = translation;
	if (typeof state === "object" && state.kind === "failed") alert(el, body, explain(state.failure));
	if (state === "running") {
		body.createDiv({ cls: "winnow-panel-muted", text: t("understand.translating", { done, count }), attr: { role: "status" } });
		acts(body, [{ key: "n", name: "understand.stop" }]);
	} else if (typeof state === "object" && state.kind === "kept") {
		body.createDiv({ cls: "winnow-panel-muted", text: t("understand.translationKept"), attr: { role: "status" } });
		acts(body, [{ key: "u", name: "common.undo" }, { key: "n", name: "understand.close" }]);
	} else {
		const goOn: readonly Act[] = done < count ? [{ key: "r", name: done === 0 ? "understand.begin" : "understand.goOn", price }] : [];
		const keep: readonly Act[] = done > 0 ? [{ key: "y", name: "understand.keepTranslation" }] : [];
		acts(body, [...keep, ...goOn, { key: "n", name: "understand.drop" }]);
	}
	for (const part of translation.parts) {
		if (part.text === null) continue;
		body.createDiv({ cls: "winnow-panel-muted", text: partWords(translation, part), attr: { dir: "auto" } });
		body.createDiv({ cls: "winnow-answer-text", text: part.text, attr: { dir: "auto", lang: translation.language } });
	}
	return el;
}

/** "about $0.01"; "" where the price is not known. */
export function aboutDollars(price: number | null): string {
	return price === null ? "" : t("understand.about", { dollars: Math.max(price, 0.01).toFixed(2) });
}

function row(parent: HTMLElement, key: string, label: string): HTMLElement {
	return parent.createDiv({
		cls: "winnow-answer",
		attr: { role: "group", tabindex: "-1", "data-row": key, "aria-label": label },
	});
}

function headPart(el: HTMLElement, icon: string, label: string): void {
	const head = el.createDiv({ cls: "winnow-answer-head" });
	setIcon(head.createSpan({ cls: "winnow-panel-icon" }), icon);
	head.createSpan({ cls: "winnow-answer-title", text: label, attr: { dir: "auto" } });
	setIcon(head.createSpan({ cls: "winnow-panel-icon winnow-answer-more" }), "chevron-right");
}

/** Stands above the acts and, since it must be seen, marks the closed card, too. */
function alert(el: HTMLElement, body: HTMLElement, words: string): void {
	el.addClass("is-failed");
	body.createDiv({ cls: "winnow-panel-alert", text: words, attr: { role: "alert" } });
}

/** `price`: US dollars that the act costs, about; null where not known. */
type Act = Readonly<{ key: string; name: TextKey; price?: number | null }>;

function acts(el: HTMLElement, list: readonly Act[]): void {
	const line = el.createDiv({ cls: "winnow-answer-acts" });
	for (const { key, name, price = null } of list) {
		const button = line.createEl("button", { cls: "winnow-row-act", attr: { "data-act": key, tabindex: "-1" } });
		keyHint(button, key);
		button.createSpan({ text: t(name) });
		if (price !== null) button.createSpan({ cls: "winnow-answer-price", text: aboutDollars(price) });
	}
}
