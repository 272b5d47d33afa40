import { applyEdits, shiftEdit, type Edit, type Span } from "../text/edit";
import { fold, sourceSpan } from "../text/fold";
import { words } from "../text/words";
import { runAt, runsOf } from "./source-runs";
import type { Case } from "./guard-case";
import { touches } from "./shields";
import type { Snapshot, SnapshotBlock } from "./snapshot";
import { reason, type Reason } from "./suggestion";

// Rules `my-words`, `source-copy` and `repeat-ref`: whose words these are, and where they stand already.

/** The author's own turns and protected passages stay as they are. */
export function myWordsRule(one: Case): readonly Reason[] {
	const { context, snapshot, block, changes } = one;
	if (context.myWords.length === 0 && context.protectedPassages.length === 0) return [];
	const folded = snapshot.folded(block);
	const isTouched = (turn: string): boolean =>
		placesOf(folded.text, fold(turn).text)
			.map((at) => sourceSpan(folded, at.from, at.to))
			.some((span) => {
				const there = { from: span.from + block.from, to: span.to + block.from };
				return changes.some((edit) => touches(edit, there));
			});
	const reasons: Reason[] = [];
	for (const turn of context.myWords) {
		if (isTouched(turn)) reasons.push(reason("my-words", "block", "my-word", { word: turn }));
	}
	for (const passage of context.protectedPassages) {
		if (passageTouched(one, passage)) {
			reasons.push(reason("my-words", "block", "my-passage", { text: passage.slice(0, 60) }));
		}
	}
	return reasons;
}

/** A passage may run over several blocks: each of its lines protects what it covers. */
function passageTouched(one: Case, passage: string): boolean {
	const { snapshot, block, changes } = one;
	const folded = snapshot.folded(block);
	const whole = fold(passage).text;
	const places: Span[] = placesOf(folded.text, whole).map((at) =>
		sourceSpan(folded, at.from, at.to),
	);
	if (places.length === 0 && whole.includes(folded.text) && folded.text !== "") {
		places.push({ from: 0, to: block.to - block.from });
	}
	return places.some((span) => {
		const there = { from: span.from + block.from, to: span.to + block.from };
		return changes.some((edit) => touches(edit, there));
	});
}

/** Whole-word places of a folded turn in a folded text. */
function placesOf(text: string, turn: string): readonly Span[] {
	if (turn === "") return [];
	const places: Span[] = [];
	for (let at = text.indexOf(turn); at !== -1; at = text.indexOf(turn, at + 1)) {
		const before = text.charAt(at - 1);
		const after = text.charAt(at + turn.length);
		const isInside = isLatinLetter(before) && isLatinLetter(turn.charAt(0));
		const goesOn = isLatinLetter(after) && isLatinLetter(turn.charAt(turn.length - 1));
		if (!isInside && !goesOn) places.push({ from: at, to: at + turn.length });
	}
	return places;
}

function isLatinLetter(character: string): boolean {
	return /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}]/u.test(character);
}

/** A run of words of a source that the draft does not have. */
export function sourceCopyRule(one: Case): Reason | null {
	if (one.context.sources.length === 0 || one.added.length === 0) return null;
	const { after } = one;
	const mine = runsOf(one.before);
	for (let at = 0; at < after.length; at++) {
		const run = runAt(after, at);
		if (run === null || mine.has(run)) continue;
		if (
			one.context.sources.some((source) => source.runs.has(run)) &&
			!isInDraft(one.snapshot, run)
		) {
			return reason("source-copy", "block", "source-copy", { words: run });
		}
	}
	return null;
}

function isInDraft(snapshot: Snapshot, run: string): boolean {
	const [first = ""] = run.split(" ");
	if (!snapshot.vocabulary().words.has(first)) return false;
	return runsOf(words(snapshot.text)).has(run);
}

/** A repeat must show the place that already says it, elsewhere in the note. */
export function repeatRule(one: Case): Reason | null {
	if (one.edit.k !== "repeat" || one.twin !== null) return null;
	if (one.edit.ref === null) return reason("repeat-ref", "note", "repeat-none");
	return reason("repeat-ref", "note", "repeat-missing", { quote: one.edit.ref });
}

/**
 * Where a quoted twin stands once the cut is done. Null: nowhere else in the note.
 * @param changes of the cut, all in `own`.
 */
export function findTwin(
	snapshot: Snapshot,
	ref: string | null,
	own: SnapshotBlock,
	changes: readonly Edit[],
): Span | null {
	const wanted = ref === null ? "" : fold(ref).text;
	if (words(wanted).length < 2) return null;
	for (const block of snapshot.blocks) {
		if (block.kind === "comment" || block.kind === "frontmatter" || block.id === own.id)
			continue;
		const folded = snapshot.folded(block);
		const at = folded.text.indexOf(wanted);
		if (at !== -1) return shiftSpan(sourceSpan(folded, at, at + wanted.length), block.from);
	}
	return twinBeside(snapshot, wanted, own, changes);
}

/** A twin in the block of the cut itself: what is left there must still say it. */
function twinBeside(
	snapshot: Snapshot,
	wanted: string,
	own: SnapshotBlock,
	changes: readonly Edit[],
): Span | null {
	const local = changes.map((edit) => shiftEdit(edit, -own.from));
	const left = fold(applyEdits(snapshot.textOf(own), local));
	const at = left.text.indexOf(wanted);
	if (at === -1) return null;
	const span = sourceSpan(left, at, at + wanted.length);
	const shift = changes
		.filter((edit, index) => edit.from + shiftBefore(changes, index) - own.from <= span.from)
		.reduce((sum, edit) => sum + edit.to - edit.from - edit.text.length, 0);
	return shiftSpan(span, own.from + shift);
}

/** By how much the changes before one have moved it. */
function shiftBefore(changes: readonly Edit[], index: number): number {
	return changes
		.slice(0, index)
		.reduce((sum, edit) => sum + edit.text.length - (edit.to - edit.from), 0);
}

function shiftSpan(span: Span, by: number): Span {
	return { from: span.from + by, to: span.to + by };
}
