import type { RequestUrlParam, RequestUrlResponse } from "obsidian";

export type RequestUrl = (request: RequestUrlParam) => Promise<RequestUrlResponse>;

/** Set by the transport itself; `requestUrl` refuses some and needs none. */
const OWN_HEADERS = new Set(["content-length", "host", "user-agent", "connection"]);

/** Statuses whose responses have no body (Fetch standard). */
const BODILESS = new Set([101, 204, 205, 304]);

/**
 * A `fetch` over `requestUrl`: no CORS, no streaming, no abort. Aborting gives the hand back; the request itself
 * goes on, and what it produces is paid for.
 */
export function requestUrlFetch(requestUrl: RequestUrl): typeof fetch {
	return async (input, init) => {
		const url =
			typeof input === "string" ? input : input instanceof URL ? input.href : input.url;
		const headers: Record<string, string> = {};
		new Headers(init?.headers).forEach((value, name) => {
			if (!OWN_HEADERS.has(name)) headers[name] = value;
		});
		const answer = await abortable(
			requestUrl({
				url,
				method: init?.method ?? "GET",
				headers,
				...(typeof init?.body === "string" ? { body: init.body } : {}),
				throw: false,
			}),
			init?.signal ?? null,
		);
		const body = BODILESS.has(answer.status) ? null : answer.arrayBuffer;
		return new Response(body, { status: answer.status, headers: answer.headers });
	};
}

function abortable<T>(work: Promise<T>, signal: AbortSignal | null): Promise<T> {
	if (signal === null) return work;
	return new Promise((resolve, reject) => {
		const stop = () => reject(new DOMException("Aborted", "AbortError"));
		if (signal.aborted) return stop();
		signal.addEventListener("abort", stop, { once: true });
		work.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
	});
}
