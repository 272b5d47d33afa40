import type { Capture, Kind } from "./kind";
import type { Status } from "./status";
import type { UrlIdentity } from "./url-identity";

/** A note about one outside work, as its frontmatter says it. Absent properties have their defaults. */
export type Source = Readonly<{
	path: string;
	/** `title`, else the file's name. */
	title: string;
	/** The `source` property as written; "" where there is none. */
	url: string;
	identity: UrlIdentity | null;
	/** Names without brackets. */
	authors: readonly string[];
	/** `site`, else the URL's host without `www.`; "" where neither is known. */
	site: string;
	publication: string;
	published: string | null;
	created: string | null;
	description: string;
	language: string | null;
	kind: Kind;
	doi: string | null;
	arxiv: string | null;
	citekey: string | null;
	isPrimary: boolean;
	capture: Capture;
	captureNote: string;
	status: Status;
	/** Link targets of `project` (no brackets, no alias); empty = unsorted. */
	projects: readonly string[];
	category: string;
	decided: string | null;
	reason: string;
	isHard: boolean;
	words: number | null;
	/** What work it is stands in the note's text (`tool-note.ts`): the note may have no property at all. */
	isFromText?: true;
}>;

/** A note in a watched folder whose frontmatter cannot be parsed. Shown, never written. */
export type BrokenSource = Readonly<{ path: string; line: number; detail: string }>;

/** What becomes of one write, for who asked to show it. */
export type Expectation = Readonly<{
	/** It is still to come, or just made: its time begins anew. */
	again(): void;
	/** It was not made: the note is shown without it. */
	takeBack(): void;
}>;

/** Every source of the vault, from the metadata cache, with Winnow's own writes shown before the cache has them. */
export interface Sources {
	/** False until the first pass over the cache is done: absent is not deleted. */
	readonly isReady: boolean;
	/** How many there are; asked at every change, where listing all would cost a pass. */
	readonly count: number;
	/** Unordered. A source that did not change is the same object as before. */
	all(): readonly Source[];
	get(path: string): Source | null;
	byIdentity(identity: UrlIdentity): readonly Source[];
	broken(): readonly BrokenSource[];
	/** Notes in watched folders that use the status property for something else. */
	foreignCount(): number;
	/** Shows these values at once, until the cache reports the note or five seconds have passed. */
	expect(path: string, values: Readonly<Record<string, unknown>>): Expectation;
	/** `paths` null: everything may differ. Called at most once a frame. */
	onChange(callback: (paths: ReadonlySet<string> | null) => void): () => void;
}
