import type { PropertyValue } from "./safe-vault";

/** Where a property stood: right below this property (null: none above), after so many lines of comment or blank. */
export type PropertyPlace = Readonly<{ below: string | null; lines: number }>;

/** One file's share of an act. Undo restores its own part only, never the whole of a note changed meanwhile. */
export type Step = Readonly<
	/**
	 * `before` and `after` are raw frontmatter entries by property: the exact source lines, null for absent.
	 * Undo writes `before` back where the note still says `after`.
	 */
	| {
			kind: "properties";
			path: string;
			before: Readonly<Record<string, string | null>>;
			after: Readonly<Record<string, string | null>>;
			/** For properties that one side lacks: where the other side has them. */
			places?: Readonly<Record<string, PropertyPlace>>;
			values: Readonly<Record<string, PropertyValue>>;
			/** Fingerprints of the whole note on both sides: they tell whether somebody else wrote in it since. */
			notes?: Readonly<{ before: string; after: string }>;
	  }
	/** Undo moves the file to the trash if it still says `text`. */
	| { kind: "created"; path: string; text: string }
	/** A picture that came with a note. Undo moves it to the trash unless it changed or another note shows it; redo brings it back in the same session. */
	| { kind: "saved"; path: string; bytes: number }
	| { kind: "text"; path: string; before: string; after: string }
	| { kind: "renamed"; from: string; to: string }
>;

/** One thing the person did, undone as a whole. */
export type Act = Readonly<{
	id: string;
	/** What the person sees: "Kept: On scaling". */
	label: string;
	/** ISO 8601. */
	at: string;
	steps: readonly Step[];
}>;

export type UndoOutcome = Readonly<{
	act: Act;
	/** Steps taken back. */
	done: number;
	/** Files left alone, each with why. */
	skipped: readonly Readonly<{ path: string; why: "changed" | "gone" | "disk" }>[];
	/** Notes that hold other changes since, which stay: only the act's own lines were taken back. */
	changedElsewhere: readonly string[];
	/** Steps not begun, because the person stopped. They stay an act of their own, the next to be taken back. */
	left: number;
}>;

/**
 * Runs an act's pieces, each on a file of its own, some at once; resolves when none is under way. Pieces it does
 * not begin are left as they are. `run` takes an index of `paths` and says why a file was left alone, or null.
 */
export type Drive = (
	paths: readonly string[],
	run: (index: number) => Promise<UndoOutcome["skipped"][number]["why"] | null>,
) => Promise<void>;

/** The last 200 acts on this device, also after a restart. */
export interface UndoLog {
	record(act: Omit<Act, "id">): void;
	/**
	 * Null: nothing to take back.
	 * @param drive shows progress of an act of thousands of files and may stop; without one, all runs.
	 */
	undo(drive?: Drive): Promise<UndoOutcome | null>;
	redo(drive?: Drive): Promise<UndoOutcome | null>;
	last(): Act | null;
	onChange(callback: () => void): () => void;
}
