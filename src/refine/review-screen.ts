import type { Component } from "obsidian";
import { isCommandKey, letterOf } from "../ui/keys";
import type { PageView } from "./page-segments";
import { drawMeter, drawTabs, type HeadTab } from "./refine-head-face";
import { ReviewFoot } from "./review-foot-face";
import { ReviewNarrow } from "./review-narrow-face";
import { commandOf, type ReviewCommand } from "./review-keys";
import type { ListQuestion } from "./review-list-face";
import { ReviewQuestions } from "./review-questions";
import { ReviewStrip } from "./review-strip-face";
import { ReviewSuggestions } from "./review-suggestions";
import { QUESTIONS, reviewTabs } from "./review-tabs";
import { ReviewTools, type ToolsChoice } from "./review-tools-face";
import type { ScreenParts } from "./screen-parts";
import type { RefineSession } from "./session";
import type { PassId } from "./suggestion";

const SECOND = 1000;

const NEXT_VIEW: Readonly<Record<PageView, PageView>> = {
	changes: "before",
	before: "after",
	after: "changes",
};

/** The review: passes and meter above, list beside the page, the card under the paragraph, keys below. */
export class ReviewScreen {
	private tab = "";
	private choice: ToolsChoice = { kind: null, noteKind: null, order: "place" };
	private isPlanned = false;
	private shownTabs: readonly HeadTab[] = [];
	private readonly tabs: HTMLElement;
	private readonly meter: HTMLElement;
	private readonly narrow: ReviewNarrow;
	private readonly strip: ReviewStrip;
	private readonly tools: ReviewTools;
	private readonly suggestions: ReviewSuggestions;
	private readonly questions: ReviewQuestions;
	private readonly foot: ReviewFoot;

	constructor(
		private readonly root: HTMLElement,
		private readonly parts: ScreenParts,
		component: Component,
	) {
		const { session } = parts;
		root.tabIndex = -1;
		const head = root.createDiv({ cls: "winnow-refine-head" });
		this.tabs = head.createDiv({ cls: "winnow-refine-tabs" });
		const toggleList = () => root.toggleClass("is-list", !root.hasClass("is-list"));
		this.narrow = new ReviewNarrow(head, { apply: () => parts.apply(), toggleList });
		this.meter = head.createDiv();
		const strip = root.createDiv({ cls: "winnow-refine-strip", attr: { role: "status" } });
		const look = () => this.lookAtOpen();
		this.strip = new ReviewStrip(strip, session, { ...parts, look });
		const body = root.createDiv({ cls: "winnow-refine-body" });
		const side = body.createDiv({ cls: "winnow-refine-side" });
		this.tools = new ReviewTools(side, (choice) => {
			this.choice = choice;
			this.showAll();
			if (!this.isQuestions) this.suggestions.focusFirstOpen();
		});
		this.suggestions = new ReviewSuggestions(side, body, parts, {
			decided: () => this.showDecided(),
			redraw: () => this.showAll(),
		});
		this.questions = new ReviewQuestions(side, body, parts);
		this.foot = new ReviewFoot(root, {
			apply: () => parts.apply(),
			undo: () => session.act({ kind: "undo" }),
			setView: (view) => this.setView(view),
			toggleList,
			yes: () => this.runLetter("y"),
			no: () => this.runLetter("n"),
		});
		component.registerDomEvent(root, "keydown", (event) => this.onKey(event));
		component.register(
			session.onChange(() => {
				if (!this.suggestions.showsChange()) this.plan();
			}),
		);
		component.registerInterval(root.win.setInterval(() => this.strip.tick(), SECOND));
		this.chooseTab(reviewTabs(session)[0]?.id ?? "");
	}

	/** Closes an open input instead of the sheet. True: there was one. */
	cancelInput(): boolean {
		return this.suggestions.cancelInput();
	}

	/** Goes to the first suggestion that is to be decided, from wherever the focus is. */
	lookAtOpen(): void {
		if (this.isQuestions) return;
		this.suggestions.focusFirstOpen();
		this.suggestions.focusList();
	}

	/** The draft was edited elsewhere: what follows it stands, the rest is shown as stale. */
	showFollowed(): void {
		this.plan();
	}

	private get session(): RefineSession {
		return this.parts.session;
	}

	private get isQuestions(): boolean {
		return this.tab === QUESTIONS;
	}

	/** What streams in is drawn once a frame. */
	private plan(): void {
		if (this.isPlanned) return;
		this.isPlanned = true;
		this.root.win.requestAnimationFrame(() => {
			this.isPlanned = false;
			if (this.root.isConnected) this.showAll();
		});
	}

	private showAll(): void {
		const tabs = reviewTabs(this.session);
		this.shownTabs = tabs;
		// The first reading names its pass only once it is there.
		if (!tabs.some(({ id }) => id === this.tab)) this.tab = tabs[0]?.id ?? "";
		const { isQuestions } = this;
		drawTabs(this.tabs, tabs, this.tab, (id) => this.chooseTab(id));
		this.root.toggleClass("is-questions", isQuestions);
		this.suggestions.show(isQuestions ? null : this.question());
		if (isQuestions) this.questions.showKind(this.choice.noteKind);
		const isEmpty = this.suggestions.shown.length === 0;
		this.strip.show({
			explain: (failure) => this.parts.explain(failure),
			headingOf: (block) => this.parts.where(block).heading,
			isTabRead: tabs.some(({ id, state }) => id === this.tab && state === "read"),
			isTabEmpty: !isQuestions && this.choice.kind === null && isEmpty,
		});
		this.showNumbers();
	}

	private question(): ListQuestion {
		const { kind, order } = this.choice;
		const isBlocked = kind === "blocked";
		const pass = this.tab as PassId;
		const filter = {
			pass,
			editKind: isBlocked ? null : kind,
			states: isBlocked ? (["blocked"] as const) : null,
		};
		return { filter, order };
	}

	private showDecided(): void {
		this.showNumbers();
		if (this.isQuestions) this.questions.show();
	}

	private showNumbers(): void {
		const { isQuestions, suggestions, questions } = this;
		const { review } = this.session;
		drawMeter(this.meter, this.parts.meter.read(review), () => this.parts.explainMeter());
		let accepted = 0;
		for (const [id, { kind }] of review.decisions)
			if ((kind === "accept" || kind === "own") && !this.parts.follower.isLost(id))
				accepted++;
		const marks = [...review.answers.values()].filter((answer) => answer === "marked").length;
		const total = isQuestions ? questions.total : suggestions.shown.length;
		const done = isQuestions
			? questions.answered
			: suggestions.shown.filter(({ id }) => review.decisions.has(id)).length;
		const view = suggestions.pageView;
		this.foot.show({ isQuestions, done, total, accepted, toApply: accepted + marks, view });
		const toApply = accepted + marks;
		const label = this.shownTabs.find(({ id }) => id === this.tab)?.label ?? "";
		this.narrow.show({ done, total, label, toApply });
		this.tools.show(this.choice, total - done, isQuestions);
	}

	private chooseTab(id: string): void {
		this.tab = id;
		this.choice = { ...this.choice, kind: null, noteKind: null };
		this.showAll();
		const shown = this.isQuestions ? this.questions : this.suggestions;
		shown.focusFirstOpen();
		shown.focusList();
		// Where the list is folded away, the whole screen takes the keys.
		if (!this.root.contains(this.root.doc.activeElement)) this.root.focus();
	}

	private setView(view: PageView): void {
		this.suggestions.setView(view);
		this.showNumbers();
	}

	private runLetter(letter: "y" | "n"): void {
		const key = { letter, isMod: false, isShift: false, isAlt: false, isRepeat: false };
		const command = commandOf(key, this.isQuestions);
		if (command !== null) this.run(command);
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

	private run(command: ReviewCommand): void {
		const { session, suggestions, questions } = this;
		switch (command.kind) {
			case "move":
				return (this.isQuestions ? questions : suggestions).move(command.by);
			case "tab": {
				const tab = reviewTabs(session)[command.nth - 1];
				if (tab !== undefined) this.chooseTab(tab.id);
				return;
			}
			case "card":
				return suggestions.act(command.act);
			case "question":
				return questions.act(command.act);
			case "undo":
			case "redo":
				return session.act({ kind: command.kind });
			case "apply":
				return this.parts.apply();
			case "keys":
				return this.parts.showKeys();
			case "view":
				return this.setView(NEXT_VIEW[suggestions.pageView]);
			case "filter":
				return this.tools.focus();
			case "again":
				if (session.state === "reading") return;
				if (session.isUnfinished) return session.continueReading();
				return suggestions.act("again");
			case "fold":
			case "unfold":
				return (this.isQuestions ? questions : suggestions).fold(command.kind === "fold");
			case "open":
				return suggestions.open();
			case "reject-rest":
				return suggestions.rejectRest();
		}
	}
}
