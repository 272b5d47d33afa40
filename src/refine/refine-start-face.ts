import { setIcon, type Component } from "obsidian";
import { t } from "../ui/i18n";
import { drawByHand, type ByHandActs, type Copied } from "./by-hand-face";
import { finishKey } from "./finish-key-face";
import { money } from "./money";
import { passRows } from "./pass-rows";
import type { Pass } from "./passes";

export type StartRange = Readonly<{
	id: "draft" | "section" | "selection";
	label: string;
	words: number;
}>;

export type StartFinding = Readonly<{ icon: string; text: string; from: number; quote: string }>;

export type StartFacts = Readonly<{
	passes: readonly Pass[];
	ranges: readonly StartRange[];
	range: StartRange["id"];
	/** Null: Claude can be asked now; else what to say and what button to offer. */
	blocked: Readonly<{ text: string; button: string | null }> | null;
	/** What a writer should know before: no project, a comment never closed. */
	notes: readonly string[];
	findings: readonly StartFinding[];
	/** Words and passages out of bounds, sources that Background sees. */
	myWords: number;
	passages: number;
	sources: number;
	isStandIn: boolean;
	/** US dollars for a pass over a range; null = no known price. */
	cost(pass: Pass, range: StartRange["id"]): number | null;
	/** Minutes a reading of these passes takes, about. */
	minutes(passes: readonly Pass[], range: StartRange["id"]): number;
	budget: number | null;
	/** True: asked for what is found without Claude. */
	opensFindings: boolean;
	model(pass: Pass): string;
	/** The very text that a pass would send. */
	request(pass: Pass, range: StartRange["id"]): string;
}>;

export type StartActs = Readonly<{
	start(passes: readonly Pass[], range: StartRange["id"]): void;
	/** Puts the next part of a request on the clipboard. Null: not one paragraph fits. */
	copyRequest(pass: Pass, range: StartRange["id"]): Copied | null;
	pasteAnswer: ByHandActs["paste"];
	showReview(): void;
	/** Goes to a finding of the local map. */
	jump(finding: StartFinding): void;
	mend(): void;
	cancel(): void;
}>;

/** The start sheet: what is found for nothing, which passes, what they cost, what Claude sees. */
export function mountStart(
	container: HTMLElement,
	facts: StartFacts,
	acts: StartActs,
	component: Component,
): void {
	let range = facts.range;
	const rows = passRows(facts.passes);
	const chosen = new Set<string>(["cut"]);
	const picked = () => rows.filter((row) => chosen.has(row.id)).flatMap((row) => row.passes);
	const costOf = (passes: readonly Pass[]) =>
		total(passes.map((pass) => facts.cost(pass, range)));

	if (facts.blocked !== null) drawBlocked(container, facts.blocked, acts);
	for (const note of facts.notes) container.createDiv({ cls: "winnow-refine-hint", text: note });

	const list = container.createDiv({ cls: "winnow-refine-passes" });
	const prices = rows.map((row) => {
		const line = list.createEl("label", { cls: "winnow-refine-pass" });
		const box = line.createEl("input", { type: "checkbox" });
		box.checked = chosen.has(row.id);
		const words = line.createDiv({ cls: "winnow-refine-pass-words" });
		words.createDiv({ text: row.name });
		words.createDiv({ cls: "winnow-refine-hint", text: row.hint });
		component.registerDomEvent(box, "change", () => {
			if (box.checked) chosen.add(row.id);
			else chosen.delete(row.id);
			render();
		});
		return { row, element: line.createSpan({ cls: "winnow-refine-hint" }) };
	});

	const choices = container.createDiv({ cls: "winnow-refine-choices" });
	const label = choices.createEl("label", { cls: "winnow-refine-choice" });
	label.createSpan({ text: t("refine.start.read") });
	const select = label.createEl("select", { cls: "dropdown" });
	for (const one of facts.ranges)
		select.createEl("option", {
			value: one.id,
			text: `${one.label}, ${t("refine.words", { count: one.words })}`,
		});
	select.value = range;
	component.registerDomEvent(select, "change", () => {
		range = facts.ranges.find((one) => one.id === select.value)?.id ?? "draft";
		render();
	});
	const models = choices.createSpan({ cls: "winnow-refine-hint" });

	drawFindings(container, facts, acts);
	drawPrivacy(container, facts, picked, () => range);
	const byHand: ByHandActs = {
		copy: (pass) => acts.copyRequest(pass, range),
		paste: acts.pasteAnswer,
		show: () => acts.showReview(),
	};
	drawByHand(container, facts.passes, facts.blocked !== null, byHand, component);

	const foot = container.createDiv({ cls: "modal-button-container winnow-refine-foot" });
	const sum = foot.createDiv({ cls: "winnow-refine-counts" });
	const cancel = foot.createEl("button", { text: t("common.cancel") });
	const start = foot.createEl("button", { cls: "mod-cta" });
	start.createSpan({ text: t("refine.start.button") });
	finishKey(start);
	component.registerDomEvent(cancel, "click", () => acts.cancel());
	const begin = () => {
		if (!start.disabled) acts.start(picked(), range);
	};
	component.registerDomEvent(start, "click", begin);
	component.registerDomEvent(container, "keydown", (event) => {
		if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
		event.preventDefault();
		begin();
	});

	const render = () => {
		for (const { row, element } of prices) element.setText(money(costOf(row.passes)));
		const passes = picked();
		const cost = costOf(passes);
		const isOver = facts.budget !== null && cost !== null && cost > facts.budget;
		sum.setText(
			isOver ? tooDear(cost, facts.budget) : about(cost, facts.minutes(passes, range)),
		);
		models.setText(
			t("refine.start.model", { model: [...new Set(passes.map(facts.model))].join(", ") }),
		);
		models.toggle(passes.length > 0);
		start.disabled = chosen.size === 0 || facts.blocked !== null || isOver;
	};
	render();
	(facts.blocked === null ? start : cancel).focus();
}

/** Null: one of them has no known price. */
function total(costs: readonly (number | null)[]): number | null {
	return costs.reduce<number | null>(
		(all, cost) => (all === null || cost === null ? null : all + cost),
		0,
	);
}

function about(cost: number | null, minutes: number): string {
	if (cost === null) return t("refine.start.noPrice");
	return t("refine.start.aboutTime", { cost: money(cost), count: minutes });
}

function tooDear(cost: number, budget: number | null): string {
	return t("refine.start.overBudget", { cost: money(cost), budget: money(budget) });
}

function drawFindings(
	parent: HTMLElement,
	{ findings, blocked, opensFindings }: StartFacts,
	acts: StartActs,
): void {
	const box = parent.createDiv({ cls: "winnow-refine-box" });
	setIcon(box.createSpan({ cls: "winnow-refine-box-icon" }), "list-checks");
	const words = box.createDiv({ cls: "winnow-refine-box-words" });
	if (findings.length === 0) {
		words.createDiv({ text: t("refine.start.nothingFound") });
		return;
	}
	const details = words.createEl("details");
	details.open = opensFindings || blocked !== null;
	details.createEl("summary", { text: t("refine.start.found", { count: findings.length }) });
	const list = details.createEl("ul", { cls: "winnow-refine-findings" });
	for (const finding of findings) {
		const button = list.createEl("li").createEl("button", { cls: "winnow-refine-finding" });
		setIcon(button.createSpan({ cls: "winnow-refine-row-icon" }), finding.icon);
		button.createSpan({ text: finding.text, attr: { dir: "auto" } });
		button.createSpan({
			cls: "winnow-refine-hint",
			text: finding.quote,
			attr: { dir: "auto" },
		});
		button.addEventListener("click", () => acts.jump(finding));
	}
}

function drawBlocked(
	parent: HTMLElement,
	blocked: NonNullable<StartFacts["blocked"]>,
	acts: StartActs,
): void {
	const box = parent.createDiv({ cls: "winnow-refine-box" });
	setIcon(box.createSpan({ cls: "winnow-refine-box-icon" }), "key-round");
	const words = box.createDiv({ cls: "winnow-refine-box-words" });
	words.createSpan({ text: `${blocked.text} ` });
	if (blocked.button === null) return;
	const button = words.createEl("button", { cls: "winnow-link-button", text: blocked.button });
	button.addEventListener("click", () => acts.mend());
}

function drawPrivacy(
	parent: HTMLElement,
	facts: StartFacts,
	picked: () => readonly Pass[],
	range: () => StartRange["id"],
): void {
	const box = parent.createDiv({ cls: "winnow-refine-box" });
	setIcon(box.createSpan({ cls: "winnow-refine-box-icon" }), "shield-check");
	const words = box.createDiv({ cls: "winnow-refine-box-words" });
	const sees = t("refine.start.sees", {
		words: facts.myWords,
		passages: facts.passages,
		sources: facts.sources,
	});
	words.createSpan({
		text: facts.isStandIn ? `${t("refine.start.standIn")} ${sees} ` : `${sees} `,
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
