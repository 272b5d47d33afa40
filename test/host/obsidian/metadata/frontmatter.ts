import { parseYaml } from "../yaml";

export type FrontMatterInfo = {
	exists: boolean;
	/** The text between the fences, without its last line break. */
	frontmatter: string;
	from: number;
	to: number;
	/** Where the text behind the block starts. */
	contentStart: number;
};

const NONE: FrontMatterInfo = { exists: false, frontmatter: "", from: 0, to: 0, contentStart: 0 };

/** A block at the very start, fenced by lines of exactly `---` ([M]: blanks behind a fence are allowed). */
export function getFrontMatterInfo(content: string): FrontMatterInfo {
	const start = content.startsWith("\uFEFF") ? 1 : 0;
	const opening = /^---[ \t]*\r?\n/.exec(content.slice(start, start + 200));
	if (opening === null) return NONE;
	const from = start + opening[0].length;
	for (let line = from; line <= content.length;) {
		const next = content.indexOf("\n", line);
		const end = next === -1 ? content.length : next;
		if (/^---[ \t]*\r?$/.test(content.slice(line, Math.min(end, line + 200)))) {
			const contentStart = next === -1 ? content.length : next + 1;
			const to = line > from ? line - 1 : line;
			return {
				exists: true,
				frontmatter: content.slice(from, to).replace(/\r$/, ""),
				from,
				to,
				contentStart,
			};
		}
		if (next === -1) return NONE;
		line = next + 1;
	}
	return NONE;
}

/** The properties as the metadata cache keeps them; null for a block that is no YAML mapping. */
export function readFrontmatter(text: string): Record<string, unknown> | null {
	try {
		const parsed = parseYaml(text);
		return typeof parsed === "object" && parsed !== null && !Array.isArray(parsed)
			? (parsed as Record<string, unknown>)
			: null;
	} catch {
		return null; // the app keeps no properties of a block it cannot read
	}
}

export function parseFrontMatterEntry(frontmatter: unknown, key: string | RegExp): unknown {
	if (typeof frontmatter !== "object" || frontmatter === null) return null;
	for (const [name, value] of Object.entries(frontmatter))
		if (typeof key === "string" ? name === key : key.test(name)) return value;
	return null;
}

export function parseFrontMatterStringArray(
	frontmatter: unknown,
	key: string | RegExp,
): string[] | null {
	return stringList(parseFrontMatterEntry(frontmatter, key), /,/);
}

export function parseFrontMatterAliases(frontmatter: unknown): string[] | null {
	return stringList(parseFrontMatterEntry(frontmatter, /^alias(es)?$/i), /,/);
}

export function parseFrontMatterTags(frontmatter: unknown): string[] | null {
	const tags = stringList(parseFrontMatterEntry(frontmatter, /^tags?$/i), /[,\s]/);
	return tags?.map((tag) => (tag.startsWith("#") ? tag : `#${tag}`)) ?? null;
}

function stringList(value: unknown, separator: RegExp): string[] | null {
	const parts =
		typeof value === "string"
			? value.split(separator)
			: Array.isArray(value)
				? value.map(String)
				: [];
	const full = parts.map((part) => part.trim()).filter((part) => part !== "");
	return full.length === 0 ? null : full;
}
