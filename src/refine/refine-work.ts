import type { ClaudeFailure } from "../claude/claude";
import type { Applied } from "./apply-review";
import type { DraftFollower } from "./follow-draft";
import type { RefineSession } from "./session";
import type { StartActs, StartFacts } from "./start-facts";
import type { Suggestion } from "./suggestion";

/** One draft under refinement, as its commands made it. */
export type RefineWork = Readonly<{
	path: string;
	name: string;
	session: RefineSession;
	/** Where the suggestions stand while the draft is edited meanwhile. */
	follower: DraftFollower;
	/** Null: go straight to the review (continued, or the answer was pasted). */
	start: Readonly<{
		facts: StartFacts;
		acts: Pick<StartActs, "copyRequest" | "mend">;
	}> | null;
	/** Begins these passes over a range of the draft. */
	read: StartActs["start"];
	/** US dollars that `read` was expected to cost; null: not known, or nothing was read. */
	expected(): number | null;
	/** Asks again for the paragraph of a suggestion that lost its words, as the paragraph is now. */
	askAgain(one: Suggestion): "asked" | "busy" | "gone";
	explain(failure: ClaudeFailure): string;
	sourceTitle(id: string): string | null;
	openPlace(quote: string, offset: number): void;
	/** The line of the refine log; false: no project, nothing was logged. */
	log(applied: Applied): Promise<boolean>;
	/** The review is over: it need not be kept on this device. */
	finish(): void;
	/** `wasLeft`: for a place in the draft; the review goes on later. */
	closed(wasLeft: boolean): void;
}>;
