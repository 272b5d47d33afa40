import { words } from "../text/words";
import { startReview, type Decision, type Review } from "./decisions";
import type { DraftFollower } from "./follow-draft";
import { judgeEdit } from "./guard";
import type { GuardContext } from "./guard-case";
import { judgeNote } from "./rules-note";
import type { Snapshot, SnapshotBlock } from "./snapshot";
import type { Suggestion } from "./suggestion";

/** What is needed to judge a review anew on what the draft says now. */
export type NewGround = Readonly<{
	from: Snapshot;
	to: Snapshot;
	follower: Pick<DraftFollower, "placeOf">;
	context(pass: GuardContext["pass"]): GuardContext;
}>;

/**
 * The same review on the draft as it is now: every suggestion is placed and judged again in the paragraph it followed
 * to. Decisions stay where they are still allowed; the one that is asked for again goes.
 */
export function movedReview(review: Review, asked: string, ground: NewGround): Review {
	const { to, context } = ground;
	const now = paragraphs(ground);
	const suggestions = review.suggestions
		.filter(({ id }) => id !== asked)
		.map((one) => {
			const value = { ...one.edit, b: now(one.edit.b, one) ?? 0 };
			return judgeEdit(to, { value, oddKind: null }, context(one.pass), one.id);
		});
	const questions = review.questions.map((one) => {
		const value = { ...one.note, b: now(one.note.b, null) ?? 0 };
		return judgeNote(to, { value, oddKind: null }, context(one.pass), one.id);
	});
	const verdicts = new Map(suggestions.map(({ id, verdict }) => [id, verdict]));
	const stands = (id: string, { kind }: Decision): boolean => {
		const verdict = verdicts.get(id);
		if (verdict === undefined) return false;
		return kind === "reject" || kind === "aside" || verdict === "apply" || verdict === "amber";
	};
	return {
		...startReview(to.hash),
		suggestions,
		questions,
		decisions: new Map([...review.decisions].filter(([id, one]) => stands(id, one))),
		answers: review.answers,
		splits: new Map([...review.splits].filter(([id]) => id !== asked)),
	};
}

/** The paragraph a suggestion stands in now, by its number in the new snapshot. Null: it is gone. */
export function paragraphNow(one: Suggestion, ground: NewGround): number | null {
	return paragraphs(ground)(one.edit.b, one);
}

/** Half of its words must still be there for a paragraph to be the same one. */
const SAME = 0.5;

function paragraphs({
	from,
	to,
	follower,
}: NewGround): (block: number, one: Suggestion | null) => number | null {
	const byText = new Map<string, SnapshotBlock[]>();
	for (const block of to.blocks) {
		const text = to.textOf(block);
		byText.set(text, [...(byText.get(text) ?? []), block]);
	}
	const bags = to.blocks.map((block) => ({ block, bag: new Set(words(to.textOf(block))) }));
	const known = new Map<number, number | null>();
	return (id, one) => {
		const place = one === null ? null : follower.placeOf(one.id);
		const followed = place === null ? null : to.blockAt(place.from);
		if (followed !== null) return followed.id;
		const before = known.get(id);
		if (before !== undefined) return before;
		const block = from.block(id);
		const text = block === null ? "" : from.textOf(block);
		const [same, ...others] = byText.get(text) ?? [];
		const found = same !== undefined && others.length === 0 ? same.id : mostAlike(text, bags);
		known.set(id, found);
		return found;
	};
}

function mostAlike(
	text: string,
	bags: readonly Readonly<{ block: SnapshotBlock; bag: ReadonlySet<string> }>[],
): number | null {
	const mine = new Set(words(text));
	let best: number | null = null;
	let most = SAME;
	for (const { block, bag } of bags) {
		let common = 0;
		for (const word of mine) if (bag.has(word)) common++;
		const share = (2 * common) / Math.max(1, mine.size + bag.size);
		if (share > most) {
			most = share;
			best = block.id;
		}
	}
	return best;
}
