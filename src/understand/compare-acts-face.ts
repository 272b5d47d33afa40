import type { App } from "obsidian";
import type { Source, Sources } from "../source/source";
import type { Projects } from "../project/project";
import { comparable } from "./compare";
import { CompareSuggest } from "./compare-suggest";

/** The sources that the next question is put to together. Nothing is sent before the person asks. */
export class Comparison {
	/** Vault paths in the order they were chosen; whichever stands in front is asked with all the others. */
	private group: readonly string[] = [];

	constructor(
		private readonly parts: Readonly<{ app: App; sources: Sources; projects: Projects }>,
		private readonly changed: () => void,
	) {}

	/** The others beside this one, as far as they are still there. */
	of(path: string): readonly Source[] {
		if (!this.group.includes(path)) return [];
		return this.group.filter((other) => other !== path).flatMap((other) => this.parts.sources.get(other) ?? []);
	}

	/** Fewer than two are no comparison. */
	set(paths: readonly string[]): void {
		this.group = paths.length < 2 ? [] : paths;
		this.changed();
	}

	leaveOut(path: string): void {
		this.set(this.group.filter((each) => each !== path));
	}

	/** What may be added beside a source: others of the same project. */
	offered(source: Source): readonly Source[] {
		const { projects, sources } = this.parts;
		const project = projects.of(source.path)?.path;
		const near = sources.all().filter(({ path }) => projects.of(path)?.path === project);
		return comparable([source, ...this.of(source.path)], near);
	}

	/** Asks for one more; `then` once one was chosen. */
	choose(source: Source, then: () => void): void {
		new CompareSuggest(this.parts.app, this.offered(source), source.title, (other) => {
			this.set([source.path, ...this.of(source.path).map(({ path }) => path), other.path]);
			then();
		}).open();
	}

	renamed(from: string, to: string): void {
		this.group = this.group.map((path) => (path === from ? to : path));
	}
}
