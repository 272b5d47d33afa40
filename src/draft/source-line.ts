/** The comment line that names a section's sources: one word of it in every shipped language. */
const WORDS = ["sources", "来源"] as const;

/** Wikilink targets of a sources line; null: another line. */
export function parseSourceLine(line: string): readonly string[] | null {
	const inner = /^[ \t]*%%(.*)%%[ \t]*$/.exec(line)?.[1];
	if (inner === undefined) return null;
	const text = inner.trim();
	const colon = text.search(/[:\uff1a]/);
	const word = text.slice(0, colon).trim().toLowerCase();
	if (colon === -1 || !WORDS.some((each) => each === word)) return null;
	return [...text.matchAll(/\[\[([^\]|#]+)[^\]]*\]\]/g)].map((match) => (match[1] ?? "").trim());
}

/** The line for these links, ready-made wikilinks each. */
export function sourceLine(word: string, links: readonly string[]): string {
	return `%% ${word}: ${links.join(" · ")} %%`;
}
