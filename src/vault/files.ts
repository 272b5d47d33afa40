/**
 * The one port to the disk. Paths are vault paths: `/` between names, no leading slash.
 * One file adapts the app to it (`app-files.ts`), the doors adapt a test's adapter.
 * Every method rejects with what the file system throws (file gone, disk full).
 */
export interface Files {
	read(path: string): Promise<string>;
	/** Atomic towards others in this app: reads, changes synchronously, writes. Resolves to what stands there now. */
	process(path: string, change: (text: string) => string): Promise<string>;
	/** Creates or overwrites. For copies, settings and new notes; never for a note somebody may have changed. */
	write(path: string, text: string): Promise<void>;
	rename(from: string, to: string): Promise<void>;
	remove(path: string): Promise<void>;
	exists(path: string): Promise<boolean>;
	list(
		folder: string,
	): Promise<Readonly<{ files: readonly string[]; folders: readonly string[] }>>;
	mkdir(path: string): Promise<void>;
}
