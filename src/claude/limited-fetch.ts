/** No answer we ask for is longer; a server that sends more is broken or hostile. */
const MAX_BYTES = 8_000_000;

/**
 * A `fetch` whose bodies end with an error past a limit, counted after decompression, and which says each time
 * something arrives: a ping is a sign of life as well as a word.
 */
export function limitedFetch(inner: typeof fetch, onBytes: () => void): typeof fetch {
	return async (input, init) => {
		const answer = await inner(input, init);
		onBytes();
		if (answer.body === null) return answer;
		let bytes = 0;
		const counted = answer.body.pipeThrough(
			new TransformStream<Uint8Array, Uint8Array>({
				transform(piece, controller) {
					bytes += piece.byteLength;
					onBytes();
					if (bytes > MAX_BYTES) controller.error(new TooLong());
					else controller.enqueue(piece);
				},
			}),
		);
		const { status, statusText, headers } = answer;
		return new Response(counted, { status, statusText, headers });
	};
}

/** More arrived than any answer has. */
export class TooLong extends Error {
	override name = "TooLong";
	override message = "longer than any answer";
}
