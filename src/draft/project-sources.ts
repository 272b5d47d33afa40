import type { ProjectHead } from "./draft-files";
import type { DraftParts } from "./draft-parts";
import type { Uses } from "./section-sources";
import { shownFromElsewhere, type SectionState, type ShownSource } from "./section-state";
import type { PassageShelf } from "./passage-shelf";

/** Of all kept sources, shown where the section has no match. */
const MAX_FOUND = 30;

/** Kept sources of a project whose title, site or authors hold the words (lower case; "" finds all): paths, 30 at most. */
export function keptThatMatch(parts: DraftParts, project: ProjectHead | null, query: string): readonly string[] {
	return parts.sources
		.all()
		.filter((source) => source.status === "kept" && isOf(parts, source.path, project))
		.filter((source) => [source.title, source.site, ...source.authors].join(" ").toLowerCase().includes(query))
		.slice(0, MAX_FOUND)
		.map((source) => source.path);
}

/** Sources of other sections, with their marked passages and what the draft did with them. */
export function shownElsewhere(parts: DraftParts, shelf: PassageShelf, paths: readonly string[], uses: Uses): readonly ShownSource[] {
	return paths.flatMap((path) => {
		const source = parts.sources.get(path);
		return source === null ? [] : [shownFromElsewhere(source, uses, shelf.get(path))];
	});
}

/** How many unread sources stand in the categories this section draws from, or in one named like it. */
export function unreadFor(parts: DraftParts, project: ProjectHead | null, { place, sources }: SectionState): number {
	const shelves = new Set(sources.map((each) => each.source.category.toLowerCase()));
	if (place.heading !== null) shelves.add(place.heading.text.toLowerCase());
	shelves.delete("");
	return parts.sources
		.all()
		.filter((source) => source.status === "new" && shelves.has(source.category.toLowerCase()))
		.filter((source) => isOf(parts, source.path, project)).length;
}

/** Whether a source as shown holds the words (lower case), its passages included. */
export function holds({ source, passages }: ShownSource, query: string): boolean {
	const text = [source.title, source.site, ...source.authors, ...passages.map((each) => each.passage.words)];
	return text.join(" ").toLowerCase().includes(query);
}

function isOf(parts: DraftParts, path: string, project: ProjectHead | null): boolean {
	return project !== null && parts.projects.of(path)?.path === project.path;
}
