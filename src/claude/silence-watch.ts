/** Ends a call that has been silent too long. */
export class SilenceWatch {
	wasSilent = false;
	private timer: number;

	constructor(
		private readonly abort: AbortController,
		private readonly limitMs: number,
	) {
		this.timer = this.start();
	}

	heard(): void {
		if (this.abort.signal.aborted) return;
		window.clearTimeout(this.timer);
		this.timer = this.start();
	}

	end(): void {
		window.clearTimeout(this.timer);
	}

	private start(): number {
		return window.setTimeout(() => {
			this.wasSilent = true;
			this.abort.abort();
		}, this.limitMs);
	}
}
