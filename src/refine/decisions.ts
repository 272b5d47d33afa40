import type { Question, Suggestion } from "./suggestion";

/** What the author said to a suggestion. `own`: these words instead, in the place of the whole passage. */
export type Decision = Readonly<
	{ kind: "accept" } | { kind: "reject" } | { kind: "own"; text: string } | { kind: "aside" }
>;

/** What became of a question. */
export type AnswerState = "marked" | "task" | "dismissed";

/** One thing that changed, with what stood before: its undo. Null: nothing was decided. */
export type Change = Readonly<
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
export type Step = readonly Change[];

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

/** Ids are a letter and a number; a part of a split one has its whole's. What was left out has used a number too. */
export function highestId({ suggestions, questions }: Review): number {
	const numbers = [...suggestions, ...questions].map(({ id }) => parseInt(id.slice(1), 10));
	return numbers.reduce((most, one) => (one > most ? one : most), 0);
}
