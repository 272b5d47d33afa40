import { applyEdits, type Edit, type Span } from "../text/edit";
import { fold } from "../text/fold";
import { hasCjk } from "../text/script";
import { words } from "../text/words";
import { diffArrays } from "diff";
import { runsOf } from "./source-runs";
import type { Snapshot, SnapshotBlock } from "./snapshot";
import type { ModelEdit, PassId } from "./suggestion";

/** What a suggestion is judged by besides the note. `edit`: the general rules only, no pass's own. */
export type GuardContext = Readonly<{
	pass: PassId | "edit";
	/** Runs of words of the sources the model saw. */
	sources: readonly PreparedSource[];
	/** Words and turns of the author that no pass may touch. */
	myWords: readonly string[];
	/** Passages no pass may touch, by their words. */
	protectedPassages: readonly string[];
}>;

export type PreparedSource = Readonly<{ id: string; runs: ReadonlySet<string> }>;

export function prepareSource(source: Readonly<{ id: string; text: string }>): PreparedSource {
	return { id: source.id, runs: runsOf(words(source.text)) };
}

/** One placed edit, with what the rules ask about it. Offsets count in the whole note. */
export type Case = Readonly<{
	snapshot: Snapshot;
	context: GuardContext;
	block: SnapshotBlock;
	edit: ModelEdit;
	place: Span;
	changes: readonly Edit[];
	/** The quoted words as the author has them, and what they become. Markup included. */
	source: string;
	result: string;
	/** Words of both, without markup, as `words()` gives them. */
	before: readonly string[];
	after: readonly string[];
	/** Words that are only in one of them, by a longest common subsequence. */
	removed: readonly string[];
	added: readonly string[];
	/** `removed` in runs of neighbours. */
	removedRuns: readonly (readonly string[])[];
	common: number;
	/** True: judged by characters. */
	isCjk: boolean;
	/** Where `ref` stands; null: nowhere but in the cut itself. */
	twin: Span | null;
}>;

export function makeCase(
	parts: Pick<Case, "snapshot" | "context" | "block" | "edit" | "place" | "changes" | "twin">,
): Case {
	const { snapshot, place, changes, block } = parts;
	const hull = hullOf(place, changes);
	const source = snapshot.text.slice(hull.from, hull.to);
	const local = changes.map((edit) => ({
		...edit,
		from: edit.from - hull.from,
		to: edit.to - hull.from,
	}));
	const result = applyEdits(source, local);
	const before = visibleWords(source);
	const after = visibleWords(result);
	const difference = wordDifference(before, after);
	const isCjk = snapshot.isCjk(block) || (hasCjk(source) && snapshot.isCjk(block));
	return { ...parts, ...difference, source, result, before, after, isCjk };
}

/** Words without markup. Folding makes every dash a hyphen, which would join what a dash holds apart. */
function visibleWords(text: string): readonly string[] {
	return words(fold(text.replace(/[\u2012-\u2015]|-{2,}/g, " - ")).cased);
}

/** The place, widened by a blank a cut takes along. */
export function hullOf(place: Span, changes: readonly Edit[]): Span {
	return {
		from: Math.min(place.from, ...changes.map((edit) => edit.from)),
		to: Math.max(place.to, ...changes.map((edit) => edit.to)),
	};
}

/** Words only in one of two texts, in order. */
function wordDifference(
	before: readonly string[],
	after: readonly string[],
): Pick<Case, "removed" | "added" | "removedRuns" | "common"> {
	const removedRuns: (readonly string[])[] = [];
	const added: string[] = [];
	let common = 0;
	for (const part of diffArrays([...before], [...after])) {
		if (part.added) added.push(...part.value);
		else if (part.removed) removedRuns.push(part.value);
		else common += part.value.length;
	}
	return { removed: removedRuns.flat(), removedRuns, added, common };
}
