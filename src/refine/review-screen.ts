import type { Component } from "obsidian";
import type { ClaudeFailure } from "../claude/claude";
import { t } from "../ui/i18n";
import { keyHint } from "../ui/key-hint";
import { isCommandKey, letterOf } from "../ui/keys";
import type { Meter } from "./meter";
import type { PageView } from "./page-segments";
import { drawQuestions, shownQuestions, type QuestionAct } from "./questions-face";
import { drawMeter, drawTabs } from "./refine-head-face";
import { drawCard, type CardAct } from "./review-card-face";
import { ReviewList, type ListOrder } from "./review-list-face";
import { ReviewPage } from "./review-page-face";
import { drawStrip } from "./review-strip-face";
import { QUESTIONS, reviewTabs } from "./review-tabs";
import { stateOf, type Decision, type Review } from "./review";
import type { RefineSession } from "./session";
import {
	EDIT_KINDS,
	type EditKind,
	type PassId,
	type Question,
	type Suggestion,
} from "./suggestion";

export type ScreenParts = Readonly<{
	session: RefineSession;
	meter: Meter;
	/** The heading a block stands under, and its paragraph's number there. */
	where(block: number): Readonly<{ heading: string; paragraph: number }>;
	sourceTitle(id: string): string | null;
	openPlace(block: number, quote: string): void;
	copyTask(question: Question): void;
	apply(): void;
	showKeys(): void;
	announce(text: string): void;
	explainMeter(): void;
	/** What happened and what to do, of a call that failed. */
	explain(failure: ClaudeFailure): string;
}>;

/** The review: passes and meter above, list beside the page, the card under the paragraph, keys below. */
export class ReviewScreen {
	private tab = "";
	private kind: EditKind | null = null;
	private order: ListOrder = "place";
	private view: PageView = "changes";
	private showsBlocked = false;
	private focusedId: string | null = null;
	private focusedQuestion: string | null = null;
	private last: Review;
	private editing: HTMLElement | null = null;
	private readonly tabs: HTMLElement;
	private readonly meter: HTMLElement;
	private readonly strip: HTMLElement;
	private readonly body: HTMLElement;
	private readonly decided: HTMLElement;
	private readonly applyButton: HTMLButtonElement;
	private readonly viewButtons: HTMLElement;
	private readonly questions: HTMLElement;
	private readonly list: ReviewList;
	private readonly page: ReviewPage;
	private readonly pageElement: HTMLElement;
	private readonly listTools: HTMLElement;
	private card: HTMLElement | null = null;

	constructor(
		private readonly root: HTMLElement,
		private readonly parts: ScreenParts,
		component: Component,
	) {
		const { session } = parts;
		this.last = session.review;
		const head = root.createDiv({ cls: "winnow-refine-head" });
		this.tabs = head.createDiv({ cls: "winnow-refine-tabs" });
		this.meter = head.createDiv();
		this.strip = root.createDiv({ cls: "winnow-refine-strip", attr: { role: "status" } });
		this.body = root.createDiv({ cls: "winnow-refine-body" });
		const side = this.body.createDiv({ cls: "winnow-refine-side" });
		this.listTools = side.createDiv({ cls: "winnow-refine-tools" });
		const listElement = side.createDiv({ cls: "winnow-refine-list" });
		this.pageElement = this.body.createDiv({ cls: "winnow-refine-page" });
		const paper = this.pageElement.createDiv({ cls: "winnow-refine-paper" });
		this.questions = this.body.createDiv({ cls: "winnow-refine-page winnow-refine-questions" });
		const foot = root.createDiv({ cls: "winnow-refine-foot" });
		this.decided = foot.createDiv({ cls: "winnow-refine-counts" });
		this.viewButtons = foot.createDiv({ cls: "winnow-refine-views" });
		const undo = foot.createEl("button", { text: t("refine.act.undo") });
		keyHint(undo, "u");
		this.applyButton = foot.createEl("button", { cls: "mod-cta" });
		this.list = new ReviewList(
			listElement,
			(block) => parts.where(block).heading,
			(id) => this.focus(id),
		);
		this.page = new ReviewPage(paper, session.snapshot, (id) => this.focus(id));

		component.registerDomEvent(this.applyButton, "click", () => parts.apply());
		component.registerDomEvent(undo, "click", () => session.act({ kind: "undo" }));
		component.registerDomEvent(root, "keydown", (event) => this.onKey(event));
		let isPlanned = false;
		component.register(
			session.onChange(() => {
				// Decisions show at once; what streams in is drawn once a frame.
				if (this.isDecision()) return this.showDecision();
				if (isPlanned) return;
				isPlanned = true;
				root.win.requestAnimationFrame(() => {
					isPlanned = false;
					this.showAll();
				});
			}),
		);
		this.tab = reviewTabs(this.session)[0]?.id ?? "";
		this.showAll();
		this.focusFirstOpen();
		listElement.focus();
	}

	/** Closes an open input instead of the sheet. True: there was one. */
	cancelInput(): boolean {
		if (this.editing === null) return false;
		this.editing.remove();
		this.editing = null;
		this.root.find(".winnow-refine-list").focus();
		return true;
	}

	private get session(): RefineSession {
		return this.parts.session;
	}

	private get review(): Review {
		return this.session.review;
	}

	private get focused(): Suggestion | null {
		return this.review.suggestions.find((one) => one.id === this.focusedId) ?? null;
	}

	private isDecision(): boolean {
		const { review, last } = this;
		return (
			review !== last &&
			review.suggestions === last.suggestions &&
			review.questions === last.questions &&
			review.splits === last.splits
		);
	}

	private showDecision(): void {
		const { review, last } = this;
		const changed = new Set<string>();
		const blocks = new Set<number>();
		for (const one of review.suggestions) {
			if (review.decisions.get(one.id) !== last.decisions.get(one.id)) blocks.add(one.edit.b);
		}
		for (const block of blocks)
			for (const one of this.page.suggestionsOf(block)) changed.add(one.id);
		this.last = review;
		this.list.update(review, changed);
		for (const block of blocks) this.page.draw(block, review, this.focused, this.view);
		this.showNumbers();
		this.drawFocusedCard();
		if (this.tab === QUESTIONS) this.showQuestions();
	}

	private showAll(): void {
		this.last = this.review;
		this.page.index(this.review);
		this.showTabs();
		drawStrip(this.strip, this.session, (failure) => this.parts.explain(failure));
		this.showTools();
		this.showViews();
		const isQuestions = this.tab === QUESTIONS;
		this.pageElement.toggle(!isQuestions);
		this.questions.toggle(isQuestions);
		this.list.show(this.review, {
			filter: {
				pass: isQuestions ? null : (this.tab as PassId),
				editKind: this.kind,
				states: this.showsBlocked ? ["blocked"] : isQuestions ? [] : null,
			},
			order: this.order,
		});
		if (isQuestions) this.showQuestions();
		else this.page.drawAll(this.review, this.focused, this.view);
		this.showNumbers();
		if (this.focused === null) this.focusFirstOpen();
		this.list.focus(this.focusedId);
		this.drawFocusedCard();
	}

	private showTabs(): void {
		drawTabs(this.tabs, reviewTabs(this.session), this.tab, (id) => this.choose(id));
	}

	private choose(id: string): void {
		this.tab = id;
		this.kind = null;
		this.focusedId = null;
		this.showAll();
		this.focusFirstOpen();
		this.root.find(".winnow-refine-list").focus();
	}

	private showNumbers(): void {
		const { review } = this;
		drawMeter(this.meter, this.parts.meter.read(review), () => this.parts.explainMeter());
		const accepted = [...review.decisions.values()].filter(
			({ kind }) => kind === "accept" || kind === "own",
		).length;
		const marks = [...review.answers.values()].filter((answer) => answer === "marked").length;
		if (this.tab === QUESTIONS) {
			const questions = shownQuestions(review);
			const done = questions.filter((one) => review.answers.has(one.id)).length;
			this.decided.setText(t("refine.answered", { done, total: questions.length }));
		} else {
			const { suggestions } = this.list;
			const done = suggestions.filter((one) => review.decisions.has(one.id)).length;
			this.decided.setText(
				t("refine.decided", { done, total: suggestions.length, accepted }),
			);
		}
		this.applyButton.setText(t("refine.apply", { count: accepted + marks }));
		this.applyButton.disabled = accepted + marks === 0;
	}

	private showTools(): void {
		this.listTools.empty();
		if (this.tab === QUESTIONS) return;
		const kinds = this.listTools.createEl("select", {
			cls: "dropdown",
			attr: { "aria-label": t("refine.kinds") },
		});
		kinds.createEl("option", { value: "", text: t("refine.allKinds") });
		for (const kind of EDIT_KINDS)
			kinds.createEl("option", { value: kind, text: t(`refine.kind.${kind}`) });
		kinds.createEl("option", { value: "blocked", text: t("refine.blockedKinds") });
		kinds.value = this.showsBlocked ? "blocked" : (this.kind ?? "");
		kinds.addEventListener("change", () => {
			this.showsBlocked = kinds.value === "blocked";
			this.kind = EDIT_KINDS.find((kind) => kind === kinds.value) ?? null;
			this.showAll();
		});
		const order = this.listTools.createEl("select", {
			cls: "dropdown",
			attr: { "aria-label": t("refine.order") },
		});
		order.createEl("option", { value: "place", text: t("refine.inOrder") });
		order.createEl("option", { value: "certainty", text: t("refine.byCertainty") });
		order.value = this.order;
		order.addEventListener("change", () => {
			this.order = order.value === "certainty" ? "certainty" : "place";
			this.showAll();
		});
	}

	private showViews(): void {
		this.viewButtons.empty();
		for (const view of ["changes", "before", "after"] as const) {
			const button = this.viewButtons.createEl("button", {
				cls: "winnow-refine-view",
				text: t(`refine.view.${view}`),
				attr: { "aria-pressed": String(view === this.view) },
			});
			button.toggleClass("is-active", view === this.view);
			button.addEventListener("click", () => this.setView(view));
		}
	}

	private setView(view: PageView): void {
		this.view = view;
		this.showViews();
		this.page.drawAll(this.review, this.focused, view);
		this.drawFocusedCard();
	}

	private showQuestions(): void {
		drawQuestions(
			this.questions,
			this.review,
			this.focusedQuestion,
			(one) => this.whereWords(one.note.b),
			(id) => this.parts.sourceTitle(id),
			(id, what) => this.answer(id, what),
		);
	}

	private whereWords(block: number): string {
		const { heading, paragraph } = this.parts.where(block);
		return t("refine.where", { heading, paragraph });
	}

	private focusFirstOpen(): void {
		if (this.tab === QUESTIONS) {
			const open = shownQuestions(this.review).find(
				(one) => !this.review.answers.has(one.id),
			);
			this.focusedQuestion = open?.id ?? shownQuestions(this.review)[0]?.id ?? null;
			this.showQuestions();
			return;
		}
		const { suggestions } = this.list;
		const open = suggestions.find((one) =>
			["open", "amber"].includes(stateOf(this.review, one)),
		);
		this.focus((open ?? suggestions[0])?.id ?? null);
	}

	private focus(id: string | null): void {
		const before = this.focused;
		this.focusedId = id;
		const now = this.focused;
		this.cancelInput();
		if (before !== null) this.page.draw(before.edit.b, this.review, now, this.view);
		if (now !== null) this.page.draw(now.edit.b, this.review, now, this.view);
		this.list.focus(id);
		this.drawFocusedCard();
	}

	private drawFocusedCard(): void {
		this.card?.remove();
		this.card = null;
		const one = this.focused;
		if (one === null || this.tab === QUESTIONS) return;
		const element = this.page.elementOf(one.edit.b);
		if (element === null) return;
		const siblings = this.list.suggestions.filter((each) => each.edit.b === one.edit.b);
		const holder = createDiv();
		const twin = this.twinOf(one);
		this.card = drawCard(
			holder,
			{
				suggestion: one,
				state: stateOf(this.review, one),
				nth: siblings.indexOf(one) + 1,
				ofParagraph: siblings.length,
				twin,
				canSplit: one.changes.length > 1,
			},
			(what) => this.cardAct(what),
		);
		element.after(this.card);
		this.bringToSameHeight(element);
	}

	/** The next card comes to the height of the last one, so that the eye stays where it is. */
	private bringToSameHeight(element: HTMLElement): void {
		const page = this.pageElement;
		const top = element.getBoundingClientRect().top - page.getBoundingClientRect().top;
		const wanted = page.clientHeight / 3;
		if (top < 0 || top > page.clientHeight * 0.6) page.scrollTop += top - wanted;
	}

	private twinOf(one: Suggestion): Readonly<{ quote: string; where: string }> | null {
		if (one.twin === null) return null;
		const { snapshot } = this.session;
		const block = snapshot.blockAt(one.twin.from);
		const quote = snapshot.text.slice(one.twin.from, one.twin.to);
		return { quote, where: block === null ? "" : this.whereWords(block.id) };
	}

	private cardAct(what: CardAct): void {
		const one = this.focused;
		if (one === null) return;
		switch (what) {
			case "accept":
				return this.decideAndMove(one, { kind: "accept" });
			case "reject":
				return this.decideAndMove(one, { kind: "reject" });
			case "ask":
				return this.decideAndMove(one, { kind: "aside" });
			case "rest":
				this.session.act({ kind: "accept-rest", id: one.id });
				return this.moveToOpen();
			case "split":
				return this.splitFocused(one);
			case "edit":
				return this.editInOwnWords(one);
			case "twin":
				return this.showTwin(one);
			case "undo":
				return this.session.act({ kind: "decide", id: one.id, decision: null });
		}
	}

	private splitFocused(one: Suggestion): void {
		this.session.split(one);
		this.showAll();
		this.focus(this.review.splits.get(one.id)?.[0] ?? one.id);
	}

	private decideAndMove(one: Suggestion, decision: Decision): void {
		const before = this.review;
		this.session.act({ kind: "decide", id: one.id, decision });
		if (this.review === before) {
			this.parts.announce(t("refine.cannot"));
			return;
		}
		this.moveToOpen();
	}

	private moveToOpen(): void {
		const { suggestions } = this.list;
		const at = suggestions.findIndex((one) => one.id === this.focusedId);
		const isOpen = (one: Suggestion) => ["open", "amber"].includes(stateOf(this.review, one));
		const next =
			suggestions.slice(at + 1).find(isOpen) ?? suggestions.slice(0, at).find(isOpen);
		if (next !== undefined) this.focus(next.id);
		else this.drawFocusedCard();
	}

	private move(by: number): void {
		if (this.tab === QUESTIONS) {
			const questions = shownQuestions(this.review);
			const at = questions.findIndex((one) => one.id === this.focusedQuestion);
			this.focusedQuestion = questions[clamp(at + by, questions.length)]?.id ?? null;
			this.showQuestions();
			this.questions.find(".is-focused")?.scrollIntoView({ block: "nearest" });
			return;
		}
		const { suggestions } = this.list;
		const at = suggestions.findIndex((one) => one.id === this.focusedId);
		this.focus(suggestions[clamp(at + by, suggestions.length)]?.id ?? null);
	}

	private editInOwnWords(one: Suggestion): void {
		if (one.home === null || this.card === null) return;
		const box = this.card.createDiv({ cls: "winnow-refine-own" });
		const field = box.createEl("textarea", {
			attr: { rows: "2", "aria-label": t("refine.own"), dir: "auto" },
		});
		field.value = one.home.quote.exact;
		box.createDiv({ cls: "winnow-refine-hint", text: t("refine.ownHint") });
		this.editing = box;
		field.addEventListener("keydown", (event) => {
			if (event.isComposing || event.key !== "Enter" || event.shiftKey) return;
			event.preventDefault();
			event.stopPropagation();
			const text = field.value;
			this.cancelInput();
			this.decideAndMove(one, { kind: "own", text });
		});
		field.focus();
		field.select();
	}

	private showTwin(one: Suggestion): void {
		if (one.twin === null) return;
		const block = this.session.snapshot.blockAt(one.twin.from);
		const element = block === null ? null : this.page.elementOf(block.id);
		if (element === null) return;
		element.scrollIntoView({ block: "center" });
		element.addClass("is-twin");
		element.win.setTimeout(() => element.removeClass("is-twin"), TWIN_SHOWN_MS);
	}

	private answer(id: string, what: QuestionAct): void {
		const question = this.review.questions.find((one) => one.id === id);
		if (question === undefined) return;
		this.focusedQuestion = id;
		switch (what) {
			case "mark":
				this.session.act({ kind: "answer", id, answer: "marked" });
				return this.move(1);
			case "task":
				this.parts.copyTask(question);
				this.session.act({ kind: "answer", id, answer: "task" });
				return this.move(1);
			case "dismiss":
				this.session.act({ kind: "answer", id, answer: "dismissed" });
				return this.move(1);
			case "back":
				return this.session.act({ kind: "answer", id, answer: null });
			case "open":
				return this.parts.openPlace(question.note.b, question.note.q);
		}
	}

	private onKey(event: KeyboardEvent): void {
		if (!isCommandKey(event)) return;
		if (this.handleKey(event)) {
			event.preventDefault();
			event.stopPropagation();
		}
	}

	private handleKey(event: KeyboardEvent): boolean {
		const letter = letterOf(event);
		const isMod = event.ctrlKey || event.metaKey;
		if (isMod && event.key === "Enter") return done(() => this.parts.apply());
		if (isMod && letter.toLowerCase() === "z") {
			return done(() => this.session.act({ kind: event.shiftKey ? "redo" : "undo" }));
		}
		if (isMod || event.altKey) return false;
		if (letter === "j" || event.key === "ArrowDown") return done(() => this.move(1));
		if (letter === "k" || event.key === "ArrowUp") return done(() => this.move(-1));
		if (letter === "u") return done(() => this.session.act({ kind: "undo" }));
		if (letter === "?") return done(() => this.parts.showKeys());
		if (/^[1-9]$/.test(letter)) return this.chooseNth(Number(letter));
		if (event.repeat) return false; // a held key decides nothing
		return this.tab === QUESTIONS ? this.questionKey(letter) : this.suggestionKey(letter);
	}

	private chooseNth(nth: number): boolean {
		const tab = reviewTabs(this.session)[nth - 1];
		if (tab !== undefined) this.choose(tab.id);
		return tab !== undefined;
	}

	private suggestionKey(letter: string): boolean {
		const act = SUGGESTION_KEYS[letter];
		if (act !== undefined) return done(() => this.cardAct(act));
		const one = this.focused;
		if (letter === "o" && one !== null)
			return done(() => this.parts.openPlace(one.edit.b, one.edit.q));
		if (letter === "b") return done(() => this.setView(NEXT_VIEW[this.view]));
		if (letter === "f") return done(() => this.listTools.find("select").focus());
		if (letter === "a" && this.session.state !== "reading")
			return done(() => this.session.continueReading());
		if (letter === "N" && one !== null) return done(() => this.rejectRest(one));
		return false;
	}

	private rejectRest(one: Suggestion): void {
		for (const each of this.list.suggestions) {
			if (each.edit.b !== one.edit.b || this.review.decisions.has(each.id)) continue;
			this.session.act({ kind: "decide", id: each.id, decision: { kind: "reject" } });
		}
		this.moveToOpen();
	}

	private questionKey(letter: string): boolean {
		const act = QUESTION_KEYS[letter];
		const id = this.focusedQuestion;
		if (act === undefined || id === null) return false;
		return done(() => this.answer(id, act));
	}
}

const TWIN_SHOWN_MS = 1500;

const SUGGESTION_KEYS: Readonly<Record<string, CardAct>> = {
	y: "accept",
	n: "reject",
	Y: "rest",
	s: "split",
	e: "edit",
	q: "ask",
	r: "twin",
};

const QUESTION_KEYS: Readonly<Record<string, QuestionAct>> = {
	y: "mark",
	n: "dismiss",
	t: "task",
	o: "open",
};

const NEXT_VIEW: Readonly<Record<PageView, PageView>> = {
	changes: "before",
	before: "after",
	after: "changes",
};

function done(act: () => void): true {
	act();
	return true;
}

function clamp(at: number, length: number): number {
	return Math.max(0, Math.min(length - 1, at));
}
