/** What of a reading outlives its tab (a look into the editor and back) until the reading is finished. */
export type OpenReading = {
	/** When it began, in ms. */
	readonly started: number;
	/** The block the reader stands at. */
	current: number;
	/** Questions the reader has asked and ticked, by their text. */
	readonly asked: Set<string>;
};

/** Lives as long as the plugin. By the draft's path. */
export class ReadingMemory {
	private readonly open = new Map<string, OpenReading>();

	of(path: string, now: number): OpenReading {
		const known = this.open.get(path);
		if (known !== undefined) return known;
		const reading = { started: now, current: 0, asked: new Set<string>() };
		this.open.set(path, reading);
		return reading;
	}

	move(from: string, to: string): void {
		const known = this.open.get(from);
		if (known !== undefined) this.open.set(to, known);
		this.open.delete(from);
	}

	finished(path: string): void {
		this.open.delete(path);
	}
}
