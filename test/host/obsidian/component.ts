import type { EventRef } from "./events";
import { host } from "./private-names";

/** `load` that can be awaited; only the host asks for it. */
export const loadAndWait: unique symbol = Symbol("loadAndWait");

export class Component {
	#loaded = false;
	#children: Component[] = [];
	#cleanups: (() => unknown)[] = [];

	/** Runs once; an async `onload` is what the caller may await (Plugin relies on it). */
	load(): void {
		void this[loadAndWait]();
	}

	async [loadAndWait](): Promise<void> {
		if (this.#loaded) return;
		this.#loaded = true;
		const pending: unknown = this.onload();
		for (const child of [...this.#children]) child.load();
		await pending;
	}

	onload(): void | Promise<void> {
		// For subclasses.
	}

	unload(): void {
		if (!this.#loaded) return;
		this.#loaded = false;
		while (this.#children.length > 0) this.#children.pop()?.unload();
		// Last registered first, as the app does.
		while (this.#cleanups.length > 0) attempt(this.#cleanups.pop());
		attempt(() => this.onunload());
	}

	onunload(): void {
		// For subclasses.
	}

	addChild<T extends Component>(component: T): T {
		this.#children.push(component);
		if (this.#loaded) component.load();
		return component;
	}

	removeChild<T extends Component>(component: T): T {
		const at = this.#children.indexOf(component);
		if (at !== -1) {
			this.#children.splice(at, 1);
			component.unload();
		}
		return component;
	}

	register(cb: () => unknown): void {
		this.#cleanups.push(cb);
	}

	registerEvent(eventRef: EventRef): void {
		this.register(() => eventRef[host].owner.offref(eventRef));
	}

	registerDomEvent<K extends keyof WindowEventMap>(
		el: Window,
		type: K,
		callback: (this: HTMLElement, ev: WindowEventMap[K]) => unknown,
		options?: boolean | AddEventListenerOptions,
	): void;
	registerDomEvent<K extends keyof DocumentEventMap>(
		el: Document,
		type: K,
		callback: (this: HTMLElement, ev: DocumentEventMap[K]) => unknown,
		options?: boolean | AddEventListenerOptions,
	): void;
	registerDomEvent<K extends keyof HTMLElementEventMap>(
		el: HTMLElement,
		type: K,
		callback: (this: HTMLElement, ev: HTMLElementEventMap[K]) => unknown,
		options?: boolean | AddEventListenerOptions,
	): void;
	registerDomEvent(
		el: EventTarget,
		type: string,
		callback: (this: HTMLElement, ev: never) => unknown,
		options?: boolean | AddEventListenerOptions,
	): void {
		const listener = callback as unknown as EventListener;
		el.addEventListener(type, listener, options);
		this.register(() => el.removeEventListener(type, listener, options));
	}

	registerInterval(id: number): number {
		this.register(() => window.clearInterval(id));
		return id;
	}
}

function attempt(work: (() => unknown) | undefined): void {
	try {
		work?.();
	} catch (error) {
		reportError(error);
	}
}
