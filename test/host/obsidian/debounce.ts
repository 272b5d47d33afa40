export interface Debouncer<T extends unknown[], V> {
	(...args: T): this;
	cancel(): this;
	run(): V | void;
}

/** [R] d.ts: with `resetTimer` each call starts the wait anew; without it the first call's wait counts. */
export function debounce<T extends unknown[], V>(
	cb: (...args: T) => V,
	timeout = 0,
	resetTimer = false,
): Debouncer<T, V> {
	let timer: number | null = null;
	let last: T | null = null;
	const fire = (): V | void => {
		const args = last;
		timer = null;
		last = null;
		if (args !== null) return cb(...args);
	};
	const debounced = ((...args: T) => {
		last = args;
		if (timer !== null && resetTimer) window.clearTimeout(timer);
		if (timer === null || resetTimer) timer = window.setTimeout(fire, timeout);
		return debounced;
	}) as Debouncer<T, V>;
	debounced.cancel = () => {
		if (timer !== null) window.clearTimeout(timer);
		timer = null;
		last = null;
		return debounced;
	};
	debounced.run = () => {
		if (timer === null) return;
		window.clearTimeout(timer);
		return fire();
	};
	return debounced;
}
