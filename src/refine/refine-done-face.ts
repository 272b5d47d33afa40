import { setIcon, type Component } from "obsidian";
import { t } from "../ui/i18n";
import { percentOf, type MeterFacts } from "./refine-head-face";

export type DoneFacts = Readonly<{
	accepted: number;
	rejected: number;
	stale: number;
	marks: number;
	wordsBefore: number;
	wordsNow: number;
	meter: MeterFacts;
	/** Ready to read, "" where nothing was paid. */
	cost: string;
	isLogged: boolean;
}>;

export type DoneActs = Readonly<{ undo(): Promise<boolean>; showStale(): void; close(): void }>;

/** What is in the draft now, what is safe, and the one key that takes it back. */
export function mountDone(
	container: HTMLElement,
	facts: DoneFacts,
	acts: DoneActs,
	component: Component,
): void {
	const tiles = container.createDiv({ cls: "winnow-refine-tiles" });
	const tile = (value: string, text: string) => {
		const element = tiles.createDiv({ cls: "winnow-refine-tile" });
		element.createDiv({ cls: "winnow-refine-tile-value", text: value });
		element.createDiv({ cls: "winnow-refine-hint", text });
	};
	tile(facts.wordsNow.toLocaleString(), t("refine.done.words", { before: facts.wordsBefore }));
	tile(`${percentOf(facts.meter.share)} %`, t("refine.done.share"));
	tile(String(facts.meter.newWords), t("refine.done.fresh"));
	tile(
		facts.meter.areFactsKept ? t("refine.done.all") : t("refine.done.notAll"),
		t("refine.done.facts"),
	);

	const line = (icon: string, text: string, cls = "") => {
		const element = container.createDiv({ cls: `winnow-refine-done-line ${cls}` });
		setIcon(element.createSpan({ cls: "winnow-refine-done-icon" }), icon);
		element.createSpan({ text });
		return element;
	};
	line(
		"check",
		t("refine.done.accepted", { accepted: facts.accepted, rejected: facts.rejected }),
		"is-good",
	);
	const changes = facts.accepted + facts.marks;
	if (changes > 0) line("undo-2", t("refine.done.oneUndo", { count: changes }));
	if (facts.stale > 0) {
		const stale = line("history", t("refine.done.stale", { count: facts.stale }), "is-warning");
		const show = stale.createEl("button", {
			cls: "winnow-link-button",
			text: t("refine.done.show"),
		});
		component.registerDomEvent(show, "click", () => acts.showStale());
	}
	if (facts.marks > 0)
		line("circle-question-mark", t("refine.done.marks", { count: facts.marks }), "is-question");

	const foot = container.createDiv({ cls: "modal-button-container winnow-refine-foot" });
	foot.createDiv({ cls: "winnow-refine-counts", text: paidAndLogged(facts) });
	const undo = foot.createEl("button");
	setIcon(undo.createSpan(), "undo-2");
	undo.createSpan({ text: t("refine.done.undo", { count: changes }) });
	const back = foot.createEl("button", { cls: "mod-cta", text: t("refine.done.back") });
	component.registerDomEvent(undo, "click", () => {
		undo.disabled = true;
		void acts
			.undo()
			.then((isUndone) =>
				undo.setText(isUndone ? t("refine.done.undone") : t("refine.done.useEditor")),
			);
	});
	component.registerDomEvent(back, "click", () => acts.close());
	back.focus();
}

function paidAndLogged({ cost, isLogged }: DoneFacts): string {
	if (!isLogged) return cost;
	return cost === "" ? t("refine.done.logged") : t("refine.done.paidLogged", { cost });
}
