import { t } from "../ui/i18n";

export type NarrowFacts = Readonly<{
	done: number;
	total: number;
	/** Name of the pass that is shown. */
	label: string;
	toApply: number;
}>;

/** Where there is no room for the list beside the page: how far one is, the way to the list, *Apply* above. */
export class ReviewNarrow {
	private readonly applyButton: HTMLButtonElement;
	private readonly bar: HTMLElement;
	private readonly where: HTMLElement;

	constructor(parent: HTMLElement, acts: Readonly<{ apply(): void; toggleList(): void }>) {
		this.applyButton = parent.createEl("button", {
			cls: "winnow-link-button winnow-refine-apply-top",
		});
		this.applyButton.addEventListener("click", () => acts.apply());
		const progress = parent.createDiv({
			cls: "winnow-refine-decided",
			attr: { "aria-hidden": "true" },
		});
		this.bar = progress.createDiv();
		this.where = parent.createEl("button", { cls: "winnow-refine-where" });
		this.where.addEventListener("click", () => acts.toggleList());
	}

	show({ done, total, label, toApply }: NarrowFacts): void {
		this.applyButton.setText(
			toApply === 0
				? t("refine.applyNothingShort")
				: t("refine.applyShort", { count: toApply }),
		);
		this.applyButton.disabled = toApply === 0;
		this.bar.setCssProps({ "--winnow-share": String(done / Math.max(1, total)) });
		this.where.setText(t("refine.decidedShort", { done, total, pass: label }));
	}
}
