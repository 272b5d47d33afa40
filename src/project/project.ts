/** One question of the brief and the author's answer, in the order of the note. */
export type BriefAnswer = Readonly<{ heading: string; answer: string }>;

/** One body of research: a folder with a project note. */
export type Project = Readonly<{
	/** Path of the project note. */
	path: string;
	folder: string;
	name: string;
	brief: readonly BriefAnswer[];
	/** Words and turns the passes must never touch. */
	myWords: readonly string[];
	/** Passages (exact words) no suggestion may change. */
	protectedPassages: readonly string[];
	/** Vault path of the canvas; null where the project names none that exists. */
	outline: string | null;
	/** Vault paths, the one named in the project note first. */
	drafts: readonly string[];
	isArchived: boolean;
}>;

/** The vault's projects, from the metadata cache. Bodies (the brief) are read on demand. */
export interface Projects {
	all(): readonly Omit<Project, "brief">[];
	get(path: string): Omit<Project, "brief"> | null;
	/** The project a file belongs to: its project note, outline, draft, reading or source; null where none. */
	of(path: string): Omit<Project, "brief"> | null;
	/** With the brief read from the note's body. Null: no such project. */
	read(path: string): Promise<Project | null>;
	onChange(callback: () => void): () => void;
}
