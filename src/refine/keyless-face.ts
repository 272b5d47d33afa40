import { setIcon, type Component } from "obsidian";
import { t } from "../ui/i18n";
import { drawByHand } from "./by-hand-face";
import { finishKey } from "../ui/finish-key";
import type { Check } from "./local-checks";
import { money } from "./money";
import type { StartActs, StartBlock, StartFacts } from "./start-facts";
import { drawBox, drawTickRow, onFinishKey } from "./start-parts-face";

/** The sheet while Claude cannot be asked: what the device found, why no pass starts, and the way over any chat. */
export function mountKeyless(
	container: HTMLElement,
	facts: StartFacts,
	blocked: StartBlock,
	acts: StartActs,
	component: Component,
): void {
	const { map } = facts;
	const chosen = new Set<Check>(map.checks.map(({ check }) => check));
	container.createDiv({ cls: "winnow-refine-lead", text: blocked.text });
	for (const note of facts.notes) container.createDiv({ cls: "winnow-refine-hint", text: note });
	if (map.checks.length > 0) {
		const list = container.createDiv({ cls: "winnow-refine-passes" });
		for (const { check, name, hint, count } of map.checks) {
			const change = (isOn: boolean): void => {
				if (isOn) chosen.add(check);
				else chosen.delete(check);
				render();
			};
			const row = { name, hint, isOn: true };
			drawTickRow(list, row, change, component).setText(String(count));
		}
	} else {
		const line = container.createDiv({ cls: "winnow-refine-done-line is-good" });
		setIcon(line.createSpan({ cls: "winnow-refine-done-icon" }), "check");
		line.createSpan({ text: t("refine.found.nothing") });
	}
	if (map.quiet !== "" && map.checks.length > 0)
		container.createDiv({
			cls: "winnow-refine-hint",
			text: t("refine.found.quiet", { kinds: map.quiet }),
		});
	if (map.style !== "")
		container.createDiv({ cls: "winnow-refine-hint winnow-refine-style", text: map.style });
	drawWithKey(container, facts, blocked, acts);
	drawByHand(container, facts, acts, facts.range, component);

	const foot = container.createDiv({ cls: "modal-button-container winnow-refine-foot" });
	const cancel = foot.createEl("button", { text: t("common.cancel") });
	component.registerDomEvent(cancel, "click", () => acts.cancel());
	const review = foot.createEl("button", { cls: "mod-cta" });
	const words = review.createSpan();
	finishKey(review);
	const picked = () => map.findings.filter(({ check }) => chosen.has(check));
	const begin = (): void => {
		if (picked().length > 0) acts.showFindings(picked());
	};
	component.registerDomEvent(review, "click", begin);
	onFinishKey(container, begin, component);
	const render = (): void => {
		const count = picked().length;
		words.setText(t("refine.found.button", { count }));
		review.disabled = count === 0;
		review.toggle(map.checks.length > 0);
	};
	render();
	(map.checks.length > 0 ? review : cancel).focus({ preventScroll: true });
}

/** What a key would add, and what it would cost for this draft. */
function drawWithKey(
	container: HTMLElement,
	facts: StartFacts,
	{ button }: StartBlock,
	acts: StartActs,
): void {
	const passes = facts.passes.filter(({ id }) => !id.startsWith("own:") && id !== "typos");
	const cost = passes
		.map((pass) => facts.cost(pass, "draft", null))
		.reduce((sum, one) => (sum === null || one === null ? null : sum + one), 0);
	const words = drawBox(container, "key-round");
	const text =
		cost === null
			? t("refine.start.withKeyNoPrice")
			: t("refine.start.withKey", {
					cost:
						cost < 0.01
							? t("refine.start.lessCost")
							: t("refine.start.aboutCost", { cost: money(cost) }),
				});
	words.createSpan({ text: `${text} ` });
	if (button === null) return;
	const mend = words.createEl("button", { cls: "winnow-link-button", text: button });
	mend.addEventListener("click", () => acts.mend());
}
