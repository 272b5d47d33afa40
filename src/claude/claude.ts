import type { Result } from "../result";

/** Every way a question can end without an answer. `received`: the text that came before. */
export type ClaudeFailure = Readonly<
	| { kind: "no-key" }
	/** The settings name a key that this device does not have. */
	| { kind: "no-key-here"; name: string }
	| { kind: "host-not-confirmed"; host: string }
	| { kind: "wrong-key" }
	| { kind: "no-credit" }
	| { kind: "not-allowed"; detail: string }
	| { kind: "unknown-model"; model: string }
	| { kind: "too-large" }
	| { kind: "rate-limit"; retryAfterMs: number; received: string }
	| { kind: "overloaded"; received: string }
	| { kind: "refused"; category: string; received: string }
	| { kind: "cut-off"; received: string }
	| { kind: "offline"; received: string }
	| { kind: "cancelled"; received: string }
	/** An answer that makes no sense (a proxy's login page, an unknown error). */
	| { kind: "odd-answer"; status: number; detail: string; received: string }
>;

/** A part of a prompt. `isCached` sets a cache breakpoint after it. */
export type PromptPart = Readonly<{ text: string; isCached?: boolean }>;

export type Question = Readonly<{
	/** Shows in logs and lets a stand-in tell the passes apart: "pass:cut". Never personal. */
	purpose: string;
	model: string;
	system: readonly PromptPart[];
	parts: readonly PromptPart[];
	maxTokens: number;
	/** JSON schema of the answer, where it must be JSON. */
	schema?: Readonly<Record<string, unknown>>;
}>;

/** Tokens as the API counted them. */
export type Usage = Readonly<{
	inputTokens: number;
	outputTokens: number;
	cacheWriteTokens: number;
	cacheReadTokens: number;
}>;

export type Answer = Readonly<{
	text: string;
	usage: Usage;
	/** US dollars; null where the price is not known (other host, unknown model). */
	cost: number | null;
	/** True: the model stopped at `maxTokens`; `text` is what came. */
	isTruncated: boolean;
}>;

export type Estimate = Readonly<{ inputTokens: number; outputTokens: number; cost: number | null }>;

export type ModelInfo = Readonly<{
	id: string;
	name: string;
	maxInputTokens: number | null;
	maxOutputTokens: number | null;
	/** Whether it keeps to a JSON schema, which the passes ask for. Null: the host does not say. */
	isStructured: boolean | null;
	canThink: boolean | null;
	/** The day from which it answers no more, as ISO date; null: none is set. */
	retires: string | null;
}>;

/** What a run shows while it waits: a retry, or that this device cannot stream. */
export type AskEvent = Readonly<
	| { kind: "text"; piece: string }
	| { kind: "retry"; attempt: number; waitMs: number }
	| { kind: "not-streaming" }
>;

/** The only way to Claude. Knows no feature: prompts and reading of answers live with who asks. */
export interface Claude {
	/** Whether a question could be sent now, without asking the network. */
	readiness(): Readonly<{ kind: "ready"; host: string; isStandIn: boolean }> | ClaudeFailure;
	/**
	 * @param signal Aborting resolves with `cancelled` within a second; tokens already produced are paid for.
	 * @param onEvent Gets each new piece of text, or everything at once where we cannot stream.
	 */
	ask(
		question: Question,
		signal: AbortSignal,
		onEvent: (event: AskEvent) => void,
	): Promise<Result<Answer, ClaudeFailure>>;
	/** Tokens and price before sending, from the text alone. No network. */
	estimate(question: Question, expectedOutputTokens: number): Estimate;
	models(signal: AbortSignal): Promise<Result<readonly ModelInfo[], ClaudeFailure>>;
}
