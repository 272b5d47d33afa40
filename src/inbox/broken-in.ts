import type { Project } from "../project/project";
import type { BrokenSource } from "../source/source";
import type { Scope } from "./inbox-question";

/** Broken notes that a list shows. They cannot say which project they belong to, so their folder does. */
export function brokenIn(
	broken: readonly BrokenSource[],
	scope: Scope,
	projects: readonly Pick<Project, "path" | "folder">[],
): readonly BrokenSource[] {
	const isIn = (path: string, folder: string): boolean =>
		folder === "" || path.startsWith(`${folder}/`);
	switch (scope.kind) {
		case "all":
			return broken;
		case "unsorted":
			return broken.filter(({ path }) => !projects.some(({ folder }) => isIn(path, folder)));
		case "project": {
			const project = projects.find(({ path }) => path === scope.path);
			if (project === undefined) return [];
			return broken.filter(({ path }) => isIn(path, project.folder));
		}
	}
}
