import { setIcon } from "obsidian";
import { elementOf } from "../ui/element-of";
import { t } from "../ui/i18n";
import type { AnswerState, Review } from "./decisions";
import { makeGroup } from "./list-group-face";
import type { Question } from "./suggestion";

const ICONS: Readonly<Record<AnswerState | "open", string>> = {
	open: "circle",
	marked: "check",
	task: "square-check",
	dismissed: "x",
};

/** Questions beside their cards: a row each, grouped by heading. */
export class QuestionRows {
	private readonly folded = new Set<string>();

	constructor(
		private readonly container: HTMLElement,
		private readonly headingOf: (question: Question) => string,
		pick: (id: string) => void,
	) {
		container.setAttrs({ role: "listbox", tabindex: "0", "aria-label": t("refine.questions") });
		container.addEventListener("click", (event) => {
			const hit = elementOf(event);
			const id = hit?.closest<HTMLElement>("[data-question]")?.dataset.question;
			if (id !== undefined) return pick(id);
			const heading = hit?.closest<HTMLElement>("[data-group]")?.dataset.group;
			if (heading !== undefined) this.fold(heading, !this.folded.has(heading));
		});
	}

	show(questions: readonly Question[], review: Review, focused: string | null): void {
		const { container, headingOf, folded } = this;
		container.empty();
		container.removeAttribute("aria-activedescendant");
		let heading: string | null = null;
		for (const one of questions) {
			const under = headingOf(one);
			if (under !== heading) {
				const { element, count } = makeGroup(under, under);
				element.toggleClass("is-folded", folded.has(under));
				count.setText(String(questions.filter((each) => headingOf(each) === under).length));
				container.append(element);
				heading = under;
			}
			const row = makeRow(one, review.answers.get(one.id) ?? "open");
			row.toggle(!folded.has(under));
			row.toggleClass("is-focused", one.id === focused);
			if (one.id === focused) container.setAttr("aria-activedescendant", row.id);
			container.append(row);
		}
	}

	/** Folds or unfolds the section of a question. */
	foldAt(question: Question, isFolded: boolean): void {
		this.fold(this.headingOf(question), isFolded);
	}

	/** Keys pass over what is folded away. */
	isReachable(question: Question): boolean {
		return !this.folded.has(this.headingOf(question));
	}

	private fold(heading: string, isFolded: boolean): void {
		if (isFolded) this.folded.add(heading);
		else this.folded.delete(heading);
		let isInside = false;
		for (const element of this.container.findAll(":scope > *")) {
			const { group } = element.dataset;
			if (group !== undefined) {
				isInside = group === heading;
				if (isInside) element.toggleClass("is-folded", isFolded);
			} else if (isInside) element.toggle(!isFolded);
		}
	}
}

function makeRow(one: Question, state: AnswerState | "open"): HTMLElement {
	const row = createDiv({
		cls: `winnow-refine-row is-${state}`,
		attr: {
			role: "option",
			"data-question": one.id,
			"aria-selected": String(state === "marked"),
			title: one.note.ask,
		},
	});
	row.id = `winnow-refine-row-${one.id}`;
	setIcon(row.createSpan({ cls: "winnow-refine-row-icon" }), ICONS[state]);
	const words = row.createSpan({ cls: "winnow-refine-row-change", attr: { dir: "auto" } });
	words.createSpan({ text: one.note.ask });
	row.createSpan({ cls: "winnow-refine-row-kind", text: t(`refine.noteKind.${one.note.k}`) });
	return row;
}
