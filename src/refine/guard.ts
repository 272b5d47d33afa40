import { makeAnchor } from "../text/anchor";
import { applyEdits, shiftEdit, type Edit, type Span } from "../text/edit";
import { resolveQuote, type Placement } from "../text/resolve-quote";
import { changeGroups } from "./change-groups";
import { hullOf, makeCase, type Case, type GuardContext } from "./guard-case";
import type { Parsed } from "./protocol";
import { redress } from "./redress";
import { findTwin, myWordsRule, repeatRule, sourceCopyRule } from "./rules-author";
import { connectCap, cutCap, editCap, typoCap } from "./rules-caps";
import { longCutRule, mergeRule } from "./rules-long-cut";
import { meaningRule, newFactRule } from "./rules-meaning";
import { headingRule, hiddenQuoteRule, placeRule, shortQuoteRule, zoneRule } from "./rules-place";
import { activeRule, protectedRule } from "./rules-syntax";
import { voiceRule } from "./rules-voice";
import type { Snapshot, SnapshotBlock } from "./snapshot";
import {
	byWeight,
	reason,
	verdictOf,
	type ModelEdit,
	type PassId,
	type Reason,
	type Suggestion,
} from "./suggestion";

/**
 * Ring 1: places one edit of a model and judges it by all rules. Deterministic and offline.
 * The ids are the caller's: unique within a review.
 */
export function judgeEdit(
	snapshot: Snapshot,
	parsed: Parsed<ModelEdit>,
	context: GuardContext,
	id: string,
): Suggestion {
	const edit = parsed.value;
	const pass = passOf(context);
	const nowhere = (why: Reason, place: Placement = { how: "none" }): Suggestion => ({
		id,
		pass,
		edit,
		place,
		changes: [],
		home: null,
		twin: null,
		verdict: why.verdict,
		reasons: [why],
	});
	const block = snapshot.block(edit.b);
	if (block === null) return nowhere(reason("quote", "stale", "quote-block", { block: edit.b }));
	const text = snapshot.textOf(block);
	const unfit =
		zoneRule(block, text, edit.q) ?? headingRule(block, text, edit) ?? shortQuoteRule(edit.q);
	if (unfit !== null) return nowhere(unfit);
	const place = resolveIn(snapshot, block, edit);
	const lost = placeRule(snapshot, edit, place);
	if (lost !== null || !("from" in place)) {
		return nowhere(lost ?? reason("quote", "stale", "quote-missing", { quote: edit.q }), place);
	}
	const hidden = hiddenQuoteRule(edit.q, snapshot.text.slice(place.from, place.to));
	if (hidden !== null) return nowhere(hidden, place);
	const changes = redress(snapshot.text, place, edit.q, edit.r);
	return judgePlaced({ snapshot, context, block, parsed, place, changes }, id);
}

type Placed = Readonly<{
	snapshot: Snapshot;
	context: GuardContext;
	block: SnapshotBlock;
	parsed: Parsed<ModelEdit>;
	place: Extract<Placement, Span>;
	changes: readonly Edit[];
}>;

function judgePlaced(
	{ snapshot, context, block, parsed, place, changes }: Placed,
	id: string,
): Suggestion {
	const edit = parsed.value;
	const hull = hullOf(place, changes);
	const home = { ...hull, quote: makeAnchor(snapshot.text, hull, block) };
	const twin = findTwin(snapshot, edit.ref, block, changes);
	const one = makeCase({ snapshot, context, block, edit, place, changes, twin });
	const reasons = byWeight([...kindRule(parsed, context), ...ruleReasons(one)]);
	const verdict = verdictOf(reasons);
	return { id, pass: passOf(context), edit, place, changes, home, twin, verdict, reasons };
}

/**
 * Each thought of a suggestion as a suggestion of its own, judged again: what is harmless as a whole may
 * not be in part. Ids are the whole's with `.1`, `.2` …
 */
export function splitSuggestion(
	snapshot: Snapshot,
	whole: Suggestion,
	context: GuardContext,
): readonly Suggestion[] {
	const { place, edit } = whole;
	const block = snapshot.block(edit.b);
	const groups = changeGroups(snapshot.text, whole.changes);
	if (block === null || !("from" in place) || groups.length < 2) return [whole];
	return groups.map((changes, index) => {
		const local = changes.map((change) => shiftEdit(change, -place.from));
		const r = applyEdits(snapshot.text.slice(place.from, place.to), local);
		const parsed = { value: { ...edit, r }, oddKind: null };
		const id = `${whole.id}.${index + 1}`;
		return judgePlaced({ snapshot, context, block, parsed, place, changes }, id);
	});
}

function passOf(context: GuardContext): PassId {
	return context.pass === "edit" ? "own:edit" : context.pass;
}

/** Place of a quote in its block, in offsets of the note. */
export function resolveIn(
	snapshot: Snapshot,
	block: SnapshotBlock,
	quoted: Readonly<{ q: string; r?: string }>,
): Placement {
	const use = quoted.r !== undefined && quoted.r.trim() === "" ? "cut" : "other";
	const place = resolveQuote(snapshot.textOf(block), quoted.q, use, snapshot.folded(block));
	if (!("from" in place)) return place;
	return { how: place.how, ...inNote(block, place) };
}

function inNote(block: SnapshotBlock, span: Span): Span {
	return { from: span.from + block.from, to: span.to + block.from };
}

/** A kind nobody asked for: the edit is kept, but never accepted in bulk. */
function kindRule(parsed: Parsed<ModelEdit>, context: GuardContext): readonly Reason[] {
	if (context.pass === "edit" || parsed.oddKind === null || parsed.oddKind === "") return [];
	return [reason("kind", "amber", "kind-unknown", { kind: parsed.oddKind })];
}

function ruleReasons(one: Case): readonly Reason[] {
	if (one.changes.length === 0 || one.source === one.result)
		return [reason("quote", "block", "quote-same")];
	const single = [
		capOf(one),
		editCap(one),
		longCutRule(one),
		mergeRule(one),
		repeatRule(one),
		sourceCopyRule(one),
	];
	return [
		...protectedRule(one),
		...myWordsRule(one),
		...activeRule(one),
		...newFactRule(one),
		...single.filter((found) => found !== null),
		...meaningRule(one),
		...voiceRule(one),
	];
}

/** The cap of the pass; own passes and plain edits have only the general one. */
function capOf(one: Case): Reason | null {
	switch (one.context.pass) {
		case "cut":
			return cutCap(one);
		case "connect":
			return connectCap(one);
		case "typos":
			return typoCap(one);
		default:
			return null;
	}
}
