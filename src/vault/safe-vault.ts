import type { Result } from "../result";

/** Why a write did not happen. In every case the file is as it was. */
export type WriteFailure = Readonly<
	| { kind: "stale" }
	| { kind: "gone" }
	| { kind: "exists" }
	/** The text cannot be parsed; `line` counts from 1 within the whole file. */
	| { kind: "unreadable"; line: number; detail: string }
	| { kind: "refused"; detail: string }
	/** The disk said no. Where a copy was saved first, the text is safe there. */
	| { kind: "disk"; detail: string }
>;

/** What a write did: the whole text before and after, which is also its undo. Equal texts: nothing was written. */
export type Written = Readonly<{ path: string; before: string; after: string }>;

/** A property's value as Winnow writes it. Null removes the property. */
export type PropertyValue = string | number | boolean | readonly string[] | null;

/** Properties to write, by name. Properties not named here are never touched. */
export type PropertyChanges = Readonly<Record<string, PropertyValue>>;

/** A note's properties, as its frontmatter says them at the moment of writing. */
export type Properties = Readonly<Record<string, unknown>>;

/** The few safe ways to change the vault. Each is atomic, keeps foreign bytes and says what happened. */
export interface SafeVault {
	read(path: string): Promise<Result<string, WriteFailure>>;
	/**
	 * Changes only the lines of these properties (comments, order, quoting, line ends and BOM stay).
	 * @param isWanted asked within the write, perhaps twice; false: nothing is written, the failure is `stale`.
	 */
	changeProperties(
		path: string,
		changes: PropertyChanges,
		isWanted?: (says: Properties) => boolean,
	): Promise<Result<Written, WriteFailure>>;
	/**
	 * Changes prose if the note still says `expected`; else `stale`. Through the editor in one transaction
	 * where one is open, else by the protected write (copy, process, read back).
	 */
	editProse(
		path: string,
		expected: string,
		edit: (text: string) => string,
	): Promise<Result<Written, WriteFailure>>;
	/** Changes a canvas, list or other structured text to what is there now; `change` may refuse. */
	changeText(
		path: string,
		change: (text: string) => Result<string, WriteFailure>,
	): Promise<Result<Written, WriteFailure>>;
	/** Creates a file and its folders; never overwrites (`exists`). */
	create(path: string, text: string): Promise<Result<Written, WriteFailure>>;
	/** Creates under a free name: `name.md`, `name 2.md`… after NFC and case folding. */
	createBeside(
		folder: string,
		name: string,
		text: string,
	): Promise<Result<Written, WriteFailure>>;
	/** Saves bytes (images, PDF) under a free name. */
	createBinary(
		folder: string,
		name: string,
		bytes: ArrayBuffer,
	): Promise<Result<string, WriteFailure>>;
	rename(from: string, to: string): Promise<Result<null, WriteFailure>>;
	/** Sends a file where the user's own setting sends deleted files. */
	trash(path: string): Promise<Result<null, WriteFailure>>;
	/** The same for a file of bytes, if it still has this size and no note links to it; one that is linked stays, which is no failure. */
	trashUnused(path: string, bytes: number): Promise<Result<null, WriteFailure>>;
	/** Makes such a file again as long as its bytes are kept: in this session, within a limit. One that is still there is no failure. */
	bringBack(path: string, bytes: number): Promise<Result<null, WriteFailure>>;
}
