import type { Component } from "obsidian";
import { t } from "../ui/i18n";
import { passName } from "./pass-rows";
import type { Pass } from "./passes";

/** What was put on the clipboard. `upTo`: first words of the last block asked about; null: the whole range. */
export type Copied = Readonly<{ part: number; upTo: string | null }>;

export type ByHandActs = Readonly<{
	/** The next part of a pass's request. Null: not one paragraph fits. */
	copy(pass: Pass): Copied | null;
	/** Takes an answer in; why it could not be used, or how many suggestions there are now. */
	paste(pass: Pass, text: string): Readonly<{ fault: string } | { count: number }>;
	show(): void;
}>;

/** The way without a key: copy the request into any chat, paste the answer here, under the same guards. */
export function drawByHand(
	parent: HTMLElement,
	passes: readonly Pass[],
	isOpen: boolean,
	acts: ByHandActs,
	component: Component,
): void {
	const box = parent.createEl("details", { cls: "winnow-refine-hand" });
	box.open = isOpen;
	box.createEl("summary", { text: t("refine.hand.title") });
	box.createDiv({ cls: "winnow-refine-hint", text: t("refine.hand.hint") });
	const row = box.createDiv({ cls: "winnow-refine-choices" });
	const select = row.createEl("select", {
		cls: "dropdown",
		attr: { "aria-label": t("refine.hand.pass") },
	});
	for (const pass of passes) select.createEl("option", { value: pass.id, text: passName(pass) });
	const copy = row.createEl("button", { text: t("refine.hand.copy") });
	const paste = row.createEl("button", { text: t("refine.hand.paste") });
	const field = box.createEl("textarea", {
		cls: "winnow-refine-paste",
		attr: {
			rows: "3",
			placeholder: t("refine.hand.placeholder"),
			"aria-label": t("refine.hand.placeholder"),
		},
	});
	const says = box.createDiv({ cls: "winnow-refine-hint", attr: { role: "status" } });
	const show = box.createEl("button", { text: t("refine.hand.show") });
	show.hide();
	let isMore = false;
	const picked = () => passes.find(({ id }) => id === select.value) ?? passes[0];
	component.registerDomEvent(copy, "click", () => {
		const pass = picked();
		if (pass === undefined) return;
		const copied = acts.copy(pass);
		isMore = copied !== null && copied.upTo !== null;
		if (copied === null) return says.setText(t("refine.hand.tooLong"));
		const words = { pass: passName(pass), part: copied.part };
		says.setText(
			copied.upTo === null
				? t("refine.hand.copied", words)
				: t("refine.hand.copiedPart", { ...words, upTo: copied.upTo }),
		);
	});
	component.registerDomEvent(paste, "click", () => {
		const pass = picked();
		if (pass === undefined) return;
		const result = acts.paste(pass, field.value);
		if ("fault" in result) return says.setText(result.fault);
		if (!isMore) return acts.show();
		field.value = "";
		says.setText(t("refine.hand.taken", { count: result.count }));
		show.show();
	});
	component.registerDomEvent(show, "click", () => acts.show());
}
