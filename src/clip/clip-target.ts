import type { Projects } from "../project/project";
import type { Sources } from "../source/source";
import { fileName } from "../vault/file-name";
import type { ClipTarget } from "./clip-source";

export type TargetParts = Readonly<{
	projects: Pick<Projects, "all" | "get" | "of">;
	sources: Pick<Sources, "all">;
	settings: Readonly<{ researchFolder: string; statusProperty: string }>;
}>;

/** Under the project's `Sources/`, a folder per category; without a project under `Unsorted`. */
export function targetOf(
	{ projects, settings }: TargetParts,
	choice: Readonly<{ project: string | null; category: string }>,
): ClipTarget {
	const chosen = choice.project === null ? null : projects.get(choice.project);
	const root =
		chosen === null ? `${settings.researchFolder}/Unsorted` : `${chosen.folder}/Sources`;
	const shelf = choice.category === "" ? "" : fileName(choice.category, [], "");
	return {
		folder: shelf === "" ? root : `${root}/${shelf}`,
		place: {
			projectName: chosen === null ? null : projectLink({ projects }, chosen.path),
			category: choice.category,
			statusProperty: settings.statusProperty,
		},
	};
}

/** The project of a file, else the only one there is; null where several are open to choice. */
export function currentProject(
	{ projects }: Pick<TargetParts, "projects">,
	activePath: string | null,
): string | null {
	const here = activePath === null ? null : projects.of(activePath);
	if (here !== null) return here.path;
	const [only, ...others] = projects.all().filter((project) => !project.isArchived);
	return only !== undefined && others.length === 0 ? only.path : null;
}

/** A link target for a project: its name, the whole path where another has the same. */
export function projectLink({ projects }: Pick<TargetParts, "projects">, path: string): string | null {
	const project = projects.get(path);
	if (project === null) return null;
	const namesakes = projects.all().filter(({ name }) => name === project.name);
	return namesakes.length > 1 ? project.path.replace(/\.md$/, "") : project.name;
}

/** The project that a link target of the queue names; null: none such. */
export function projectOfLink(
	{ projects }: Pick<TargetParts, "projects">,
	target: string | null,
): string | null {
	if (target === null) return null;
	const all = projects.all();
	const found = all.find(({ path }) => path === `${target}.md`) ?? all.find(({ name }) => name === target);
	return found?.path ?? null;
}

/** Categories that sources of a project have, in order. */
export function categoriesOf({ projects, sources }: TargetParts, project: string | null): readonly string[] {
	const names = new Set<string>();
	for (const source of sources.all()) {
		const isHere = (projects.of(source.path)?.path ?? null) === project;
		if (isHere && source.category !== "") names.add(source.category);
	}
	return [...names].sort((a, b) => a.localeCompare(b));
}
