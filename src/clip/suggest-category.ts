import type { ClipFacts } from "./note-properties";

/** A source that has its shelf, as far as a guess needs it. */
export type Shelved = Readonly<{ category: string; title: string; description: string; site: string; authors: readonly string[] }>;

/** Words that stand in every title say nothing about its shelf. */
const COMMON = new Set("about after all and are but can does from for has have how into its more new not one our out over than that the their they this using via was what when where which who why with you your".split(" "));

/**
 * The category of a project whose sources are most like this page: by the words of title and description, the site
 * and the authors. "" where none is clearly nearer than the others; a wrong shelf is worse than none.
 */
export function suggestCategory(facts: Pick<ClipFacts, "title" | "description" | "site" | "authors">, shelved: readonly Shelved[]): string {
	const sources = shelved.filter(({ category }) => category !== "");
	const frequency = new Map<string, number>();
	for (const source of sources) for (const word of wordsOf(source)) frequency.set(word, (frequency.get(word) ?? 0) + 1);
	const mine = wordsOf(facts);
	const scores = new Map<string, number>();
	const sizes = new Map<string, number>();
	for (const source of sources) {
		let score = 0;
		// A word that half the project shares tells no shelf from another.
		for (const word of wordsOf(source)) if (mine.has(word)) score += Math.log(1 + sources.length / (frequency.get(word) ?? 1));
		scores.set(source.category, (scores.get(source.category) ?? 0) + score);
		sizes.set(source.category, (sizes.get(source.category) ?? 0) + 1);
	}
	const ranked = [...scores]
		.map(([category, score]) => ({ category, score: score / Math.sqrt(sizes.get(category) ?? 1) }))
		.sort((a, b) => b.score - a.score);
	const [first, second] = ranked;
	if (first === undefined || first.score < LEAST) return "";
	return second === undefined || first.score >= second.score * CLEARLY ? first.category : "";
}

const LEAST = 2;
const CLEARLY = 1.3;

function wordsOf({ title, description, site, authors }: Pick<ClipFacts, "title" | "description" | "site" | "authors">): ReadonlySet<string> {
	const words = new Set<string>();
	for (const { segment, isWordLike } of new Intl.Segmenter(undefined, { granularity: "word" }).segment(`${title} ${description}`)) {
		const word = singular(segment.toLowerCase());
		if (isWordLike === true && !COMMON.has(word) && (word.length > 2 || /\P{ASCII}/u.test(word))) words.add(word);
	}
	if (site !== "") words.add(`site:${site.toLowerCase()}`);
	for (const author of authors) words.add(`author:${author.toLowerCase()}`);
	return words;
}

function singular(word: string): string {
	return word.length > 4 && /[^s]s$/.test(word) ? word.slice(0, -1) : word;
}
