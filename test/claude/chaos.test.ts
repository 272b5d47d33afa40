import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runInThisContext } from "node:vm";
import { transformSync } from "esbuild";
import { ask } from "../doors/hostile-ask";
import { describeWithShared } from "../shared";

jest.setTimeout(120_000);

type Chaos = {
	CLAUDE: Record<string, unknown>;
	startChaos(): Promise<{
		claude(name: string): string;
		sink: readonly { headers: unknown }[];
		close(): Promise<void>;
	}>;
};

/** What each of these must come to; every other scenario must only end, with words and a next step. */
const OUTCOMES: Readonly<Record<string, string>> = {
	ok: "ok",
	"401-key": "wrong-key",
	"401-cors-org": "not-allowed",
	"400-too-long": "too-large",
	"402-billing": "no-credit",
	"403": "not-allowed",
	"404-model": "unknown-model",
	"413": "too-large",
	"429": "rate-limit",
	"429-hour": "rate-limit",
	"429-spend": "no-credit",
	"overloaded-529": "overloaded",
	"slow-drip": "cancelled",
	"stall-before": "cancelled",
	"stall-midway": "cancelled",
	"cut-midway": "cut-off",
	"cut-at-once": "cut-off",
	"ends-without-stop": "cut-off",
	"error-midway": "overloaded",
	"crlf-events": "ok",
	"comments-and-pings": "ok",
	"split-utf8": "ok",
	"one-write": "ok",
	"two-blocks": "ok",
	"thinking-first": "ok",
	"tool-call": "odd-answer",
	"wrong-type-html": "odd-answer",
	refusal: "refused",
	"max-tokens": "cut",
	"context-exceeded": "too-large",
	"empty-answer": "odd-answer",
	"empty-body": "odd-answer",
	"gzip-cut": "cut-off",
	"bad-json": "cut-off",
	"huge-answer": "cut-off",
	endless: "cancelled",
};

/** Scenarios side by side: more would wait for each other on a small machine. */
const LANES = 4;
const SOON_MS = 1_500;
const LATE_MS = 30_000;

describeWithShared("the Claude half of the chaos server", (shared) => {
	it("never hangs, shows the key or tries more than three times, and always says what to do", async () => {
		const { CLAUDE, startChaos } = load(join(shared, "bench/hostile/lib/chaos-server.mjs"));
		const chaos = await startChaos();
		const names = Object.keys(CLAUDE);
		const outcomes: Awaited<ReturnType<typeof ask>>[] = [];
		const waiting = names.map((name, index) => async () => {
			outcomes[index] = await ask(
				chaos.claude(name),
				OUTCOMES[name] === "cancelled" ? SOON_MS : LATE_MS,
			);
		});
		const lane = async () => {
			for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
				await next();
		};
		await Promise.all(Array.from({ length: LANES }, lane));
		const faults = names.flatMap((name, index) => {
			const { status, text, next, tries } = outcomes[index] ?? {
				status: "none",
				text: "",
				next: "",
				tries: 0,
			};
			const wanted = OUTCOMES[name];
			const isSilent = status !== "cancelled" && text.trim() === "";
			const isStuck = !["ok", "cut", "cancelled"].includes(status) && next === "none";
			return [
				...(wanted !== undefined && wanted !== status
					? [`${name}: ${status}, not ${wanted}`]
					: []),
				...(isSilent || isStuck ? [`${name}: no words or no next step`] : []),
				...(tries > 3 ? [`${name}: ${tries} tries`] : []),
				...(/sk-test-key|<img|<html/.test(text) ? [`${name}: shows ${text}`] : []),
			];
		});
		const carried = chaos.sink.filter((each) =>
			JSON.stringify(each.headers).includes("sk-test-key"),
		);
		await chaos.close();
		expect(faults).toEqual([]);
		expect(carried).toEqual([]);
		expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
	});
});

/** The bench is an ES module, which Jest cannot import: translated in memory, without its last lines that start it. */
function load(path: string): Chaos {
	const source = readFileSync(path, "utf8").replace(/\nif \(process\.argv\[1\][\s\S]*$/, "\n");
	const { code } = transformSync(source, { format: "cjs" });
	const module = { exports: {} as Chaos };
	runInThisContext(`(function (module, exports, require) {${code}\n})`)(
		module,
		module.exports,
		createRequire(__filename),
	);
	return module.exports;
}
