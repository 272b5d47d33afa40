import { fail, ok, type Result } from "../../src/result";
import type { Answer, AskEvent, Claude, ClaudeFailure, Question } from "../../src/claude/claude";

/** How a call goes: the pieces it streams, and what stands at its end. */
export type Play = Readonly<{
	pieces: readonly string[];
	end?: ClaudeFailure;
	isTruncated?: boolean;
}>;

const USAGE = { inputTokens: 10, outputTokens: 5, cacheWriteTokens: 0, cacheReadTokens: 0 };

/** Plays one script after the other; without one left it says nothing found. A call waits until `go` where it is told to. */
export class FakeClaude implements Claude {
	readonly asked: Question[] = [];
	running = 0;
	mostAtOnce = 0;
	/** Calls wait here before they speak. */
	gate: Promise<void> = Promise.resolve();

	constructor(private readonly plays: Play[] = []) {}

	readiness(): ReturnType<Claude["readiness"]> {
		return { kind: "ready", host: "localhost", isStandIn: true };
	}

	async ask(
		question: Question,
		signal: AbortSignal,
		onEvent: (event: AskEvent) => void,
	): Promise<Result<Answer, ClaudeFailure>> {
		this.asked.push(question);
		const play = this.plays.shift() ?? { pieces: ['{"edits": [], "notes": []}'] };
		this.running++;
		this.mostAtOnce = Math.max(this.mostAtOnce, this.running);
		await this.gate;
		let text = "";
		for (const piece of play.pieces) {
			await Promise.resolve();
			if (signal.aborted) break;
			text += piece;
			onEvent({ kind: "text", piece });
		}
		this.running--;
		if (signal.aborted) return fail({ kind: "cancelled", received: text });
		if (play.end !== undefined) return fail(play.end);
		return ok({ text, usage: USAGE, cost: 0.01, isTruncated: play.isTruncated ?? false });
	}

	estimate(): ReturnType<Claude["estimate"]> {
		return { inputTokens: 0, outputTokens: 0, cost: null };
	}

	models(): ReturnType<Claude["models"]> {
		return Promise.resolve(ok([]));
	}
}
