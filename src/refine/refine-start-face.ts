import { setIcon, type Component } from "obsidian";
import { t } from "../ui/i18n";
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
	budget: number | null;
	model(pass: Pass): string;
	/** The very text that a pass would send. */
	request(pass: Pass, range: StartRange["id"]): string;
}>;

export type StartActs = Readonly<{
	start(passes: readonly Pass[], range: StartRange["id"]): void;
	copyRequest(pass: Pass, range: StartRange["id"]): void;
	pasteAnswer(pass: Pass, text: string): string | null;
	/** Goes to a finding of the local map. */
	jump(finding: StartFinding): void;
	mend(): void;
	cancel(): void;
}>;

export function passName(pass: Pass): string {
	if (pass.name !== null) return pass.name;
	switch (pass.id) {
		case "cut":
		case "connect":
		case "logic":
		case "background":
		case "typos":
			return t(`refine.pass.${pass.id}`);
		default:
			return pass.id.replace(/^own:/, "");
	}
}

/** "$0.09"; "< $0.01" for less; "" where no price is known. */
export function money(cost: number | null): string {
	if (cost === null) return "";
	if (cost === 0) return "$0";
	return cost < 0.01 ? "< $0.01" : `$${cost.toFixed(2)}`;
}

/** The start sheet: what is found for nothing, which passes, what they cost, what Claude sees. */
export function mountStart(
	container: HTMLElement,
	facts: StartFacts,
	acts: StartActs,
	component: Component,
): void {
	let range = facts.range;
	const chosen = new Set<string>(
		facts.passes.filter((pass) => pass.id === "cut").map((pass) => pass.id),
	);
	const picked = () => facts.passes.filter((pass) => chosen.has(pass.id));

	drawFindings(container, facts.findings, acts);
	if (facts.blocked !== null) drawBlocked(container, facts.blocked, acts);
	for (const note of facts.notes) container.createDiv({ cls: "winnow-refine-hint", text: note });

	const list = container.createDiv({ cls: "winnow-refine-passes" });
	const prices = new Map<string, HTMLElement>();
	for (const pass of facts.passes) {
		const row = list.createEl("label", { cls: "winnow-refine-pass" });
		const box = row.createEl("input", { type: "checkbox" });
		box.checked = chosen.has(pass.id);
		const words = row.createDiv({ cls: "winnow-refine-pass-words" });
		words.createDiv({ text: passName(pass) });
		words.createDiv({ cls: "winnow-refine-hint", text: passHint(pass) });
		prices.set(pass.id, row.createSpan({ cls: "winnow-refine-hint" }));
		component.registerDomEvent(box, "change", () => {
			if (box.checked) chosen.add(pass.id);
			else chosen.delete(pass.id);
			render();
		});
	}

	const choices = container.createDiv({ cls: "winnow-refine-choices" });
	const label = choices.createEl("label", { cls: "winnow-clip-choice" });
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

	drawPrivacy(container, facts, picked, () => range);
	drawByHand(container, facts, acts, picked, () => range, component);

	const foot = container.createDiv({ cls: "modal-button-container winnow-refine-foot" });
	const total = foot.createDiv({ cls: "winnow-refine-counts" });
	const cancel = foot.createEl("button", { text: t("common.cancel") });
	const start = foot.createEl("button", { cls: "mod-cta", text: t("refine.start.button") });
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
		for (const pass of facts.passes)
			prices.get(pass.id)?.setText(money(facts.cost(pass, range)));
		const costs = picked().map((pass) => facts.cost(pass, range));
		const sum = costs.reduce<number | null>(
			(all, cost) => (all === null || cost === null ? null : all + cost),
			0,
		);
		const isOver = facts.budget !== null && sum !== null && sum > facts.budget;
		total.setText(
			isOver
				? t("refine.start.overBudget", { cost: money(sum), budget: money(facts.budget) })
				: sum === null
					? t("refine.start.noPrice")
					: t("refine.start.about", { cost: money(sum) }),
		);
		models.setText([...new Set(picked().map(facts.model))].join(", "));
		start.disabled = chosen.size === 0 || facts.blocked !== null || isOver;
	};
	render();
	(facts.blocked === null ? start : cancel).focus();
}

function passHint(pass: Pass): string {
	switch (pass.id) {
		case "cut":
		case "connect":
		case "logic":
		case "background":
		case "typos":
			return t(`refine.passHint.${pass.id}`);
		default:
			return pass.task.split("\n")[0] ?? "";
	}
}

function drawFindings(
	parent: HTMLElement,
	findings: readonly StartFinding[],
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

/** The way without a key: copy the request into any chat, paste the answer here, under the same guards. */
function drawByHand(
	parent: HTMLElement,
	facts: StartFacts,
	acts: StartActs,
	picked: () => readonly Pass[],
	range: () => StartRange["id"],
	component: Component,
): void {
	const box = parent.createEl("details", { cls: "winnow-refine-hand" });
	box.open = facts.blocked !== null;
	box.createEl("summary", { text: t("refine.hand.title") });
	box.createDiv({ cls: "winnow-refine-hint", text: t("refine.hand.hint") });
	const row = box.createDiv({ cls: "winnow-refine-choices" });
	const copy = row.createEl("button", { text: t("refine.hand.copy") });
	const field = box.createEl("textarea", {
		cls: "winnow-refine-paste",
		attr: {
			rows: "3",
			placeholder: t("refine.hand.placeholder"),
			"aria-label": t("refine.hand.placeholder"),
		},
	});
	const says = box.createDiv({ cls: "winnow-refine-hint", attr: { role: "status" } });
	const paste = row.createEl("button", { text: t("refine.hand.paste") });
	component.registerDomEvent(copy, "click", () => {
		const [first] = picked();
		if (first === undefined) return says.setText(t("refine.hand.choose"));
		acts.copyRequest(first, range());
		says.setText(t("refine.hand.copied", { pass: passName(first) }));
	});
	component.registerDomEvent(paste, "click", () => {
		const [first] = picked();
		if (first === undefined) return says.setText(t("refine.hand.choose"));
		const fault = acts.pasteAnswer(first, field.value);
		if (fault !== null) says.setText(fault);
	});
}
