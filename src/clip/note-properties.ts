import type { Capture, Kind } from "../source/kind";
import type { PropertyValue } from "../vault/safe-vault";

/** What a page says about its work. Empty text: the page does not say. */
export type ClipFacts = Readonly<{
	title: string;
	url: string;
	authors: readonly string[];
	/** ISO date or datetime in the page's own zone; "" unknown. */
	published: string;
	description: string;
	site: string;
	publication: string;
	language: string;
	kind: Kind;
	isPrimary: boolean;
	doi: string;
	arxiv: string;
	capture: Capture;
	captureNote: string;
	words: number;
}>;

export type ClipPlace = Readonly<{
	/** Name of the project note to link to; null = unsorted. */
	projectName: string | null;
	category: string;
	/** Name of the status property (a setting). */
	statusProperty: string;
	/** ISO 8601 local date and time of the clip. */
	created: string;
	/** What the person's own template adds; tags join ours. */
	own?: Readonly<Record<string, PropertyValue>>;
}>;

/**
 * The properties of a new source, in the order a reader wants them. Absent means default and nothing empty
 * is written; only `status: new` always is. Names follow the official Web Clipper's.
 */
export function noteProperties(
	facts: ClipFacts,
	place: ClipPlace,
): Readonly<Record<string, PropertyValue>> {
	const { tags, ...own } = place.own ?? {};
	const all: Record<string, PropertyValue> = {
		title: facts.title,
		source: facts.url,
		author: facts.authors,
		// The day where the page is: a property of the kind date holds no time, and a zone shown elsewhere may be another day.
		published: facts.published.slice(0, 10),
		created: place.created,
		description: facts.description,
		site: facts.site,
		publication: facts.publication,
		kind: facts.kind,
		language: facts.language,
		tags: [...new Set(["clippings", ...(Array.isArray(tags) ? (tags as readonly string[]) : [])])],
		[place.statusProperty]: "new",
		primary: facts.isPrimary ? true : null,
		doi: facts.doi,
		arxiv: facts.arxiv,
		capture: facts.capture === "full" ? null : facts.capture,
		"capture-note": facts.captureNote,
		project: place.projectName === null ? null : `[[${place.projectName}]]`,
		category: place.category,
		words: facts.words > 0 ? facts.words : null,
	};
	for (const [name, value] of Object.entries(own)) if (!(name in all)) all[name] = value;
	return Object.fromEntries(Object.entries(all).filter(([, value]) => isSaid(value)));
}

function isSaid(value: PropertyValue): boolean {
	return value !== null && value !== "" && !(Array.isArray(value) && value.length === 0);
}
