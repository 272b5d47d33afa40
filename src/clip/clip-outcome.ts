import type { Capture, Kind } from "../source/kind";
import type { Source } from "../source/source";
import type { WriteFailure } from "../vault/safe-vault";
import type { FetchFailure } from "./fetch-page";

/** Why a link did not become a note. In every case the vault is as it was. */
export type ClipFailure = Readonly<
	| FetchFailure
	| { kind: "private" }
	| { kind: "too-deep" }
	| { kind: "no-text" }
	/** The server answered, but with a wall before the page. */
	| { kind: "wall"; wall: "login" | "robots" | "not-found" }
	| { kind: "not-a-page"; contentType: string }
	/** `scan`: its pages are pictures; `locked`: it wants a password. */
	| { kind: "pdf"; fault: "scan" | "locked" | "broken" }
	| { kind: "disk"; detail: string }
	/** A page that hit a bug of ours. */
	| { kind: "broken"; detail: string }
>;

/** What was written for one link. `text` is the whole note, which is what undo compares with. */
export type ClippedNote = Readonly<{
	path: string;
	text: string;
	title: string;
	site: string;
	kind: Kind;
	capture: Capture;
	captureNote: string;
	/** Counted as docs say: CJK by character, other scripts by word. */
	words: number;
}>;

/** What became of one link. */
export type ClipOutcome = Readonly<
	| { kind: "clipped"; note: ClippedNote }
	| { kind: "already-here"; source: Source }
	| { kind: "failed"; failure: ClipFailure }
>;

/** How a write that did not happen reads for the person who clipped. */
export function diskFailure(failure: WriteFailure): ClipFailure {
	return { kind: "disk", detail: "detail" in failure ? failure.detail : failure.kind };
}

/** Whether the link itself is worth a note although its text could not be had. */
export function canSaveLink(failure: ClipFailure): boolean {
	switch (failure.kind) {
		case "login":
		case "too-large":
		case "too-deep":
		case "empty":
		case "no-text":
		case "not-a-page":
		case "pdf":
		case "server":
		case "busy":
		case "timed-out":
		case "broken":
		case "wall":
		case "gone":
		case "offline":
		case "private":
			return true;
		case "cancelled":
		case "disk":
			return false;
	}
}

/** Whether the same try may end otherwise. */
export function canRetry(failure: ClipFailure): boolean {
	switch (failure.kind) {
		case "offline":
		case "cancelled":
		case "timed-out":
		case "busy":
		case "server":
		case "disk":
		case "empty":
			return true;
		case "gone":
		case "login":
		case "too-large":
		case "too-deep":
		case "no-text":
		case "not-a-page":
		case "pdf":
		case "private":
		case "broken":
		case "wall":
			return false;
	}
}

/** Words a minute of a reader of technical prose. */
const READING_PACE = 230;

/** At least one. */
export function readingMinutes(words: number): number {
	return Math.max(1, Math.round(words / READING_PACE));
}
