/** What waits for a review that is open: how it is to open, and how its notice is taken away. */
type Waiting<Opening> = Readonly<{ opening: Opening; hideNotice(): void }>;

/**
 * A second command on a draft whose review is open waits for the end of the first: one a draft, the last one asked.
 * Nothing is asked of a model while it waits.
 */
export class WaitingReviews<Opening> {
	private readonly list = new Map<string, Waiting<Opening>>();

	/** @param notify says that it waits; gets what calls the waiting off, gives what hides the notice. */
	wait(path: string, opening: Opening, notify: (callOff: () => void) => () => void): void {
		this.list.get(path)?.hideNotice();
		const hideNotice = notify(() => this.list.delete(path));
		this.list.set(path, { opening, hideNotice });
	}

	/** Ends the waiting. Null: nothing waits. */
	take(path: string): Opening | null {
		const waiting = this.list.get(path);
		if (waiting === undefined) return null;
		this.list.delete(path);
		waiting.hideNotice();
		return waiting.opening;
	}
}
