/**
 * What the app adds to the page's globals ([R] d.ts: `declare global`), here for one window. A pop-out
 * has classes of its own and is dressed the same way.
 */
type ElementInfo = {
	cls?: string | string[];
	text?: string | DocumentFragment;
	attr?: Record<string, string | number | boolean | null>;
	title?: string;
	parent?: Node;
	value?: string;
	type?: string;
	prepend?: boolean;
	placeholder?: string;
	href?: string;
};
type Page = Window & typeof globalThis;

export function addDomGlobals(win: Page): void {
	extendNode(win);
	extendElement(win);
	extendEvents(win);
	extendBuiltIns(win);
	const doc = win.document;
	define(win, {
		createEl: (tag: string, info?: ElementInfo | string, callback?: (el: Element) => void) =>
			make(doc, null, tag, info, callback),
		createDiv: (info?: ElementInfo | string, callback?: (el: Element) => void) =>
			make(doc, null, "div", info, callback),
		createSpan: (info?: ElementInfo | string, callback?: (el: Element) => void) =>
			make(doc, null, "span", info, callback),
		createSvg: (tag: string, info?: ElementInfo | string, callback?: (el: Element) => void) =>
			makeSvg(doc, null, tag, info, callback),
		createFragment: (callback?: (el: DocumentFragment) => void) => {
			const fragment = doc.createDocumentFragment();
			callback?.(fragment);
			return fragment;
		},
		fish: (selector: string) => doc.querySelector(selector),
		fishAll: (selector: string) => [...doc.querySelectorAll(selector)],
		isBoolean: (value: unknown) => typeof value === "boolean",
		sleep: (ms: number) => new Promise<void>((resolve) => win.setTimeout(resolve, ms)),
		nextFrame: () => new Promise<void>((resolve) => win.requestAnimationFrame(() => resolve())),
		ready: (fn: () => unknown) => {
			if (doc.readyState === "loading") doc.addEventListener("DOMContentLoaded", fn);
			else fn();
		},
		ajaxPromise: (options: {
			url: string;
			method?: string;
			data?: BodyInit;
			headers?: Record<string, string>;
		}) =>
			win
				.fetch(options.url, {
					method: options.method ?? "GET",
					body: options.data ?? null,
					headers: options.headers ?? {},
				})
				.then((response) => response.text()),
		ajax: (options: {
			url: string;
			success?: (answer: string) => void;
			error?: (error: unknown) => void;
		}) => {
			win.fetch(options.url)
				.then((response) => response.text())
				.then(options.success, options.error);
		},
	});
}

/** Which window the person works in; pop-outs take over while they have the focus. */
export function followActiveWindow(main: Page): void {
	const set = (win: Window): void =>
		define(main, { activeWindow: win, activeDocument: win.document });
	set(main);
	main.addEventListener("focus", () => set(main));
	main.addEventListener("host:window", (event) => {
		const popout = (event as CustomEvent<Page>).detail;
		addDomGlobals(popout);
		define(popout, { activeWindow: popout, activeDocument: popout.document });
		popout.addEventListener("focus", () => set(popout));
		popout.addEventListener("pagehide", () => set(main));
		set(popout);
	});
}

function define(target: object, members: Record<string, unknown>): void {
	for (const [name, value] of Object.entries(members))
		Object.defineProperty(target, name, {
			value,
			configurable: true,
			writable: true,
			enumerable: false,
		});
}

function getters(target: object, members: Record<string, (this: never) => unknown>): void {
	for (const [name, get] of Object.entries(members))
		Object.defineProperty(target, name, { get, configurable: true });
}

function make(
	doc: Document,
	parent: Node | null,
	tag: string,
	info: ElementInfo | string | undefined,
	callback?: (el: never) => void,
): HTMLElement {
	const el = doc.createElement(tag);
	fill(el, parent, typeof info === "string" ? { cls: info } : (info ?? {}));
	callback?.(el as never);
	return el;
}

function makeSvg(
	doc: Document,
	parent: Node | null,
	tag: string,
	info: ElementInfo | string | undefined,
	callback?: (el: never) => void,
): SVGElement {
	const el = doc.createElementNS("http://www.w3.org/2000/svg", tag) as SVGElement;
	fill(el, parent, typeof info === "string" ? { cls: info } : (info ?? {}));
	callback?.(el as never);
	return el;
}

function fill(el: Element, parent: Node | null, info: ElementInfo): void {
	const { cls, text, attr, title, value, type, prepend, placeholder, href } = info;
	if (cls !== undefined) el.classList.add(...classNames([cls].flat()));
	if (text !== undefined) el.setText(text);
	for (const [name, content] of Object.entries(attr ?? {})) el.setAttr(name, content);
	if (title !== undefined) el.setAttribute("title", title);
	if (type !== undefined) el.setAttribute("type", type);
	if (value !== undefined) (el as HTMLInputElement).value = value;
	if (placeholder !== undefined) el.setAttribute("placeholder", placeholder);
	if (href !== undefined) el.setAttribute("href", href);
	const into = info.parent ?? parent;
	if (into === null) return;
	if (prepend === true) into.insertBefore(el, into.firstChild);
	else into.appendChild(el);
}

function classNames(list: readonly string[]): string[] {
	return list.flatMap((name) => name.split(/\s+/)).filter((name) => name !== "");
}

function extendNode(win: Page): void {
	define(win.Node.prototype, {
		detach(this: Node) {
			this.parentNode?.removeChild(this);
		},
		empty(this: Node) {
			while (this.lastChild !== null) this.removeChild(this.lastChild);
		},
		insertAfter(this: Node, node: Node, child: Node | null) {
			return this.insertBefore(node, child === null ? this.firstChild : child.nextSibling);
		},
		indexOf(this: Node, other: Node) {
			return [...this.childNodes].indexOf(other as ChildNode);
		},
		setChildrenInPlace(this: Node, children: Node[]) {
			const kept = new Set(children);
			for (const child of [...this.childNodes]) if (!kept.has(child)) child.remove();
			children.forEach((child, at) => {
				if (this.childNodes[at] !== child)
					this.insertBefore(child, this.childNodes[at] ?? null);
			});
		},
		appendText(this: Node, text: string) {
			this.appendChild(ownerOf(this).createTextNode(text));
		},
		/** Across windows, where each has classes of its own. */
		instanceOf(this: Node, type: { new (): unknown; name: string }) {
			if (this instanceof type) return true;
			const own = (this.win as unknown as Record<string, unknown>)[type.name];
			return typeof own === "function" && this instanceof (own as typeof Node);
		},
		createEl(
			this: Node,
			tag: string,
			info?: ElementInfo | string,
			callback?: (el: never) => void,
		) {
			return make(ownerOf(this), this, tag, info, callback);
		},
		createDiv(this: Node, info?: ElementInfo | string, callback?: (el: never) => void) {
			return make(ownerOf(this), this, "div", info, callback);
		},
		createSpan(this: Node, info?: ElementInfo | string, callback?: (el: never) => void) {
			return make(ownerOf(this), this, "span", info, callback);
		},
		createSvg(
			this: Node,
			tag: string,
			info?: ElementInfo | string,
			callback?: (el: never) => void,
		) {
			return makeSvg(ownerOf(this), this, tag, info, callback);
		},
	});
	getters(win.Node.prototype, {
		doc(this: Node) {
			return ownerOf(this);
		},
		win(this: Node) {
			return ownerOf(this).defaultView ?? window;
		},
		constructorWin: () => win,
	});
}

function ownerOf(node: Node): Document {
	return node.nodeType === 9 ? (node as Document) : (node.ownerDocument ?? document);
}

function extendElement(win: Page): void {
	define(win.Element.prototype, {
		getText(this: Element) {
			return this.textContent ?? "";
		},
		setText(this: Element, text: string | DocumentFragment) {
			if (typeof text === "string") this.textContent = text;
			else this.replaceChildren(text);
		},
		addClass(this: Element, ...classes: string[]) {
			this.classList.add(...classNames(classes));
		},
		addClasses(this: Element, classes: string[]) {
			this.classList.add(...classNames(classes));
		},
		removeClass(this: Element, ...classes: string[]) {
			this.classList.remove(...classNames(classes));
		},
		removeClasses(this: Element, classes: string[]) {
			this.classList.remove(...classNames(classes));
		},
		toggleClass(this: Element, classes: string | string[], value: boolean) {
			for (const name of classNames([classes].flat())) this.classList.toggle(name, value);
		},
		hasClass(this: Element, cls: string) {
			return this.classList.contains(cls);
		},
		setAttr(this: Element, name: string, value: string | number | boolean | null) {
			if (value === null) this.removeAttribute(name);
			else this.setAttribute(name, String(value));
		},
		setAttrs(this: Element, attributes: Record<string, string | number | boolean | null>) {
			for (const [name, value] of Object.entries(attributes)) this.setAttr(name, value);
		},
		getAttr(this: Element, name: string) {
			return this.getAttribute(name);
		},
		matchParent(this: Element, selector: string, last?: Element) {
			const found = this.closest(selector);
			// Nothing above the last parent counts.
			return found !== null && (last === undefined || found === last || last.contains(found))
				? found
				: null;
		},
		getCssPropertyValue(this: Element, property: string, pseudo?: string) {
			return this.win.getComputedStyle(this, pseudo).getPropertyValue(property).trim();
		},
		isActiveElement(this: Element) {
			return this.doc.activeElement === this;
		},
		setCssStyles(this: HTMLElement, styles: Record<string, string>) {
			Object.assign(this.style, styles);
		},
		setCssProps(this: HTMLElement, props: Record<string, string>) {
			for (const [name, value] of Object.entries(props)) this.style.setProperty(name, value);
		},
	});
	const finders = {
		find(this: ParentNode, selector: string) {
			return this.querySelector(selector);
		},
		findAll(this: ParentNode, selector: string) {
			return [...this.querySelectorAll(selector)];
		},
	};
	define(win.Element.prototype, {
		...finders,
		findAllSelf(this: Element, selector: string) {
			return [...(this.matches(selector) ? [this] : []), ...this.querySelectorAll(selector)];
		},
	});
	define(win.DocumentFragment.prototype, finders);
	define(win.HTMLElement.prototype, {
		show(this: HTMLElement) {
			this.style.removeProperty("display");
		},
		hide(this: HTMLElement) {
			this.style.display = "none";
		},
		toggle(this: HTMLElement, show: boolean) {
			if (show) this.show();
			else this.hide();
		},
		toggleVisibility(this: HTMLElement, visible: boolean) {
			this.style.visibility = visible ? "" : "hidden";
		},
		isShown(this: HTMLElement) {
			return this.isConnected && this.getClientRects().length > 0;
		},
	});
}

type Delegated = { selector: string; listener: unknown; callback: EventListener };
const delegated = new WeakMap<EventTarget, Map<string, Delegated[]>>();

function extendEvents(win: Page): void {
	const delegation = {
		on(
			this: EventTarget,
			type: string,
			selector: string,
			listener: (event: Event, target: Element) => unknown,
			options?: boolean | AddEventListenerOptions,
		) {
			const callback = (event: Event): void => {
				const target = (event.target as Element | null)?.closest?.(selector) ?? null;
				if (target !== null && (this as Node).contains(target))
					listener.call(this, event, target);
			};
			const types = delegated.get(this) ?? new Map<string, Delegated[]>();
			delegated.set(this, types);
			types.set(type, [...(types.get(type) ?? []), { selector, listener, callback }]);
			this.addEventListener(type, callback, options);
		},
		off(
			this: EventTarget,
			type: string,
			selector: string,
			listener: unknown,
			options?: boolean | AddEventListenerOptions,
		) {
			const list = delegated.get(this)?.get(type) ?? [];
			const found = list.find(
				(entry) => entry.selector === selector && entry.listener === listener,
			);
			if (found === undefined) return;
			list.splice(list.indexOf(found), 1);
			this.removeEventListener(type, found.callback, options);
		},
	};
	define(win.HTMLElement.prototype, {
		...delegation,
		onClickEvent(
			this: HTMLElement,
			listener: EventListener,
			options?: boolean | AddEventListenerOptions,
		) {
			this.addEventListener("click", listener, options);
			this.addEventListener("auxclick", listener, options);
		},
		onNodeInserted(this: HTMLElement, listener: () => unknown, once = false) {
			let wasIn = this.isConnected;
			const observer = new win.MutationObserver(() => {
				if (this.isConnected && !wasIn) {
					listener();
					if (once) observer.disconnect();
				}
				wasIn = this.isConnected;
			});
			observer.observe(win.document, { childList: true, subtree: true });
			return () => observer.disconnect();
		},
		/** Called when the element lands in another window's document. */
		onWindowMigrated(this: HTMLElement, listener: (win: Window) => unknown) {
			let last: Window = this.win;
			const check = (): void => {
				if (this.win === last) return;
				last = this.win;
				listener(last);
			};
			window.addEventListener("host:window", check);
			return () => window.removeEventListener("host:window", check);
		},
		trigger(this: HTMLElement, type: string) {
			this.dispatchEvent(new win.Event(type, { bubbles: true }));
		},
	});
	define(win.Document.prototype, delegation);
	getters(win.UIEvent.prototype, {
		targetNode(this: UIEvent) {
			return this.target instanceof Node ? this.target : null;
		},
		win(this: UIEvent) {
			return this.view ?? window;
		},
		doc(this: UIEvent) {
			return (this.view ?? window).document;
		},
	});
	define(win.UIEvent.prototype, {
		instanceOf(this: UIEvent, type: { new (...data: never[]): unknown; name: string }) {
			return this instanceof type || this.constructor.name === type.name;
		},
	});
}

function extendBuiltIns(win: Page): void {
	define(win.Object, {
		isEmpty: (object: object) => Object.keys(object).length === 0,
		each(
			object: Record<string, unknown>,
			callback: (value: unknown, key: string) => boolean | void,
			context?: unknown,
		) {
			return Object.entries(object).every(
				([key, value]) => callback.call(context, value, key) !== false,
			);
		},
	});
	define(win.Array, { combine: <T>(arrays: T[][]): T[] => arrays.flat() });
	define(win.Array.prototype, {
		first(this: unknown[]) {
			return this[0];
		},
		last(this: unknown[]) {
			return this[this.length - 1];
		},
		contains(this: unknown[], target: unknown) {
			return this.includes(target);
		},
		remove(this: unknown[], target: unknown) {
			for (let at = this.length - 1; at >= 0; at -= 1)
				if (this[at] === target) this.splice(at, 1);
		},
		shuffle(this: unknown[]) {
			for (let at = this.length - 1; at > 0; at -= 1) {
				const other = Math.floor(Math.random() * (at + 1));
				[this[at], this[other]] = [this[other], this[at]];
			}
			return this;
		},
		unique(this: unknown[]) {
			return [...new Set(this)];
		},
	});
	define(win.Math, {
		clamp: (value: number, min: number, max: number) => Math.min(Math.max(value, min), max),
		square: (value: number) => value * value,
	});
	define(win.String, { isString: (value: unknown) => typeof value === "string" });
	define(win.String.prototype, {
		contains(this: string, target: string) {
			return this.includes(target);
		},
		format(this: string, ...args: string[]) {
			return this.replace(/\{(\d+)\}/g, (whole, at: string) => args[Number(at)] ?? whole);
		},
	});
	define(win.Number, { isNumber: (value: unknown) => typeof value === "number" });
}
