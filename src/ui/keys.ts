/**
 * Whether a key press means a command of a view: not while composing (IME; keyCode 229 is how
 * Chromium on Android and Safari say it) and not while the person types in a field.
 */
export function isCommandKey(event: KeyboardEvent): boolean {
	return !isComposing(event) && !isTypingIn(event.target);
}

export function isComposing(event: KeyboardEvent): boolean {
	// The one sign some input methods give; `isComposing` stays false there.
	const composingCode = 229;
	return event.isComposing || Reflect.get(event, "keyCode") === composingCode;
}

function isTypingIn(target: EventTarget | null): boolean {
	const node = target as Node | null;
	if (node === null || !("instanceOf" in node) || !node.instanceOf(HTMLElement)) return false;
	return node.closest("input, textarea, select, [contenteditable='true']") !== null;
}

/** The letter a key stands for: by what it types, on a non-Latin layout by where it is. */
export function letterOf(event: KeyboardEvent): string {
	if (event.key.length !== 1 || /[\x20-\x7e]/.test(event.key)) return event.key;
	const place = /^(?:Key([A-Z])|Digit([0-9]))$/.exec(event.code);
	const letter = place?.[1] ?? place?.[2];
	if (letter === undefined) return event.key;
	return event.shiftKey ? letter : letter.toLowerCase();
}
