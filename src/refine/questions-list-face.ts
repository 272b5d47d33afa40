import { setIcon } from "obsidian";
import { t } from "../ui/i18n";
import type { AnswerState, Review } from "./decisions";
import type { Question } from "./suggestion";

const ICONS: Readonly<Record<AnswerState | "open", string>> = {
	open: "circle",
	marked: "check",
	task: "square-check",
	dismissed: "x",
};

/** Questions beside their cards: a row each, grouped by heading. */
export function drawQuestionRows(
	container: HTMLElement,
	questions: readonly Question[],
	review: Review,
	focused: string | null,
	headingOf: (question: Question) => string,
	pick: (id: string) => void,
): void {
	container.empty();
	container.setAttrs({ role: "listbox", tabindex: "0", "aria-label": t("refine.questions") });
	container.removeAttribute("aria-activedescendant");
	let heading: string | null = null;
	for (const one of questions) {
		const under = headingOf(one);
		if (under !== heading) {
			const group = container.createDiv({
				cls: "winnow-refine-group",
				attr: { role: "presentation" },
			});
			group.createSpan({ text: under, attr: { dir: "auto" } });
			const count = questions.filter((each) => headingOf(each) === under).length;
			group.createSpan({ cls: "winnow-refine-group-count", text: String(count) });
			heading = under;
		}
		drawRow(container, one, review.answers.get(one.id) ?? "open", one.id === focused, pick);
	}
}

function drawRow(
	container: HTMLElement,
	one: Question,
	state: AnswerState | "open",
	isFocused: boolean,
	pick: (id: string) => void,
): void {
	const row = container.createDiv({
		cls: `winnow-refine-row is-${state}`,
		attr: {
			role: "option",
			"data-question": one.id,
			"aria-selected": String(state === "marked"),
			title: one.note.ask,
		},
	});
	row.id = `winnow-refine-row-${one.id}`;
	row.toggleClass("is-focused", isFocused);
	if (isFocused) container.setAttr("aria-activedescendant", row.id);
	setIcon(row.createSpan({ cls: "winnow-refine-row-icon" }), ICONS[state]);
	row.createSpan({ cls: "winnow-refine-row-change", text: one.note.ask, attr: { dir: "auto" } });
	row.createSpan({ cls: "winnow-refine-row-kind", text: t(`refine.noteKind.${one.note.k}`) });
	row.addEventListener("click", () => pick(one.id));
}
