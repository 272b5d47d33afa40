/** Work goes on this long before the app may draw and listen. Half a frame. */
const STRETCH_MS = 8;

/**
 * A pause between pieces of work that is one only when it is time for it: pieces are many, and each real pause costs
 * some milliseconds. @param now Milliseconds of a clock that only goes forward.
 */
export function breathing(now: () => number, rest: () => Promise<void>): () => Promise<void> {
	let since = now();
	return async () => {
		if (now() - since < STRETCH_MS) return;
		await rest();
		since = now();
	};
}
