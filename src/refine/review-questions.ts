import { t } from "../ui/i18n";
import { QuestionRows } from "./questions-list-face";
import { drawQuestions, shownQuestions, type QuestionAct } from "./questions-face";
import { neighbour, nextOpen } from "./review-focus";
import type { ScreenParts } from "./screen-parts";
import type { AnswerState } from "./decisions";
import type { NoteKind, Question } from "./suggestion";

const ANSWERS: Readonly<Record<Exclude<QuestionAct, "open">, AnswerState | null>> = {
	mark: "marked",
	task: "task",
	dismiss: "dismissed",
	back: null,
};

/** The tab of questions: their rows at the side, their cards in the middle. */
export class ReviewQuestions {
	private focused: string | null = null;
	private kind: NoteKind | null = null;
	private readonly list: HTMLElement;
	private readonly rows: QuestionRows;
	private readonly cards: HTMLElement;

	constructor(
		side: HTMLElement,
		body: HTMLElement,
		private readonly parts: Pick<
			ScreenParts,
			"session" | "where" | "sourceTitle" | "openPlace" | "copyTask"
		>,
	) {
		this.list = side.createDiv({ cls: "winnow-refine-list is-for-questions" });
		const heading = (one: Question) => parts.where(one.note.b).heading;
		this.rows = new QuestionRows(this.list, heading, (id) => this.focus(id));
		this.cards = body.createDiv({ cls: "winnow-refine-page winnow-refine-questions" });
	}

	get total(): number {
		return this.questions.length;
	}

	get answered(): number {
		const { answers } = this.parts.session.review;
		return this.questions.filter(({ id }) => answers.has(id)).length;
	}

	/** Shows the questions of a kind; null: all. */
	showKind(kind: NoteKind | null): void {
		this.kind = kind;
		if (!this.questions.some(({ id }) => id === this.focused)) this.focused = null;
		this.show();
	}

	show(): void {
		const { review } = this.parts.session;
		const { where, sourceTitle } = this.parts;
		const place = (one: Question) => t("refine.where", where(one.note.b));
		this.focused ??= this.questions[0]?.id ?? null;
		const { questions } = this;
		this.rows.show(questions, review, this.focused);
		drawQuestions(
			this.cards,
			questions,
			review,
			this.focused,
			place,
			sourceTitle,
			(id, what) => {
				this.focused = id;
				this.act(what);
			},
			(id) => this.focus(id),
		);
	}

	focusList(): void {
		this.list.focus();
	}

	focusFirstOpen(): void {
		this.focus(nextOpen(this.questions, null, this.isOpen)?.id ?? this.focused);
	}

	move(by: number): void {
		const { focused } = this;
		// The one in focus is a step's start even when it is folded away.
		const list = this.questions.filter(
			(one) => one.id === focused || this.rows.isReachable(one),
		);
		this.focus(neighbour(list, focused, by)?.id ?? null);
	}

	fold(isFolded: boolean): void {
		const question = this.questions.find(({ id }) => id === this.focused);
		if (question !== undefined) this.rows.foldAt(question, isFolded);
	}

	act(what: QuestionAct): void {
		const { session, openPlace, copyTask } = this.parts;
		const question = this.questions.find(({ id }) => id === this.focused);
		if (question === undefined) return;
		const { id, note } = question;
		if (what === "open") return openPlace(note.b, note.q);
		if (what === "task") copyTask(question);
		const next = what === "back" ? null : nextOpen(this.questions, id, this.isOpen);
		this.focused = next?.id ?? id;
		session.act({ kind: "answer", id, answer: ANSWERS[what] });
		this.scroll();
	}

	private get questions(): readonly Question[] {
		const all = shownQuestions(this.parts.session.review);
		return this.kind === null ? all : all.filter(({ note }) => note.k === this.kind);
	}

	private readonly isOpen = ({ id }: Question): boolean =>
		!this.parts.session.review.answers.has(id);

	private focus(id: string | null): void {
		this.focused = id;
		this.show();
		this.scroll();
	}

	private scroll(): void {
		for (const place of [this.list, this.cards])
			place.querySelector(".is-focused")?.scrollIntoView({ block: "nearest" });
	}
}
