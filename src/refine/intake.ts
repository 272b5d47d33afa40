import { judgeEdit } from "./guard";
import type { GuardContext } from "./guard-case";
import type { StreamedObject } from "./objects";
import type { Pass } from "./passes";
import type { BlockRange } from "./prompt";
import { parseEdit, parseNote, type Parsed } from "./protocol";
import { judgeNote } from "./rules-note";
import type { Snapshot } from "./snapshot";
import type { ModelEdit, ModelNote, Question, Suggestion } from "./suggestion";

/** Judged entries of an answer, and what of it could not be used. */
export type Taken = Readonly<{
	suggestions: readonly Suggestion[];
	questions: readonly Question[];
	/** Unreadable objects, kinds the pass does not give, blocks nobody asked about. */
	dropped: number;
	/** Block of the last object that could be used; null where none could. */
	lastBlock: number | null;
}>;

export type IntakeParts = Readonly<{
	snapshot: Snapshot;
	context(pass: GuardContext["pass"]): GuardContext;
	nextId(letter: "s" | "q"): string;
}>;

/** Judges what a model gave, object by object. */
export function takeIn(
	parts: IntakeParts,
	pass: Pass,
	range: BlockRange | null,
	objects: readonly StreamedObject[],
): Taken {
	const edits: Parsed<ModelEdit>[] = [];
	const notes: Parsed<ModelNote>[] = [];
	let dropped = 0;
	let lastBlock: number | null = null;
	for (const { list, raw } of objects) {
		const isEdit = list === "edits";
		const parsed = isEdit ? parseEdit(raw) : parseNote(raw);
		const isWanted = isEdit ? pass.kinds.length > 0 : pass.asksQuestions;
		const block = parsed.ok ? parsed.value.value.b : 0;
		const isAsked = range === null || (block >= range.from && block <= range.to);
		if (!parsed.ok || !isWanted || !isAsked) {
			dropped++;
			continue;
		}
		const { value, oddKind } = parsed.value;
		lastBlock = block;
		if ("r" in value) edits.push({ value, oddKind });
		else notes.push({ value, oddKind });
	}
	return { ...judgeAll(parts, pass, edits, notes), dropped, lastBlock };
}

/** A pass that only asks gives no suggestions, whatever came. */
export function judgeAll(
	{ snapshot, context, nextId }: IntakeParts,
	pass: Pass,
	edits: readonly Parsed<ModelEdit>[],
	notes: readonly Parsed<ModelNote>[],
): Pick<Taken, "suggestions" | "questions"> {
	const own = context(pass.id);
	const wanted = pass.kinds.length === 0 ? [] : edits;
	return {
		suggestions: wanted.map((edit) => judgeEdit(snapshot, edit, own, nextId("s"))),
		questions: notes.map((note) => judgeNote(snapshot, note, own, nextId("q"))),
	};
}
