import { applyEdits, shiftEdit } from "../text/edit";
import type { Case } from "./guard-case";
import { touches } from "./shields";

/** A name that a change touches, and what stands in its place then. "" where it goes. */
export type NameChange = Readonly<{ name: string; becomes: string }>;

/** Names of the block that do not come out of the changes as they were. */
export function changedPeople({ snapshot, block, changes }: Case): readonly NameChange[] {
	const text = snapshot.textOf(block);
	const local = changes.map((edit) => shiftEdit(edit, -block.from));
	const result = applyEdits(text, local);
	const times = (where: string, name: string): number => where.split(name).length;
	const found: NameChange[] = [];
	for (const name of snapshot.vocabulary().people) {
		if (times(result, name) >= times(text, name)) continue;
		for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + name.length)) {
			const span = { from: at, to: at + name.length };
			const inside = local.filter((edit) => touches(edit, span) || edit.from === span.to);
			if (!inside.some((edit) => touches(edit, span))) continue;
			const becomes = imageOf(text, span, inside);
			if (becomes !== name) found.push({ name, becomes });
		}
	}
	return found;
}

/** What a stretch says once the edits in it are done. */
function imageOf(
	text: string,
	span: Readonly<{ from: number; to: number }>,
	edits: Case["changes"],
): string {
	const from = Math.min(span.from, ...edits.map((edit) => edit.from));
	const to = Math.max(span.to, ...edits.map((edit) => edit.to));
	const image = applyEdits(
		text.slice(from, to),
		edits.map((edit) => shiftEdit(edit, -from)),
	);
	const before = text.slice(from, span.from);
	const after = text.slice(span.to, to);
	const start = image.startsWith(before) ? before.length : 0;
	const end = image.endsWith(after) ? image.length - after.length : image.length;
	return image.slice(start, Math.max(start, end));
}
