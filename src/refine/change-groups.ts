import { applyEdits, shiftEdit, type Edit } from "../text/edit";
import { countWords } from "../text/words";
import type { Suggestion } from "./suggestion";

/** Fewer words of the author between two changes: one thought, which reads badly when only half of it is taken. */
const APART_WORDS = 2;

/**
 * Changes that belong together: "In order to see" → "To see" takes words away and writes a capital, and neither
 * stands alone.
 * @param text what the changes' offsets count in
 */
export function changeGroups(text: string, changes: readonly Edit[]): readonly (readonly Edit[])[] {
	const groups: Edit[][] = [];
	let last: Edit | null = null;
	for (const change of changes) {
		const between = last === null ? null : text.slice(last.to, change.from);
		const group = groups.at(-1);
		if (group !== undefined && between !== null && countWords(between) < APART_WORDS)
			group.push(change);
		else groups.push([change]);
		last = change;
	}
	return groups;
}

/** Edits as they are shown: one that sets a capital takes the rest of its word along, which reads as a word then. */
export function shownEdits(text: string, edits: readonly Edit[], end: number): readonly Edit[] {
	return edits.map((edit, index) => {
		if (!/\p{Lu}$/u.test(edit.text)) return edit;
		const next = edits[index + 1]?.from ?? end;
		const rest = /^[\p{Ll}\p{M}]+/u.exec(text.slice(edit.to, next))?.[0] ?? "";
		return { ...edit, to: edit.to + rest.length, text: edit.text + rest };
	});
}

/** What a suggestion takes away and what comes in its place, a pair for each thought of it. */
export function changeWords({
	home,
	changes,
}: Pick<Suggestion, "home" | "changes">): readonly Readonly<{ gone: string; come: string }>[] {
	if (home === null) return [];
	const { exact } = home.quote;
	const own = changes.map((change) => shiftEdit(change, -home.from));
	const local = shownEdits(exact, own, exact.length);
	return changeGroups(exact, local).map((group) => {
		const from = group[0]?.from ?? 0;
		const gone = exact.slice(from, group.at(-1)?.to ?? from);
		const come = applyEdits(
			gone,
			group.map((change) => shiftEdit(change, -from)),
		);
		return { gone: gone.trim(), come: come.trim() };
	});
}

/** Whether a suggestion has parts that can be decided one by one. */
export function canSplit({ home, changes }: Pick<Suggestion, "home" | "changes">): boolean {
	return changeWords({ home, changes }).length > 1;
}
