import { guarded } from "../ui/report-bug";
import { CursorRest } from "./cursor-extension";
import { DraftActs } from "./draft-acts-face";
import { registerDraftCommands } from "./draft-commands";
import type { DraftParts } from "./draft-parts";
import { readFootnotes } from "../text/footnotes";
import { footnoteClicks, footnoteLinks, type OpenFootnote } from "./footnote-extension";
import { usesOf } from "./section-sources";
import { sourcesFace } from "./sources-face";

/** What other features may ask of the draft. */
export type DraftApi = Readonly<{
	/** Opens a project's draft, made from the outline where there is none. */
	openDraft(project: string): void;
	updateFromOutline(project: string): void;
	/** Which of these sources a draft cites or links to, whatever project they are of. */
	citedIn(paths: readonly string[]): Promise<readonly string[]>;
	/** Paths of all sources the project's drafts cite. */
	cited(project: string): Promise<ReadonlySet<string>>;
}>;

export function registerDraft(parts: DraftParts): DraftApi {
	const acts = new DraftActs(parts);
	const cursor = new CursorRest();
	const open: OpenFootnote = (target, words, from) => {
		const file = parts.app.metadataCache.getFirstLinkpathDest(target, from);
		if (file !== null) guarded(() => acts.openAt(file.path, { words }));
	};
	parts.plugin.registerEditorExtension([cursor.extension(), footnoteClicks(open)]);
	parts.plugin.registerMarkdownPostProcessor((el, context) => footnoteLinks(el, context.sourcePath, open));
	registerDraftCommands(parts, acts);
	parts.companion.addFace(sourcesFace(parts, acts, cursor));
	return {
		openDraft: (project) => guarded(() => acts.open(project)),
		updateFromOutline: (project) => guarded(() => acts.updateFromOutline(project)),
		citedIn: async (paths) => {
			const projects = parts.projects.all();
			const cited = await Promise.all(projects.map(({ path }) => citedBy(parts, path)));
			const links = projects.flatMap(({ drafts }) =>
				drafts.map((draft) => parts.app.metadataCache.resolvedLinks[draft] ?? {}),
			);
			return paths.filter(
				(path) => cited.some((each) => each.has(path)) || links.some((each) => path in each),
			);
		},
		cited: (project) => citedBy(parts, project),
	};
}

/** Read from the links in the drafts' footnotes, each time: there is no index of our own. */
async function citedBy(parts: DraftParts, project: string): Promise<ReadonlySet<string>> {
	const cited = new Set<string>();
	for (const draft of parts.projects.get(project)?.drafts ?? []) {
		const text = await parts.vault.read(draft);
		if (!text.ok) continue;
		const resolve = (target: string): string | null =>
			parts.app.metadataCache.getFirstLinkpathDest(target, draft)?.path ?? null;
		for (const [path, uses] of usesOf(readFootnotes(text.value), resolve)) {
			if (uses.some((use) => use.at.length > 0)) cited.add(path);
		}
	}
	return cited;
}
