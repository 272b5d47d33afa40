import type { ClaudeFailure } from "./claude";
import { BrokenOff } from "./limited-fetch";
import { isCorsWords } from "./reachability";
import { redact } from "./redact";

/** What a failed call looked like, whoever threw it. */
type Thrown = Readonly<{
	status: number | null;
	type: string;
	message: string;
	/** Null: the server names no time, or none that makes sense. */
	retryAfterMs: number | null;
	isNetwork: boolean;
	/** Some of the answer came, and then no more. */
	isBrokenOff: boolean;
}>;

/** Reads an error of the SDK, of `fetch` or of anything else. */
export function readThrown(error: unknown): Thrown {
	const record =
		typeof error === "object" && error !== null ? (error as Record<string, unknown>) : {};
	const status = typeof record["status"] === "number" ? record["status"] : null;
	const name = error instanceof Error ? error.constructor.name : "";
	const message = error instanceof Error ? error.message : String(error);
	return {
		status,
		type: typeOf(record),
		message,
		retryAfterMs: retryAfterMs(record["headers"]),
		isNetwork: error instanceof TypeError || name.startsWith("APIConnection"),
		isBrokenOff:
			message.includes(BROKEN_OFF) ||
			(record["name"] === "TypeError" && BROKEN_BODY.test(message)),
	};
}

const BROKEN_OFF = new BrokenOff().message;
/** How a body says that it broke off or could not be unpacked. A `fetch` that never got through says something else. */
const BROKEN_BODY = /network error|terminated|decod|unexpected end|premature/i;

function typeOf(record: Readonly<Record<string, unknown>>): string {
	return typeof record["type"] === "string" ? record["type"] : "";
}

const DEFAULT_WAIT_MS = 20_000;

/** `retry-after` is seconds or an HTTP date (RFC 9110); `retry-after-ms` is Anthropic's own. */
function retryAfterMs(headers: unknown): number | null {
	if (!(headers instanceof Headers)) return null;
	const ms = Number(headers.get("retry-after-ms"));
	if (Number.isFinite(ms) && ms > 0) return ms;
	const told = headers.get("retry-after") ?? "";
	const seconds = /^\d+(\.\d+)?$/.test(told.trim()) ? Number(told) : null;
	if (seconds !== null) return seconds * 1000;
	const wait = Date.parse(told) - Date.now();
	return Number.isFinite(wait) && wait > 0 ? wait : null;
}

/** No credit left, or a limit the account set itself: no waiting helps. */
const SPENT = /credit balance|spend[_ ]limit/i;

/** Whether the same call may go through a moment later, nothing of an answer having come. */
export function isPassing({ status, type, message, isNetwork }: Thrown): boolean {
	if (isNetwork) return true;
	if (SPENT.test(message)) return false;
	if (status === 408 || status === 429 || (status !== null && status >= 500)) return true;
	return status === null && type === "overloaded_error";
}

/** A failed call as the value features see. `received`: the text that came before it failed. */
export function failureOf(
	thrown: Thrown,
	received: string,
	model: string,
	key: string | null,
): ClaudeFailure {
	const { status, type } = thrown;
	const detail = redact(thrown.message, key);
	if (status === 402 || type === "billing_error" || SPENT.test(thrown.message))
		return { kind: "no-credit" };
	if (status === 401)
		return isCorsWords(thrown.message)
			? { kind: "not-allowed", detail }
			: { kind: "wrong-key" };
	if (status === 403) return { kind: "not-allowed", detail };
	if (status === 404) return { kind: "unknown-model", model };
	if (status === 413 || /prompt is too long/i.test(thrown.message)) return { kind: "too-large" };
	if (status === 429 || type === "rate_limit_error") {
		return {
			kind: "rate-limit",
			retryAfterMs: thrown.retryAfterMs ?? DEFAULT_WAIT_MS,
			received,
		};
	}
	if (status === 529 || type === "overloaded_error") return { kind: "overloaded", received };
	if (thrown.isBrokenOff) return { kind: "cut-off", received };
	if (thrown.isNetwork)
		return received === "" ? { kind: "offline", received } : { kind: "cut-off", received };
	if (received !== "") return { kind: "cut-off", received };
	return { kind: "odd-answer", status: status ?? 0, detail, received };
}
