/**
 * Host state hides behind this symbol: `app[host]` and the like. A plugin that asks by name never
 * meets it, so whatever is missing from `obsidian.d.ts` stays out of reach.
 */
export const host: unique symbol = Symbol("host");

// Names that engines, test runners and `await` ask of any object; they are not API.
const ASKED_OF_ANYTHING = new Set(["then", "toJSON", "toString", "nodeType", "tagName", "length"]);

/**
 * Makes every name that neither an object nor its classes know throw. The proxy slips in between the
 * class and its parent, so known names of the class cost nothing and `instanceof` works.
 */
export function refuseUnknownNames(type: { prototype: object; name: string }, label: string): void {
	const parent = Object.getPrototypeOf(type.prototype) as object;
	const end = new Proxy(parent, {
		getPrototypeOf: () => parent,
		get(target, name, receiver) {
			if (typeof name === "symbol" || name in target || ASKED_OF_ANYTHING.has(name))
				return Reflect.get(target, name, receiver) as unknown;
			throw new Error(`private API: ${label}.${name}`);
		},
	});
	Object.setPrototypeOf(type.prototype, end);
}

/** For classes that plugins extend, where an unknown name may be the plugin's own: these throw. */
export function refuseNames(prototype: object, label: string, names: readonly string[]): void {
	for (const name of names) {
		Object.defineProperty(prototype, name, {
			configurable: true,
			get(): never {
				throw new Error(`private API: ${label}.${name}`);
			},
			// A subclass may own the name: writing makes it an ordinary field of that object.
			set(this: object, value: unknown) {
				Object.defineProperty(this, name, {
					value,
					writable: true,
					configurable: true,
					enumerable: true,
				});
			},
		});
	}
}
