import { MarkdownView, type App, type TFile } from "obsidian";
import type { SafeVault } from "../vault/safe-vault";
import type { Span } from "../text/edit";
import type { Pass } from "./passes";
import type { BlockRange } from "./prompt";
import { rangeAround, splitRanges, wholeRange, windowsOf } from "./ranges";
import type { RefineModels } from "./refine-parts";
import { sectionsOf } from "./sections";
import type { Reading } from "./reading";
import type { Snapshot } from "./snapshot";
import type { StartRange } from "./start-facts";

/** What the active view was asked to refine, as offsets into its note. */
export type Target = Readonly<{
	file: TFile;
	text: string;
	cursor: number;
	selection: Span | null;
}>;

/** Null: no note is active. */
export function activeTarget(app: App): Target | null {
	const view = app.workspace.getActiveViewOfType(MarkdownView);
	return view === null ? null : targetIn(view);
}

/** A note by its path, with the selection it has where it is open. Null: it is gone. */
export async function targetOf(
	{ app, vault }: Readonly<{ app: App; vault: Pick<SafeVault, "read"> }>,
	path: string,
): Promise<Target | null> {
	for (const { view } of app.workspace.getLeavesOfType("markdown")) {
		if (view instanceof MarkdownView && view.file?.path === path) return targetIn(view);
	}
	const file = app.vault.getFileByPath(path);
	const read = await vault.read(path);
	return file === null || !read.ok
		? null
		: { file, text: read.value, cursor: 0, selection: null };
}

function targetIn({ file, editor }: MarkdownView): Target | null {
	if (file === null) return null;
	const offset = (end: "from" | "to") => editor.posToOffset(editor.getCursor(end));
	return {
		file,
		text: editor.getValue(),
		cursor: offset("from"),
		selection: editor.somethingSelected() ? { from: offset("from"), to: offset("to") } : null,
	};
}

/** The blocks a choice of the start sheet means. */
export function blockRange(
	snapshot: Snapshot,
	{ cursor, selection }: Target,
	range: StartRange["id"],
): BlockRange {
	const whole = wholeRange(snapshot);
	switch (range) {
		case "draft":
			return whole;
		case "selection":
			return selection === null
				? whole
				: (rangeAround(snapshot, selection.from, selection.to) ?? whole);
		case "section":
			return sectionAround(snapshot, cursor) ?? whole;
	}
}

function sectionAround(snapshot: Snapshot, cursor: number): BlockRange | null {
	for (const { heading, blocks } of [...sectionsOf(snapshot)].reverse()) {
		const first = heading ?? blocks[0];
		const last = blocks.at(-1) ?? heading;
		if (first === undefined || last === null || cursor < first.from) continue;
		return rangeAround(snapshot, first.from, last.to);
	}
	return null;
}

/** The calls that passes need over a range: one each, or one for each part whose answer fits. */
export function readingsOf(
	snapshot: Snapshot,
	within: BlockRange,
	passes: readonly Pass[],
	models: RefineModels,
): readonly Omit<Reading, "state">[] {
	const windows = windowsOf(snapshot, within);
	return passes.flatMap((pass) =>
		windows.flatMap(({ range: window, shown }) => {
			const ranges = pass.reach === "whole" ? [window] : splitRanges(snapshot, window);
			return ranges.map((range) => ({ pass, range, shown, model: modelFor(models, pass) }));
		}),
	);
}

/** The models of the settings, or the one chosen for this reading. */
export function withModel(models: RefineModels, chosen: string | null): RefineModels {
	return chosen === null ? models : { ...models, tighten: chosen, questions: chosen };
}

export function modelFor(models: RefineModels, pass: Pass): string {
	return pass.kinds.length === 0 ? models.questions : models.tighten;
}
