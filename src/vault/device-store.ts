/**
 * Things of this device that may be lost without losing the author's words: unfinished reviews, threads, the undo list.
 * One IndexedDB database for this vault, at most 20 MB; the oldest leave first. Falls back to memory.
 */
export interface DeviceStore {
	get(key: string): Promise<unknown>;
	/** `value` must survive the structured clone algorithm. */
	put(key: string, value: unknown): Promise<void>;
	delete(key: string): Promise<void>;
	/** Keys that begin with this text. */
	keys(prefix: string): Promise<readonly string[]>;
	/** False: memory only, gone with the app. */
	readonly isLasting: boolean;
}
