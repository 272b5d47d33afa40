import { elementOf } from "../ui/element-of";
import { t } from "../ui/i18n";
import type { Review } from "./decisions";
import { makeGroup, type ListGroup } from "./list-group-face";
import { makeRow, paintRow } from "./review-row-face";
import {
	byCertainty,
	byPlace,
	filtered,
	type ReviewFilter,
	type SuggestionState,
} from "./review-shown";
import type { Suggestion } from "./suggestion";

export type ListOrder = "place" | "certainty";

export type ListQuestion = Readonly<{ filter: ReviewFilter; order: ListOrder }>;

/** The section a block stands in, for grouping. */
export type SectionOf = (block: number) => string;

/** The suggestions a question shows, in its order. */
export function listed(review: Review, { filter, order }: ListQuestion): readonly Suggestion[] {
	const found = filtered(review, filter);
	return order === "place" ? byPlace(found) : byCertainty(found);
}

type Group = ListGroup & Readonly<{ ids: string[] }>;

/**
 * The list beside the page: a row per suggestion, grouped by heading. Rows are kept by id, so that a decision
 * touches its own row only and nothing above the focus moves.
 */
export class ReviewList {
	private readonly rows = new Map<string, HTMLElement>();
	private shown: readonly Suggestion[] = [];
	private groups = new Map<string, Group>();
	private groupOf = new Map<string, Group>();
	private readonly folded = new Set<string>();
	private focused: string | null = null;

	constructor(
		private readonly container: HTMLElement,
		private readonly sectionOf: SectionOf,
		private readonly stateOf: (one: Suggestion) => SuggestionState,
		onPick: (id: string) => void,
	) {
		container.setAttrs({ role: "listbox", tabindex: "0", "aria-label": t("refine.list") });
		container.addEventListener("click", (event) => {
			const hit = elementOf(event);
			const id = hit?.closest<HTMLElement>("[data-id]")?.dataset.id;
			if (id !== undefined) return onPick(id);
			const key = hit?.closest<HTMLElement>("[data-group]")?.dataset.group;
			if (key !== undefined) this.fold(key, !this.folded.has(key));
		});
	}

	get suggestions(): readonly Suggestion[] {
		return this.shown;
	}

	/** Those that keys move through: not in a folded section. */
	get reachable(): readonly Suggestion[] {
		return this.folded.size === 0
			? this.shown
			: this.shown.filter(({ id }) => !this.isFolded(id));
	}

	/**
	 * Shows what a question asks for. Rows and headings that stay are not moved, so that nothing scrolls away.
	 * @param below what stands behind the last row
	 */
	show(review: Review, question: ListQuestion, below: HTMLElement | null): void {
		this.shown = listed(review, question);
		const isGrouped = question.order === "place";
		const before = this.groups;
		this.groups = new Map();
		this.groupOf = new Map();
		const wanted: HTMLElement[] = [];
		let heading: string | null = null;
		let group: Group | null = null;
		for (const one of this.shown) {
			const under = this.sectionOf(one.edit.b);
			if (isGrouped && (group === null || under !== heading)) {
				heading = under;
				const key = `${this.groups.size} ${under}`;
				group = { ...(before.get(key) ?? makeGroup(key, under)), ids: [] };
				this.groups.set(key, group);
				wanted.push(group.element);
			}
			if (group !== null) {
				group.ids.push(one.id);
				this.groupOf.set(one.id, group);
			}
			const row = this.rows.get(one.id) ?? makeRow(one);
			this.rows.set(one.id, row);
			wanted.push(row);
		}
		const keep = new Set(this.shown.map((one) => one.id));
		for (const [id, row] of this.rows) {
			if (keep.has(id)) continue;
			row.remove();
			this.rows.delete(id);
		}
		putInOrder(this.container, below === null ? wanted : [...wanted, below]);
		for (const each of this.groups.values()) this.paintFold(each);
		this.update(review, keep);
		this.focus(this.focused);
	}

	/** Redraws the state of these rows only, and the counts of their sections. */
	update(review: Review, ids: Iterable<string>): void {
		const groups = new Set<Group>();
		const byId = new Map(this.shown.map((one) => [one.id, one]));
		for (const id of ids) {
			const row = this.rows.get(id);
			const one = byId.get(id);
			if (row === undefined || one === undefined) continue;
			paintRow(row, one, this.stateOf(one), id === this.focused);
			const group = this.groupOf.get(id);
			if (group !== undefined) groups.add(group);
		}
		for (const { count, ids: members } of groups) {
			const decided = members.filter((id) => review.decisions.has(id)).length;
			count.setText(t("refine.decidedOf", { decided, total: members.length }));
		}
	}

	/** Folds or unfolds the section of the row in focus. */
	foldFocused(isFolded: boolean): void {
		const group = this.focused === null ? undefined : this.groupOf.get(this.focused);
		if (group !== undefined) this.fold(group.key, isFolded);
	}

	focus(id: string | null): void {
		if (this.focused !== null) this.rows.get(this.focused)?.removeClass("is-focused");
		this.focused = id;
		const row = id === null ? undefined : this.rows.get(id);
		if (id === null || row === undefined) {
			this.container.removeAttribute("aria-activedescendant");
			return;
		}
		row.addClass("is-focused");
		this.container.setAttr("aria-activedescendant", row.id);
	}

	/** Scrolls to the row in focus. The browser lays out all that was drawn before. */
	reveal(): void {
		const id = this.focused;
		if (id === null) return;
		const place = this.isFolded(id) ? this.groupOf.get(id)?.element : this.rows.get(id);
		place?.scrollIntoView({ block: "nearest" });
	}

	private isFolded(id: string): boolean {
		const group = this.groupOf.get(id);
		return group !== undefined && this.folded.has(group.key);
	}

	private fold(key: string, isFolded: boolean): void {
		const group = this.groups.get(key);
		if (group === undefined || this.folded.has(key) === isFolded) return;
		if (isFolded) this.folded.add(key);
		else this.folded.delete(key);
		this.paintFold(group);
	}

	private paintFold({ key, element, ids }: Group): void {
		const isFolded = this.folded.has(key);
		element.toggleClass("is-folded", isFolded);
		for (const id of ids) this.rows.get(id)?.toggle(!isFolded);
	}
}

/** Makes these the only children, in this order; what stands in its place is not touched. */
function putInOrder(container: HTMLElement, wanted: readonly HTMLElement[]): void {
	let next = container.firstChild;
	for (const element of wanted) {
		if (element === next) next = next.nextSibling;
		else container.insertBefore(element, next);
	}
	while (next !== null) {
		const behind: ChildNode | null = next.nextSibling;
		next.remove();
		next = behind;
	}
}
