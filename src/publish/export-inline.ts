import type { Source } from "../source/source";
import type { Dialect } from "./export-target";

export type InlineTools = Readonly<{
	dialect: Dialect;
	source(target: string): Source | null;
	/** Collects what the author should look at. */
	found: Readonly<Record<"private" | "embed" | "alt", string[]>>;
	/** Collects images of the vault. */
	images: Set<string>;
	/** The Pandoc key of a cited source; null: none, or another target. */
	keyOf(source: Source): string | null;
}>;

// Code is matched first, so that nothing in it is touched; then embeds, wikilinks, images, highlights.
const INLINE = /(`+)[^`]*\1|(!?)\[\[([^\]\n]+)\]\]|!\[([^\]\n]*)\]\(([^()\n]*)\)|==(?=\S)((?:[^=\n]|=(?!=))+)==/g;
const IMAGE = /\.(?:png|jpe?g|gif|svg|webp|avif|bmp)$/i;

/** Links, embeds and highlights of one block in the target's manner. `where`: footnotes link to their sources' pages. */
export function inlineOf(text: string, tools: InlineTools, where: "text" | "footnote"): string {
	return text.replace(
		INLINE,
		(whole, tick?: string, bang?: string, inner?: string, alt?: string, address?: string, marked?: string) => {
			if (tick !== undefined) return whole;
			if (inner !== undefined && bang === "!") return embedOf(whole, inner, tools);
			if (inner !== undefined) return linkOf(whole, inner, tools, where);
			if (address !== undefined) return imageOf(whole, alt ?? "", address, tools);
			if (marked !== undefined) return tools.dialect.keepsObsidian ? whole : inlineOf(marked, tools, where);
			return whole;
		},
	);
}

/** In a table `|` is written `\|`. */
function parts(inner: string): Readonly<{ target: string; heading: string; alias: string | null }> {
	const [link = "", ...alias] = inner.split(/\\?\|/);
	const [target = "", ...heading] = link.split("#");
	return { target: target.trim(), heading: heading.join("#").trim(), alias: alias.length === 0 ? null : alias.join("|").trim() };
}

function embedOf(whole: string, inner: string, tools: InlineTools): string {
	const { target, alias } = parts(inner);
	if (!IMAGE.test(target)) {
		tools.found.embed.push(whole);
		return alias ?? nameOf(target);
	}
	tools.images.add(target);
	// An alias of digits is a width, no description.
	const description = alias === null || /^\d+(?:x\d+)?$/.test(alias) ? "" : alias;
	if (description === "") tools.found.alt.push(whole);
	return `![${description}](${encodeURI(fileOf(target))})`;
}

function imageOf(whole: string, alt: string, address: string, tools: InlineTools): string {
	const description = alt.replace(/\|?\d+(?:x\d+)?$/, "");
	if (description === "") tools.found.alt.push(whole);
	if (/^[a-z][a-z0-9+.-]*:/i.test(address)) return description === alt ? whole : `![${description}](${address})`;
	const target = decode(address.trim());
	tools.images.add(target);
	return `![${description}](${encodeURI(fileOf(target))})`;
}

function linkOf(whole: string, inner: string, tools: InlineTools, where: "text" | "footnote"): string {
	const { target, heading, alias } = parts(inner);
	const words = alias ?? (target === "" ? heading : heading === "" ? nameOf(target) : `${nameOf(target)}, ${heading}`);
	if (target === "") return tools.dialect.keepsObsidian ? whole : `[${words}](#${anchorOf(heading)})`;
	const source = tools.source(target);
	if (source === null) {
		tools.found.private.push(whole);
		return words;
	}
	const shown = alias ?? source.title;
	if (source.url === "") return where === "footnote" ? source.title : shown;
	return `[${shown.replace(/[[\]]/g, "\\$&")}](${addressOf(source.url)})`;
}

/** A link's address may hold no blank or bracket that would end it. */
function addressOf(url: string): string {
	return url.replace(/[\s()<>]/g, (mark) => encodeURIComponent(mark).replace(/\(/g, "%28").replace(/\)/g, "%29"));
}

/** As GitHub, Hugo and others name headings. */
function anchorOf(heading: string): string {
	return heading.toLowerCase().replace(/[^\p{L}\p{N}\p{M}\s-]/gu, "").trim().replace(/\s+/g, "-");
}

function nameOf(target: string): string {
	return fileOf(target).replace(/\.md$/i, "");
}

function fileOf(target: string): string {
	return target.split("/").at(-1) ?? target;
}

function decode(address: string): string {
	try {
		return decodeURI(address);
	} catch {
		return address; // a lone percent sign is part of the name
	}
}
