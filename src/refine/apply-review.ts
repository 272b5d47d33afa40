import { fail, ok, type Result } from "../result";
import { reanchor } from "../text/anchor";
import { splitBlocks, type Block } from "../text/blocks";
import { applyEdits, sortEdits, type Edit, type Span } from "../text/edit";
import { hashText } from "../text/hash";
import { placeMark } from "../text/marks";
import type { SafeVault, WriteFailure, Written } from "../vault/safe-vault";
import type { DraftFollower } from "./follow-draft";
import { plan, type LiveHomes } from "./plan";
import type { Review } from "./decisions";
import type { Snapshot } from "./snapshot";
import type { Question } from "./suggestion";

/** What *Apply* did: which suggestions and questions went in, which no longer fit. */
export type Applied = Readonly<{
	written: Written;
	applied: readonly string[];
	/** Suggestions and questions whose words are gone or stand in two places. */
	stale: readonly string[];
	marks: number;
}>;

export type ReviewEdits = Readonly<{ edits: readonly Edit[] }> & Omit<Applied, "written">;

/** All edits of a review to a text: accepted suggestions, and questions the author wants as marks. */
export function reviewEdits(
	review: Review,
	snapshot: Snapshot,
	text: string,
	live: LiveHomes = new Map(),
): ReviewEdits {
	const { changes, applied, stale } = plan(review, text, live);
	const blocks = splitBlocks(text);
	const marks: Edit[] = [];
	const lost: string[] = [];
	for (const one of review.questions) {
		if (review.answers.get(one.id) !== "marked") continue;
		const mark = questionMark(one, review, snapshot, text, blocks);
		if (mark === null) lost.push(one.id);
		else marks.push(outside(mark, changes));
	}
	return {
		edits: sortEdits([...changes, ...marks]),
		applied,
		stale: [...stale, ...lost],
		marks: marks.length,
	};
}

/** A mark would stand within words that change: it comes behind them. */
function outside(mark: Edit, changes: readonly Edit[]): Edit {
	const around = changes.find((edit) => edit.from < mark.from && mark.from < edit.to);
	return around === undefined ? mark : { ...mark, from: around.to, to: around.to };
}

/** Null: the words it is about are not there any more, or the paragraph stands twice. */
function questionMark(
	one: Question,
	review: Review,
	snapshot: Snapshot,
	text: string,
	blocks: readonly Block[],
): Edit | null {
	const place =
		hashText(text) === review.hash ? placeThen(one, snapshot) : placeNow(one, snapshot, text);
	if (place === null) return null;
	return placeMark(text, place, "question", one.note.ask, blocks);
}

function placeThen({ home, note }: Question, snapshot: Snapshot): Span | null {
	const block = snapshot.block(note.b);
	return home ?? (block === null ? null : { from: block.from, to: block.to });
}

function placeNow({ home, note }: Question, snapshot: Snapshot, text: string): Span | null {
	if (home !== null) return reanchor(text, home.quote);
	const block = snapshot.block(note.b);
	if (block === null) return null;
	const words = snapshot.textOf(block);
	const at = text.indexOf(words);
	if (at === -1 || text.indexOf(words, at + 1) !== -1) return null;
	return { from: at, to: at + words.length };
}

/**
 * Writes what the author accepted into the draft as it is now: one write, one undo. What does not fit any more is
 * left out and named. Reads again once if somebody wrote in between.
 */
export async function applyReview(
	review: Review,
	snapshot: Snapshot,
	path: string,
	vault: Pick<SafeVault, "read" | "editProse">,
	follower: Pick<DraftFollower, "homesIn">,
): Promise<Result<Applied, WriteFailure>> {
	for (let attempt = 1; ; attempt++) {
		const read = await vault.read(path);
		if (!read.ok) return read;
		const live = follower.homesIn(read.value);
		const { edits, ...rest } = reviewEdits(review, snapshot, read.value, live);
		const written = await vault.editProse(path, read.value, (text) => applyEdits(text, edits));
		if (written.ok) return ok({ written: written.value, ...rest });
		if (written.error.kind !== "stale" || attempt > 1) return fail(written.error);
	}
}
