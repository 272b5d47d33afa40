import type { Source } from "../source/source";

/** How many sources of one project are new, counted once and then kept up to date change by change. */
export class WaitingCount {
	private project: string | null = null;
	private readonly waiting = new Set<string>();

	constructor(
		private readonly sources: Readonly<{
			all(): readonly Source[];
			get(path: string): Source | null;
		}>,
		private readonly projectsOf: (source: Source) => readonly string[],
	) {}

	/** @param paths null: everything may differ. */
	changed(paths: Iterable<string> | null): void {
		if (paths === null) this.project = null;
		else for (const path of paths) this.look(path, this.sources.get(path));
	}

	of(project: string): number {
		if (this.project !== project) {
			this.project = project;
			this.waiting.clear();
			for (const source of this.sources.all()) this.look(source.path, source);
		}
		return this.waiting.size;
	}

	private look(path: string, source: Source | null): void {
		const { project } = this;
		const isWaiting =
			project !== null &&
			source?.status === "new" &&
			this.projectsOf(source).includes(project);
		if (isWaiting) this.waiting.add(path);
		else this.waiting.delete(path);
	}
}
