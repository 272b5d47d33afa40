import { setIcon } from "obsidian";
import { t } from "../ui/i18n";
import { changeWords } from "./change-groups";
import type { SuggestionState } from "./review-shown";
import type { Suggestion } from "./suggestion";

const STATE_ICONS: Readonly<Record<SuggestionState, string>> = {
	open: "circle",
	amber: "triangle-alert",
	accepted: "check",
	rejected: "x",
	own: "pencil",
	aside: "circle-question-mark",
	rival: "circle-slash",
	blocked: "shield",
	stale: "history",
	note: "circle-question-mark",
};

/** More than these do not fit on a line. */
const SHOWN_CHANGES = 2;

/** A line of the list: its state, what goes and what comes, its kind. */
export function makeRow(one: Suggestion): HTMLElement {
	const row = createDiv({
		cls: "winnow-refine-row",
		attr: { role: "option", "data-id": one.id },
	});
	row.id = `winnow-refine-${one.id}`;
	row.createSpan({ cls: "winnow-refine-row-icon" });
	const change = row.createSpan({ cls: "winnow-refine-row-change", attr: { dir: "auto" } });
	const pairs = changeWords(one);
	for (const { gone, come } of pairs.slice(0, SHOWN_CHANGES)) {
		if (gone !== "") change.createEl("del", { text: gone });
		if (come !== "") change.createEl("ins", { text: come });
	}
	if (pairs.length === 0) change.createSpan({ text: one.edit.q });
	change.setAttr("title", change.textContent);
	row.createSpan({ cls: "winnow-refine-row-kind", text: t(`refine.kind.${one.edit.k}`) });
	return row;
}

/** Shows a state; what is shown already is not touched. */
export function paintRow(
	row: HTMLElement,
	one: Suggestion,
	state: SuggestionState,
	isFocused: boolean,
): void {
	if (row.dataset.state === state) return;
	row.dataset.state = state;
	row.className = `winnow-refine-row is-${state}`;
	row.toggleClass("is-focused", isFocused);
	row.setAttr("aria-selected", String(state === "accepted" || state === "own"));
	row.setAttr("aria-label", `${t(`refine.state.${state}`)}: ${one.edit.q}`);
	const icon = row.firstElementChild;
	if (icon?.instanceOf(HTMLElement) === true) setIcon(icon, STATE_ICONS[state]);
}
