import type { Question } from "./claude";

/** Tokens of technical English per word, and per Han character, as measured on drafts. */
const PER_WORD = 2.1;
const PER_HAN = 1.5;

/** A rough count, before the API is asked: near enough to name a price. */
export function estimateTokens(text: string): number {
	const han =
		text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)
			?.length ?? 0;
	const words = text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
	// A run of Han characters counts as one word above; it is paid for by character.
	const hanRuns =
		text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+/gu)
			?.length ?? 0;
	return Math.ceil((words - hanRuns) * PER_WORD + han * PER_HAN);
}

export function questionTokens({ system, parts }: Question): number {
	return [...system, ...parts].reduce((sum, part) => sum + estimateTokens(part.text), 0);
}
