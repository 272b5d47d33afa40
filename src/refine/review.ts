import { edgesMeet, type Edit } from "../text/edit";
import type { EditKind, PassId, Question, Suggestion } from "./suggestion";

/** What the author said to a suggestion. `own`: these words instead, in the place of the whole passage. */
export type Decision = Readonly<
	{ kind: "accept" } | { kind: "reject" } | { kind: "own"; text: string } | { kind: "aside" }
>;

/** What became of a question. */
export type AnswerState = "marked" | "task" | "dismissed";

/** One thing that changed, with what stood before: its undo. Null: nothing was decided. */
type Change = Readonly<
	| { list: "decisions"; id: string; before: Decision | null; after: Decision | null }
	| { list: "answers"; id: string; before: AnswerState | null; after: AnswerState | null }
	| {
			list: "splits";
			id: string;
			before: readonly string[] | null;
			after: readonly string[] | null;
	  }
>;

/** What one key press did. */
type Step = readonly Change[];

/** The author's decisions on one snapshot's suggestions. Nothing is preselected; undecided is not applied. */
export type Review = Readonly<{
	/** `Snapshot.hash` of the note the suggestions were placed on. */
	hash: string;
	/** In the order they came. Parts of a split suggestion stand behind all others. */
	suggestions: readonly Suggestion[];
	questions: readonly Question[];
	decisions: ReadonlyMap<string, Decision>;
	answers: ReadonlyMap<string, AnswerState>;
	/** Ids of the parts that stand in the place of a suggestion. */
	splits: ReadonlyMap<string, readonly string[]>;
	past: readonly Step[];
	future: readonly Step[];
}>;

export type ReviewAction = Readonly<
	/** Suggestions and questions that arrived. Known ids and the same change twice are left out. */
	| { kind: "arrive"; suggestions: readonly Suggestion[]; questions: readonly Question[] }
	/** Null takes a decision back. What a suggestion's verdict does not allow changes nothing. */
	| { kind: "decide"; id: string; decision: Decision | null }
	/** Accepts what is still open in the block of this suggestion: no amber, nothing blocked. */
	| { kind: "accept-rest"; id: string }
	/** Accepts what is still open of one kind: no amber, nothing blocked. */
	| { kind: "accept-kind"; editKind: EditKind }
	/** Puts the parts (`splitSuggestion`) in the place of the whole. */
	| { kind: "split"; id: string; parts: readonly Suggestion[] }
	| { kind: "answer"; id: string; answer: AnswerState | null }
	| { kind: "undo" }
	| { kind: "redo" }
>;

export function startReview(hash: string): Review {
	return {
		hash,
		suggestions: [],
		questions: [],
		decisions: new Map(),
		answers: new Map(),
		splits: new Map(),
		past: [],
		future: [],
	};
}

/** The review after an action. The same object where nothing changed. */
export function reviewed(review: Review, action: ReviewAction): Review {
	switch (action.kind) {
		case "arrive":
			return arrive(review, action.suggestions, action.questions);
		case "decide":
			return decide(review, action.id, action.decision);
		case "accept-rest": {
			const block = find(review, action.id)?.edit.b;
			return acceptMany(review, (one) => one.edit.b === block);
		}
		case "accept-kind":
			return acceptMany(review, (one) => one.edit.k === action.editKind);
		case "split":
			return split(review, action.id, action.parts);
		case "answer": {
			const before = review.answers.get(action.id) ?? null;
			const isKnown = review.questions.some(
				(one) => one.id === action.id && one.verdict === "show",
			);
			if (!isKnown || before === action.answer) return review;
			return step(review, [{ list: "answers", id: action.id, before, after: action.answer }]);
		}
		case "undo":
			return undo(review);
		case "redo":
			return redo(review);
	}
}

function arrive(
	review: Review,
	suggestions: readonly Suggestion[],
	questions: readonly Question[],
): Review {
	const ids = new Set([...review.suggestions, ...review.questions].map((one) => one.id));
	const seen = new Set(review.suggestions.map(fingerprint));
	const fresh = suggestions.filter((one) => {
		const print = fingerprint(one);
		if (ids.has(one.id) || (one.changes.length > 0 && seen.has(print))) return false;
		ids.add(one.id);
		seen.add(print);
		return true;
	});
	const asked = new Set(review.questions.map((one) => `${one.note.b} ${one.note.ask}`));
	const newQuestions = questions.filter((one) => {
		const print = `${one.note.b} ${one.note.ask}`;
		if (ids.has(one.id) || asked.has(print)) return false;
		asked.add(print);
		return true;
	});
	if (fresh.length + newQuestions.length === 0) return review;
	return {
		...review,
		suggestions: [...review.suggestions, ...fresh],
		questions: [...review.questions, ...newQuestions],
	};
}

/** Two suggestions that change the same are one. */
function fingerprint(one: Suggestion): string {
	return JSON.stringify(one.changes);
}

function find(review: Review, id: string): Suggestion | null {
	return review.suggestions.find((one) => one.id === id) ?? null;
}

function decide(review: Review, id: string, decision: Decision | null): Review {
	const one = find(review, id);
	const before = review.decisions.get(id) ?? null;
	if (one === null || sameDecision(before, decision) || !allows(review, one, decision))
		return review;
	return step(review, [{ list: "decisions", id, before, after: decision }]);
}

function sameDecision(a: Decision | null, b: Decision | null): boolean {
	if (a === null || b === null) return a === b;
	if (a.kind === "own" && b.kind === "own") return a.text === b.text;
	return a.kind === b.kind;
}

/** Accepting needs a verdict that may pass and a place no accepted suggestion holds; own words a place. */
function allows(review: Review, one: Suggestion, decision: Decision | null): boolean {
	if (review.splits.has(one.id)) return false;
	if (decision === null || decision.kind === "reject" || decision.kind === "aside") return true;
	if (one.home === null || rivalOf(review, one) !== null) return false;
	return decision.kind === "own" || one.verdict === "apply" || one.verdict === "amber";
}

function acceptMany(review: Review, isMeant: (one: Suggestion) => boolean): Review {
	let next = review;
	const changes: Change[] = [];
	for (const one of byRank(visible(review).filter(isMeant))) {
		const isOpen = !review.decisions.has(one.id) && one.verdict === "apply";
		if (!isOpen || !allows(next, one, { kind: "accept" })) continue;
		const change: Change = {
			list: "decisions",
			id: one.id,
			before: null,
			after: { kind: "accept" },
		};
		changes.push(change);
		next = withChange(next, change);
	}
	return changes.length === 0 ? review : step(review, changes);
}

function split(review: Review, id: string, parts: readonly Suggestion[]): Review {
	const whole = find(review, id);
	if (whole === null || parts.length < 2 || review.splits.has(id)) return review;
	const known = new Set(review.suggestions.map((one) => one.id));
	const fresh = parts.filter((part) => !known.has(part.id));
	const withParts = { ...review, suggestions: [...review.suggestions, ...fresh] };
	const before = review.decisions.get(id) ?? null;
	const taken: Change[] = before === null ? [] : [{ list: "decisions", id, before, after: null }];
	return step(withParts, [
		...taken,
		{ list: "splits", id, before: null, after: parts.map((part) => part.id) },
	]);
}

function step(review: Review, changes: Step): Review {
	const changed = changes.reduce(withChange, review);
	return { ...changed, past: [...review.past, changes], future: [] };
}

function undo(review: Review): Review {
	const last = review.past.at(-1);
	if (last === undefined) return review;
	const back = [...last].reverse().map(reversed).reduce(withChange, review);
	return { ...back, past: review.past.slice(0, -1), future: [...review.future, last] };
}

function redo(review: Review): Review {
	const next = review.future.at(-1);
	if (next === undefined) return review;
	const again = next.reduce(withChange, review);
	return { ...again, past: [...review.past, next], future: review.future.slice(0, -1) };
}

function reversed(change: Change): Change {
	switch (change.list) {
		case "decisions":
			return { ...change, before: change.after, after: change.before };
		case "answers":
			return { ...change, before: change.after, after: change.before };
		case "splits":
			return { ...change, before: change.after, after: change.before };
	}
}

function withChange(review: Review, change: Change): Review {
	switch (change.list) {
		case "decisions":
			return { ...review, decisions: put(review.decisions, change.id, change.after) };
		case "answers":
			return { ...review, answers: put(review.answers, change.id, change.after) };
		case "splits":
			return { ...review, splits: put(review.splits, change.id, change.after) };
	}
}

function put<T>(map: ReadonlyMap<string, T>, id: string, value: T | null): ReadonlyMap<string, T> {
	const next = new Map(map);
	if (value === null) next.delete(id);
	else next.set(id, value);
	return next;
}

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
