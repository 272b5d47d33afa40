import type { ClaudeFailure } from "../claude/claude";
import type { DraftFollower } from "./follow-draft";
import type { Meter } from "./meter";
import type { RefineSession } from "./session";
import type { Question, Suggestion } from "./suggestion";

/** What the review is shown with, and what it may ask of the sheet around it. */
export type ScreenParts = Readonly<{
	session: RefineSession;
	follower: DraftFollower;
	meter: Meter;
	/** The heading a block stands under, and its paragraph's number there. */
	where(block: number): Readonly<{ heading: string; paragraph: number }>;
	sourceTitle(id: string): string | null;
	openPlace(block: number, quote: string): void;
	copyTask(question: Question): void;
	apply(): void;
	showKeys(): void;
	announce(text: string): void;
	explainMeter(): void;
	/** What happened and what to do, of a call that failed. */
	explain(failure: ClaudeFailure): string;
	/** Asks again for the paragraph of a suggestion whose words are gone. */
	askAgain(one: Suggestion): void;
	/** Milliseconds since 1970. */
	now(): number;
	/** US dollars the readings were expected to cost; null: not known. */
	expected(): number | null;
}>;
