import { setIcon } from "obsidian";
import { t, type TextKey } from "../ui/i18n";
import { keyHint } from "../ui/key-hint";
import type { SuggestionState } from "./review-shown";
import type { Reason, Suggestion } from "./suggestion";

export type CardAct =
	| "accept"
	| "reject"
	| "split"
	| "edit"
	| "ask"
	| "rest"
	| "twin"
	| "undo"
	| "undo-last"
	| "again";

export type CardFacts = Readonly<{
	suggestion: Suggestion;
	state: SuggestionState;
	/** Place among the suggestions of its paragraph, from 1. */
	nth: number;
	ofParagraph: number;
	/** Words of the twin of a repeat and where they stand; null: no repeat. */
	twin: Readonly<{ quote: string; where: string }> | null;
	canSplit: boolean;
}>;

/** What a guard found, in the writer's words. */
export function reasonWords(why: Reason): string {
	const key: TextKey = `refine.reason.${why.key}` as TextKey;
	return t(key, why.params);
}

/** The card under the paragraph: kind, reason, evidence, at most one warning, and the keys that decide. */
export function drawCard(
	parent: Node,
	facts: CardFacts,
	act: (what: CardAct) => void,
): HTMLElement {
	const { suggestion, state } = facts;
	const card = parent.createDiv({
		cls: `winnow-refine-card is-${state}`,
		attr: {
			role: "group",
			"aria-label": t("refine.card", {
				kind: t(`refine.kind.${suggestion.edit.k}`),
				nth: facts.nth,
				total: facts.ofParagraph,
			}),
		},
	});
	const head = card.createDiv({ cls: "winnow-refine-card-head" });
	head.createSpan({
		cls: `winnow-refine-kind is-${suggestion.edit.k}`,
		text: t(`refine.kind.${suggestion.edit.k}`),
	});
	head.createSpan({ cls: "winnow-refine-why", text: suggestion.edit.why, attr: { dir: "auto" } });
	head.createSpan({
		cls: "winnow-refine-nth",
		text: t("refine.nthInParagraph", { nth: facts.nth, total: facts.ofParagraph }),
	});
	drawTwin(card, facts, act);
	drawWarning(card, suggestion);
	drawActs(card, facts, act);
	return card;
}

function drawTwin(card: HTMLElement, { twin }: CardFacts, act: (what: CardAct) => void): void {
	if (twin === null) return;
	const quote = card.createDiv({ cls: "winnow-refine-twin" });
	quote.createSpan({ text: twin.quote, attr: { dir: "auto" } });
	const jump = quote.createEl("button", { cls: "winnow-link-button", text: twin.where });
	keyHint(jump, "r");
	jump.addEventListener("click", () => act("twin"));
}

function drawWarning(card: HTMLElement, suggestion: Suggestion): void {
	const worst = suggestion.reasons[0];
	if (worst === undefined) return;
	const line = card.createDiv({ cls: `winnow-refine-warning is-${worst.verdict}` });
	const icon =
		worst.verdict === "block"
			? "shield"
			: worst.verdict === "stale"
				? "history"
				: "triangle-alert";
	setIcon(line.createSpan({ cls: "winnow-refine-warning-icon" }), icon);
	line.createSpan({ text: reasonWords(worst), attr: { dir: "auto" } });
}

function drawActs(card: HTMLElement, facts: CardFacts, act: (what: CardAct) => void): void {
	const acts = card.createDiv({ cls: "winnow-refine-acts" });
	const button = (what: CardAct, key: string, text: string, icon: string | null, cls = "") => {
		const element = acts.createEl("button", { cls: `winnow-refine-act ${cls}` });
		if (icon !== null) setIcon(element.createSpan({ cls: "winnow-refine-act-icon" }), icon);
		element.createSpan({ text });
		keyHint(element, key);
		element.addEventListener("click", () => act(what));
	};
	const isDecided = ["accepted", "rejected", "own", "aside"].includes(facts.state);
	const canAccept = facts.state === "open" || facts.state === "amber";
	if (isDecided) button("undo", "u", t("refine.act.undo"), "undo-2");
	if (canAccept) button("accept", "y", t("refine.act.accept"), "check", "is-accept");
	if (!isDecided) button("reject", "n", t("refine.act.reject"), "x", "is-reject");
	if (canAccept && facts.canSplit) button("split", "s", t("refine.act.split"), null, "is-quiet");
	if (facts.state === "stale") button("again", "a", t("refine.act.again"), "history");
	if (facts.suggestion.home !== null && !isDecided && facts.state !== "stale")
		button("edit", "e", t("refine.act.edit"), null, "is-quiet");
	if (canAccept) button("ask", "q", t("refine.act.ask"), null, "is-quiet");
	// The foot has it where there is room for one.
	const undo = acts.createEl("button", {
		cls: "winnow-refine-act is-quiet winnow-refine-act-narrow",
		attr: { "aria-label": t("refine.act.undoLast") },
	});
	setIcon(undo.createSpan({ cls: "winnow-refine-act-icon" }), "undo-2");
	undo.addEventListener("click", () => act("undo-last"));
	if (canAccept && facts.ofParagraph > 1)
		button("rest", "Y", t("refine.act.rest"), null, "is-quiet is-end");
}
