import { fail, ok, type Result } from "../result";
import { orAborted } from "./aborts";
import { askWithRetries, type Line } from "./ask-with-retries";
import type {
	Answer,
	AskEvent,
	Claude,
	ClaudeFailure,
	Estimate,
	ModelInfo,
	Question,
} from "./claude";
import { failureOf, readThrown } from "./failures";
import type { Permit } from "./host-consent";
import { limitedFetch } from "./limited-fetch";
import { listedModels, parseModel, rememberModels, type ListedModels } from "./model-info";
import { costOf } from "./prices";
import { isStandInName, probeHost } from "./probe-host";
import { knownReach, rememberReach, type DeviceFacts, type Reach } from "./reachability";
import { requestUrlFetch, type RequestUrl } from "./request-url-fetch";
import type { SlimClient } from "./sdk-client";
import { hostOf, OFFICIAL_HOST, targetOf, type Target } from "./target";
import { questionTokens } from "./tokens";

export type ClaudeParts = Readonly<{
	/** Read at each use. */
	settings(): Readonly<{ baseUrl: string; keyName: string }>;
	/** The key of this name on this device; null: there is none. */
	secret(name: string): string | null;
	facts: DeviceFacts;
	/** `window.fetch`, which streams where CORS lets it. */
	fetch: typeof fetch;
	requestUrl: RequestUrl;
	/** Asks the person whether a host may have the key this way; true is remembered by the caller. */
	askPermit(permit: Permit): Promise<boolean>;
	isPermitted(permit: Permit): boolean;
	/** Whether the month may go on by so many dollars; false: the person stopped it. */
	mayCost(cost: number | null): Promise<boolean>;
	spent(cost: number | null): void;
	now(): number;
}>;

/** The client, with what the settings page asks of it. */
export interface ClaudeClient extends Claude {
	/** Finds out anew how this device reaches the base URL. */
	testReach(): Promise<Reach>;
	knownReach(): Exclude<Reach, "offline"> | null;
	/** What this base URL listed when it was last asked; null: never. */
	listedModels(): ListedModels | null;
	/** Whether the host may be asked for its models without asking the person first. */
	mayListModels(): boolean;
	/** The host the settings name, as text; "": none. */
	host(): string;
}

export function createClaude(parts: ClaudeParts): ClaudeClient {
	return new Client(parts);
}

class Client implements ClaudeClient {
	private isStandIn = false;

	constructor(private readonly parts: ClaudeParts) {}

	readiness(): ReturnType<Claude["readiness"]> {
		const target = this.target();
		if (!target.ok) return target.error;
		return { kind: "ready", host: target.value.host, isStandIn: this.isStandIn };
	}

	async ask(
		question: Question,
		signal: AbortSignal,
		onEvent: (event: AskEvent) => void,
	): Promise<Result<Answer, ClaudeFailure>> {
		const target = this.target();
		if (!target.ok) return target;
		if (!(await this.mayHaveKey(target.value, "direct"))) return notConfirmed(target.value);
		if (!(await this.parts.mayCost(this.estimate(question, 0).cost)))
			return fail({ kind: "cancelled", received: "" });
		const reach = this.knownReach() ?? (await this.testReachUnless(signal));
		if (reach === null || signal.aborted) return fail({ kind: "cancelled", received: "" });
		if (reach === "offline") return fail({ kind: "offline", received: "" });
		if (reach === "no-streaming") {
			if (!(await this.mayHaveKey(target.value, "roundabout")))
				return notConfirmed(target.value);
			onEvent({ kind: "not-streaming" });
		}
		const answer = await askWithRetries(
			this.line(target.value),
			question,
			reach,
			signal,
			onEvent,
		);
		if (answer.ok) this.parts.spent(answer.value.cost);
		return answer;
	}

	estimate(question: Question, expectedOutputTokens: number): Estimate {
		const inputTokens = questionTokens(question);
		const usage = {
			inputTokens,
			outputTokens: expectedOutputTokens,
			cacheWriteTokens: 0,
			cacheReadTokens: 0,
		};
		const target = this.target();
		const host = target.ok ? target.value.host : OFFICIAL_HOST;
		return {
			inputTokens,
			outputTokens: expectedOutputTokens,
			cost: costOf(usage, question.model, host),
		};
	}

	async models(signal: AbortSignal): Promise<Result<readonly ModelInfo[], ClaudeFailure>> {
		const target = this.target();
		if (!target.ok) return target;
		if (!(await this.mayHaveKey(target.value, "direct"))) return notConfirmed(target.value);
		const reach = this.knownReach() ?? (await this.testReach());
		if (reach === "offline") return fail({ kind: "offline", received: "" });
		if (reach === "no-streaming" && !(await this.mayHaveKey(target.value, "roundabout")))
			return notConfirmed(target.value);
		try {
			const client = await this.client(target.value, reach);
			const page = await client.models.list({ limit: 100 }, { signal });
			const found = page.data.flatMap((model) => parseModel(model) ?? []);
			this.isStandIn = found.some(({ name }) => isStandInName(name));
			rememberModels(this.parts.facts, target.value.baseUrl, found, this.parts.now());
			return ok(found);
		} catch (error) {
			return fail(failureOf(readThrown(error), "", "", target.value.key));
		}
	}

	listedModels(): ListedModels | null {
		return listedModels(this.parts.facts, this.parts.settings().baseUrl);
	}

	mayListModels(): boolean {
		const target = this.target();
		if (!target.ok) return false;
		const way = this.knownReach() === "no-streaming" ? "roundabout" : "direct";
		return this.isPermitted(target.value, "direct") && this.isPermitted(target.value, way);
	}

	host(): string {
		return hostOf(this.parts.settings().baseUrl);
	}

	knownReach(): Exclude<Reach, "offline"> | null {
		return knownReach(this.parts.facts, this.parts.settings().baseUrl, this.parts.now());
	}

	async testReach(): Promise<Reach> {
		const { baseUrl } = this.parts.settings();
		const target = this.target();
		const key = target.ok && this.isPermitted(target.value, "direct") ? target.value.key : null;
		const { reach, isStandIn } = await probeHost(this.parts, baseUrl, key);
		if (reach === "streams") this.isStandIn = isStandIn;
		rememberReach(this.parts.facts, baseUrl, reach, this.parts.now());
		return reach;
	}

	private target(): Result<Target, ClaudeFailure> {
		return targetOf(this.parts.settings(), (name) => this.parts.secret(name));
	}

	/** Anthropic's own host answers over a line that proves who it is, and sends nobody on. */
	private isPermitted({ origin, isOfficial, key }: Target, way: Permit["way"]): boolean {
		return key === null || isOfficial || this.parts.isPermitted({ origin, way });
	}

	private async mayHaveKey(target: Target, way: Permit["way"]): Promise<boolean> {
		const { origin } = target;
		return this.isPermitted(target, way) || (await this.parts.askPermit({ origin, way }));
	}

	private line(target: Target): Line {
		return {
			target,
			connect: (way, onBytes) => this.client(target, way, onBytes),
			mayGoRoundabout: () => this.mayHaveKey(target, "roundabout"),
			cannotStream: () =>
				rememberReach(this.parts.facts, target.baseUrl, "no-streaming", this.parts.now()),
			test: (signal) => this.testReachUnless(signal),
		};
	}

	/** Null: cancelled meanwhile. */
	private async testReachUnless(signal: AbortSignal): Promise<Reach | null> {
		try {
			return await orAborted(this.testReach(), signal);
		} catch (error) {
			if (signal.aborted) return null;
			throw error;
		}
	}

	private async client(
		{ baseUrl, key }: Target,
		reach: Reach,
		onBytes: () => void = () => undefined,
	): Promise<SlimClient> {
		// The SDK is the largest part of the bundle: evaluated when first needed.
		const { sdkClient } = await import("./sdk-client");
		const { fetch: byFetch, requestUrl } = this.parts;
		return sdkClient({
			baseUrl,
			key,
			fetch: limitedFetch(
				reach === "streams" ? byFetch : requestUrlFetch(requestUrl),
				onBytes,
			),
		});
	}
}

function notConfirmed({ host }: Target): Result<never, ClaudeFailure> {
	return fail({ kind: "host-not-confirmed", host });
}
