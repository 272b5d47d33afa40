import { t } from "../ui/i18n";

/**
 * A section's heading becomes a field: Enter or leaving it keeps the words, Esc leaves all as it was. An Enter that ends a
 * composition does neither.
 * @param done the new heading; null: nothing to change.
 */
export function nameSection(row: HTMLElement, old: string, done: (heading: string | null) => void): boolean {
	const label = row.querySelector<HTMLElement>(".winnow-section-name");
	if (label === null) return false;
	label.empty();
	const field = label.createEl("input", { type: "text", value: old, attr: { "aria-label": t("outline.sectionName") } });
	field.focus();
	field.select();
	let isDone = false;
	const end = (heading: string | null): void => {
		if (isDone) return;
		isDone = true;
		row.focus();
		done(heading === "" || heading === old ? null : heading);
	};
	field.addEventListener("keydown", (event) => {
		if (event.isComposing) return;
		if (event.key === "Enter") end(field.value.trim());
		else if (event.key === "Escape") end(null);
		else return;
		event.preventDefault();
		event.stopPropagation();
	});
	field.addEventListener("blur", () => end(field.value.trim()));
	return true;
}
