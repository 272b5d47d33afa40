import type { Component } from "obsidian";
import { t } from "../ui/i18n";
import { passName } from "./pass-rows";
import type { StartActs, StartFacts, StartRange } from "./start-facts";
import { drawRangeChoice } from "./start-parts-face";

/**
 * The way without a key: copy the request into any chat, paste the answer here, under the same guards.
 * @param range what is asked about; the keyless sheet lets it be chosen here, the other one has its own choice
 */
export function drawByHand(
	parent: HTMLElement,
	{ passes, blocked, ranges }: StartFacts,
	acts: Pick<StartActs, "copyRequest" | "pasteAnswer" | "showReview">,
	range: StartRange["id"] | (() => StartRange["id"]),
	component: Component,
): void {
	const isKeyless = blocked !== null;
	const box = parent.createEl("details", { cls: "winnow-refine-hand" });
	box.open = isKeyless;
	box.createEl("summary", {
		text: t(isKeyless ? "refine.hand.titleKeyless" : "refine.hand.title"),
	});
	box.createDiv({ cls: "winnow-refine-hint", text: t("refine.hand.hint") });
	let chosen = typeof range === "string" ? range : "draft";
	const wanted = () => (typeof range === "string" ? chosen : range());
	const row = box.createDiv({ cls: "winnow-refine-hand-row" });
	const select = row.createEl("select", {
		cls: "dropdown",
		attr: { "aria-label": t("refine.hand.pass") },
	});
	for (const pass of passes) select.createEl("option", { value: pass.id, text: passName(pass) });
	if (typeof range === "string")
		drawRangeChoice(row, { ranges, range }, (id) => (chosen = id), component);
	const copy = row.createEl("button", { text: t("refine.hand.copy") });
	const field = box.createEl("textarea", {
		cls: "winnow-refine-paste",
		attr: {
			rows: "2",
			placeholder: t("refine.hand.placeholder"),
			"aria-label": t("refine.hand.placeholder"),
		},
	});
	const end = box.createDiv({ cls: "winnow-refine-hand-row" });
	const paste = end.createEl("button", { text: t("refine.hand.paste") });
	const show = end.createEl("button", { text: t("refine.hand.show") });
	const says = end.createDiv({ cls: "winnow-refine-hint", attr: { role: "status" } });
	const tell = (text: string): void => {
		says.setText(text);
		// On a phone it would stand below what is seen.
		says.scrollIntoView({ block: "nearest" });
	};
	show.hide();
	let isMore = false;
	const picked = () => passes.find(({ id }) => id === select.value) ?? passes[0];
	component.registerDomEvent(copy, "click", () => {
		const pass = picked();
		if (pass === undefined) return;
		const copied = acts.copyRequest(pass, wanted());
		isMore = copied !== null && copied.upTo !== null;
		if (copied === null) return tell(t("refine.hand.tooLong"));
		const words = { pass: passName(pass), part: copied.part };
		tell(
			copied.upTo === null
				? t("refine.hand.copied", words)
				: t("refine.hand.copiedPart", { ...words, upTo: copied.upTo }),
		);
	});
	component.registerDomEvent(paste, "click", () => {
		const pass = picked();
		if (pass === undefined) return;
		const result = acts.pasteAnswer(pass, field.value);
		if ("fault" in result) return tell(result.fault);
		if (!isMore) return acts.showReview();
		field.value = "";
		tell(t("refine.hand.taken", { count: result.count }));
		show.show();
	});
	component.registerDomEvent(show, "click", () => acts.showReview());
}
