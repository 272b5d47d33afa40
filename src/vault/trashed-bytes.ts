/** Bytes of files that undo put into the trash, so that redo can bring them back; a plugin cannot read the trash. */
export interface TrashedBytes {
	keep(path: string, bytes: ArrayBuffer): void;
	/** Gives them back and forgets them; null where they are no longer kept, or were another file's. */
	take(path: string, size: number): ArrayBuffer | null;
}

/** Some dozens of pictures; phones have little to spare. Bytes. */
export const MOST_TRASHED = 32_000_000;

/** For this session, the latest first: what is over the limit falls out at the other end. */
export function createTrashedBytes(most = MOST_TRASHED): TrashedBytes {
	const kept = new Map<string, ArrayBuffer>();
	let sum = 0;
	const forget = (path: string): void => {
		sum -= kept.get(path)?.byteLength ?? 0;
		kept.delete(path);
	};
	return {
		keep: (path, bytes) => {
			forget(path);
			kept.set(path, bytes);
			sum += bytes.byteLength;
			for (const oldest of kept.keys()) {
				if (sum <= most) break;
				forget(oldest);
			}
		},
		take: (path, size) => {
			const bytes = kept.get(path);
			if (bytes?.byteLength !== size) return null;
			forget(path);
			return bytes;
		},
	};
}
