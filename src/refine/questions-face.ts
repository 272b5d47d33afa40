import { setIcon } from "obsidian";
import { t } from "../ui/i18n";
import type { Review } from "./decisions";
import type { Question } from "./suggestion";

export type QuestionAct = "mark" | "task" | "dismiss" | "open" | "back";

/** Questions that may be shown, in the order of the draft. */
export function shownQuestions(review: Review): readonly Question[] {
	return review.questions
		.filter((one) => one.verdict === "show")
		.sort((a, b) => a.note.b - b.note.b);
}

const ANSWER_ICONS = { marked: "check", task: "square-check", dismissed: "x" } as const;

/** Claude asks, the author answers: a list of questions, each with the words it is about. Never text to paste. */
export function drawQuestions(
	container: HTMLElement,
	questions: readonly Question[],
	review: Review,
	focused: string | null,
	where: (question: Question) => string,
	sourceTitle: (id: string) => string | null,
	act: (id: string, what: QuestionAct) => void,
	pick: (id: string) => void,
): void {
	container.empty();
	container.createEl("h2", { text: t("refine.questionsTitle") });
	container.createEl("p", { cls: "winnow-refine-hint", text: t("refine.questionsHint") });
	if (questions.length === 0) {
		container.createEl("p", { text: t("refine.noQuestions") });
		return;
	}
	for (const one of questions) drawQuestion(container, one);

	function drawQuestion(parent: HTMLElement, one: Question): void {
		const answer = review.answers.get(one.id) ?? null;
		const card = parent.createDiv({
			cls: `winnow-refine-question${answer === null ? "" : " is-done"}`,
			attr: { role: "group", "aria-label": one.note.ask, "data-question": one.id },
		});
		card.toggleClass("is-focused", one.id === focused);
		if (one.id !== focused) card.addEventListener("click", () => pick(one.id));
		const head = card.createDiv({ cls: "winnow-refine-card-head" });
		head.createSpan({
			cls: "winnow-refine-kind is-question",
			text: t(`refine.noteKind.${one.note.k}`),
		});
		head.createSpan({
			cls: "winnow-refine-why",
			text:
				one.home === null
					? where(one)
					: t("refine.questionPlace", { where: where(one), quote: one.note.q }),
			attr: { dir: "auto" },
		});
		card.createDiv({ cls: "winnow-refine-ask", text: one.note.ask, attr: { dir: "auto" } });
		const title = one.note.src === null ? null : sourceTitle(one.note.src);
		if (title !== null)
			card.createDiv({ cls: "winnow-refine-hint", text: t("refine.mayBeIn", { title }) });
		const acts = card.createDiv({ cls: "winnow-refine-acts" });
		const button = (what: QuestionAct, key: string, text: string) => {
			const element = acts.createEl("button", { cls: "winnow-refine-act is-quiet" });
			element.createEl("kbd", { text: key });
			element.createSpan({ text });
			element.addEventListener("click", () => act(one.id, what));
		};
		if (answer !== null) {
			setIcon(acts.createSpan({ cls: "winnow-refine-act-icon" }), ANSWER_ICONS[answer]);
			acts.createSpan({ text: t(`refine.answer.${answer}`) });
			button("back", "u", t("refine.act.undo"));
			return;
		}
		button("mark", "y", t("refine.question.mark"));
		button("task", "t", t("refine.question.task"));
		button("dismiss", "n", t("refine.question.dismiss"));
		button("open", "o", t("refine.question.open"));
	}
}
