import { fail, ok, type Result } from "../result";
import type { Reply } from "./ask-once";
import type { Answer, ClaudeFailure, Question, Usage } from "./claude";
import { costOf } from "./prices";
import { estimateTokens, questionTokens } from "./tokens";

const CUT_SHORT: ReadonlySet<string> = new Set([
	"max_tokens",
	"model_context_window_exceeded",
	"pause_turn",
]);

/** Whether what came to its end is an answer, and what it cost. */
export function judgeReply(
	reply: Reply,
	question: Question,
	host: string,
): Result<Answer, ClaudeFailure> {
	const { text, usage, stop } = reply;
	if (stop === "refusal")
		return fail({ kind: "refused", category: reply.refusal, received: text });
	if (stop === "model_context_window_exceeded" && text === "") return fail({ kind: "too-large" });
	if (stop === "") return fail({ kind: "cut-off", received: text });
	// We offer no tools: who calls one did not read the question.
	if (stop === "tool_use" || text.trim() === "")
		return fail({ kind: "odd-answer", status: 200, detail: stop, received: text });
	const isTruncated = CUT_SHORT.has(stop);
	return ok({
		text,
		usage: counted(usage, question, text),
		cost: costOf(usage, question.model, host),
		isTruncated,
	});
}

/** A gateway that counts nothing: our own estimate stands in, so that a run never looks free. */
function counted(usage: Usage, question: Question, text: string): Usage {
	if (usage.inputTokens + usage.outputTokens > 0) return usage;
	return { ...usage, inputTokens: questionTokens(question), outputTokens: estimateTokens(text) };
}
