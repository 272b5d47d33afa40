import type { Span } from "../text/edit";
import { elementOf } from "../ui/element-of";
import { t } from "../ui/i18n";
import { pageSegments, type PageSuggestion, type PageView, type Segment } from "./page-segments";
import type { Review } from "./decisions";
import { visible, type SuggestionState } from "./review-shown";
import { editsFor } from "./rivals";
import type { Snapshot, SnapshotBlock } from "./snapshot";
import type { Suggestion } from "./suggestion";

/** Kinds of blocks that the page shows as prose; the rest stands in small type. */
const PROSE = new Set(["paragraph", "item", "quote", "callout", "footnote"]);
/** Never shown: they are not part of what is read. */
const HIDDEN = new Set(["frontmatter", "comment"]);

/** The draft as running text. A block is drawn anew only when something in it was decided. */
export class ReviewPage {
	private readonly blocks = new Map<number, HTMLElement>();
	/** What each block shows now, so that only those that change are drawn. */
	private readonly drawn = new Map<number, string>();
	private byBlock = new Map<number, readonly Suggestion[]>();

	constructor(
		container: HTMLElement,
		private readonly snapshot: Snapshot,
		private readonly stateOf: (one: Suggestion) => SuggestionState,
		onPick: (id: string) => void,
	) {
		container.addEventListener("click", (event) => {
			const place = elementOf(event)?.closest<HTMLElement>("[data-id]");
			const id = place?.dataset.id;
			if (id !== undefined) onPick(id);
		});
		for (const block of snapshot.blocks) {
			if (HIDDEN.has(block.kind)) continue;
			this.blocks.set(
				block.id,
				container.createDiv({ cls: blockClass(snapshot, block), attr: { dir: "auto" } }),
			);
		}
	}

	elementOf(block: number): HTMLElement | null {
		return this.blocks.get(block) ?? null;
	}

	suggestionsOf(block: number): readonly Suggestion[] {
		return this.byBlock.get(block) ?? [];
	}

	/** Brings a passage into view and shows for a moment where it is. */
	flash(span: Span | null): void {
		const block = span === null ? null : this.snapshot.blockAt(span.from);
		const element = block === null ? null : this.elementOf(block.id);
		if (element === null) return;
		element.scrollIntoView({ block: "center" });
		element.addClass("is-twin");
		element.win.setTimeout(() => element.removeClass("is-twin"), SHOWN_MS);
	}

	/** Sorts the suggestions by block; `draw` shows them. */
	index(review: Review): void {
		const lists = new Map<number, Suggestion[]>();
		for (const one of visible(review)) {
			const list = lists.get(one.edit.b) ?? [];
			list.push(one);
			lists.set(one.edit.b, list);
		}
		this.byBlock = lists;
	}

	drawAll(review: Review, focused: Suggestion | null, view: PageView): void {
		for (const block of this.snapshot.blocks) this.draw(block.id, review, focused, view);
	}

	draw(id: number, review: Review, focused: Suggestion | null, view: PageView): void {
		const element = this.blocks.get(id);
		const block = this.snapshot.block(id);
		if (element === undefined || block === null) return;
		const suggestions = this.suggestionsOf(id).map((one): PageSuggestion => {
			const decision = review.decisions.get(one.id);
			const edits = decision === undefined ? [] : editsFor(one, decision);
			return { suggestion: one, state: this.stateOf(one), edits };
		});
		const inFocus = focused?.edit.b === id ? focused.id : null;
		const segments = pageSegments(this.snapshot.text, block, suggestions, inFocus, view);
		const print = `${inFocus ?? ""} ${JSON.stringify(segments)}`;
		if (this.drawn.get(id) === print) return;
		this.drawn.set(id, print);
		element.empty();
		element.toggleClass("is-near", inFocus !== null);
		withoutMarker(segments, block).forEach((segment) => drawSegment(element, segment));
	}
}

const SHOWN_MS = 1500;

function blockClass(snapshot: Snapshot, block: SnapshotBlock): string {
	if (block.kind === "heading") {
		const level = /^#{1,6}/.exec(snapshot.textOf(block))?.[0].length ?? 2;
		return `winnow-refine-block is-heading is-level-${level}`;
	}
	const isProse = PROSE.has(block.kind);
	return `winnow-refine-block is-${block.kind}${isProse ? "" : " is-apart"}`;
}

/** A heading is shown without its `#`: the size says it. */
function withoutMarker(segments: readonly Segment[], block: SnapshotBlock): readonly Segment[] {
	const [first, ...rest] = segments;
	if (block.kind !== "heading" || first?.kind !== "plain") return segments;
	return [{ kind: "plain", text: first.text.replace(/^#{1,6}[ \t]+/, "") }, ...rest];
}

function drawSegment(parent: HTMLElement, segment: Segment): void {
	switch (segment.kind) {
		case "plain":
			parent.appendText(segment.text);
			return;
		case "place":
			parent.createSpan({
				cls: `winnow-refine-place is-${segment.state}`,
				text: segment.text,
				attr: { "data-id": segment.id },
			});
			return;
		case "removed":
		case "added": {
			const isGone = segment.kind === "removed";
			const element = parent.createEl(isGone ? "del" : "ins", {
				cls: "winnow-refine-change",
				attr: { "data-id": segment.id },
			});
			const hint = isGone ? t("refine.removed") : t("refine.inserted");
			element.createSpan({ cls: "winnow-visually-hidden", text: `${hint}: ` });
			element.appendText(segment.text);
			return;
		}
		case "accepted":
			parent.createSpan({
				cls: segment.text === "" ? "winnow-refine-seam" : "winnow-refine-accepted",
				text: segment.text,
				attr: { "data-id": segment.id },
			});
	}
}
