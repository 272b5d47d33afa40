import { setIcon } from "obsidian";
import type { ClaudeFailure } from "../claude/claude";
import { t, type TextKey } from "../ui/i18n";
import { keyHint } from "../ui/key-hint";
import type { Card, Translation } from "./card";
import { shortQuote } from "./kept-note";
import { partWords, translatedCount } from "./translation";

type Explain = (failure: ClaudeFailure) => string;

/** One answer with its passage and the acts that fit its state. Answers are shown as text, never as markup. */
export function cardPart(parent: HTMLElement, card: Card, explain: Explain): HTMLElement {
	const label = card.words === "" ? `“${shortQuote(card.passage)}”` : card.words;
	const el = row(parent, `card ${card.id}`, label);
	headPart(el, card.kind === "explain" ? "quote" : "message-circle-question-mark", label);
	if (card.words !== "" && card.passage !== "")
		el.createDiv({ cls: "winnow-panel-muted", text: `“${shortQuote(card.passage)}”`, attr: { dir: "auto" } });
	if (card.text !== "") el.createDiv({ cls: "winnow-answer-text", text: card.text, attr: { dir: "auto" } });
	const { state } = card;
	switch (state.kind) {
		case "asking":
			el.createDiv({ cls: "winnow-panel-muted", text: t("understand.asking"), attr: { role: "status" } });
			acts(el, [["n", "understand.stop"]]);
			break;
		case "answered":
			acts(el, [["y", "understand.keep"], ["a", "understand.askFurther"], ["n", "understand.drop"]]);
			break;
		case "failed":
			el.createDiv({ cls: "winnow-panel-alert", text: explain(state.failure) || t("understand.stopped"), attr: { role: "alert" } });
			acts(el, [["r", "understand.again"], ["n", "understand.drop"]]);
			break;
		case "kept":
			el.createDiv({ cls: "winnow-panel-muted", text: t("understand.kept"), attr: { role: "status" } });
			acts(el, [["u", "common.undo"], ["a", "understand.askFurther"]]);
			break;
	}
	return el;
}

/** The translation so far: each paragraph with its translation below. */
export function translationPart(parent: HTMLElement, translation: Translation, language: string, explain: Explain): void {
	const done = translatedCount(translation);
	const count = translation.parts.length;
	const label = t("understand.translated", { language, done, count });
	const el = row(parent, "translation", label);
	headPart(el, "languages", label);
	const { state } = translation;
	if (typeof state === "object" && state.kind === "failed")
		el.createDiv({ cls: "winnow-panel-alert", text: explain(state.failure), attr: { role: "alert" } });
	if (state === "running") acts(el, [["n", "understand.stop"]]);
	else if (typeof state === "object" && state.kind === "kept") {
		el.createDiv({ cls: "winnow-panel-muted", text: t("understand.translationKept"), attr: { role: "status" } });
		acts(el, [["u", "common.undo"]]);
	} else {
		const goOn: readonly Act[] = done < count ? [["r", "understand.goOn"]] : [];
		const keep: readonly Act[] = done > 0 ? [["y", "understand.keepTranslation"]] : [];
		acts(el, [...keep, ...goOn, ["n", "understand.drop"]]);
	}
	for (const part of translation.parts) {
		if (part.text === null) continue;
		el.createDiv({ cls: "winnow-panel-muted", text: partWords(translation, part), attr: { dir: "auto" } });
		el.createDiv({ cls: "winnow-answer-text", text: part.text, attr: { dir: "auto", lang: translation.language } });
	}
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
	head.createSpan({ text: label, attr: { dir: "auto" } });
}

type Act = readonly [key: string, name: TextKey];

function acts(el: HTMLElement, list: readonly Act[]): void {
	const line = el.createDiv({ cls: "winnow-answer-acts" });
	for (const [key, name] of list) {
		const button = line.createEl("button", { cls: "winnow-row-act", attr: { "data-act": key, tabindex: "-1" } });
		keyHint(button, key);
		button.createSpan({ text: t(name) });
	}
}
