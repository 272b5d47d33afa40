import { shownEdits } from "./change-groups";
import { edgesMeet, type Edit, type Span } from "../text/edit";
import type { SuggestionState } from "./review-shown";
import type { Suggestion } from "./suggestion";

/** A run of a block as the page shows it. `id`: the suggestion it belongs to. */
export type Segment = Readonly<
	| { kind: "plain"; text: string }
	/** Words a suggestion would touch, undecided. */
	| { kind: "place"; text: string; id: string; state: SuggestionState }
	| { kind: "removed" | "added"; text: string; id: string }
	/** New words of an accepted suggestion, and the seam where one only took away. */
	| { kind: "accepted"; text: string; id: string }
>;

export type PageView = "changes" | "before" | "after";

/** A suggestion with what the page needs to know of it. `edits` are what its decision does. */
export type PageSuggestion = Readonly<{
	suggestion: Suggestion;
	state: SuggestionState;
	edits: readonly Edit[];
}>;

/**
 * Cuts a block into runs. The focused suggestion shows every word that goes and comes; accepted ones read as they
 * will read; other open places are only marked. Where two meet, the focused one wins, then accepted ones.
 */
export function pageSegments(
	text: string,
	block: Span,
	suggestions: readonly PageSuggestion[],
	focused: string | null,
	view: PageView,
): readonly Segment[] {
	if (view === "before") return plain(text.slice(block.from, block.to));
	const shown = placed(suggestions, focused, view);
	const out: Segment[] = [];
	let at = block.from;
	for (const { span, segments } of shown.map((one) => drawn(text, one, focused, view))) {
		out.push(...plain(text.slice(at, span.from)), ...segments);
		at = span.to;
	}
	out.push(...plain(text.slice(at, block.to)));
	return out;
}

function isTaken(state: SuggestionState): boolean {
	return state === "accepted" || state === "own";
}

/** Those that can be drawn side by side, in the order of the text. */
function placed(
	suggestions: readonly PageSuggestion[],
	focused: string | null,
	view: PageView,
): readonly PageSuggestion[] {
	const rank = (one: PageSuggestion) =>
		one.suggestion.id === focused ? 0 : isTaken(one.state) ? 1 : 2;
	const isDrawn = (one: PageSuggestion) => {
		if (one.suggestion.home === null) return false;
		if (isTaken(one.state)) return true;
		if (view === "after") return false;
		return one.suggestion.id === focused || one.state === "open" || one.state === "amber";
	};
	const chosen: { one: PageSuggestion; span: Span }[] = [];
	for (const one of suggestions.filter(isDrawn).sort((a, b) => rank(a) - rank(b))) {
		const span = one.suggestion.home;
		if (span === null || chosen.some((other) => edgesMeet(other.span, span))) continue;
		chosen.push({ one, span });
	}
	return chosen.sort((a, b) => a.span.from - b.span.from).map(({ one }) => one);
}

function drawn(
	text: string,
	{ suggestion, state, edits }: PageSuggestion,
	focused: string | null,
	view: PageView,
): Readonly<{ span: Span; segments: readonly Segment[] }> {
	const span: Span = suggestion.home ?? { from: 0, to: 0 };
	const { id } = suggestion;
	if (isTaken(state)) {
		const isMarked = view === "changes";
		return { span, segments: afterSegments(text, span, edits, id, isMarked) };
	}
	if (id !== focused) {
		return {
			span,
			segments: [{ kind: "place", text: text.slice(span.from, span.to), id, state }],
		};
	}
	return { span, segments: changeSegments(text, span, suggestion.changes, id) };
}

function changeSegments(
	text: string,
	span: Span,
	edits: readonly Edit[],
	id: string,
): readonly Segment[] {
	const out: Segment[] = [];
	let at = span.from;
	for (const edit of shownEdits(text, edits, span.to)) {
		out.push(...plain(text.slice(at, edit.from)));
		if (edit.to > edit.from)
			out.push({ kind: "removed", text: text.slice(edit.from, edit.to), id });
		if (edit.text !== "") out.push({ kind: "added", text: edit.text, id });
		at = edit.to;
	}
	out.push(...plain(text.slice(at, span.to)));
	return out;
}

function afterSegments(
	text: string,
	span: Span,
	edits: readonly Edit[],
	id: string,
	isMarked: boolean,
): readonly Segment[] {
	const out: Segment[] = [];
	let at = span.from;
	for (const edit of shownEdits(text, edits, span.to)) {
		out.push(...plain(text.slice(at, edit.from)));
		if (isMarked) out.push({ kind: "accepted", text: edit.text, id });
		else out.push(...plain(edit.text));
		at = edit.to;
	}
	out.push(...plain(text.slice(at, span.to)));
	return out;
}

function plain(text: string): readonly Segment[] {
	return text === "" ? [] : [{ kind: "plain", text }];
}
