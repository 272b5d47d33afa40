import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createClaude, type ClaudeParts } from "../../src/claude/create-claude";
import type { Permit } from "../../src/claude/host-consent";
import type { Question } from "../../src/claude/claude";

const KEY = "sk-test-canary-0123456789";
const question: Question = {
	purpose: "pass:cut",
	model: "claude-haiku-5-5",
	system: [],
	parts: [{ text: "[1] Words." }],
	maxTokens: 100,
};

/** The app's `requestUrl` at its worst: it follows redirects unseen and takes every header along. */
const requestUrl: ClaudeParts["requestUrl"] = (async (request: {
	url: string;
	method?: string;
	headers?: Record<string, string>;
	body?: string;
}) => {
	const { method = "GET", headers = {}, body = null } = request;
	let answer = await fetch(request.url, { method, headers, body, redirect: "manual" });
	const onward = answer.headers.get("location");
	if (onward !== null) answer = await fetch(onward, { method, headers, body });
	return { status: answer.status, headers: {}, arrayBuffer: await answer.arrayBuffer() };
}) as unknown as ClaudeParts["requestUrl"];

/** A browser that CORS keeps from this host. */
const blocked: typeof fetch = () => Promise.reject(new TypeError("Failed to fetch"));

describe("the key and a host that redirects", () => {
	let elsewhere: Server;
	let gateway: Server;
	let carried: string[];
	beforeEach(async () => {
		Object.assign(globalThis, { window: globalThis });
		carried = [];
		elsewhere = await serve((request) => {
			carried.push(JSON.stringify(request.headers));
			return [200, {}];
		});
		gateway = await serve((request) => [307, { location: `${at(elsewhere)}${request.url}` }]);
	});
	afterEach(() => {
		elsewhere.close();
		gateway.close();
	});

	const ask = async (change: Partial<ClaudeParts>) => {
		const facts = new Map<string, unknown>();
		const asked: Permit[] = [];
		const claude = createClaude({
			settings: () => ({ baseUrl: at(gateway), keyName: "claude" }),
			secret: () => KEY,
			facts: {
				load: (key) => facts.get(key) ?? null,
				save: (key, value) => facts.set(key, value),
			},
			fetch,
			requestUrl,
			isPermitted: () => false,
			askPermit: (permit) => {
				asked.push(permit);
				return Promise.resolve(permit.way === "direct");
			},
			mayCost: () => Promise.resolve(true),
			spent: () => undefined,
			now: () => Date.now(),
			...change,
		});
		const answer = await claude.ask(question, AbortSignal.timeout(20_000), () => undefined);
		return { answer, asked, claude };
	};
	const keys = () => carried.filter((headers) => headers.includes(KEY));

	it("does not follow by fetch", async () => {
		const { answer } = await ask({});
		expect(answer.ok).toBe(false);
		expect(keys()).toEqual([]);
	});

	it("is not sent where only requestUrl gets through, unless the person takes that risk", async () => {
		const { answer, asked, claude } = await ask({ fetch: blocked });
		expect(answer).toMatchObject({ ok: false, error: { kind: "host-not-confirmed" } });
		expect(asked.map(({ way }) => way)).toEqual(["direct", "roundabout"]);
		expect(await claude.models(AbortSignal.timeout(5_000))).toMatchObject({ ok: false });
		expect(carried).not.toEqual([]); // whether the host answers is asked without the key
		expect(keys()).toEqual([]);
	});

	it("is sent where the person takes it", async () => {
		const { answer } = await ask({ fetch: blocked, askPermit: () => Promise.resolve(true) });
		expect(answer.ok).toBe(false); // it answers nonsense
		expect(keys()).not.toEqual([]);
	});

	it("is not sent in the open to a host that was permitted over an encrypted line", async () => {
		const permitted: Permit[] = [];
		await ask({
			settings: () => ({ baseUrl: at(gateway), keyName: "claude" }),
			isPermitted: (permit) => {
				permitted.push(permit);
				return permit.origin.startsWith("https:");
			},
			askPermit: () => Promise.resolve(false),
		});
		expect(permitted[0]?.origin).toBe(at(gateway));
		expect(keys()).toEqual([]);
	});
});

function serve(
	answer: (request: IncomingMessage) => readonly [number, Readonly<Record<string, string>>],
): Promise<Server> {
	const server = createServer((request, response) => {
		const [status, headers] = answer(request);
		response.writeHead(status, { "content-type": "application/json", ...headers }).end("{}");
	});
	return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

function at(server: Server): string {
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
