import { t } from "../ui/i18n";
import { isComposing } from "../ui/keys";

/** A field for the author's own words in place of a suggestion. Enter takes them; who closes it removes the element. */
export function drawOwnWords(
	card: HTMLElement,
	words: string,
	take: (text: string) => void,
): HTMLElement {
	const box = card.createDiv({ cls: "winnow-refine-own" });
	const field = box.createEl("textarea", {
		attr: { rows: "2", "aria-label": t("refine.own"), dir: "auto" },
	});
	field.value = words;
	box.createDiv({ cls: "winnow-refine-hint", text: t("refine.ownHint") });
	field.addEventListener("keydown", (event) => {
		if (isComposing(event) || event.key !== "Enter" || event.shiftKey) return;
		event.preventDefault();
		event.stopPropagation();
		take(field.value);
	});
	field.focus();
	field.select();
	return box;
}
