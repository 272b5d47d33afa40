import { host, refuseUnknownNames } from "./private-names";

export type Modifier = "Mod" | "Ctrl" | "Meta" | "Shift" | "Alt";
export type KeymapContext = { modifiers: string | null; key: string | null; vkey: string };
export type KeymapEventListener = (evt: KeyboardEvent, ctx: KeymapContext) => unknown;
export type KeymapEventHandler = {
	scope: Scope;
	/** Sorted and joined by commas; null: any modifiers. */
	modifiers: string | null;
	key: string | null;
	readonly [host]: KeymapEventListener;
};
export type UserEvent = MouseEvent | KeyboardEvent | TouchEvent | PointerEvent;

const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

export class Scope {
	readonly [host]: { parent: Scope | undefined; handlers: KeymapEventHandler[] };

	constructor(parent?: Scope) {
		this[host] = { parent, handlers: [] };
	}

	register(
		modifiers: Modifier[] | null,
		key: string | null,
		func: KeymapEventListener,
	): KeymapEventHandler {
		const wanted =
			modifiers === null ? null : [...new Set(modifiers.map(plainModifier))].sort().join(",");
		const handler = { scope: this, modifiers: wanted, key, [host]: func };
		this[host].handlers.push(handler);
		return handler;
	}

	unregister(handler: KeymapEventHandler): void {
		const { handlers } = this[host];
		const at = handlers.indexOf(handler);
		if (at !== -1) handlers.splice(at, 1);
	}
}

/**
 * Asks the scope and its parents. The first handler that fits decides: `false` also prevents the
 * browser's own act ([M]: what the app does with the return value).
 * @returns whether somebody handled the key.
 */
export function dispatchKey(scope: Scope, event: KeyboardEvent): boolean {
	const pressed = pressedModifiers(event);
	const key = event.key.toLowerCase();
	const context = { modifiers: pressed, key: event.key, vkey: keyCap(event) };
	for (let asked: Scope | undefined = scope; asked !== undefined; asked = asked[host].parent) {
		// The last registered wins; a handler without a key sees every key.
		for (const handler of [...asked[host].handlers].reverse()) {
			if (
				handler.key !== null &&
				handler.key.toLowerCase() !== key &&
				!isSameKeyCap(handler, event)
			)
				continue;
			if (
				handler.modifiers !== null &&
				handler.modifiers !== pressed &&
				!isShiftedSign(handler, event)
			)
				continue;
			const answer = handler[host](event, context);
			if (answer === false) {
				event.preventDefault();
				event.stopPropagation();
			}
			if (answer !== undefined || handler.key !== null) return true;
		}
	}
	return false;
}

export class Keymap {
	readonly [host]: { scopes: Scope[]; root: Scope };

	constructor(root: Scope) {
		this[host] = { scopes: [], root };
	}

	pushScope(scope: Scope): void {
		this.popScope(scope);
		this[host].scopes.push(scope);
	}

	popScope(scope: Scope): void {
		const { scopes } = this[host];
		const at = scopes.indexOf(scope);
		if (at !== -1) scopes.splice(at, 1);
	}

	static isModifier(evt: MouseEvent | TouchEvent | KeyboardEvent, modifier: Modifier): boolean {
		switch (plainModifier(modifier)) {
			case "Ctrl":
				return evt.ctrlKey;
			case "Meta":
				return evt.metaKey;
			case "Shift":
				return evt.shiftKey;
			default:
				return evt.altKey;
		}
	}

	/** Mod: a tab; Mod+Alt: a split; Mod+Alt+Shift: a window; middle click: a tab ([R] d.ts). */
	static isModEvent(evt?: UserEvent | null): "tab" | "split" | "window" | boolean {
		if (!evt) return false;
		if (evt instanceof MouseEvent && evt.button === 1) return "tab";
		if (!Keymap.isModifier(evt, "Mod")) return false;
		if (!evt.altKey) return "tab";
		return evt.shiftKey ? "window" : "split";
	}
}

function plainModifier(modifier: Modifier): Exclude<Modifier, "Mod"> {
	if (modifier !== "Mod") return modifier;
	return isMac ? "Meta" : "Ctrl";
}

function pressedModifiers(event: KeyboardEvent): string {
	const pressed: string[] = [];
	if (event.altKey) pressed.push("Alt");
	if (event.ctrlKey) pressed.push("Ctrl");
	if (event.metaKey) pressed.push("Meta");
	if (event.shiftKey) pressed.push("Shift");
	return pressed.join(",");
}

/** What stands on the key of a Latin keyboard; other keys by what they type. */
function keyCap(event: KeyboardEvent): string {
	return /^(?:Key|Digit)(.)$/.exec(event.code)?.[1] ?? event.key;
}

/** Alt and other scripts change what a key types; its cap still counts. */
function isSameKeyCap(handler: KeymapEventHandler, event: KeyboardEvent): boolean {
	const isOtherScript = event.key.length === 1 && event.key.charCodeAt(0) > 127;
	return (
		(event.altKey || isOtherScript) &&
		handler.key?.toUpperCase() === keyCap(event).toUpperCase()
	);
}

/** `?` needs Shift on most keyboards: asked for without modifiers, it still fits. */
function isShiftedSign(handler: KeymapEventHandler, event: KeyboardEvent): boolean {
	const isSign = event.key.length === 1 && event.key.toLowerCase() === event.key.toUpperCase();
	return isSign && handler.modifiers === "" && pressedModifiers(event) === "Shift";
}

refuseUnknownNames(Keymap, "app.keymap");
refuseUnknownNames(Scope, "scope");
