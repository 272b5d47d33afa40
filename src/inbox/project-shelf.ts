import type { Source } from "../source/source";

type Named = Readonly<{ path: string }>;

/** Finds projects by what a link says: the whole path or the note's name, case aside. */
export class ProjectShelf {
	private readonly byLink = new Map<string, string>();

	constructor(projects: readonly Named[]) {
		for (const { path } of projects) {
			const name = nameOf(path).toLowerCase();
			if (!this.byLink.has(name)) this.byLink.set(name, path);
		}
		for (const { path } of projects)
			this.byLink.set(withoutExtension(path).toLowerCase(), path);
	}

	/** @param path of a project note */
	has(path: string): boolean {
		return this.byLink.get(withoutExtension(path).toLowerCase()) === path;
	}

	/** Paths of the project notes that the source's links name, each once. */
	of({ projects }: Pick<Source, "projects">): readonly string[] {
		if (projects.length === 0) return NONE;
		const paths = projects.flatMap(
			(target) => this.byLink.get(withoutExtension(target).toLowerCase()) ?? [],
		);
		return paths.length > 1 ? [...new Set(paths)] : paths;
	}
}

const NONE: readonly string[] = [];

function nameOf(path: string): string {
	return withoutExtension(path.slice(path.lastIndexOf("/") + 1));
}

function withoutExtension(path: string): string {
	return path.replace(/\.md$/i, "");
}
