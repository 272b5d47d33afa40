import type { Span } from "./edit";

/** Obsidian comments (`%% … %%`) of a text; one that nothing closes runs to the end. */
export function commentsIn(text: string): readonly Span[] {
	const found: Span[] = [];
	for (let at = text.indexOf("%%"); at !== -1;) {
		const close = text.indexOf("%%", at + 2);
		const to = close === -1 ? text.length : close + 2;
		found.push({ from: at, to });
		at = text.indexOf("%%", to);
	}
	return found;
}
