import type { Component } from "obsidian";
import type { ClaudeFailure } from "../claude/claude";
import { t } from "../ui/i18n";
import { isCommandKey, letterOf } from "../ui/keys";
import type { DraftFollower } from "./follow-draft";
import type { Meter } from "./meter";
import { drawOwnWords } from "./own-words-face";
import type { PageView } from "./page-segments";
import type { CardAct } from "./review-card-face";
import { drawMeter, drawTabs } from "./refine-head-face";
import { drawFocusedCard } from "./review-card-place";
import { neighbour, nextOpen } from "./review-focus";
import { ReviewFoot } from "./review-foot-face";
import { commandOf, type ReviewCommand } from "./review-keys";
import { ReviewList } from "./review-list-face";
import { ReviewPage } from "./review-page-face";
import { ReviewQuestions } from "./review-questions";
import { drawStrip } from "./review-strip-face";
import { QUESTIONS, reviewTabs } from "./review-tabs";
import { ReviewTools, type ToolsChoice } from "./review-tools-face";
import type { Review, ReviewAction, SuggestionState } from "./review";
import type { RefineSession } from "./session";
import { stateNow } from "./state-now";
import type { PassId, Question, Suggestion } from "./suggestion";

export type ScreenParts = Readonly<{
	session: RefineSession;
	follower: DraftFollower;
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

const NEXT_VIEW: Readonly<Record<PageView, PageView>> = {
	changes: "before",
	before: "after",
	after: "changes",
};

/** The review: passes and meter above, list beside the page, the card under the paragraph, keys below. */
export class ReviewScreen {
	private tab = "";
	private choice: ToolsChoice = { kind: null, order: "place" };
	private view: PageView = "changes";
	private focused: Suggestion | null = null;
	private last: Review;
	private isActing = false;
	private isPlanned = false;
	private editing: HTMLElement | null = null;
	private card: HTMLElement | null = null;
	private readonly tabs: HTMLElement;
	private readonly meter: HTMLElement;
	private readonly strip: HTMLElement;
	private readonly tools: ReviewTools;
	private readonly listElement: HTMLElement;
	private readonly list: ReviewList;
	private readonly pageElement: HTMLElement;
	private readonly page: ReviewPage;
	private readonly questions: ReviewQuestions;
	private readonly foot: ReviewFoot;

	constructor(
		private readonly root: HTMLElement,
		private readonly parts: ScreenParts,
		component: Component,
	) {
		const { session } = parts;
		this.last = session.review;
		root.tabIndex = -1;
		const head = root.createDiv({ cls: "winnow-refine-head" });
		this.tabs = head.createDiv({ cls: "winnow-refine-tabs" });
		this.meter = head.createDiv();
		this.strip = root.createDiv({ cls: "winnow-refine-strip", attr: { role: "status" } });
		const body = root.createDiv({ cls: "winnow-refine-body" });
		const side = body.createDiv({ cls: "winnow-refine-side" });
		this.tools = new ReviewTools(side, (choice) => {
			this.choice = choice;
			this.showAll();
			this.focusFirstOpen();
		});
		this.listElement = side.createDiv({ cls: "winnow-refine-list" });
		this.pageElement = body.createDiv({ cls: "winnow-refine-page" });
		const paper = this.pageElement.createDiv({ cls: "winnow-refine-paper" });
		const state = (one: Suggestion) => this.stateOf(one);
		this.list = new ReviewList(
			this.listElement,
			(block) => parts.where(block).heading,
			state,
			(id) => this.pick(id),
		);
		this.page = new ReviewPage(paper, session.snapshot, state, (id) => this.pick(id));
		this.questions = new ReviewQuestions(side, body, parts);
		this.foot = new ReviewFoot(root, {
			apply: () => parts.apply(),
			undo: () => session.act({ kind: "undo" }),
			setView: (view) => this.setView(view),
			toggleList: () => root.toggleClass("is-list", !root.hasClass("is-list")),
			yes: () => this.run(this.yesOrNo("y")),
			no: () => this.run(this.yesOrNo("n")),
		});
		component.registerDomEvent(root, "keydown", (event) => this.onKey(event));
		component.register(session.onChange(() => this.onChange()));
		this.tab = reviewTabs(session)[0]?.id ?? "";
		this.showAll();
		this.focusFirstOpen();
		this.focusList();
	}

	/** Closes an open input instead of the sheet. True: there was one. */
	cancelInput(): boolean {
		if (this.editing === null) return false;
		this.editing.remove();
		this.editing = null;
		this.focusList();
		return true;
	}

	/** The draft was edited elsewhere: what follows it stands, the rest is shown as stale. */
	showFollowed(): void {
		this.plan();
	}

	private get session(): RefineSession {
		return this.parts.session;
	}

	private get review(): Review {
		return this.session.review;
	}

	private get isQuestions(): boolean {
		return this.tab === QUESTIONS;
	}

	private stateOf(one: Suggestion): SuggestionState {
		return stateNow(this.review, one, this.parts.follower);
	}

	private readonly isOpen = (one: Suggestion): boolean => {
		const state = this.stateOf(one);
		return state === "open" || state === "amber";
	};

	/** Decisions show at once; what streams in is drawn once a frame. */
	private onChange(): void {
		if (this.isActing) return;
		const { review, last } = this;
		const isDecision =
			review !== last &&
			review.suggestions === last.suggestions &&
			review.questions === last.questions &&
			review.splits === last.splits;
		if (isDecision) this.showDecision(this.focused);
		else this.plan();
	}

	private plan(): void {
		if (this.isPlanned) return;
		this.isPlanned = true;
		this.root.win.requestAnimationFrame(() => {
			this.isPlanned = false;
			if (this.root.isConnected) this.showAll();
		});
	}

	/** Draws what a decision changed and the blocks of the old and the new focus, each once. */
	private showDecision(focused: Suggestion | null): void {
		const { review, last } = this;
		this.last = review;
		const blocks = new Set<number>();
		for (const one of review.suggestions)
			if (review.decisions.get(one.id) !== last.decisions.get(one.id)) blocks.add(one.edit.b);
		const changed = new Set<string>();
		for (const block of blocks)
			for (const one of this.page.suggestionsOf(block)) changed.add(one.id);
		this.list.update(review, changed);
		this.setFocus(focused, blocks);
		this.showNumbers();
		if (this.isQuestions) this.questions.show();
	}

	private setFocus(now: Suggestion | null, blocks: Set<number> = new Set()): void {
		this.cancelInput();
		if (this.focused !== null) blocks.add(this.focused.edit.b);
		if (now !== null) blocks.add(now.edit.b);
		this.focused = now;
		for (const block of blocks) this.page.draw(block, this.review, now, this.view);
		this.list.focus(now?.id ?? null);
		this.drawCard();
	}

	private showAll(): void {
		const { review, isQuestions } = this;
		this.last = review;
		this.parts.follower.add(review.suggestions);
		this.page.index(review);
		drawTabs(this.tabs, reviewTabs(this.session), this.tab, (id) => this.chooseTab(id));
		this.root.toggleClass("is-questions", isQuestions);
		this.list.show(review, {
			filter: {
				pass: isQuestions ? null : (this.tab as PassId),
				editKind: this.choice.kind === "blocked" ? null : this.choice.kind,
				states: this.choice.kind === "blocked" ? ["blocked"] : isQuestions ? [] : null,
			},
			order: this.choice.order,
		});
		drawStrip(this.strip, this.session, {
			explain: (failure) => this.parts.explain(failure),
			headingOf: (block) => this.parts.where(block).heading,
			isTabRead: reviewTabs(this.session).some(({ id, state }) => id === this.tab && state === "read"),
			isTabEmpty: !isQuestions && this.choice.kind === null && this.list.suggestions.length === 0,
		});
		this.focused = review.suggestions.find(({ id }) => id === this.focused?.id) ?? null;
		if (isQuestions) this.questions.show();
		else if (this.focused === null) this.focused = this.firstOpen();
		this.page.drawAll(review, this.focused, this.view);
		this.list.focus(this.focused?.id ?? null);
		this.drawCard();
		this.showNumbers();
	}

	private showNumbers(): void {
		const { review, isQuestions } = this;
		drawMeter(this.meter, this.parts.meter.read(review), () => this.parts.explainMeter());
		let accepted = 0;
		for (const [id, { kind }] of review.decisions)
			if ((kind === "accept" || kind === "own") && !this.parts.follower.isLost(id)) accepted++;
		const marks = [...review.answers.values()].filter((answer) => answer === "marked").length;
		const { suggestions } = this.list;
		const total = isQuestions ? this.questions.total : suggestions.length;
		const done = isQuestions
			? this.questions.answered
			: suggestions.filter(({ id }) => review.decisions.has(id)).length;
		const { view } = this;
		this.foot.show({ isQuestions, done, total, accepted, toApply: accepted + marks, view });
		this.tools.show(this.choice, total - done, isQuestions);
	}

	private drawCard(): void {
		// What streams in meanwhile must not take a half-typed sentence away.
		if (this.editing !== null) return;
		this.card?.remove();
		const { focused } = this;
		this.card =
			focused === null || this.isQuestions
				? null
				: drawFocusedCard(focused, {
						page: this.page,
						scroller: this.pageElement,
						listed: this.list.suggestions,
						state: this.stateOf(focused),
						snapshot: this.session.snapshot,
						where: (block) => this.whereWords(block),
						act: (what) => this.cardAct(what),
					});
	}

	private whereWords(block: number): string {
		const { heading, paragraph } = this.parts.where(block);
		return t("refine.where", { heading, paragraph });
	}

	private chooseTab(id: string): void {
		this.tab = id;
		this.choice = { ...this.choice, kind: null };
		this.focused = null;
		this.showAll();
		this.focusFirstOpen();
		this.focusList();
	}

	private setView(view: PageView): void {
		this.view = view;
		this.page.drawAll(this.review, this.focused, view);
		this.drawCard();
		this.showNumbers();
	}

	private firstOpen(): Suggestion | null {
		return this.list.suggestions.find(this.isOpen) ?? this.list.suggestions[0] ?? null;
	}

	private focusFirstOpen(): void {
		if (this.isQuestions) this.questions.focusFirstOpen();
		else this.setFocus(this.firstOpen());
	}

	/** Where the list is folded away, the whole screen takes the keys. */
	private focusList(): void {
		if (!this.isQuestions) this.listElement.focus();
		else this.questions.focusList();
		const { activeElement } = this.root.doc;
		if (!this.root.contains(activeElement)) this.root.focus();
	}

	private pick(id: string): void {
		this.root.removeClass("is-list");
		this.setFocus(this.review.suggestions.find((one) => one.id === id) ?? null);
	}

	/** A decision and the step to what is decided next, drawn together. False: nothing may be decided so. */
	private decide(...actions: readonly ReviewAction[]): boolean {
		const before = this.review;
		this.isActing = true;
		for (const action of actions) this.session.act(action);
		this.isActing = false;
		if (this.review === before) {
			this.parts.announce(t("refine.cannot"));
			return false;
		}
		const next = nextOpen(this.list.suggestions, this.focused?.id ?? null, this.isOpen);
		this.showDecision(next ?? this.focused);
		return true;
	}

	private cardAct(what: CardAct): void {
		const one = this.focused;
		if (one === null) return;
		const { id } = one;
		switch (what) {
			case "accept":
				if (this.parts.follower.isLost(id)) return this.parts.announce(t("refine.cannot"));
				this.decide({ kind: "decide", id, decision: { kind: "accept" } });
				return;
			case "reject":
				this.decide({ kind: "decide", id, decision: { kind: "reject" } });
				return;
			case "ask":
				this.decide({ kind: "decide", id, decision: { kind: "aside" } });
				return;
			case "rest":
				this.decide({ kind: "accept-rest", id });
				return;
			case "split":
				return this.split(one);
			case "edit":
				return this.editInOwnWords(one);
			case "twin":
				return this.page.flash(one.twin);
			case "undo":
				return this.session.act({ kind: "decide", id, decision: null });
		}
	}

	private split(one: Suggestion): void {
		this.isActing = true;
		this.session.split(one);
		this.isActing = false;
		this.showAll();
		const parts = this.review.splits.get(one.id) ?? [];
		const first = this.list.suggestions.find(({ id }) => parts.includes(id));
		this.setFocus(first ?? this.firstOpen());
	}

	private rejectRest({ edit }: Suggestion): void {
		const rest = this.list.suggestions.filter(
			({ id, edit: { b } }) => b === edit.b && !this.review.decisions.has(id),
		);
		const decision = { kind: "reject" } as const;
		this.decide(...rest.map(({ id }) => ({ kind: "decide", id, decision }) as const));
	}

	private editInOwnWords(one: Suggestion): void {
		if (one.home === null || this.card === null || this.parts.follower.isLost(one.id)) return;
		this.cancelInput();
		this.editing = drawOwnWords(this.card, one.home.quote.exact, (text) => {
			this.cancelInput();
			this.decide({ kind: "decide", id: one.id, decision: { kind: "own", text } });
		});
	}

	private yesOrNo(letter: "y" | "n"): ReviewCommand | null {
		const key = { letter, isMod: false, isShift: false, isAlt: false, isRepeat: false };
		return commandOf(key, this.isQuestions);
	}

	private onKey(event: KeyboardEvent): void {
		if (!isCommandKey(event)) return;
		const key = {
			letter: letterOf(event),
			isMod: event.ctrlKey || event.metaKey,
			isShift: event.shiftKey,
			isAlt: event.altKey,
			isRepeat: event.repeat,
		};
		const command = commandOf(key, this.isQuestions);
		if (command === null) return;
		event.preventDefault();
		event.stopPropagation();
		this.run(command);
	}

	private run(command: ReviewCommand | null): void {
		const one = this.focused;
		switch (command?.kind) {
			case "move":
				if (this.isQuestions) return this.questions.move(command.by);
				return this.setFocus(neighbour(this.list.suggestions, one?.id ?? null, command.by));
			case "tab": {
				const tab = reviewTabs(this.session)[command.nth - 1];
				if (tab !== undefined) this.chooseTab(tab.id);
				return;
			}
			case "card":
				return this.cardAct(command.act);
			case "question":
				return this.questions.act(command.act);
			case "undo":
			case "redo":
				return this.session.act({ kind: command.kind });
			case "apply":
				return this.parts.apply();
			case "keys":
				return this.parts.showKeys();
			case "view":
				return this.setView(NEXT_VIEW[this.view]);
			case "filter":
				return this.tools.focus();
			case "again":
				if (this.session.state !== "reading") this.session.continueReading();
				return;
			case "open":
				if (one !== null) this.parts.openPlace(one.edit.b, one.edit.q);
				return;
			case "reject-rest":
				if (one !== null) this.rejectRest(one);
				return;
			case undefined:
		}
	}
}
