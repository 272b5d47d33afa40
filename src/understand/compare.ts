import type { Source } from "../source/source";

/** Sources that one question may be put to. More would be a survey, and no answer of 200 words. */
export const MOST_COMPARED = 5;

/** Sources that may stand beside these, best first: of the same category, then kept ones, then by title. */
export function comparable(chosen: readonly Source[], all: readonly Source[]): readonly Source[] {
	if (chosen.length >= MOST_COMPARED) return [];
	const taken = new Set(chosen.map(({ path }) => path));
	const category = chosen[0]?.category ?? "";
	const rank = (source: Source): number => (category !== "" && source.category === category ? 0 : 2) + (source.status === "kept" ? 0 : 1);
	return all
		.filter(({ path, status }) => !taken.has(path) && status !== "deleted")
		.sort((a, b) => rank(a) - rank(b) || a.title.localeCompare(b.title));
}

/** How a card says what was asked, and of which others: "Where do they differ? (One, Two)". */
export function comparedTitle(words: string, titles: readonly string[]): string {
	return titles.length === 0 ? words : `${words} (${titles.join(", ")})`;
}
