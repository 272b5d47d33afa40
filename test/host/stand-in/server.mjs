/**
 * A local stand-in for Claude: speaks enough of the Messages API (HTTP and server-sent events) for Winnow, runs on this
 * machine alone and says in every model name that it is a stand-in.
 *
 * Faults on request: POST /__control {"script": ["overloaded", "ok", …]}, one per message call:
 * ok · overloaded · rate_limit · drop · refusal · max_tokens · not_json · bad_key · no_credit · hang · error_midstream
 */
import { createServer } from "node:http";
import { passAnswer, plainAnswer } from "./answers.mjs";

const MODELS = [
	["claude-haiku-5-5", "Stand-in (no Claude), small"],
	["claude-sonnet-5-5", "Stand-in (no Claude), middle"],
].map(([id, display_name]) => ({
	type: "model",
	id,
	display_name,
	created_at: "2026-10-01T00:00:00Z",
	max_input_tokens: 200_000,
	max_tokens: 32_000,
	lifecycle: "active",
}));

const tokens = (text) => Math.ceil(text.length / 4);
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * @param {{port?: number, cps?: number, answer?: (pass: string, text: string, body: object) => unknown}} options
 * `cps`: characters per second of a stream (0 = at once); `answer` replaces the answer of a pass, or of another purpose ("explain").
 * @returns {Promise<{base: string, state: {script: string[], requests: object[], answer?: Function}, close(): Promise<void>}>}
 */
export async function startStandIn({ port = 0, cps = 4000, answer } = {}) {
	const state = { script: [], requests: [], answer };
	const server = createServer((request, response) => {
		handle(request, response, state, cps).catch(() => response.destroy());
	});
	await new Promise((resolve) => server.listen(port, "127.0.0.1", resolve));
	return {
		base: `http://127.0.0.1:${server.address().port}`,
		state,
		close: () =>
			new Promise((resolve) => {
				server.closeAllConnections();
				server.close(() => resolve());
			}),
	};
}

async function handle(request, response, state, cps) {
	response.setHeader("access-control-allow-origin", request.headers.origin ?? "*");
	response.setHeader(
		"access-control-allow-headers",
		request.headers["access-control-request-headers"] ?? "*",
	);
	response.setHeader("access-control-allow-methods", "GET, POST, OPTIONS");
	response.setHeader("access-control-expose-headers", "request-id, retry-after");
	response.setHeader("request-id", "stand-in");
	if (request.method === "OPTIONS") return response.writeHead(204).end();
	const { pathname } = new URL(request.url, "http://localhost");
	if (pathname === "/v1/models") {
		return json(response, 200, {
			data: MODELS,
			has_more: false,
			first_id: MODELS[0].id,
			last_id: MODELS[1].id,
		});
	}
	const body = await bodyOf(request);
	if (pathname === "/__control") {
		state.script = body.script ?? [];
		return json(response, 200, { ok: true });
	}
	if (pathname === "/v1/messages/count_tokens")
		return json(response, 200, { input_tokens: tokens(textOf(body)) });
	if (pathname === "/v1/messages") {
		state.requests.push({ body, headers: request.headers });
		return message(response, body, state, cps);
	}
	return failure(response, 404, "not_found_error", "No such thing here");
}

async function bodyOf(request) {
	let text = "";
	for await (const piece of request) text += piece;
	return text === "" ? {} : JSON.parse(text);
}

function textOf(body) {
	const of = (content) =>
		typeof content === "string"
			? content
			: (content ?? []).map((part) => part.text ?? "").join("\n\n");
	return [of(body.system), ...(body.messages ?? []).map((one) => of(one.content))].join("\n\n");
}

function json(response, status, value, headers = {}) {
	response
		.writeHead(status, { "content-type": "application/json", ...headers })
		.end(JSON.stringify(value));
}

function failure(response, status, type, words, headers) {
	json(response, status, { type: "error", error: { type, message: words } }, headers);
}

async function message(response, body, state, cps) {
	const fault = state.script.shift() ?? "ok";
	if (fault === "overloaded") return failure(response, 529, "overloaded_error", "Overloaded");
	if (fault === "rate_limit")
		return failure(response, 429, "rate_limit_error", "Slow down", { "retry-after": "1" });
	if (fault === "bad_key")
		return failure(response, 401, "authentication_error", "invalid x-api-key");
	if (fault === "no_credit") return failure(response, 402, "billing_error", "No credit");
	if (fault === "hang") return;
	const text = answerText(body, state, fault);
	const usage = {
		input_tokens: tokens(textOf(body)),
		output_tokens: tokens(text),
		cache_creation_input_tokens: 0,
		cache_read_input_tokens: 0,
	};
	const stop =
		fault === "refusal" ? "refusal" : fault === "max_tokens" ? "max_tokens" : "end_turn";
	const shown = fault === "max_tokens" ? text.slice(0, Math.floor(text.length * 0.6)) : text;
	const head = {
		id: "msg_stand_in",
		type: "message",
		role: "assistant",
		model: body.model,
		stop_sequence: null,
	};
	if (body.stream !== true) {
		return json(response, 200, {
			...head,
			content: [{ type: "text", text: shown }],
			stop_reason: stop,
			usage,
		});
	}
	await stream(response, { head, text: shown, stop, usage, fault }, cps);
}

function answerText(body, state, fault) {
	if (fault === "not_json") return "I would rather tell you about it in prose.";
	const purpose = String(body.metadata?.user_id ?? "");
	const text = textOf(body);
	const pass = /^pass:(\w+)/.exec(purpose)?.[1];
	if (pass === undefined) return String(state.answer?.(purpose, text, body) ?? plainAnswer(purpose, text));
	const given = state.answer?.(pass, text, body);
	return JSON.stringify(given ?? passAnswer(pass, text), null, 1);
}

async function stream(response, { head, text, stop, usage, fault }, cps) {
	response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-cache" });
	const send = (type, data) =>
		response.write(`event: ${type}\ndata: ${JSON.stringify({ type, ...data })}\n\n`);
	send("message_start", {
		message: { ...head, content: [], stop_reason: null, usage: { ...usage, output_tokens: 1 } },
	});
	send("content_block_start", { index: 0, content_block: { type: "text", text: "" } });
	const size = 48;
	const breaksAt = fault === "drop" || fault === "error_midstream" ? text.length / 2 : Infinity;
	for (let at = 0; at < text.length; at += size) {
		if (response.destroyed) return;
		if (at >= breaksAt) {
			// What was written must leave this machine before the line is cut.
			await wait(30);
			if (fault === "drop") return response.destroy();
			send("error", { error: { type: "overloaded_error", message: "Overloaded" } });
			return response.end();
		}
		send("content_block_delta", {
			index: 0,
			delta: { type: "text_delta", text: text.slice(at, at + size) },
		});
		if (cps > 0) await wait((size / cps) * 1000);
	}
	send("content_block_stop", { index: 0 });
	send("message_delta", { delta: { stop_reason: stop, stop_sequence: null }, usage });
	send("message_stop", {});
	response.end();
}
