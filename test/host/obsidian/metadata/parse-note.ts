import { type Block, type Line, listItems, readBlocks, splitLines } from "./blocks";
import type {
	CachedMetadata,
	ListItemCache,
	Loc,
	Pos,
	Reference,
	SectionCache,
} from "./cached-metadata";
import { getFrontMatterInfo, readFrontmatter } from "./frontmatter";
import { readInline } from "./inline";

/** Blocks whose words are not read for links and tags. */
const WITHOUT_INLINE = new Set(["yaml", "code", "math", "comment", "thematicBreak"]);
const BLOCK_ID = /(?:^|\s)\^([A-Za-z0-9-]+)[ \t]*$/;

/** Everything the metadata cache knows of one note. Lists that would be empty are absent. */
export function parseNote(text: string): CachedMetadata {
	const lines = splitLines(text);
	const note = new Reader(text, lines);
	for (const block of readBlocks(text, lines)) note.read(block);
	note.finish();
	return note.cache;
}

class Reader {
	readonly cache: CachedMetadata = {};
	#previous: SectionCache | null = null;

	constructor(
		private readonly text: string,
		private readonly lines: readonly Line[],
	) {}

	read(block: Block): void {
		const { cache } = this;
		const section: SectionCache = {
			type: block.type,
			position: this.#position(block.from, block.to),
		};
		if (this.#isLoneBlockId(block)) return;
		(cache.sections ??= []).push(section);
		this.#blockId(block, section);
		if (block.type === "yaml") this.#frontmatter(section.position);
		if (block.type === "heading") this.#heading(block, section.position);
		if (block.type === "list") this.#list(block);
		if (block.type === "footnoteDefinition") {
			const id = /\[\^([^\]\s]+)\]:/.exec(this.#lineText(block.from))?.[1] ?? "";
			(cache.footnotes ??= []).push({ id, position: section.position });
		}
		if (!WITHOUT_INLINE.has(block.type)) this.#inline(block);
		this.#previous = section;
	}

	finish(): void {
		const { frontmatter } = this.cache;
		if (frontmatter === undefined) return;
		const links = propertyLinks(frontmatter, "");
		if (links.length > 0) this.cache.frontmatterLinks = links;
	}

	#frontmatter(position: Pos): void {
		this.cache.frontmatterPosition = position;
		const properties = readFrontmatter(getFrontMatterInfo(this.text).frontmatter);
		if (properties !== null) this.cache.frontmatter = properties;
	}

	#heading(block: Block, position: Pos): void {
		const first = this.#lineText(block.from);
		const atx = /^ {0,3}(#{1,6})(?:[ \t]+|$)/.exec(first);
		const isFirstLevel = this.#lineText(block.to).trim().startsWith("=");
		const level = atx?.[1]?.length ?? (isFirstLevel ? 1 : 2);
		const words =
			atx === null ? this.#slice(block.from, block.to - 1) : first.slice(atx[0].length);
		const heading = words.replace(/[ \t]+#+[ \t]*$/, "").trim();
		(this.cache.headings ??= []).push({ heading, level, position });
	}

	#list(block: Block): void {
		const open: { line: number; indent: number }[] = [];
		for (const item of listItems(this.lines, block)) {
			while ((open.at(-1)?.indent ?? -1) >= item.indent) open.pop();
			const parent = open.at(-1)?.line ?? -(block.from === 0 ? 1 : block.from);
			const start = this.#loc(item.from, item.column);
			const entry: ListItemCache = { parent, position: { start, end: this.#endOf(item.to) } };
			if (item.task !== null) entry.task = item.task;
			const id = BLOCK_ID.exec(this.#lineText(item.from))?.[1];
			if (id !== undefined) {
				entry.id = id.toLowerCase();
				(this.cache.blocks ??= {})[entry.id] = { id: entry.id, position: entry.position };
			}
			(this.cache.listItems ??= []).push(entry);
			open.push({ line: item.from, indent: item.indent });
		}
	}

	/** `^id` at the end of a block names it; alone on a line it names the block before. */
	#blockId(block: Block, section: SectionCache): void {
		if (block.type !== "paragraph" && block.type !== "heading" && block.type !== "blockquote")
			return;
		const id = BLOCK_ID.exec(this.#lineText(block.to))?.[1]?.toLowerCase();
		if (id === undefined) return;
		section.id = id;
		(this.cache.blocks ??= {})[id] = { id, position: section.position };
	}

	#isLoneBlockId(block: Block): boolean {
		const id = /^\^([A-Za-z0-9-]+)[ \t]*$/.exec(this.#lineText(block.from))?.[1]?.toLowerCase();
		if (id === undefined || block.from !== block.to || this.#previous === null) return false;
		this.#previous.id = id;
		(this.cache.blocks ??= {})[id] = { id, position: this.#previous.position };
		return true;
	}

	#inline(block: Block): void {
		const { cache } = this;
		for (const inline of readInline(
			this.#slice(block.from, block.to),
			this.lines[block.from]?.offset ?? 0,
		)) {
			const position = {
				start: this.#locAt(inline.from, block),
				end: this.#locAt(inline.to, block),
			};
			switch (inline.kind) {
				case "tag":
					(cache.tags ??= []).push({ tag: `#${inline.name}`, position });
					break;
				case "footnote-ref":
					(cache.footnoteRefs ??= []).push({ id: inline.name, position });
					break;
				case "link":
				case "embed": {
					const original = this.text.slice(inline.from, inline.to);
					const displayText =
						inline.words ?? inline.link.replaceAll("#", " > ").replace(/^ > /, "");
					const entry = { link: inline.link, original, displayText, position };
					if (inline.kind === "link") (cache.links ??= []).push(entry);
					else (cache.embeds ??= []).push(entry);
				}
			}
		}
	}

	#lineText(line: number): string {
		return this.lines[line]?.text ?? "";
	}

	#slice(from: number, to: number): string {
		const last = this.lines[to];
		return this.text.slice(
			this.lines[from]?.offset ?? 0,
			(last?.offset ?? 0) + (last?.text.length ?? 0),
		);
	}

	#position(from: number, to: number): Pos {
		return { start: this.#loc(from, 0), end: this.#endOf(to) };
	}

	#endOf(line: number): Loc {
		return this.#loc(line, this.#lineText(line).length);
	}

	#loc(line: number, col: number): Loc {
		return { line, col, offset: (this.lines[line]?.offset ?? 0) + col };
	}

	#locAt(offset: number, block: Block): Loc {
		let line = block.from;
		while (line < block.to && (this.lines[line + 1]?.offset ?? Infinity) <= offset) line += 1;
		return this.#loc(line, offset - (this.lines[line]?.offset ?? 0));
	}
}

/** Links in properties stand as a text that is one wikilink; keys of lists are `key.0`, `key.1` … */
function propertyLinks(value: unknown, key: string): (Reference & { key: string })[] {
	if (typeof value === "string") {
		const match = /^\[\[([^\[\]|]+)(?:\|([^\[\]]+))?\]\]$/.exec(value.trim());
		if (match === null) return [];
		const link = (match[1] ?? "").trim();
		return [{ key, link, original: value, displayText: match[2] ?? link }];
	}
	if (typeof value !== "object" || value === null) return [];
	const name = (part: string): string => (key === "" ? part : `${key}.${part}`);
	return Object.entries(value).flatMap(([part, inner]) => propertyLinks(inner, name(part)));
}
