/** The shapes of `CachedMetadata` ([R] d.ts); offsets are UTF-16 code units, lines and columns from 0. */
export type Loc = { line: number; col: number; offset: number };
export type Pos = { start: Loc; end: Loc };
export type CacheItem = { position: Pos };
export type Reference = { link: string; original: string; displayText?: string };
export type ReferenceCache = Reference & CacheItem;
export type HeadingCache = CacheItem & { heading: string; level: number };
export type SectionCache = CacheItem & { type: string; id?: string };
/** `parent`: the line of the parent item, or minus the line of the list's start for top items. */
export type ListItemCache = CacheItem & { id?: string; task?: string; parent: number };
export type BlockCache = CacheItem & { id: string };
export type CachedMetadata = {
	links?: ReferenceCache[];
	embeds?: ReferenceCache[];
	tags?: (CacheItem & { tag: string })[];
	headings?: HeadingCache[];
	footnotes?: (CacheItem & { id: string })[];
	footnoteRefs?: (CacheItem & { id: string })[];
	referenceLinks?: (CacheItem & { id: string; link: string })[];
	sections?: SectionCache[];
	listItems?: ListItemCache[];
	frontmatter?: Record<string, unknown>;
	frontmatterPosition?: Pos;
	frontmatterLinks?: (Reference & { key: string })[];
	blocks?: Record<string, BlockCache>;
};
