import { host } from "./private-names";

/** What `JSON.parse` gives: listeners name the types of what they are handed, as in `obsidian.d.ts`. */
type Handed = ReturnType<JSON["parse"]>;
type Listener = (...data: Handed[]) => unknown;

type Subscription = Readonly<{ name: string; callback: Listener; context: unknown; owner: Events }>;

/** Opaque to plugins ([R] d.ts). */
export interface EventRef {
	readonly [host]: Subscription;
}

let open = 0;

/** How many subscriptions stand in the whole app: the leak check compares before and after. */
export function openSubscriptions(): number {
	return open;
}

export class Events {
	#refs = new Map<string, EventRef[]>();

	on(name: string, callback: Listener, ctx?: unknown): EventRef {
		const ref: EventRef = { [host]: { name, callback, context: ctx, owner: this } };
		const list = this.#refs.get(name);
		if (list) list.push(ref);
		else this.#refs.set(name, [ref]);
		open += 1;
		return ref;
	}

	off(name: string, callback: Listener): void {
		for (const ref of [...(this.#refs.get(name) ?? [])])
			if (ref[host].callback === callback) this.offref(ref);
	}

	offref(ref: EventRef): void {
		const list = this.#refs.get(ref[host].name);
		const at = list?.indexOf(ref) ?? -1;
		if (list === undefined || at === -1) return;
		list.splice(at, 1);
		open -= 1;
	}

	trigger(name: string, ...data: unknown[]): void {
		const list = this.#refs.get(name);
		if (list === undefined || list.length === 0) return;
		for (const ref of [...list]) this.tryTrigger(ref, data);
	}

	/** One listener's error never keeps the next from hearing; it is reported like an uncaught one. */
	tryTrigger(evt: EventRef, args: unknown[]): void {
		const { callback, context } = evt[host];
		try {
			callback.apply(context, args);
		} catch (error) {
			reportError(error);
		}
	}
}
