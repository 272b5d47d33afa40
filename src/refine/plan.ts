import { reanchor } from "../text/anchor";
import { edgesMeet, shiftEdit, sortEdits, type Edit, type Span } from "../text/edit";
import { hashText } from "../text/hash";
import { byRank, editsFor, visible, type Review } from "./review";
import type { Home, Suggestion } from "./suggestion";

/** What *Apply* would do to a text. Every change was checked against its bytes. */
export type Plan = Readonly<{
	/** Sorted, apart from each other. */
	changes: readonly Edit[];
	/** Ids of the suggestions in `changes`. */
	applied: readonly string[];
	/** Accepted, but their words are gone or stand in two places: nothing is changed for them. */
	stale: readonly string[];
}>;

/** Where homes stand now, as an open editor followed them; null: deleted meanwhile. Absent: not followed. */
export type LiveHomes = ReadonlyMap<string, Span | null>;

/**
 * Places every accepted edit in the text as it is now. Depends on the decisions only, not on their order.
 * @param text The note's text at this moment, which may differ from the snapshot.
 */
export function plan(review: Review, text: string, live: LiveHomes = new Map()): Plan {
	const isSame = hashText(text) === review.hash;
	const changes: Edit[] = [];
	const taken: Span[] = [];
	const applied: string[] = [];
	const stale: string[] = [];
	for (const one of byRank(visible(review))) {
		const decision = review.decisions.get(one.id);
		const edits = decision === undefined ? [] : editsFor(one, decision);
		if (one.home === null || edits.length === 0) continue;
		const from = isSame ? one.home.from : placeNow(one, one.home, text, live);
		const { home } = one;
		const isThere = from !== null && text.startsWith(home.quote.exact, from);
		const moved = isThere ? edits.map((edit) => shiftEdit(edit, from - home.from)) : [];
		const isFree = !moved.some((edit) => taken.some((span) => edgesMeet(span, edit)));
		if (!isThere || !isFree) {
			stale.push(one.id);
			continue;
		}
		applied.push(one.id);
		changes.push(...moved);
		taken.push(...moved);
	}
	return { changes: sortEdits(changes), applied, stale };
}

function placeNow(one: Suggestion, home: Home, text: string, live: LiveHomes): number | null {
	const followed = live.get(one.id);
	if (followed === null) return null;
	if (followed !== undefined && text.slice(followed.from, followed.to) === home.quote.exact)
		return followed.from;
	return reanchor(text, home.quote)?.from ?? null;
}
