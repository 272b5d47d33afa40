import type { KeyAct } from "./key-act";

/**
 * Keys come faster than the disk: what is pressed after a take-back means the rows as it leaves them.
 * Decisions wait until it is shown, the next take-back until it is written, walking waits for nothing.
 */
export class KeyQueue {
	private shown: Promise<void> | null = null;
	private written: Promise<void> = Promise.resolve();

	/** @param perform carries an act out now. */
	constructor(private readonly perform: (act: KeyAct) => void) {}

	add(act: KeyAct): void {
		if (this.shown === null || !DECIDES.has(act.kind)) this.perform(act);
		else void this.shown.then(() => this.perform(act));
	}

	/** @param run takes back and calls when that is shown; resolves when it is written. */
	takeBack(run: (onShown: () => void) => Promise<void>): Promise<void> {
		const before = this.written;
		const shown = new Promise<void>((resolve) => {
			this.written = before.then(() => run(resolve)).finally(resolve);
		});
		this.shown = shown;
		void shown.then(() => {
			if (this.shown === shown) this.shown = null;
		});
		const written = this.written;
		this.written = written.catch(() => undefined);
		return written;
	}
}

const DECIDES: ReadonlySet<KeyAct["kind"]> = new Set([
	"keep",
	"throw-away",
	"back-to-new",
	"hard",
	"category",
	"project",
	"section",
]);
