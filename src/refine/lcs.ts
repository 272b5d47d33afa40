/** Bits a word of the table holds: small enough that a sum with carry stays an exact integer. */
const BITS = 30;
const FULL = 2 ** BITS - 1;

/** Length of the longest common subsequence, bit-parallel (Hyyrö 2004): |a| · |b| / 30 steps. */
export function commonLength(a: readonly string[], b: readonly string[]): number {
	const { head, tail } = sameEnds(a, b);
	const left = a.slice(head, a.length - tail);
	const right = b.slice(head, b.length - tail);
	if (left.length === 0 || right.length === 0) return head + tail;
	const [short, long] = left.length <= right.length ? [left, right] : [right, left];
	return head + tail + bitParallel(short, long);
}

function sameEnds(
	a: readonly string[],
	b: readonly string[],
): Readonly<{ head: number; tail: number }> {
	const most = Math.min(a.length, b.length);
	let head = 0;
	while (head < most && a[head] === b[head]) head++;
	let tail = 0;
	while (tail < most - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
	return { head, tail };
}

function bitParallel(short: readonly string[], long: readonly string[]): number {
	const width = Math.ceil(short.length / BITS);
	const masks = new Map<string, Int32Array>();
	short.forEach((word, index) => {
		const mask = masks.get(word) ?? new Int32Array(width);
		const cell = Math.floor(index / BITS);
		mask[cell] = (mask[cell] ?? 0) | (1 << (index % BITS));
		masks.set(word, mask);
	});
	// A zero bit says: one more word of the subsequence ends here.
	const row = new Int32Array(width).fill(FULL);
	for (const word of long) {
		const mask = masks.get(word);
		if (mask === undefined) continue;
		let carry = 0;
		for (let cell = 0; cell < width; cell++) {
			const bits = row[cell] ?? 0;
			const hit = mask[cell] ?? 0;
			const sum = bits + (bits & hit) + carry;
			carry = sum > FULL ? 1 : 0;
			row[cell] = (sum & FULL) | (bits & ~hit);
		}
	}
	let length = 0;
	for (let index = 0; index < short.length; index++) {
		const bits = row[Math.floor(index / BITS)] ?? 0;
		if ((bits & (1 << (index % BITS))) === 0) length++;
	}
	return length;
}
