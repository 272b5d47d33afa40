import type { Source } from "../source/source";
import { startWithNotice } from "../ui/task-notice";
import { stepOf } from "../vault/property-step";
import { explainWrite } from "./act-words";
import { Decider } from "./decide";
import { FunnelMemory } from "./funnel-memory";
import type { Inbox, InboxParts } from "./inbox-parts";
import { ProjectShelf } from "./project-shelf";
import { RecentReasons } from "./recent-reasons";

/** Makes of the handed-in parts what the list, the menus and the commands work with. */
export function assemble(
	parts: InboxParts,
	ways: Pick<Inbox, "openNewProject" | "trySample">,
): Inbox {
	const { projects, settings } = parts;
	const funnels = new FunnelMemory((project) => parts.funnel(project));
	let shelf = new ProjectShelf(projects.all());
	let known = new WeakMap<Source, readonly string[]>();
	parts.plugin.register(
		projects.onChange(() => {
			shelf = new ProjectShelf(projects.all());
			known = new WeakMap();
		}),
	);
	parts.plugin.register(parts.sources.onChange(() => funnels.forget()));
	parts.plugin.registerEvent(
		parts.app.vault.on("modify", ({ path }) => {
			for (const project of projects.all())
				if (project.outline === path || project.drafts.includes(path))
					funnels.changed(project.path);
		}),
	);
	return {
		...parts,
		decider: new Decider({
			sources: parts.sources,
			vault: parts.vault,
			undo: parts.undo,
			tasks: { start: (options) => startWithNotice(parts.tasks, options) },
			now: () => parts.now(),
			statusProperty: () => settings.statusProperty,
			stepOf,
			explain: explainWrite,
		}),
		reasons: new RecentReasons(parts.store),
		projectsOf: (source) => {
			let paths = known.get(source);
			if (paths === undefined) {
				paths = shelf.of(source);
				const home =
					paths.length === 0 && source.projects.length === 0
						? projects.of(source.path)
						: null;
				if (home !== null) paths = [home.path];
				known.set(source, paths);
			}
			return paths;
		},
		knowsProject: (path) => shelf.has(path),
		projectName: (path) =>
			projects.get(path)?.name ?? path.slice(path.lastIndexOf("/") + 1).replace(/\.md$/, ""),
		knownFunnel: (project) => funnels.known(project),
		onFunnel: (callback) => funnels.onChange(callback),
		stepOf,
		...ways,
	};
}
