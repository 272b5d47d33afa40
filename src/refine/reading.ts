import type { Answer, ClaudeFailure, Usage } from "../claude/claude";
import type { Result } from "../result";
import type { StreamState } from "./objects";
import type { Pass } from "./passes";
import type { BlockRange } from "./prompt";

/** One call to the model: a pass over a range of blocks. */
export type Reading = Readonly<{
	pass: Pass;
	range: BlockRange;
	/** What is shown of a draft that no request can hold; null: all of it. */
	shown: BlockRange | null;
	model: string;
	state: Readonly<
		| { kind: "waits" | "reads" | "read" | "stopped" }
		| { kind: "failed"; failure: ClaudeFailure }
	>;
}>;

/** How a call ended, as far as its reading is concerned: a text cut off or broken half way is not read. */
export function endOf(
	answer: Result<Answer, ClaudeFailure>,
	stream: StreamState,
): Reading["state"] {
	if (answer.ok) {
		const isCut = answer.value.isTruncated || stream !== "whole";
		return isCut
			? { kind: "failed", failure: { kind: "cut-off", received: "" } }
			: { kind: "read" };
	}
	if (answer.error.kind === "cancelled") return { kind: "stopped" };
	return { kind: "failed", failure: answer.error };
}

/** What a call leaves of its reading: with something missing it waits for *Continue*, with only that as its range. */
export function settled(
	reading: Reading,
	end: Reading["state"],
	missing: BlockRange | null,
): Reading {
	return end.kind === "read" || missing === null
		? { ...reading, state: { kind: "read" } }
		: { ...reading, range: missing, state: end };
}

/** Whether no earlier part of the same pass is still to come: what this part brings stands below all that is shown. */
export function isNextToShow(list: readonly Reading[], index: number): boolean {
	const pass = list[index]?.pass.id;
	return !list
		.slice(0, index)
		.some(
			(one) =>
				one.pass.id === pass && (one.state.kind === "waits" || one.state.kind === "reads"),
		);
}

/** What the readings cost so far. `cost` is null once a part of it has no known price. */
export type Spent = Readonly<{ usage: Usage; cost: number | null; calls: number }>;

export const NOTHING_SPENT: Spent = {
	usage: { inputTokens: 0, outputTokens: 0, cacheWriteTokens: 0, cacheReadTokens: 0 },
	cost: 0,
	calls: 0,
};

export function spentWith({ usage, cost, calls }: Spent, answer: Answer): Spent {
	return {
		usage: {
			inputTokens: usage.inputTokens + answer.usage.inputTokens,
			outputTokens: usage.outputTokens + answer.usage.outputTokens,
			cacheWriteTokens: usage.cacheWriteTokens + answer.usage.cacheWriteTokens,
			cacheReadTokens: usage.cacheReadTokens + answer.usage.cacheReadTokens,
		},
		cost: cost === null || answer.cost === null ? null : cost + answer.cost,
		calls: calls + 1,
	};
}
