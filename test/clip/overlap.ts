/** Words as a reader counts them; addresses and marks are none, every Chinese or Japanese character is one. */
export function wordsOf(text: string): readonly string[] {
	const plain = text.replace(/\]\([^)\s]*\)/g, "]").replace(/<\/?(sup|sub|br|code|pre)>/g, " ");
	return plain.normalize("NFKC").toLowerCase().match(/[\u3040-\u30ff\u4e00-\u9fff]|[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

/** F1 of two multisets of words. */
export function overlap(wanted: readonly string[], given: readonly string[]): number {
	const left = new Map<string, number>();
	for (const word of wanted) left.set(word, (left.get(word) ?? 0) + 1);
	let shared = 0;
	for (const word of given) {
		const count = left.get(word) ?? 0;
		if (count === 0) continue;
		shared++;
		left.set(word, count - 1);
	}
	return shared === 0 ? 0 : (2 * shared) / (wanted.length + given.length);
}
