import type { App } from "./app";
import { openSubscriptions } from "./events";
import { host } from "./private-names";

/** What a plugin could leave behind. Compared before it is loaded and after it is unloaded. */
export type Footprint = {
	subscriptions: number;
	/** Listeners on window, document and body, which outlive every view. */
	listeners: number;
	intervals: number;
	elements: number;
	commands: number;
	views: number;
};

const listeners = new Set<string>();
const intervals = new Set<number>();
let numbered = 0;
const numbers = new WeakMap<object, number>();

/** Counts from now on; called before anything else runs in the page. */
export function countListeners(): void {
	const { addEventListener, removeEventListener } = EventTarget.prototype;
	const isLasting = (target: EventTarget | undefined): boolean => {
		const real = target ?? window;
		return real === window || real === document || real === document.body;
	};
	EventTarget.prototype.addEventListener = function (this: EventTarget, type, listener, options) {
		if (isLasting(this) && listener !== null)
			listeners.add(keyOf(this, type, listener, options));
		return addEventListener.call(this, type, listener, options);
	};
	EventTarget.prototype.removeEventListener = function (
		this: EventTarget,
		type,
		listener,
		options,
	) {
		if (isLasting(this) && listener !== null)
			listeners.delete(keyOf(this, type, listener, options));
		return removeEventListener.call(this, type, listener, options);
	};
	const { setInterval, clearInterval } = window;
	window.setInterval = ((handler: TimerHandler, ms?: number, ...args: unknown[]) => {
		const id = (setInterval as (...all: unknown[]) => number).call(
			window,
			handler,
			ms,
			...args,
		);
		intervals.add(id);
		return id;
	}) as typeof window.setInterval;
	window.clearInterval = ((id?: number) => {
		if (id !== undefined) intervals.delete(id);
		clearInterval.call(window, id);
	}) as typeof window.clearInterval;
}

export function footprint(app: App): Footprint {
	return {
		subscriptions: openSubscriptions(),
		listeners: listeners.size,
		intervals: intervals.size,
		elements: document.querySelectorAll("*").length,
		commands: app[host].commands.byId.size,
		views: app.workspace[host].leaves().length,
	};
}

function keyOf(target: EventTarget, type: string, listener: object, options: unknown): string {
	const capture =
		typeof options === "object" && options !== null
			? (options as AddEventListenerOptions).capture === true
			: options === true;
	const place =
		(target ?? window) === window ? "window" : target === document ? "document" : "body";
	return `${place} ${type} ${numberOf(listener)} ${capture}`;
}

function numberOf(listener: object): number {
	const known = numbers.get(listener);
	if (known !== undefined) return known;
	numbered += 1;
	numbers.set(listener, numbered);
	return numbered;
}
