import type { Capture, Kind } from "../source/kind";
import type { Source } from "../source/source";
import type { WriteFailure } from "../vault/safe-vault";
import type { FetchFailure } from "./fetch-page";
import type { SavedImages } from "./save-images";

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
	/** The work's own address. */
	url: string;
	/** What became of its pictures; null: they were left on the web. */
	images: NoteImages | null;
}>;

/** The pictures of a note: how many stand in the vault, the files that were made for them, and what failed. */
export type NoteImages = Pick<SavedImages, "saved" | "created" | "failed">;

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

/** What a person can do about a link that failed. */
export type NextStep = "retry" | "save-link" | "paste" | "open-page" | "archive" | "leave-out";

/** What helps most comes first. */
export function nextSteps(failure: ClipFailure): readonly NextStep[] {
	switch (failure.kind) {
		case "offline":
		case "timed-out":
		case "busy":
		case "server":
			return ["retry", "save-link", "leave-out"];
		case "empty":
			return ["retry", "open-page", "paste", "save-link", "leave-out"];
		case "cancelled":
		case "disk":
			return ["retry", "leave-out"];
		case "gone":
			return ["archive", "save-link", "leave-out"];
		case "wall":
			return failure.wall === "not-found" ? ["archive", "save-link", "leave-out"] : ["open-page", "paste", "save-link", "leave-out"];
		case "login":
		case "no-text":
		case "too-deep":
		case "broken":
			return ["open-page", "paste", "save-link", "leave-out"];
		case "too-large":
		case "not-a-page":
		case "pdf":
		case "private":
			return ["open-page", "save-link", "leave-out"];
	}
}

/** Words a minute of a reader of technical prose. */
const READING_PACE = 230;

/** At least one. */
export function readingMinutes(words: number): number {
	return Math.max(1, Math.round(words / READING_PACE));
}
