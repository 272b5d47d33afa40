import type { Component } from "obsidian";
import { t } from "../ui/i18n";
import { drawByHand } from "./by-hand-face";
import { finishKey } from "../ui/finish-key";
import { mountKeyless } from "./keyless-face";
import { drawModelChoice } from "./model-choice-face";
import { money } from "./money";
import { passRows } from "./pass-rows";
import type { Pass } from "./passes";
import type { StartActs, StartFacts, StartRange } from "./start-facts";
import { drawBox, drawRangeChoice, drawTickRow, onFinishKey } from "./start-parts-face";

/** The start sheet: which passes, what they cost, what is found for nothing, what Claude sees. */
export function mountStart(
	container: HTMLElement,
	facts: StartFacts,
	acts: StartActs,
	component: Component,
): void {
	if (facts.blocked !== null)
		return mountKeyless(container, facts, facts.blocked, acts, component);
	let range = facts.range;
	let model: string | null = null;
	const rows = passRows(facts.passes);
	const chosen = new Set<string>(["cut"]);
	const picked = () => rows.filter((row) => chosen.has(row.id)).flatMap((row) => row.passes);
	const costOf = (passes: readonly Pass[]) =>
		total(passes.map((pass) => facts.cost(pass, range, model)));

	for (const note of facts.notes) container.createDiv({ cls: "winnow-refine-hint", text: note });
	const list = container.createDiv({ cls: "winnow-refine-passes" });
	const prices = rows.map((row) => {
		const change = (isOn: boolean): void => {
			if (isOn) chosen.add(row.id);
			else chosen.delete(row.id);
			render();
		};
		const words = { name: row.name, hint: row.hint, isOn: chosen.has(row.id) };
		return { row, element: drawTickRow(list, words, change, component) };
	});

	const choices = container.createDiv({ cls: "winnow-refine-choices" });
	const chooseRange = (id: StartRange["id"]): void => {
		range = id;
		render();
	};
	drawRangeChoice(choices, facts, chooseRange, component);
	const chooseModel = (id: string | null): void => {
		model = id;
		render();
	};
	drawModelChoice(choices, facts, chooseModel, () => render(), component);
	const parts = container.createDiv({ cls: "winnow-refine-hint" });

	drawFound(container, facts, acts);
	drawPrivacy(container, facts, picked, () => range);
	drawByHand(container, facts, acts, () => range, component);

	const foot = container.createDiv({ cls: "modal-button-container winnow-refine-foot" });
	const sum = foot.createDiv({ cls: "winnow-refine-counts", attr: { role: "status" } });
	const cancel = foot.createEl("button", { text: t("common.cancel") });
	const start = foot.createEl("button", { cls: "mod-cta" });
	start.createSpan({ text: t("refine.start.button") });
	finishKey(start);
	component.registerDomEvent(cancel, "click", () => acts.cancel());
	const begin = () => {
		if (!start.disabled) acts.start(picked(), range, model);
	};
	component.registerDomEvent(start, "click", begin);
	onFinishKey(container, begin, component);

	const render = () => {
		for (const { row, element } of prices) element.setText(money(costOf(row.passes)));
		const passes = picked();
		const cost = costOf(passes);
		const isOver = facts.budget !== null && cost !== null && cost > facts.budget;
		const minutes = facts.minutes(passes, range);
		sum.setText(
			passes.length === 0
				? t("refine.start.nothingChosen")
				: isOver
					? tooDear(cost, facts.budget)
					: about(cost, minutes, facts.isStandIn()),
		);
		const windows = facts.windows(range);
		parts.setText(windows > 1 ? t("refine.start.parts", { count: windows }) : "");
		parts.toggle(windows > 1);
		start.disabled = passes.length === 0 || isOver;
	};
	render();
	start.focus({ preventScroll: true });
}

/** Null: one of them has no known price. */
function total(costs: readonly (number | null)[]): number | null {
	return costs.reduce<number | null>(
		(all, cost) => (all === null || cost === null ? null : all + cost),
		0,
	);
}

function about(cost: number | null, minutes: number, isStandIn: boolean): string {
	if (cost !== null) return t("refine.start.aboutTime", { cost: money(cost), count: minutes });
	return t(isStandIn ? "refine.start.standInTime" : "refine.start.noPriceTime", {
		count: minutes,
	});
}

function tooDear(cost: number, budget: number | null): string {
	return t("refine.start.overBudget", { cost: money(cost), budget: money(budget) });
}

function drawFound(parent: HTMLElement, { map }: StartFacts, acts: StartActs): void {
	const words = drawBox(parent, "list-checks");
	if (map.findings.length === 0) words.createSpan({ text: t("refine.found.nothing") });
	else {
		words.createSpan({ text: `${t("refine.found.line", { kinds: map.summary })} ` });
		const review = words.createEl("button", {
			cls: "winnow-link-button",
			text: t("refine.found.review"),
		});
		review.addEventListener("click", () => acts.showFindings(map.findings));
	}
	if (map.style !== "") words.createDiv({ cls: "winnow-refine-hint", text: map.style });
}

function drawPrivacy(
	parent: HTMLElement,
	facts: StartFacts,
	picked: () => readonly Pass[],
	range: () => StartRange["id"],
): void {
	const words = drawBox(parent, "shield-check");
	const sees = t("refine.start.sees", {
		words: facts.myWords,
		passages: facts.passages,
		sources: facts.sources,
	});
	words.createSpan({
		text: facts.isStandIn() ? `${t("refine.start.standIn")} ${sees} ` : `${sees} `,
	});
	const show = words.createEl("button", {
		cls: "winnow-link-button",
		text: t("refine.start.whatIsSent"),
	});
	const text = words.createEl("pre", { cls: "winnow-refine-request" });
	text.hide();
	show.addEventListener("click", () => {
		text.toggle(!text.isShown());
		const [first] = picked();
		text.setText(first === undefined ? "" : facts.request(first, range()));
	});
}
