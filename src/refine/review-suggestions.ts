import { t } from "../ui/i18n";
import { drawOwnWords } from "./own-words-face";
import type { PageView } from "./page-segments";
import type { CardAct } from "./review-card-face";
import { bringToSameHeight, drawFocusedCard } from "./review-card-place";
import { neighbour, nextOpen } from "./review-focus";
import { drawPending } from "./pending-face";
import { ReviewList, type ListQuestion } from "./review-list-face";
import { ReviewPage } from "./review-page-face";
import type { ScreenParts } from "./screen-parts";
import type { Review } from "./decisions";
import type { ReviewAction } from "./review";
import type { SuggestionState } from "./review-shown";
import type { RefineSession } from "./session";
import { stateNow } from "./state-now";
import type { Suggestion } from "./suggestion";

export type SuggestionParts = Pick<
	ScreenParts,
	"session" | "follower" | "where" | "openPlace" | "announce" | "askAgain"
>;

/** Suggestions in their list and on the page, with one of them in focus and its card below its paragraph. */
export class ReviewSuggestions {
	private focused: Suggestion | null = null;
	private view: PageView = "changes";
	private last: Review;
	private isActing = false;
	private editing: HTMLElement | null = null;
	private card: HTMLElement | null = null;
	private readonly listElement: HTMLElement;
	private readonly list: ReviewList;
	private readonly pageElement: HTMLElement;
	private readonly page: ReviewPage;

	/** @param screen what counts decisions, and draws all anew */
	constructor(
		side: HTMLElement,
		body: HTMLElement,
		private readonly parts: SuggestionParts,
		private readonly screen: Readonly<{ decided(): void; redraw(): void }>,
	) {
		this.last = parts.session.review;
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
		this.page = new ReviewPage(paper, parts.session.snapshot, state, (id) => this.pick(id));
	}

	get shown(): readonly Suggestion[] {
		return this.list.suggestions;
	}

	get pageView(): PageView {
		return this.view;
	}

	/** Draws what a question asks for. Null: another tab is shown, without suggestions. */
	show(question: ListQuestion | null): void {
		const { review } = this;
		this.last = review;
		this.parts.follower.add(review.suggestions);
		this.page.index(review);
		if (question === null) return void this.setFocus(null);
		this.list.show(review, question, drawPending(this.parts, question));
		const still = review.suggestions.find(({ id }) => id === this.focused?.id);
		this.focused = still ?? this.firstOpen();
		this.page.drawAll(review, this.focused, this.view);
		this.list.focus(this.focused?.id ?? null);
		this.drawCard();
	}

	/** A change of the session that this did not make itself. True: it was a decision, and is drawn. */
	showsChange(): boolean {
		if (this.isActing) return true;
		const { review, last } = this;
		const isDecision =
			review !== last &&
			review.suggestions === last.suggestions &&
			review.questions === last.questions &&
			review.splits === last.splits;
		if (isDecision) this.showDecision(this.focused);
		return isDecision;
	}

	/** Closes an open field instead of the sheet. True: there was one. */
	cancelInput(): boolean {
		if (this.editing === null) return false;
		this.editing.remove();
		this.editing = null;
		this.focusList();
		return true;
	}

	focusList(): void {
		this.listElement.focus();
	}

	focusFirstOpen(): void {
		this.setFocus(this.firstOpen());
	}

	move(by: number): void {
		const { reachable } = this.list;
		const isThere = reachable.some(({ id }) => id === this.focused?.id);
		// From within a folded section on to what is next to it.
		const list = isThere ? reachable : this.shown;
		const next = neighbour(list, this.focused?.id ?? null, by);
		if (isThere || next === null) return this.setFocus(next);
		const at = this.shown.indexOf(next);
		const rest = by > 0 ? this.shown.slice(at) : this.shown.slice(0, at + 1).reverse();
		this.setFocus(rest.find((one) => reachable.includes(one)) ?? this.focused);
	}

	fold(isFolded: boolean): void {
		this.list.foldFocused(isFolded);
	}

	setView(view: PageView): void {
		this.view = view;
		this.page.drawAll(this.review, this.focused, view);
		this.drawCard();
	}

	open(): void {
		if (this.focused !== null) this.parts.openPlace(this.focused.edit.b, this.focused.edit.q);
	}

	act(what: CardAct): void {
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
			case "undo-last":
				return this.session.act({ kind: "undo" });
			case "again":
				if (this.stateOf(one) === "stale") return this.parts.askAgain(one);
				return this.parts.announce(t("refine.again.only"));
		}
	}

	private split(one: Suggestion): void {
		this.isActing = true;
		this.session.split(one);
		this.isActing = false;
		this.screen.redraw();
		const parts = this.review.splits.get(one.id) ?? [];
		const first = this.shown.find(({ id }) => parts.includes(id));
		this.setFocus(first ?? this.firstOpen());
	}

	rejectRest(): void {
		const { edit } = this.focused ?? {};
		if (edit === undefined) return;
		const rest = this.shown.filter(
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

	private get session(): RefineSession {
		return this.parts.session;
	}

	private get review(): Review {
		return this.session.review;
	}

	private stateOf(one: Suggestion): SuggestionState {
		return stateNow(this.review, one, this.parts.follower);
	}

	private readonly isOpen = (one: Suggestion): boolean => {
		const state = this.stateOf(one);
		return state === "open" || state === "amber";
	};

	private firstOpen(): Suggestion | null {
		return this.shown.find(this.isOpen) ?? this.shown[0] ?? null;
	}

	private pick(id: string): void {
		this.listElement.closest(".is-list")?.removeClass("is-list");
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
		const next = nextOpen(this.shown, this.focused?.id ?? null, this.isOpen);
		this.showDecision(next ?? this.focused);
		return true;
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
		this.drawFocus(focused, blocks);
		this.screen.decided();
		this.reveal();
	}

	private setFocus(now: Suggestion | null): void {
		this.drawFocus(now, new Set());
		this.reveal();
	}

	/** Once all is drawn: each place asked for between two drawings would be a layout of its own. */
	private reveal(): void {
		const element = this.focused === null ? null : this.page.elementOf(this.focused.edit.b);
		if (element !== null) bringToSameHeight(this.pageElement, element);
		this.list.reveal();
	}

	/** @param blocks to be drawn besides those of the old and the new focus */
	private drawFocus(now: Suggestion | null, blocks: Set<number>): void {
		this.cancelInput();
		if (this.focused !== null) blocks.add(this.focused.edit.b);
		if (now !== null) blocks.add(now.edit.b);
		this.focused = now;
		for (const block of blocks) this.page.draw(block, this.review, now, this.view);
		this.list.focus(now?.id ?? null);
		this.drawCard();
	}

	private drawCard(): void {
		// What streams in meanwhile must not take a half-typed sentence away.
		if (this.editing !== null) return;
		this.card?.remove();
		const { focused } = this;
		this.card =
			focused === null
				? null
				: drawFocusedCard(focused, {
						page: this.page,
						listed: this.shown,
						state: this.stateOf(focused),
						snapshot: this.session.snapshot,
						where: (block) => this.whereWords(block),
						act: (what) => this.act(what),
					});
	}

	private whereWords(block: number): string {
		const { heading, paragraph } = this.parts.where(block);
		return t("refine.where", { heading, paragraph });
	}
}
