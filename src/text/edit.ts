/** Replaces a half-open range, in UTF-16 code units as `String.slice` and CodeMirror count. */
export type Edit = Readonly<{ from: number; to: number; text: string }>;

/** A half-open range in UTF-16 code units. */
export type Span = Readonly<{ from: number; to: number }>;

/** Applies edits that are sorted and do not overlap (as `sortEdits` gives them). */
export function applyEdits(text: string, edits: readonly Edit[]): string {
	let out = "";
	let at = 0;
	for (const edit of edits) {
		out += text.slice(at, edit.from) + edit.text;
		at = edit.to;
	}
	return out + text.slice(at);
}

/** The edits that take `applyEdits(text, edits)` back to `text`. */
export function invertEdits(text: string, edits: readonly Edit[]): readonly Edit[] {
	let shift = 0;
	return edits.map((edit) => {
		const from = edit.from + shift;
		shift += edit.text.length - (edit.to - edit.from);
		return { from, to: from + edit.text.length, text: text.slice(edit.from, edit.to) };
	});
}

/** By place. Insertions at one place keep the order they came in. */
export function sortEdits(edits: readonly Edit[]): readonly Edit[] {
	return [...edits].sort((a, b) => a.from - b.from || a.to - b.to);
}

export function shiftEdit(edit: Edit, by: number): Edit {
	return { from: edit.from + by, to: edit.to + by, text: edit.text };
}

/** True where both touch a common place; two insertions at one place do. */
export function edgesMeet(a: Span, b: Span): boolean {
	return a.from <= b.to && b.from <= a.to;
}
