import type { Question } from "../../src/claude/claude";
import { createClaude, type ClaudeParts } from "../../src/claude/create-claude";
import { explainFailure } from "../../src/claude/explain-failure";

/** What the bench looks for in everything that is shown. */
const KEY = "sk-test-key";
/** A person who has waited long enough: the bench gives eight seconds. */
const PATIENCE_MS = 7_000;

const question: Question = {
	purpose: "pass:cut",
	model: "claude-haiku-5-5",
	system: [{ text: "Rules" }],
	parts: [{ text: "[1] A paragraph." }],
	maxTokens: 4_000,
};

/** Asks as the plugin does, by Node's fetch on both ways. `status` is what it came to, `text` what the person sees. */
export async function ask(baseUrl: string, patienceMs = PATIENCE_MS): Promise<{ status: string; text: string; next: string; tries: number }> {
	Object.assign(globalThis, { window: globalThis });
	let tries = 0;
	const counted: typeof fetch = (input, init) => {
		if (init?.method?.toUpperCase() === "POST") tries++;
		return fetch(input, init);
	};
	const claude = createClaude(partsFor(baseUrl, counted));
	const answer = await claude.ask(question, AbortSignal.timeout(patienceMs), () => undefined);
	if (answer.ok) return { status: answer.value.isTruncated ? "cut" : "ok", text: answer.value.text, next: "none", tries };
	const said = explainFailure(answer.error);
	return { status: answer.error.kind, text: said?.message ?? "", next: said?.next ?? "none", tries };
}

function partsFor(baseUrl: string, byFetch: typeof fetch): ClaudeParts {
	const facts = new Map<string, unknown>();
	return {
		settings: () => ({ baseUrl, keyName: "claude" }),
		secret: () => KEY,
		facts: { load: (key) => facts.get(key) ?? null, save: (key, value) => facts.set(key, value) },
		fetch: byFetch,
		requestUrl: requestUrlOver(byFetch),
		askPermit: () => Promise.resolve(true),
		isPermitted: () => true,
		mayCost: () => Promise.resolve(true),
		spent: () => undefined,
		now: () => Date.now(),
	};
}

/** The app's way round CORS: no stream, no abort, no last address. */
function requestUrlOver(byFetch: typeof fetch): ClaudeParts["requestUrl"] {
	return (async (request: { url: string; method?: string; headers?: Record<string, string>; body?: string }) => {
		const { method = "GET", headers = {}, body = null } = request;
		const answer = await byFetch(request.url, { method, headers, body });
		return { status: answer.status, headers: Object.fromEntries(answer.headers), arrayBuffer: await answer.arrayBuffer() };
	}) as unknown as ClaudeParts["requestUrl"];
}
