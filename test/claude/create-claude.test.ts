import { startStandIn } from "../host/stand-in/server.mjs";
import type { AskEvent, Question } from "../../src/claude/claude";
import { createClaude, type ClaudeParts } from "../../src/claude/create-claude";

const KEY = "sk-test-canary-0123456789";

const question: Question = {
	purpose: "pass:cut",
	model: "claude-haiku-5-5",
	system: [{ text: "Rules" }],
	parts: [
		{
			text: "The draft:\n\n[1] It is very long in order to be cut.\n\nAnswer for blocks 1-1 only.",
		},
	],
	maxTokens: 1000,
};

type StandIn = Awaited<ReturnType<typeof startStandIn>>;

/** `requestUrl` as the app has it, over Node's fetch. */
const requestUrl: ClaudeParts["requestUrl"] = (async (request: {
	url: string;
	method?: string;
	headers?: Record<string, string>;
	body?: string;
}) => {
	const answer = await fetch(request.url, {
		method: request.method ?? "GET",
		headers: request.headers ?? {},
		body: request.body ?? null,
	});
	return {
		status: answer.status,
		headers: Object.fromEntries(answer.headers),
		arrayBuffer: await answer.arrayBuffer(),
	};
}) as unknown as ClaudeParts["requestUrl"];

function partsFor(base: string, change: Partial<ClaudeParts> = {}): ClaudeParts {
	const facts = new Map<string, unknown>();
	return {
		settings: () => ({ baseUrl: base, keyName: "claude" }),
		secret: () => KEY,
		facts: {
			load: (key) => facts.get(key) ?? null,
			save: (key, value) => facts.set(key, value),
		},
		fetch: (input, init) => fetch(input, init),
		requestUrl,
		askPermit: () => Promise.resolve(true),
		isPermitted: () => true,
		mayCost: () => Promise.resolve(true),
		spent: () => undefined,
		now: () => Date.now(),
		...change,
	};
}

async function ask(parts: ClaudeParts, signal = new AbortController().signal) {
	const events: AskEvent[] = [];
	const answer = await createClaude(parts).ask(question, signal, (event) => events.push(event));
	const text = events.map((event) => (event.kind === "text" ? event.piece : "")).join("");
	return { answer, events, text };
}

describe("a question to Claude", () => {
	let standIn: StandIn;
	beforeAll(() => {
		// Browser globals that the client is written for.
		Object.assign(globalThis, { window: globalThis });
	});
	beforeEach(async () => {
		standIn = await startStandIn({ cps: 0 });
	});
	afterEach(() => standIn.close());

	it("streams the answer and counts what it used", async () => {
		const { answer, events, text } = await ask(partsFor(standIn.base));
		if (!answer.ok) throw new Error(answer.error.kind);
		expect(answer.value.text).toBe(text);
		expect(JSON.parse(text)).toHaveProperty("edits");
		expect(events.filter((event) => event.kind === "text").length).toBeGreaterThan(1);
		expect(answer.value.usage.outputTokens).toBeGreaterThan(0);
		expect(answer.value.cost).toBeNull(); // another host: no invented dollars
	});

	it.each([
		["bad_key", "wrong-key"],
		["no_credit", "no-credit"],
		["refusal", "refused"],
		["drop", "cut-off"],
		["error_midstream", "overloaded"],
	])("that ends with %s is %s", async (fault, kind) => {
		standIn.state.script = [fault];
		const { answer } = await ask(partsFor(standIn.base));
		expect(answer.ok ? "ok" : answer.error.kind).toBe(kind);
	});

	it("keeps what came before the stream broke", async () => {
		standIn.state.script = ["drop"];
		const { answer, text } = await ask(partsFor(standIn.base));
		if (answer.ok || !("received" in answer.error)) throw new Error("should be cut off");
		expect(text).not.toBe("");
		expect(answer.error.received).toBe(text);
	});

	it("says that it stopped at the limit", async () => {
		standIn.state.script = ["max_tokens"];
		const { answer } = await ask(partsFor(standIn.base));
		expect(answer.ok && answer.value.isTruncated).toBe(true);
	});

	it("tries again where that is cheap, and says so", async () => {
		standIn.state.script = ["rate_limit", "ok"];
		const { answer, events } = await ask(partsFor(standIn.base));
		expect(answer.ok).toBe(true);
		expect(events).toContainEqual({ kind: "retry", attempt: 2, waitMs: 1000 });
	});

	it("never tries more than three times", async () => {
		standIn.state.script = ["rate_limit", "rate_limit", "rate_limit", "rate_limit"];
		const { answer } = await ask(partsFor(standIn.base));
		expect(answer.ok ? "ok" : answer.error.kind).toBe("rate-limit");
		expect(standIn.state.requests).toHaveLength(3);
	});

	it("that would pass the month's limit is not sent where the person stops it", async () => {
		const asked: (number | null)[] = [];
		const mayCost = (cost: number | null) => {
			asked.push(cost);
			return Promise.resolve(false);
		};
		const { answer } = await ask(partsFor(standIn.base, { mayCost }));
		expect(answer).toEqual({ ok: false, error: { kind: "cancelled", received: "" } });
		expect([asked, standIn.state.requests.length]).toEqual([[null], 0]);
	});

	it("is counted once it is answered, at what it cost", async () => {
		const costs: (number | null)[] = [];
		const { answer } = await ask(partsFor(standIn.base, { spent: (cost) => costs.push(cost) }));
		expect([answer.ok, costs]).toEqual([true, [null]]); // nobody told this host's price
	});

	it("gives the hand back within a second of cancelling", async () => {
		standIn.state.script = ["hang"];
		const abort = new AbortController();
		const asked = ask(partsFor(standIn.base), abort.signal);
		setTimeout(() => abort.abort(), 200);
		const winner = await Promise.race([
			asked,
			new Promise<"late">((resolve) => setTimeout(() => resolve("late"), 1200)),
		]);
		if (winner === "late") throw new Error("still waiting");
		expect(winner.answer.ok ? "ok" : winner.answer.error.kind).toBe("cancelled");
	});

	it("comes whole at the end where only requestUrl gets through", async () => {
		const blocked: ClaudeParts["fetch"] = () =>
			Promise.reject(new TypeError("Failed to fetch"));
		const { answer, events } = await ask(partsFor(standIn.base, { fetch: blocked }));
		expect(answer.ok).toBe(true);
		expect(events.map((event) => event.kind)).toEqual(["not-streaming", "text"]);
	});

	it("is offline where neither way answers, and nothing was paid", async () => {
		const dead: ClaudeParts["fetch"] = () => Promise.reject(new TypeError("Failed to fetch"));
		const deadToo: ClaudeParts["requestUrl"] = (() =>
			Promise.reject(new Error("net::ERR"))) as unknown as ClaudeParts["requestUrl"];
		const { answer } = await ask(partsFor(standIn.base, { fetch: dead, requestUrl: deadToo }));
		expect(answer.ok ? "ok" : answer.error.kind).toBe("offline");
		expect(standIn.state.requests).toHaveLength(0);
	});
});

describe("the key", () => {
	let standIn: StandIn;
	beforeEach(async () => {
		standIn = await startStandIn({ cps: 0 });
	});
	afterEach(() => standIn.close());

	it("goes nowhere without the person's word for this host", async () => {
		const parts = partsFor(standIn.base, {
			isPermitted: () => false,
			askPermit: () => Promise.resolve(false),
		});
		const { answer } = await ask(parts);
		expect(answer.ok ? "ok" : answer.error.kind).toBe("host-not-confirmed");
		expect(standIn.state.requests).toHaveLength(0);
	});

	it("is not needed for a server on this machine", async () => {
		const parts = partsFor(standIn.base, {
			settings: () => ({ baseUrl: standIn.base, keyName: "" }),
			secret: () => null,
		});
		const { answer } = await ask(parts);
		expect(answer.ok).toBe(true);
		expect(
			JSON.stringify(
				standIn.state.requests.map(({ headers }: { headers?: unknown }) => headers),
			),
		).not.toContain("Bearer");
	});

	it("is missed by name where the settings name one this device lacks", async () => {
		const { answer } = await ask(partsFor(standIn.base, { secret: () => null }));
		expect(answer).toEqual({ ok: false, error: { kind: "no-key-here", name: "claude" } });
	});

	it("never stands in what a failure says, even where the server echoes it", async () => {
		const echo: ClaudeParts["fetch"] = (input) =>
			Promise.resolve(
				String(input).includes("models")
					? new Response("{}", { status: 200 })
					: new Response(
							JSON.stringify({
								type: "error",
								error: { type: "invalid_request_error", message: `bad ${KEY}` },
							}),
							{ status: 400 },
						),
			);
		const { answer } = await ask(partsFor(standIn.base, { fetch: echo }));
		expect(JSON.stringify(answer)).not.toContain(KEY);
		expect(answer.ok).toBe(false);
	});
});
