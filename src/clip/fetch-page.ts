import type { RequestUrlParam, RequestUrlResponse } from "obsidian";
import { fail, ok, type Result } from "../result";

/** Why a page could not be had. */
export type FetchFailure = Readonly<
	| { kind: "offline"; detail: string }
	| { kind: "timed-out"; seconds: number }
	| { kind: "cancelled" }
	| { kind: "gone"; status: number }
	| { kind: "login"; status: number }
	| { kind: "busy"; status: number }
	| { kind: "server"; status: number }
	| { kind: "too-large"; megabytes: number }
	| { kind: "empty" }
>;

export type FetchedPage = Readonly<{
	bytes: ArrayBuffer;
	/** Lower case, without parameters; "" where the server names none. */
	contentType: string;
	/** As the header gives it; null where it gives none. */
	charset: string | null;
}>;

/** Obsidian's `requestUrl`, handed in. It has no last address, no abort and no streaming. */
export type Request = (request: RequestUrlParam) => Promise<RequestUrlResponse>;

export type FetchLimits = Readonly<{ timeoutMs: number; maxBytes: number }>;

/**
 * Fetches a page. Aborting gives the hand back at once and forgets the answer: `requestUrl` offers no way
 * to stop the transfer itself. A body over the limit is refused before anything parses it.
 */
export async function fetchPage(
	url: string,
	request: Request,
	limits: FetchLimits,
	signal: AbortSignal,
	accept = ACCEPT,
): Promise<Result<FetchedPage, FetchFailure>> {
	if (signal.aborted) return fail({ kind: "cancelled" });
	const answer = await firstOf(answerOf(url, request, accept), limits, signal);
	return answer.ok ? judge(answer.value, limits) : answer;
}

async function answerOf(
	url: string,
	request: Request,
	accept: string,
): Promise<Result<RequestUrlResponse, FetchFailure>> {
	try {
		return ok(await request({ url, throw: false, headers: { Accept: accept } }));
	} catch (error) {
		// `requestUrl` rejects for what the network refuses: no route, no such host, a broken answer.
		return fail({
			kind: "offline",
			detail: error instanceof Error ? error.message : String(error),
		});
	}
}

const ACCEPT = "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8";

/** The answer, unless the person or the clock is faster. */
function firstOf(
	answer: Promise<Result<RequestUrlResponse, FetchFailure>>,
	limits: FetchLimits,
	signal: AbortSignal,
): Promise<Result<RequestUrlResponse, FetchFailure>> {
	return new Promise((resolve) => {
		const timer = window.setTimeout(
			() =>
				resolve(fail({ kind: "timed-out", seconds: Math.round(limits.timeoutMs / 1000) })),
			limits.timeoutMs,
		);
		signal.addEventListener("abort", () => resolve(fail({ kind: "cancelled" })), {
			once: true,
		});
		void answer.then(resolve).finally(() => window.clearTimeout(timer));
	});
}

function judge(answer: RequestUrlResponse, limits: FetchLimits): Result<FetchedPage, FetchFailure> {
	const { status } = answer;
	if (status === 404 || status === 410) return fail({ kind: "gone", status });
	if (status === 401 || status === 402 || status === 403) return fail({ kind: "login", status });
	if (status === 429 || status === 503) return fail({ kind: "busy", status });
	if (status < 200 || status >= 300) return fail({ kind: "server", status });
	const bytes = answer.arrayBuffer;
	if (bytes.byteLength === 0) return fail({ kind: "empty" });
	if (bytes.byteLength > limits.maxBytes) {
		return fail({ kind: "too-large", megabytes: Math.round(bytes.byteLength / 1e6) });
	}
	const header = headerOf(answer, "content-type");
	return ok({
		bytes,
		contentType: (header.split(";")[0] ?? "").trim().toLowerCase(),
		charset: /charset\s*=\s*"?([\w.:-]+)/i.exec(header)?.[1] ?? null,
	});
}

function headerOf(answer: RequestUrlResponse, wanted: string): string {
	const found = Object.entries(answer.headers).find(([name]) => name.toLowerCase() === wanted);
	return found?.[1] ?? "";
}
