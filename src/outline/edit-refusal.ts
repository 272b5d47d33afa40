import { fail, ok, type Result } from "../result";
import type { CanvasFault } from "./canvas-document";

/** Why an intent changes nothing. */
export type EditRefusal = Readonly<
	| CanvasFault
	| { kind: "no-such-node"; id: string }
	/** A section into itself or its own part. */
	| { kind: "into-itself" }
	| { kind: "odd-file" }
>;

export function noSuch(id: string): Result<string, EditRefusal> {
	return fail({ kind: "no-such-node", id });
}

export function written(text: string | null): Result<string, EditRefusal> {
	return text === null ? fail({ kind: "odd-file" }) : ok(text);
}
