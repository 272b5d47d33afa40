import { applyEdits, shiftEdit, type Edit } from "../text/edit";
import { hasCjk, isCjkText } from "../text/script";
import { words } from "../text/words";
import { acceptedEdits } from "./plan";
import {
	addProfiles,
	contentUnits,
	EMPTY_PROFILE,
	profileOf,
	subtractProfile,
	type Profile,
} from "./profile";
import type { Review } from "./decisions";
import { pairOf, ringNote, type NoteRing, type Pair } from "./rings";
import { numbersOf } from "./facts-in";
import { isProse } from "./sections";
import { shieldsOf } from "./shields";
import type { Snapshot, SnapshotBlock } from "./snapshot";
import { stem } from "./word-classes";

/** What the accepted edits make of the note. Words the author typed (`own`) are the author's and count as before. */
export type MeterReading = NoteRing &
	Readonly<{
		wordsBefore: number;
		wordsAfter: number;
		/** Words of the author's that are gone. */
		cutWords: number;
		/** Content words (CJK: pairs of characters) that are nowhere in the note. */
		newWords: number;
		areFactsKept: boolean;
		/** Numbers, links, code and the like that a change (not a cut) lost. */
		lostFacts: readonly string[];
	}>;

/** Measures a note again after each decision. Only blocks whose edits changed are read. */
export interface Meter {
	read(review: Review): MeterReading;
}

type BlockState = Readonly<{
	key: string;
	pair: Pair;
	contentBefore: number;
	lost: readonly string[];
}>;

/** @param snapshot whose prose is measured; code, formulas, tables and comments say nothing of a voice. */
export function meterOf(snapshot: Snapshot): Meter {
	const isCjk = isCjkText(snapshot.text);
	const base = baseOf(snapshot);
	const states = new Map<number, BlockState>();
	let total: Pair = { ...base, after: base.before, common: base.before.words, fresh: 0 };
	return {
		read: (review) => {
			const wanted = groupByBlock(snapshot, acceptedEdits(review));
			for (const id of new Set([...states.keys(), ...wanted.keys()])) {
				const block = snapshot.block(id);
				const local = wanted.get(id) ?? [];
				const key = JSON.stringify(local);
				const old = states.get(id);
				if (block === null || old?.key === key || (old === undefined && local.length === 0))
					continue;
				if (old !== undefined) total = withoutState(total, old);
				states.delete(id);
				if (local.length === 0) continue;
				const state = readBlock(snapshot, block, local, key);
				states.set(id, state);
				total = withState(total, state);
			}
			const lostFacts = [...states.values()].flatMap((state) => state.lost);
			return {
				...ringNote(total, isCjk),
				wordsBefore: total.before.words,
				wordsAfter: total.after.words,
				cutWords: total.before.words - total.common,
				newWords: total.fresh,
				areFactsKept: lostFacts.length === 0,
				lostFacts,
			};
		},
	};
}

function baseOf(snapshot: Snapshot): Readonly<{ before: Profile; content: number }> {
	let before = EMPTY_PROFILE;
	let content = 0;
	for (const block of snapshot.blocks.filter(isProse)) {
		const text = snapshot.textOf(block);
		const list = words(text);
		before = addProfiles(before, profileOf(text, list));
		content += contentUnits(list).length;
	}
	return { before, content };
}

function groupByBlock(
	snapshot: Snapshot,
	edits: readonly Edit[],
): ReadonlyMap<number, readonly Edit[]> {
	const groups = new Map<number, Edit[]>();
	for (const edit of edits) {
		const block = snapshot.blockAt(edit.from);
		if (block === null) continue;
		const group = groups.get(block.id) ?? [];
		group.push(shiftEdit(edit, -block.from));
		groups.set(block.id, group);
	}
	return groups;
}

function readBlock(
	snapshot: Snapshot,
	block: SnapshotBlock,
	edits: readonly Edit[],
	key: string,
): BlockState {
	const before = snapshot.textOf(block);
	const after = applyEdits(before, edits);
	const known = snapshot.vocabulary();
	const isKnown = (unit: string): boolean =>
		hasCjk(unit) ? known.bigrams.has(unit) : known.stems.has(stem(unit));
	const contentBefore = contentUnits(words(before)).length;
	const pair = pairOf(before, after, isKnown);
	return { key, pair, contentBefore, lost: lostFacts(before, edits) };
}

/** Facts inside replaced text that the replacement does not hold. A pure cut loses them on purpose. */
function lostFacts(before: string, edits: readonly Edit[]): readonly string[] {
	const replaced = edits.filter((edit) => edit.text !== "" && edit.to > edit.from);
	return replaced.flatMap((edit) => {
		const kept = factsOf(edit.text);
		return factsOf(before.slice(edit.from, edit.to)).filter((fact) => !kept.includes(fact));
	});
}

function factsOf(text: string): readonly string[] {
	const spans = shieldsOf(text, "paragraph").filter((shield) => shield.kind === "span");
	return [...numbersOf(text), ...spans.map((shield) => shield.text)];
}

function withState(total: Pair, state: BlockState): Pair {
	const { pair } = state;
	return {
		before: total.before,
		after: addProfiles(subtractProfile(total.after, pair.before), pair.after),
		common: total.common - pair.before.words + pair.common,
		content: total.content - state.contentBefore + pair.content,
		fresh: total.fresh + pair.fresh,
	};
}

function withoutState(total: Pair, state: BlockState): Pair {
	const { pair } = state;
	return {
		before: total.before,
		after: addProfiles(subtractProfile(total.after, pair.after), pair.before),
		common: total.common + pair.before.words - pair.common,
		content: total.content + state.contentBefore - pair.content,
		fresh: total.fresh - pair.fresh,
	};
}
