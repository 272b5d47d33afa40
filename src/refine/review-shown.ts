import type { Review } from "./decisions";
import { rivalOf } from "./rivals";
import type { EditKind, PassId, Suggestion } from "./suggestion";

/** Suggestions to show: the parts of a split one instead of the whole. */
export function visible(review: Review): readonly Suggestion[] {
	return review.suggestions.filter((one) => {
		if (review.splits.has(one.id)) return false;
		const whole = wholeOf(one.id);
		return whole === null || review.splits.get(whole)?.includes(one.id) === true;
	});
}

/** "s12.2" is a part of "s12". Ids the caller makes hold no dot. */
function wholeOf(id: string): string | null {
	const dot = id.lastIndexOf(".");
	return dot === -1 ? null : id.slice(0, dot);
}

/** What the list shows of a suggestion. `rival`: an accepted one holds its place. */
export type SuggestionState =
	| "open"
	| "amber"
	| "accepted"
	| "rejected"
	| "own"
	| "aside"
	| "rival"
	| "blocked"
	| "stale"
	| "note";

export function stateOf(review: Review, one: Suggestion): SuggestionState {
	const decision = review.decisions.get(one.id);
	if (decision !== undefined) {
		const states = {
			accept: "accepted",
			reject: "rejected",
			own: "own",
			aside: "aside",
		} as const;
		return states[decision.kind];
	}
	if (one.verdict === "block") return "blocked";
	if (one.verdict === "stale" || one.verdict === "note") return one.verdict;
	if (rivalOf(review, one) !== null) return "rival";
	return one.verdict === "amber" ? "amber" : "open";
}

/** What the list is narrowed to. Null: all. Blocked ones only where asked for. */
export type ReviewFilter = Readonly<{
	pass: PassId | null;
	editKind: EditKind | null;
	states: readonly SuggestionState[] | null;
}>;

export function filtered(review: Review, filter: ReviewFilter): readonly Suggestion[] {
	return visible(review).filter((one) => {
		if (filter.pass !== null && one.pass !== filter.pass) return false;
		if (filter.editKind !== null && one.edit.k !== filter.editKind) return false;
		const state = stateOf(review, one);
		return filter.states === null ? state !== "blocked" : filter.states.includes(state);
	});
}

const KIND_RANK: Readonly<Record<EditKind, number>> = {
	typo: 0,
	wordy: 1,
	filler: 1,
	repeat: 2,
	transition: 3,
};

/** Surest first: typos, wordy and filler, repeats, transitions; long cuts and doubtful ones last. */
export function byCertainty(suggestions: readonly Suggestion[]): readonly Suggestion[] {
	const rank = (one: Suggestion): number => {
		const isLong = one.reasons.some((why) => why.rule === "long-cut");
		return (isLong ? 8 : 0) + (one.verdict === "apply" ? 0 : 4) + KIND_RANK[one.edit.k];
	};
	return [...suggestions].sort(
		(a, b) => rank(a) - rank(b) || (a.home?.from ?? 0) - (b.home?.from ?? 0),
	);
}

export function byPlace(suggestions: readonly Suggestion[]): readonly Suggestion[] {
	return [...suggestions].sort(
		(a, b) => a.edit.b - b.edit.b || (a.home?.from ?? 0) - (b.home?.from ?? 0),
	);
}
