import type { App } from "obsidian";
import type { Source, Sources } from "../source/source";
import type { Projects } from "../project/project";
import { comparable } from "./compare";
import { CompareSuggest } from "./compare-suggest";

/** Which other sources the next question is put to. Nothing is sent before the person asks. */
export class Comparison {
	/** By the path of the source in front: paths of the others, in the order they were chosen. */
	private readonly chosen = new Map<string, readonly string[]>();

	constructor(
		private readonly parts: Readonly<{ app: App; sources: Sources; projects: Projects }>,
		private readonly changed: () => void,
	) {}

	/** The others, as far as they are still there. */
	of(path: string): readonly Source[] {
		return (this.chosen.get(path) ?? []).flatMap((other) => this.parts.sources.get(other) ?? []);
	}

	set(path: string, others: readonly string[]): void {
		if (others.length === 0) this.chosen.delete(path);
		else this.chosen.set(path, others);
		this.changed();
	}

	leaveOut(path: string, other: string): void {
		this.set(path, (this.chosen.get(path) ?? []).filter((each) => each !== other));
	}

	/** What may be added to them: sources of the same project. */
	offered(source: Source): readonly Source[] {
		const { projects, sources } = this.parts;
		const project = projects.of(source.path)?.path;
		const near = sources.all().filter(({ path }) => projects.of(path)?.path === project);
		return comparable([source, ...this.of(source.path)], near);
	}

	/** Asks for one more; `then` once one was chosen. */
	choose(source: Source, then: () => void): void {
		new CompareSuggest(this.parts.app, this.offered(source), source.title, (other) => {
			this.set(source.path, [...(this.chosen.get(source.path) ?? []), other.path]);
			then();
		}).open();
	}

	renamed(from: string, to: string): void {
		for (const [path, others] of [...this.chosen]) {
			if (path !== from && !others.includes(from)) continue;
			this.chosen.delete(path);
			this.chosen.set(path === from ? to : path, others.map((other) => (other === from ? to : other)));
		}
	}
}
