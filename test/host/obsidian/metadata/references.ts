import type {
	BlockCache,
	CachedMetadata,
	HeadingCache,
	ListItemCache,
	Loc,
	Reference,
	ReferenceCache,
} from "./cached-metadata";
import { parseFrontMatterTags } from "./frontmatter";
import { stripHeading } from "./link-text";

type HeadingResult = {
	type: "heading";
	current: HeadingCache;
	next: HeadingCache;
	start: Loc;
	end: Loc | null;
};
type BlockResult = {
	type: "block";
	block: BlockCache;
	list?: ListItemCache;
	start: Loc;
	end: Loc | null;
};
type FootnoteResult = {
	type: "footnote";
	footnote: { id: string; position: BlockCache["position"] };
	start: Loc;
	end: Loc | null;
};

export function iterateRefs(refs: Reference[], cb: (ref: Reference) => boolean | void): boolean {
	return refs.some((ref) => cb(ref) === true);
}

export function iterateCacheRefs(
	cache: CachedMetadata,
	cb: (ref: ReferenceCache) => boolean | void,
): boolean {
	return [...(cache.links ?? []), ...(cache.embeds ?? [])].some((ref) => cb(ref) === true);
}

export function getAllTags(cache: CachedMetadata): string[] | null {
	const own = parseFrontMatterTags(cache.frontmatter) ?? [];
	const tags = [...own, ...(cache.tags ?? []).map(({ tag }) => tag)];
	return tags.length === 0 ? null : tags;
}

/** `#Heading`, `#Heading#Sub`, `#^block` or `#[^note]` → where it stands; null when it does not. */
export function resolveSubpath(
	cache: CachedMetadata,
	subpath: string,
): HeadingResult | BlockResult | FootnoteResult | null {
	const wanted = subpath.replace(/^#/, "");
	if (wanted.startsWith("^")) return blockResult(cache, wanted.slice(1).toLowerCase());
	const footnote = /^\[\^(.+)\]$/.exec(wanted)?.[1];
	if (footnote !== undefined) {
		const found = cache.footnotes?.find(({ id }) => id === footnote);
		if (found === undefined) return null;
		return {
			type: "footnote",
			footnote: found,
			start: found.position.start,
			end: found.position.end,
		};
	}
	return headingResult(cache.headings ?? [], wanted);
}

function blockResult(cache: CachedMetadata, id: string): BlockResult | null {
	const block = cache.blocks?.[id];
	if (block === undefined) return null;
	const list = cache.listItems?.find((item) => item.id === id);
	const result: BlockResult = {
		type: "block",
		block,
		start: block.position.start,
		end: block.position.end,
	};
	return list === undefined ? result : { ...result, list };
}

/** A path of headings: each is looked for behind and below the one before. */
function headingResult(headings: readonly HeadingCache[], wanted: string): HeadingResult | null {
	let at = -1;
	for (const part of wanted.split("#").filter((piece) => piece !== "")) {
		const words = stripHeading(part).toLowerCase();
		at = headings.findIndex(
			(heading, index) => index > at && stripHeading(heading.heading).toLowerCase() === words,
		);
		if (at === -1) return null;
	}
	const current = headings[at];
	if (current === undefined) return null;
	const next = headings.slice(at + 1).find((heading) => heading.level <= current.level);
	return {
		type: "heading",
		current,
		next: next as HeadingCache,
		start: current.position.start,
		end: next?.position.start ?? null,
	};
}
