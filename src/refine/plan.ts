import { reanchor } from "../text/anchor";
import { edgesMeet, shiftEdit, sortEdits, type Edit, type Span } from "../text/edit";
import { hashText } from "../text/hash";
import type { Review } from "./decisions";
import { visible } from "./review-shown";
import { byRank, editsFor } from "./rivals";
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

/** A decided suggestion that nothing before it in rank overlaps. Offsets of the snapshot. */
type Winner = Readonly<{ one: Suggestion; home: Home; edits: readonly Edit[] }>;

/** Edits of accepted suggestions, sorted and apart, in offsets of the snapshot. The author's own words are left out. */
export function acceptedEdits(review: Review): readonly Edit[] {
	const accepted = winners(review).filter(
		({ one }) => review.decisions.get(one.id)?.kind === "accept",
	);
	return sortEdits(accepted.flatMap(({ edits }) => edits));
}

/** Depends on the decisions only, not on their order: of two that overlap, rank decides. */
function winners(review: Review): readonly Winner[] {
	const taken = new Map<number, Span[]>();
	const found: Winner[] = [];
	const decided = visible(review).filter((one) => review.decisions.has(one.id));
	for (const one of byRank(decided)) {
		const decision = review.decisions.get(one.id);
		const edits = decision === undefined ? [] : editsFor(one, decision);
		const { home } = one;
		const inBlock = taken.get(one.edit.b) ?? [];
		if (home === null || edits.length === 0 || meetsAny(edits, inBlock)) continue;
		taken.set(one.edit.b, [...inBlock, ...edits]);
		found.push({ one, home, edits });
	}
	return found;
}

function meetsAny(edits: readonly Span[], taken: readonly Span[]): boolean {
	return edits.some((edit) => taken.some((span) => edgesMeet(span, edit)));
}

/**
 * Places every accepted edit in the text as it is now.
 * @param text The note's text at this moment, which may differ from the snapshot.
 */
export function plan(review: Review, text: string, live: LiveHomes = new Map()): Plan {
	const isSame = hashText(text) === review.hash;
	const changes: Edit[] = [];
	const applied: string[] = [];
	const stale: string[] = [];
	for (const { one, home, edits } of winners(review)) {
		const from = isSame ? home.from : placeNow(one, home, text, live);
		const isThere = from !== null && text.startsWith(home.quote.exact, from);
		const moved = isThere ? edits.map((edit) => shiftEdit(edit, from - home.from)) : [];
		if (!isThere || meetsAny(moved, changes)) {
			stale.push(one.id);
			continue;
		}
		applied.push(one.id);
		changes.push(...moved);
	}
	return { changes: sortEdits(changes), applied, stale };
}

function placeNow(one: Suggestion, home: Home, text: string, live: LiveHomes): number | null {
	const followed = live.get(one.id);
	if (followed === null) return null;
	if (followed !== undefined && text.slice(followed.from, followed.to) === home.quote.exact) {
		return followed.from;
	}
	return reanchor(text, home.quote)?.from ?? null;
}
