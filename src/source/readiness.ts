/** Whether all sources are known: the folders were walked, and the cache has read every note found there. */
export class Readiness {
	private isKnown = false;
	private isWalked = false;
	/** The app has read all it will read; it says so once. */
	private isResolved = false;
	/** Notes the cache has not read yet: absent is not deleted. */
	private readonly unread = new Set<string>();

	constructor(private readonly whenReady: () => void) {}

	get isReady(): boolean {
		return this.isKnown;
	}

	/** A walk begins; nothing is known until it is done. */
	begin(): void {
		this.isKnown = false;
		this.isWalked = false;
	}

	walked(): void {
		this.isWalked = true;
		this.look();
	}

	resolved(): void {
		this.isResolved = true;
		this.look();
	}

	waitFor(path: string): void {
		this.unread.add(path);
	}

	/** The note was read, or is gone. */
	waitNoMore(path: string): void {
		this.unread.delete(path);
	}

	/** The cache may have read the last note before the walk comes to it. */
	look(): void {
		if (this.isKnown || !this.isWalked || (this.unread.size > 0 && !this.isResolved)) return;
		this.unread.clear();
		this.isKnown = true;
		this.whenReady();
	}
}
