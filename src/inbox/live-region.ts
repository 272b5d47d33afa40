/** A reader is not told more often than this; of what comes between, the newest is said. */
const PAUSE_MS = 1000;

/** The one place of a view that a screen reader listens to. */
export class LiveRegion {
	private readonly element: HTMLElement;
	private waiting: string | null = null;
	private timer: number | null = null;

	constructor(parent: HTMLElement) {
		this.element = parent.createDiv({
			cls: "winnow-inbox-live",
			attr: { role: "status", "aria-live": "polite" },
		});
	}

	say(words: string): void {
		this.waiting = words;
		if (this.timer === null) this.tell();
	}

	end(): void {
		if (this.timer !== null) this.element.win.clearTimeout(this.timer);
		this.timer = null;
	}

	private tell(): void {
		this.timer = null;
		if (this.waiting === null) return;
		this.element.setText(this.waiting);
		this.waiting = null;
		this.timer = this.element.win.setTimeout(() => this.tell(), PAUSE_MS);
	}
}
