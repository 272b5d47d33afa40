import type { Usage } from "./claude";
import { OFFICIAL_HOST } from "./target";

/** List prices in US dollars per million tokens. */
type Price = Readonly<{ input: number; output: number; cacheWrite: number; cacheRead: number }>;

/** The day the table was read; the API gives no prices. */
export const PRICES_OF = "2026-10";

/** The models the table knows, named as the API names them: what can be chosen before it was asked. */
export const TABLE_MODELS: readonly (readonly [id: string, name: string])[] = [
	["claude-haiku-5-5", "Claude Haiku 5.5"],
	["claude-sonnet-5-5", "Claude Sonnet 5.5"],
	["claude-opus-5-5", "Claude Opus 5.5"],
];

const PRICES: readonly (readonly [prefix: string, price: Price])[] = [
	["claude-haiku-5-5", { input: 0.1, output: 0.5, cacheWrite: 0.125, cacheRead: 0.01 }],
	["claude-sonnet-5-5", { input: 2, output: 10, cacheWrite: 2.5, cacheRead: 0.1 }],
	["claude-opus-5-5", { input: 4, output: 20, cacheWrite: 5, cacheRead: 0.2 }],
];

/** Above so many prompt tokens Haiku 5.5 costs five times as much, for the whole request. */
const HAIKU_TIER = { tokens: 100_000, factor: 5 } as const;

/** What a call costs in US dollars. Null: another host or an unknown model, whose price nobody told us. */
export function costOf(usage: Usage, model: string, host: string): number | null {
	const price = priceOf(model, host);
	if (price === null) return null;
	const prompt = usage.inputTokens + usage.cacheWriteTokens + usage.cacheReadTokens;
	const isUpperTier = model.startsWith("claude-haiku-5-5") && prompt > HAIKU_TIER.tokens;
	const dollars =
		usage.inputTokens * price.input +
		usage.outputTokens * price.output +
		usage.cacheWriteTokens * price.cacheWrite +
		usage.cacheReadTokens * price.cacheRead;
	return (dollars / 1e6) * (isUpperTier ? HAIKU_TIER.factor : 1);
}

/** Null: another host or an unknown model. */
export function priceOf(model: string, host: string): Price | null {
	if (host !== OFFICIAL_HOST) return null;
	return PRICES.find(([prefix]) => model.startsWith(prefix))?.[1] ?? null;
}

/** "$0.10", in every language. */
export function dollars(amount: number): string {
	return `$${amount.toFixed(2)}`;
}
