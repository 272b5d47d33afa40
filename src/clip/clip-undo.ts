import type { Step, UndoLog } from "../vault/undo-log";

/** What undoing a run came to: notes in the trash, and those that stay because they were changed since. */
export type RunUndone = Readonly<
	{ kind: "undone"; notes: number; left: number; leftPaths: ReadonlySet<string> } | { kind: "blocked"; by: string }
>;

/** Takes back these acts from the last to the first. What was done since comes first, or it would lose its ground. */
export async function undoActs(undo: UndoLog, acts: Set<string>): Promise<RunUndone> {
	const leftPaths = new Set<string>();
	let notes = 0;
	while (acts.size > 0) {
		const last = undo.last();
		if (last === null || !acts.has(last.id)) return { kind: "blocked", by: last?.label ?? "" };
		const undone = await undo.undo();
		acts.delete(last.id);
		for (const { path } of undone?.skipped ?? []) leftPaths.add(path);
		// Pictures go with their notes and are not counted.
		notes += last.steps.filter((step) => step.kind === "created" && !leftPaths.has(step.path)).length;
	}
	const left = [...leftPaths].filter((path) => path.endsWith(".md")).length;
	return { kind: "undone", notes, left, leftPaths };
}

export function savedSteps(created: readonly Readonly<{ path: string; bytes: number }>[]): readonly Step[] {
	return created.map(({ path, bytes }) => ({ kind: "saved", path, bytes }));
}
