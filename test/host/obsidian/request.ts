export type RequestUrlParam = {
	url: string;
	method?: string;
	contentType?: string;
	body?: string | ArrayBuffer;
	headers?: Record<string, string>;
	throw?: boolean;
};
export type RequestUrlResponse = {
	status: number;
	headers: Record<string, string>;
	arrayBuffer: ArrayBuffer;
	json: unknown;
	text: string;
};
export type RequestUrlResponsePromise = Promise<RequestUrlResponse> & {
	arrayBuffer: Promise<ArrayBuffer>;
	json: Promise<unknown>;
	text: Promise<string>;
};

/**
 * Through the host's server, so no CORS. Exactly the documented limits: redirects are followed
 * without a word, the body comes whole at the end, nothing can be aborted ([R] d.ts, [I] obsidian-api#165).
 */
export function requestUrl(request: RequestUrlParam | string): RequestUrlResponsePromise {
	const param = typeof request === "string" ? { url: request } : request;
	const answer = ask(param);
	// Who waits for one part only must not hear of the same failure a second time.
	const part = <T>(pick: (response: RequestUrlResponse) => T): Promise<T> => {
		const promise = answer.then(pick);
		promise.catch(() => undefined);
		return promise;
	};
	return Object.assign(answer, {
		arrayBuffer: part((response) => response.arrayBuffer),
		json: part((response) =>
			isJson(response.text) ? (JSON.parse(response.text) as unknown) : null,
		),
		text: part((response) => response.text),
	});
}

export async function request(request: RequestUrlParam | string): Promise<string> {
	return (await requestUrl(request)).text;
}

async function ask(param: RequestUrlParam): Promise<RequestUrlResponse> {
	const { url, method = "GET", contentType, body, headers = {} } = param;
	const sent = contentType === undefined ? headers : { ...headers, "Content-Type": contentType };
	const envelope = encodeURIComponent(
		JSON.stringify({ url, method, headers: sent, hasBody: body !== undefined }),
	);
	const response = await fetch("/api/request", {
		method: "POST",
		headers: { "x-host": "1", "x-request": envelope },
		body: body ?? null,
	});
	const status = Number(response.headers.get("x-status") ?? "0");
	if (status === 0) throw new Error(((await response.json()) as { message: string }).message);
	const received = JSON.parse(
		decodeURIComponent(response.headers.get("x-headers") ?? "%7B%7D"),
	) as Record<string, string>;
	const buffer = await response.arrayBuffer();
	if (param.throw !== false && status >= 400)
		throw Object.assign(new Error(`Request failed, status ${status}`), {
			status,
			headers: received,
		});
	return answerOf(status, received, buffer);
}

function answerOf(
	status: number,
	headers: Record<string, string>,
	arrayBuffer: ArrayBuffer,
): RequestUrlResponse {
	return {
		status,
		headers,
		arrayBuffer,
		get text() {
			return new TextDecoder().decode(arrayBuffer);
		},
		/** @throws for what is no JSON, when read ([M]). */
		get json() {
			return JSON.parse(this.text) as unknown;
		},
	};
}

function isJson(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}
