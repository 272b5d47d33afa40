const SLICE_MS = 8;

/**
 * Works through steps to the last. @param later lets the app breathe before it goes on; null: all in one go.
 */
export function inSlices(
	steps: Iterator<undefined, void>,
	later: ((run: () => void) => void) | null,
	done: () => void,
): void {
	const run = (): void => {
		const end = performance.now() + SLICE_MS;
		while (steps.next().done !== true) {
			if (later !== null && performance.now() > end) return later(run);
		}
		done();
	};
	run();
}
