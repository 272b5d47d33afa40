import { coverageFace } from "./coverage-face";
import { registerOutlineAction } from "./outline-action-face";
import { loadOutline } from "./outline-files";
import { OutlineActs, registerOutlineCommands } from "./outline-commands";
import { placedPaths, type OutlineSection } from "./outline";
import type { OutlineParts } from "./outline-parts";
import { t } from "../ui/i18n";
import { guarded } from "../ui/report-bug";

/** What other features may ask of the outline. */
export type OutlineApi = Readonly<{
	/** Lets the person choose a section for these sources. */
	addToSection(paths: readonly string[]): void;
	/** Lets the person choose a kept source for this section. */
	addSource(project: string, section: OutlineSection): void;
	/** Opens a project's outline, made from kept sources where there is none. */
	openOutline(project: string): void;
	/** Paths of the sources that stand in a section. Empty where there is no outline or it can't be read. */
	placed(project: string): Promise<ReadonlySet<string>>;
}>;

export function registerOutline(parts: OutlineParts): OutlineApi {
	const acts = new OutlineActs(parts);
	registerOutlineCommands(parts, acts);
	registerOutlineAction(parts);
	parts.companion.addFace(coverageFace(parts, acts));
	return {
		addToSection: (paths) => guarded(() => acts.addWithPicker(paths)),
		addSource: (path, section) => {
			const project = parts.projects.get(path);
			if (project?.outline === null || project === null) return;
			acts.pickSource(project, project.outline, section.group.id, section.heading || t("outline.untitled"));
		},
		openOutline: (project) => guarded(() => acts.open(project)),
		placed: async (project) => {
			const path = parts.projects.get(project)?.outline ?? null;
			const outline = path === null ? null : await loadOutline(parts, path);
			return outline?.ok === true ? placedPaths(outline.value) : new Set();
		},
	};
}
