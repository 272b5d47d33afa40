import { orAborted } from "./aborts";
import { createOnce, streamOnce, type Reply } from "./ask-once";
import type { Question } from "./claude";
import type { Reach } from "./reachability";
import type { SlimClient } from "./sdk-client";
import { SilenceWatch } from "./silence-watch";

/** How the requests of one question travel. */
export type Way = Exclude<Reach, "offline">;

/** How one try ended. `endless`: it sent more than was asked for. */
export type Ended = Readonly<
	| { kind: "reply"; reply: Reply }
	| { kind: "threw"; error: unknown }
	| { kind: "silent" }
	| { kind: "endless" }
>;

/** Nothing heard for so long: the app slept, or the network is gone. */
const SILENCE_MS = 90_000;
/** Where answers come whole, silence is what writing one sounds like. */
const SILENCE_WHOLE_MS = 300_000;
/** A token is rarely longer; what goes on beyond does not keep to what it was asked. */
const MAX_CHARACTERS_PER_TOKEN = 16;

/**
 * Sends a question once and hears it to its end, to silence or to its limit.
 * @param connect makes the client; calls back for every piece of the answer that arrives.
 */
export async function tryOnce(
	connect: (onBytes: () => void) => Promise<SlimClient>,
	question: Question,
	way: Way,
	signal: AbortSignal,
	onText: (piece: string) => void,
): Promise<Ended> {
	const abort = new AbortController();
	const watch = new SilenceWatch(abort, way === "streams" ? SILENCE_MS : SILENCE_WHOLE_MS);
	const stop = () => abort.abort();
	signal.addEventListener("abort", stop, { once: true });
	let left = question.maxTokens * MAX_CHARACTERS_PER_TOKEN;
	const heard = (piece: string) => {
		if (abort.signal.aborted) return;
		left -= piece.length;
		if (left < 0) stop();
		else onText(piece);
	};
	const work = connect(() => watch.heard()).then((client) =>
		way === "streams"
			? streamOnce(client, question, abort.signal, heard)
			: createOnce(client, question, abort.signal, heard),
	);
	try {
		const reply = await orAborted(work, abort.signal);
		return left < 0 ? { kind: "endless" } : { kind: "reply", reply };
	} catch (error) {
		if (left < 0) return { kind: "endless" };
		return watch.wasSilent ? { kind: "silent" } : { kind: "threw", error };
	} finally {
		watch.end();
		signal.removeEventListener("abort", stop);
		abort.abort();
	}
}
