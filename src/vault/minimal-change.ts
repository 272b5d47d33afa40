/** The smallest stretch that differs. Half-open range of `before`, in UTF-16 units; no surrogate pair is split. */
export type Change = Readonly<{ from: number; to: number; text: string }>;

/** The one change that makes `before` into `after`; null where they are equal. */
export function minimalChange(before: string, after: string): Change | null {
	if (before === after) return null;
	const shorter = Math.min(before.length, after.length);
	let from = 0;
	while (from < shorter && before[from] === after[from]) from++;
	if (isHigh(before, from - 1)) from--;
	let tail = 0;
	while (
		tail < shorter - from &&
		before[before.length - 1 - tail] === after[after.length - 1 - tail]
	)
		tail++;
	if (tail > 0 && isLow(before, before.length - tail)) tail--;
	return { from, to: before.length - tail, text: after.slice(from, after.length - tail) };
}

function isHigh(text: string, at: number): boolean {
	return at >= 0 && /[\ud800-\udbff]/.test(text.charAt(at));
}

function isLow(text: string, at: number): boolean {
	return /[\udc00-\udfff]/.test(text.charAt(at));
}
