import type { Source } from "../source/source";

/** The words of a search, folded. All of them must stand somewhere in a source's text. */
export function searchWords(search: string): readonly string[] {
	return fold(search)
		.split(/\s+/u)
		.filter((word) => word !== "");
}

/** What a search looks at: title, people, site, category, first line. */
export function searchText(source: Source): string {
	const { title, authors, site, publication, category, description } = source;
	return fold([title, ...authors, site, publication, category, description].join("\n"));
}

/** Case and accents aside, so that "naive" finds "Naïve". */
export function fold(text: string): string {
	return text
		.normalize("NFKD")
		.replace(/\p{M}+/gu, "")
		.toLowerCase();
}

/**
 * Where a title holds the searched words, as half-open ranges of UTF-16 units, in order, not overlapping.
 * Folding may change a text's length: each character is folded by itself, so that places stay true.
 */
export function searchHits(
	title: string,
	words: readonly string[],
): readonly (readonly [number, number])[] {
	if (words.length === 0) return [];
	const starts: number[] = [];
	let folded = "";
	let at = 0;
	for (const character of title) {
		const piece = fold(character);
		for (let unit = 0; unit < piece.length; unit += 1) starts.push(at);
		folded += piece;
		at += character.length;
	}
	starts.push(title.length);
	const hits: [number, number][] = [];
	for (const word of words) {
		for (
			let from = folded.indexOf(word);
			from !== -1;
			from = folded.indexOf(word, from + word.length)
		) {
			const end = starts[from + word.length] ?? title.length;
			hits.push([starts[from] ?? 0, end]);
		}
	}
	return merged(hits);
}

function merged(hits: [number, number][]): readonly (readonly [number, number])[] {
	hits.sort((a, b) => a[0] - b[0]);
	const apart: [number, number][] = [];
	for (const [from, to] of hits) {
		const last = apart.at(-1);
		if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
		else apart.push([from, to]);
	}
	return apart;
}
