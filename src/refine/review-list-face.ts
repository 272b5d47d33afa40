import { setIcon } from "obsidian";
import { elementOf } from "../ui/element-of";
import { t } from "../ui/i18n";
import type { Review } from "./decisions";
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

/** The suggestions a question shows, in its order. */
export function listed(review: Review, { filter, order }: ListQuestion): readonly Suggestion[] {
	const found = filtered(review, filter);
	return order === "place" ? byPlace(found) : byCertainty(found);
}

type Group = Readonly<{ element: HTMLElement; count: HTMLElement; ids: string[] }>;

/**
 * The list beside the page: a row per suggestion, grouped by heading. Rows are kept by id, so that a decision
 * touches its own row only and nothing above the focus moves.
 */
export class ReviewList {
	private readonly rows = new Map<string, HTMLElement>();
	private shown: readonly Suggestion[] = [];
	private groups = new Map<string, Group>();
	private focused: string | null = null;

	constructor(
		private readonly container: HTMLElement,
		private readonly sectionOf: SectionOf,
		private readonly stateOf: (one: Suggestion) => SuggestionState,
		onPick: (id: string) => void,
	) {
		container.setAttrs({ role: "listbox", tabindex: "0", "aria-label": t("refine.list") });
		container.addEventListener("click", (event) => {
			const row = elementOf(event)?.closest<HTMLElement>("[data-id]");
			const id = row?.dataset.id;
			if (id !== undefined) onPick(id);
		});
	}

	get suggestions(): readonly Suggestion[] {
		return this.shown;
	}

	/** Shows what a question asks for. Rows and headings that stay are not moved, so that nothing scrolls away. */
	show(review: Review, question: ListQuestion): void {
		this.shown = listed(review, question);
		const isGrouped = question.order === "place";
		const before = this.groups;
		this.groups = new Map();
		const wanted: HTMLElement[] = [];
		let heading: string | null = null;
		let group: Group | null = null;
		for (const one of this.shown) {
			const under = this.sectionOf(one.edit.b);
			if (isGrouped && (group === null || under !== heading)) {
				heading = under;
				const key = `${this.groups.size} ${under}`;
				group = { ...(before.get(key) ?? this.makeGroup(under)), ids: [] };
				this.groups.set(key, group);
				wanted.push(group.element);
			}
			group?.ids.push(one.id);
			const row = this.rows.get(one.id) ?? this.makeRow(one);
			this.rows.set(one.id, row);
			wanted.push(row);
		}
		const keep = new Set(this.shown.map((one) => one.id));
		for (const [id, row] of this.rows) {
			if (keep.has(id)) continue;
			row.remove();
			this.rows.delete(id);
		}
		putInOrder(this.container, wanted);
		this.update(review, keep);
		this.focus(this.focused);
	}

	/** Redraws the state of these rows only. */
	update(review: Review, ids: ReadonlySet<string>): void {
		for (const one of this.shown) if (ids.has(one.id)) this.paint(one, this.stateOf(one));
		for (const { count, ids: members } of this.groups.values()) {
			if (!members.some((id) => ids.has(id))) continue;
			const decided = members.filter((id) => review.decisions.has(id)).length;
			count.setText(t("refine.decidedOf", { decided, total: members.length }));
		}
	}

	focus(id: string | null): void {
		if (this.focused !== null) this.rows.get(this.focused)?.removeClass("is-focused");
		this.focused = id;
		const row = id === null ? undefined : this.rows.get(id);
		if (row === undefined) {
			this.container.removeAttribute("aria-activedescendant");
			return;
		}
		row.addClass("is-focused");
		this.container.setAttr("aria-activedescendant", row.id);
		row.scrollIntoView({ block: "nearest" });
	}

	private makeGroup(heading: string): Omit<Group, "ids"> {
		const element = createDiv({
			cls: "winnow-refine-group",
			attr: { role: "presentation" },
		});
		element.createSpan({ text: heading, attr: { dir: "auto" } });
		return { element, count: element.createSpan({ cls: "winnow-refine-group-count" }) };
	}

	private makeRow(one: Suggestion): HTMLElement {
		const row = createDiv({
			cls: "winnow-refine-row",
			attr: { role: "option", "data-id": one.id },
		});
		row.id = `winnow-refine-${one.id}`;
		row.createSpan({ cls: "winnow-refine-row-icon" });
		const change = row.createSpan({ cls: "winnow-refine-row-change", attr: { dir: "auto" } });
		for (const edit of one.changes.slice(0, 2)) drawChange(change, one, edit);
		if (one.changes.length === 0) change.setText(one.edit.q);
		row.createSpan({ cls: "winnow-refine-row-kind", text: t(`refine.kind.${one.edit.k}`) });
		return row;
	}

	private paint(one: Suggestion, state: SuggestionState): void {
		const row = this.rows.get(one.id);
		if (row === undefined || row.dataset.state === state) return;
		row.dataset.state = state;
		row.className = `winnow-refine-row is-${state}`;
		row.toggleClass("is-focused", one.id === this.focused);
		row.setAttr("aria-selected", String(state === "accepted" || state === "own"));
		row.setAttr("aria-label", `${t(`refine.state.${state}`)}: ${one.edit.q}`);
		const icon = row.find(".winnow-refine-row-icon");
		setIcon(icon, STATE_ICONS[state]);
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

function drawChange(
	parent: HTMLElement,
	one: Suggestion,
	edit: Suggestion["changes"][number],
): void {
	const gone = edit.to - edit.from;
	if (gone > 0 && one.home !== null) {
		const from = edit.from - one.home.from;
		parent.createEl("del", { text: one.home.quote.exact.slice(from, from + gone) });
	}
	if (gone > 0 && edit.text !== "") parent.appendText(" ");
	if (edit.text !== "") parent.createEl("ins", { text: edit.text });
	parent.appendText(" ");
}
