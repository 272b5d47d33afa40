import { JSONParser } from "@streamparser/json";

/** One complete object of a streamed answer. */
export type StreamedObject = Readonly<{ list: "edits" | "notes"; raw: unknown }>;

/** Where a stream stands: more may come, the answer is whole, or what comes is no JSON (any more). */
export type StreamState = "open" | "whole" | "broken";

/** Reads an answer while it arrives. */
export interface ObjectReader {
	/** Hands in the next piece of text; gives back the objects it closed. */
	read(piece: string): readonly StreamedObject[];
	state(): StreamState;
}

/**
 * Objects of `edits` and `notes`, each as soon as it is closed. What stands before the first `{` (a fence,
 * a word of greeting) and behind the answer is skipped. A broken or cut-off tail costs only itself.
 */
export function readObjects(): ObjectReader {
	const parser = new JSONParser({ paths: ["$.edits.*", "$.notes.*"], keepStack: false });
	let found: StreamedObject[] = [];
	let state: StreamState = "open";
	let hasBegun = false;
	parser.onValue = ({ value, stack }) => {
		const list = stack[1]?.key;
		if (list === "edits" || list === "notes") found.push({ list, raw: value });
	};
	parser.onError = () => {
		if (state === "open") state = "broken";
	};
	parser.onEnd = () => {
		state = "whole";
	};
	return {
		state: () => state,
		read: (piece) => {
			if (state !== "open") return [];
			const start = hasBegun ? 0 : piece.indexOf("{");
			if (start === -1) return [];
			hasBegun = true;
			found = [];
			write(piece.slice(start));
			return found;
		},
	};

	function write(piece: string): void {
		try {
			parser.write(piece);
		} catch {
			// The parser throws what it also reports: text behind the answer, or no JSON.
			if (state === "open") state = "broken";
		}
	}
}
