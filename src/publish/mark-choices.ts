import type { MarkKind } from "../text/marks";

/** A mark the person may choose. `words`: their own, "" where there are none. */
export type MarkChoice = Readonly<{ kind: MarkKind; words: string }>;

/** What a query offers: the kind it begins to name, else every kind with the query as its words. */
export function markChoices(query: string, name: (kind: MarkKind) => string, kinds: readonly MarkKind[]): readonly MarkChoice[] {
	const words = query.trim();
	const named = kinds.filter((kind) => name(kind).toLowerCase().startsWith(words.toLowerCase()));
	return named.length > 0 ? named.map((kind) => ({ kind, words: "" })) : kinds.map((kind) => ({ kind, words }));
}
