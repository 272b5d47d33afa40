import { isOnRows, type KeyAct } from "./key-act";

/**
 * Keys come faster than the disk: what is pressed after a take-back means the rows as it leaves them.
 * What means rows waits until it is shown, the next take-back until it is written. Walking waits only
 * behind a key that waits, so that each finds the row it was pressed for.
 */
export class KeyQueue {
	private shown: Promise<void> | null = null;
	private written: Promise<void> = Promise.resolve();
	private waiting = 0;

	/** @param perform carries an act out now. */
	constructor(private readonly perform: (act: KeyAct) => void) {}

	add(act: KeyAct): void {
		const { shown } = this;
		const mayGo = AT_ONCE.has(act.kind) || (this.waiting === 0 && !meansRows(act));
		if (shown === null || mayGo) return this.perform(act);
		this.waiting += 1;
		void shown.then(() => {
			this.waiting -= 1;
			this.perform(act);
		});
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

/** Take-backs queue by themselves; the others take the keyboard, and what is typed next is theirs. */
const AT_ONCE: ReadonlySet<KeyAct["kind"]> = new Set([
	"undo",
	"redo",
	"search",
	"filter",
	"switch-project",
	"keys",
]);

function meansRows(act: KeyAct): boolean {
	return isOnRows(act) || act.kind === "select-all" || (act.kind === "step" && act.extends);
}
