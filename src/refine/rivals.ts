import { edgesMeet, type Edit } from "../text/edit";
import type { Decision, Review } from "./decisions";
import type { Suggestion } from "./suggestion";

const PASS_RANK: Readonly<Record<string, number>> = { cut: 0, connect: 1, typos: 3 };

/** Who wins where two overlap: cut before connect before own passes before typos, then by place (refine.md §3). */
export function byRank(suggestions: readonly Suggestion[]): readonly Suggestion[] {
	return [...suggestions].sort(
		(a, b) =>
			(PASS_RANK[a.pass] ?? 2) - (PASS_RANK[b.pass] ?? 2) ||
			(a.home?.from ?? 0) - (b.home?.from ?? 0) ||
			(a.id < b.id ? -1 : 1),
	);
}

/** The accepted (or own-worded) suggestion whose changes meet those of this one; null where none does. */
export function rivalOf(review: Review, one: Suggestion): Suggestion | null {
	for (const other of review.suggestions) {
		if (other.id === one.id || other.edit.b !== one.edit.b) continue;
		const decision = review.decisions.get(other.id);
		if (decision === undefined || (decision.kind !== "accept" && decision.kind !== "own"))
			continue;
		if (collide(editsFor(other, decision), editsFor(one, { kind: "accept" }))) return other;
	}
	return null;
}

/** True where the stretches two sets of changes span meet: together they were never judged. */
export function collide(a: readonly Edit[], b: readonly Edit[]): boolean {
	const one = hull(a);
	const other = hull(b);
	return one !== null && other !== null && edgesMeet(one, other);
}

function hull(edits: readonly Edit[]): Readonly<{ from: number; to: number }> | null {
	if (edits.length === 0) return null;
	return {
		from: Math.min(...edits.map((edit) => edit.from)),
		to: Math.max(...edits.map((edit) => edit.to)),
	};
}

/** What a decision does to the snapshot's text. */
export function editsFor(one: Suggestion, decision: Decision): readonly Edit[] {
	switch (decision.kind) {
		case "accept":
			return one.changes;
		case "own":
			return one.home === null
				? []
				: [{ from: one.home.from, to: one.home.to, text: decision.text }];
		case "reject":
		case "aside":
			return [];
	}
}
