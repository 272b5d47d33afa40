/** No answer we ask for is longer; a server that sends more is broken or hostile. */
const MAX_BYTES = 8_000_000;

/**
 * A `fetch` whose bodies end with an error past a limit, counted after decompression, and which says each time
 * something arrives: a ping is a sign of life as well as a word. A JSON body that ends too early (a line that broke
 * inside a compressed answer ends like any other) is an error, too.
 */
export function limitedFetch(inner: typeof fetch, onBytes: () => void): typeof fetch {
	return async (input, init) => {
		const answer = await inner(input, init);
		onBytes();
		if (answer.body === null) return answer;
		let bytes = 0;
		const json = isJson(answer.headers) && answer.ok ? new TextDecoder() : null;
		let text = "";
		const counted = answer.body.pipeThrough(
			new TransformStream<Uint8Array, Uint8Array>({
				transform(piece, controller) {
					bytes += piece.byteLength;
					onBytes();
					if (bytes > MAX_BYTES) controller.error(new TooLong());
					else controller.enqueue(piece);
					text += json?.decode(piece, { stream: true }) ?? "";
				},
				flush(controller) {
					if (text.trim() !== "" && !isWhole(text)) controller.error(new BrokenOff());
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

/** The answer is not whole. */
export class BrokenOff extends Error {
	override name = "BrokenOff";
	override message = "the answer broke off";
}

function isJson(headers: Headers): boolean {
	return headers.get("content-type")?.startsWith("application/json") === true;
}

function isWhole(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false; // thrown only for what is no JSON
	}
}
