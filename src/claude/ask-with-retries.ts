import { fail, type Result } from "../result";
import { sleep } from "./aborts";
import type { Answer, AskEvent, ClaudeFailure, Question } from "./claude";
import { failureOf, isPassing, readThrown } from "./failures";
import { judgeReply } from "./judge-reply";
import { isCorsWords, type Reach } from "./reachability";
import type { SlimClient } from "./sdk-client";
import type { Target } from "./target";
import { tryOnce, type Way } from "./try-once";

/** What a question travels on. */
export type Line = Readonly<{
	target: Target;
	connect(way: Way, onBytes: () => void): Promise<SlimClient>;
	/** Whether the key may take the app's own way, which cannot stream. */
	mayGoRoundabout(): Promise<boolean>;
	/** Remembers that this host refuses to stream to a browser. */
	cannotStream(): void;
	/** How the host is reached now. Null: cancelled meanwhile. */
	test(signal: AbortSignal): Promise<Reach | null>;
}>;

const MAX_TRIES = 3;
const FIRST_WAIT_MS = 1_000;
/** Longer waits are the person's decision. */
const LONGEST_WAIT_MS = 30_000;

/** Asks at most three times, and again only before anything of an answer came. */
export async function askWithRetries(
	line: Line,
	question: Question,
	firstWay: Way,
	signal: AbortSignal,
	onEvent: (event: AskEvent) => void,
): Promise<Result<Answer, ClaudeFailure>> {
	const { target } = line;
	let way = firstWay;
	for (let attempt = 1; ; attempt++) {
		let received = "";
		const onText = (piece: string) => {
			received += piece;
			onEvent({ kind: "text", piece });
		};
		const used = way;
		const ended = await tryOnce(
			(onBytes) => line.connect(used, onBytes),
			question,
			way,
			signal,
			onText,
		);
		if (ended.kind === "reply") return judgeReply(ended.reply, question, target.host);
		if (signal.aborted) return fail({ kind: "cancelled", received });
		if (ended.kind === "silent") return fail(brokenOff(received));
		if (ended.kind !== "threw") return fail({ kind: "cut-off", received });
		const thrown = readThrown(ended.error);
		const isLast = received !== "" || attempt >= MAX_TRIES;
		if (thrown.status === 401 && isCorsWords(thrown.message) && way === "streams" && !isLast) {
			// Refused before it was read, so nothing was paid: the one case that may change its way.
			if (!(await line.mayGoRoundabout()))
				return fail({ kind: "host-not-confirmed", host: target.host });
			line.cannotStream();
			way = "no-streaming";
			onEvent({ kind: "not-streaming" });
			continue;
		}
		if (thrown.isNetwork && received === "") {
			const reach = await line.test(signal);
			if (reach === null) return fail({ kind: "cancelled", received });
			if (reach === "offline") return fail({ kind: "offline", received });
			// It may have been paid for: never again by the other way, that is for the person to start.
			if (reach !== way || isLast) return fail({ kind: "cut-off", received });
		}
		const failure = failureOf(thrown, received, question.model, target.key);
		const waitMs = thrown.retryAfterMs ?? attempt * FIRST_WAIT_MS;
		if (isLast || !isPassing(thrown) || waitMs > LONGEST_WAIT_MS) return fail(failure);
		onEvent({ kind: "retry", attempt: attempt + 1, waitMs });
		await sleep(waitMs, signal);
		if (signal.aborted) return fail({ kind: "cancelled", received });
	}
}

function brokenOff(received: string): ClaudeFailure {
	return received === "" ? { kind: "offline", received } : { kind: "cut-off", received };
}
