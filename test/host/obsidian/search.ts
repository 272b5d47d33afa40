export type SearchMatches = [number, number][];
export type SearchResult = { score: number; matches: SearchMatches };

/** Letters in order anywhere; whole pieces close together score higher. 0 is best, lower is worse ([M]). */
export function prepareFuzzySearch(query: string): (text: string) => SearchResult | null {
	const words = query
		.toLowerCase()
		.split(/\s+/)
		.filter((word) => word !== "");
	return (text) => {
		if (words.length === 0) return { score: 0, matches: [] };
		const lower = text.toLowerCase();
		const matches: SearchMatches = [];
		let score = 0;
		for (const word of words) {
			const found = pieces(lower, word);
			if (found === null) return null;
			matches.push(...found);
			const first = found[0]?.[0] ?? 0;
			const startsWord = first === 0 || /[\s/\-_.:]/.test(lower.charAt(first - 1));
			score -= (found.length - 1) * 0.5 + (startsWord ? 0 : 0.2) + first * 0.001;
		}
		return { score: score - text.length * 0.0005, matches: merged(matches) };
	};
}

/** Every word must stand in the text as it is typed. */
export function prepareSimpleSearch(query: string): (text: string) => SearchResult | null {
	const words = query
		.toLowerCase()
		.split(/\s+/)
		.filter((word) => word !== "");
	return (text) => {
		const lower = text.toLowerCase();
		const matches: SearchMatches = [];
		for (const word of words) {
			let at = lower.indexOf(word);
			if (at === -1) return null;
			for (; at !== -1; at = lower.indexOf(word, at + word.length))
				matches.push([at, at + word.length]);
		}
		return { score: -(matches[0]?.[0] ?? 0) * 0.001, matches: merged(matches) };
	};
}

export function sortSearchResults(results: { match: SearchResult }[]): void {
	results.sort((a, b) => b.match.score - a.match.score);
}

export function renderMatches(
	el: HTMLElement | DocumentFragment,
	text: string,
	matches: SearchMatches | null,
	offset = 0,
): void {
	let at = 0;
	for (const [from, to] of matches ?? []) {
		const [start, end] = [Math.max(0, from + offset), Math.min(text.length, to + offset)];
		if (end <= at || start >= text.length) continue;
		el.appendText(text.slice(at, start));
		el.createSpan({ cls: "suggestion-highlight", text: text.slice(Math.max(at, start), end) });
		at = end;
	}
	el.appendText(text.slice(at));
}

export function renderResults(
	el: HTMLElement,
	text: string,
	result: SearchResult,
	offset?: number,
): void {
	renderMatches(el, text, result.matches, offset);
}

/** The whole word if it stands there, else its letters one by one from the left. */
function pieces(text: string, word: string): SearchMatches | null {
	const whole = text.indexOf(word);
	if (whole !== -1) return [[whole, whole + word.length]];
	const found: SearchMatches = [];
	let at = 0;
	for (const letter of word) {
		const next = text.indexOf(letter, at);
		if (next === -1) return null;
		const last = found.at(-1);
		if (last?.[1] === next) last[1] = next + letter.length;
		else found.push([next, next + letter.length]);
		at = next + letter.length;
	}
	return found;
}

function merged(matches: SearchMatches): SearchMatches {
	const sorted = [...matches].sort((a, b) => a[0] - b[0]);
	const result: SearchMatches = [];
	for (const [from, to] of sorted) {
		const last = result.at(-1);
		if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
		else result.push([from, to]);
	}
	return result;
}
