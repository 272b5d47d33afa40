import type { Review } from "./decisions";
import { stateOf, type SuggestionState } from "./review-shown";
import type { Suggestion } from "./suggestion";

/** A suggestion's state where the draft was edited meanwhile: what lost its words is stale, unless it is rejected. */
export function stateNow(
	review: Review,
	one: Suggestion,
	follower: Readonly<{ isLost(id: string): boolean }>,
): SuggestionState {
	const state = stateOf(review, one);
	const isSettled = state === "rejected" || state === "aside" || state === "blocked";
	return !isSettled && follower.isLost(one.id) ? "stale" : state;
}
