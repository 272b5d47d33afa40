import type { Anchor } from "../text/anchor";
import type { Edit, Span } from "../text/edit";
import type { Placement } from "../text/resolve-quote";

export const OWN_PASSES_PREFIX = "own:";

/** `own:<path>`: a pass the person wrote as a note. */
export type PassId = "cut" | "connect" | "logic" | "background" | "typos" | `own:${string}`;

export const EDIT_KINDS = ["filler", "wordy", "repeat", "transition", "typo"] as const;
export type EditKind = (typeof EDIT_KINDS)[number];

export const NOTE_KINDS = [
	"unsupported_claim",
	"missing_step",
	"contradiction",
	"undefined_term",
	"unclear_reference",
	"missing_background",
] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];

/**
 * What a model proposes: in block `b`, the words `q` become `r` ("" cuts them), because `why`.
 * `ref` quotes the place that already says it. All of it is shown as text, never rendered.
 */
export type ModelEdit = Readonly<{
	b: number;
	k: EditKind;
	q: string;
	r: string;
	why: string;
	ref: string | null;
}>;

/** A gap a model points out at `q`. There is no field for text to paste. `src`: id of a source that may hold it. */
export type ModelNote = Readonly<{
	b: number;
	k: NoteKind;
	q: string;
	ask: string;
	src: string | null;
}>;

/** May be accepted; accepted only one by one; never; cannot be placed; becomes a question. */
export type Verdict = "apply" | "amber" | "block" | "stale" | "note";

export type RuleId =
	| "quote"
	| "kind"
	| "zone"
	| "protected"
	| "my-words"
	| "active"
	| "cut-cap"
	| "connect-cap"
	| "typo-cap"
	| "edit-cap"
	| "new-fact"
	| "meaning"
	| "voice"
	| "long-cut"
	| "repeat-ref"
	| "source-copy"
	| "note-form"
	| "note-long"
	| "note-active"
	| "note-answer"
	| "note-source"
	| "note-steer";

type MeaningClass =
	"number" | "name" | "negation" | "hedge" | "modal" | "quantifier" | "report" | "condition";

/** Names the sentence the writer reads: `refine.reason.<key>`. */
export type ReasonKey =
	| "quote-empty"
	| "quote-short"
	| "quote-missing"
	| "quote-ambiguous"
	| "quote-elsewhere"
	| "quote-block"
	| "quote-fuzzy"
	| "quote-hidden"
	| "quote-same"
	| "kind-unknown"
	| "zone"
	| "protected-span"
	| "protected-frame"
	| "protected-speech"
	| "my-word"
	| "my-passage"
	| "active-link"
	| "active-markup"
	| "active-structure"
	| "active-hidden"
	| "active-lookalike"
	| "cut-longer"
	| "cut-added"
	| "connect-long"
	| "connect-new"
	| "typo-count"
	| "typo-letters"
	| "edit-new"
	| "edit-long"
	| "edit-grows"
	| "edit-share"
	| "fact-number"
	| "fact-name"
	| `meaning-${MeaningClass}-${"lost" | "new"}`
	| "meaning-turned"
	| "meaning-unit"
	| "meaning-question"
	| "voice-spoken"
	| "voice-spelling"
	| "voice-short"
	| "voice-thrice"
	| "voice-fresh"
	| "voice-adds"
	| "voice-dash"
	| "voice-mark"
	| "voice-person"
	| "voice-quotes"
	| "long-cut"
	| "long-cut-block"
	| "merged"
	| "repeat-none"
	| "repeat-missing"
	| "source-copy"
	| "note-form"
	| "note-long"
	| "note-active"
	| "note-answer"
	| "note-source"
	| "note-steer";

/** Why a verdict is not a plain `apply`. The words are made in the face: `t("refine.reason." + key, params)`. */
export type Reason = Readonly<{
	rule: RuleId;
	key: ReasonKey;
	verdict: Exclude<Verdict, "apply">;
	params: Readonly<Record<string, string | number>>;
}>;

/** A passage of a snapshot by its place and by its words. */
export type Home = Span & Readonly<{ quote: Anchor }>;

/**
 * A suggestion, placed and judged on one snapshot. `changes` are the smallest edits in that snapshot's text;
 * each is a span that can be accepted alone. Empty for what cannot be placed.
 */
export type Suggestion = Readonly<{
	id: string;
	pass: PassId;
	edit: ModelEdit;
	place: Placement;
	changes: readonly Edit[];
	/** All that the changes touch, and how it is found again in a changed note; null where it has no place. */
	home: Home | null;
	/** Where the twin of a repeat stands; null where there is none. */
	twin: Span | null;
	verdict: Verdict;
	/** The weightiest first. */
	reasons: readonly Reason[];
}>;

/** A question of a pass. `block`: dropped, its source (if any) is flagged. */
export type Question = Readonly<{
	id: string;
	pass: PassId;
	note: ModelNote;
	place: Placement;
	home: Home | null;
	verdict: "show" | "block";
	reasons: readonly Reason[];
}>;

const WEIGHT: Readonly<Record<Reason["verdict"], number>> = {
	block: 3,
	stale: 2,
	note: 1,
	amber: 0,
};

/** The verdict of all rules together: the weightiest reason decides. */
export function verdictOf(reasons: readonly Reason[]): Verdict {
	return byWeight(reasons)[0]?.verdict ?? "apply";
}

export function byWeight(reasons: readonly Reason[]): readonly Reason[] {
	return [...reasons].sort((a, b) => WEIGHT[b.verdict] - WEIGHT[a.verdict]);
}

export function reason(
	rule: RuleId,
	verdict: Reason["verdict"],
	key: ReasonKey,
	params: Reason["params"] = {},
): Reason {
	return { rule, verdict, key, params };
}
