/** Thrown, as this very object, where a person stopped. */
export const STOPPED = new Error("cancelled");

/** Gives the hand back as soon as the person stops, whatever the work is still doing. */
export function unlessStopped<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
	if (signal.aborted) {
		void work.catch(() => undefined); // nobody waits for it any more
		return Promise.reject(STOPPED);
	}
	return new Promise((resolve, reject) => {
		const stop = () => reject(STOPPED);
		signal.addEventListener("abort", stop, { once: true });
		work.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
	});
}
