/** Null: anything may differ. */
export type ChangedPaths = ReadonlySet<string> | null;

/** Tells listeners of changes once a frame, however many there are. */
export class ChangeTeller {
	private readonly listeners = new Set<(paths: ChangedPaths) => void>();
	private changed: Set<string> | null = new Set();
	private isTelling = false;

	/** @param nextFrame runs a callback before the next frame. */
	constructor(private readonly nextFrame: (callback: () => void) => void) {}

	/** Null: anything may differ. */
	tell(path: string | null): void {
		if (path === null) this.changed = null;
		else this.changed?.add(path);
		if (this.isTelling) return;
		this.isTelling = true;
		this.nextFrame(() => {
			this.isTelling = false;
			const paths = this.changed;
			this.changed = new Set();
			for (const listener of [...this.listeners]) listener(paths);
		});
	}

	/** Returns how to stop listening. */
	onChange(callback: (paths: ChangedPaths) => void): () => void {
		this.listeners.add(callback);
		return () => this.listeners.delete(callback);
	}

	/** Nobody is told any more. */
	stop(): void {
		this.listeners.clear();
	}
}
