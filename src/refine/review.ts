import type { AnswerState, Change, Decision, Review, Step } from "./decisions";
import { visible } from "./review-shown";
import { byRank, rivalOf } from "./rivals";
import type { EditKind, Question, Suggestion } from "./suggestion";

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
