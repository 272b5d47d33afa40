import type { Projects } from "../project/project";
import type { Source, Sources } from "../source/source";
import { pathIn } from "../vault/path-in";
import type { ClipChoice } from "./clip-choice";
import type { ClipTarget } from "./clip-source";
import { fillTemplates, templateValues, type Templates } from "./note-template";
import { suggestCategory } from "./suggest-category";

export type TargetParts = Readonly<{
	projects: Pick<Projects, "all" | "get" | "of">;
	sources: Pick<Sources, "all">;
	settings: Readonly<{ researchFolder: string; statusProperty: string }> & TemplateSettings;
}>;

export type TemplateSettings = Readonly<{ clipNameTemplate: string; clipFolderTemplate: string; clipProperties: string }>;

/** Under the project's `Sources/`, in folders as the template says; without a project under `Unsorted`. */
export function targetOf(parts: TargetParts, choice: Pick<ClipChoice, "project" | "category" | "word">): ClipTarget {
	const { projects, settings } = parts;
	const chosen = choice.project === null ? null : projects.get(choice.project);
	const root = chosen === null ? pathIn(settings.researchFolder, "Unsorted") : pathIn(chosen.folder, "Sources");
	return (facts, created) => {
		const category = choice.category ?? suggestCategory(facts, sourcesOf(parts, chosen?.path ?? null));
		const values = templateValues(facts, { category, project: chosen?.name ?? "", created });
		const { name, folders, properties } = fillTemplates(templatesOf(settings), values);
		return {
			folder: [root, ...folders].join("/"),
			name,
			word: choice.word,
			place: {
				projectName: chosen === null ? null : projectLink({ projects }, chosen.path),
				category,
				statusProperty: settings.statusProperty,
				own: properties,
			},
		};
	};
}

export function templatesOf(settings: TemplateSettings): Templates {
	return { name: settings.clipNameTemplate, folder: settings.clipFolderTemplate, properties: settings.clipProperties };
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
export function categoriesOf(parts: Pick<TargetParts, "projects" | "sources">, project: string | null): readonly string[] {
	const names = new Set(sourcesOf(parts, project).flatMap(({ category }) => (category === "" ? [] : [category])));
	return [...names].sort((a, b) => a.localeCompare(b));
}

function sourcesOf({ projects, sources }: Pick<TargetParts, "projects" | "sources">, project: string | null): readonly Source[] {
	return sources.all().filter((source) => (projects.of(source.path)?.path ?? null) === project);
}
