import { parseQuestion, type Question } from "./inbox-question";
import type { Place } from "./inbox-state";

/** What a view keeps over reloads and when it moves to another window. */
export type Saved = Readonly<{
	question: Question;
	place: Place;
	/** Groups that are folded. */
	closed: ReadonlySet<string>;
	/** The source shown in the preview tab. */
	preview: string | null;
	scrollTop: number;
}>;

/** A longer selection is not kept: the layout file is written often. */
const MOST_SELECTED = 500;

export function savedState({
	question,
	place,
	closed,
	preview,
	scrollTop,
}: Saved): Record<string, unknown> {
	const selection = place.selection.size > MOST_SELECTED ? [] : [...place.selection];
	const { focus, index, travel } = place;
	return { question, focus, index, travel, selection, closed: [...closed], preview, scrollTop };
}

/** Null: no state of ours, as when a leaf is made by type alone. */
export function readSaved(raw: unknown): Saved | null {
	if (typeof raw !== "object" || raw === null || !("question" in raw)) return null;
	const { focus, index, travel, selection, closed, preview, scrollTop } = raw as Readonly<
		Record<string, unknown>
	>;
	return {
		question: parseQuestion(raw.question),
		place: {
			focus: typeof focus === "string" ? focus : null,
			index: typeof index === "number" ? Math.max(0, Math.floor(index)) : 0,
			selection: new Set(texts(selection)),
			anchor: null,
			travel: travel === -1 ? -1 : 1,
		},
		closed: new Set(texts(closed)),
		preview: typeof preview === "string" ? preview : null,
		scrollTop: typeof scrollTop === "number" ? scrollTop : 0,
	};
}

function texts(raw: unknown): readonly string[] {
	return Array.isArray(raw) ? raw.filter((text) => typeof text === "string") : [];
}
