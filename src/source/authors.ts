import type { Source } from "./source";

/** Names as a reference shows them: what sites put around a name is gone; the site stands in where there is none. */
export function creditedAuthors(
	source: Pick<Source, "authors" | "site" | "publication">,
): readonly string[] {
	const names = source.authors.map(cleanName).filter((name) => name !== "");
	if (names.length > 0) return names;
	const stand = source.site || source.publication;
	return stand === "" ? [] : [stand];
}

function cleanName(name: string): string {
	return name
		.replace(/\[\[(?:[^\]|]*\|)?([^\]]*)\]\]/g, "$1")
		.replace(/^(?:view|see) all (?:posts|articles) (?:by|from)\s+/i, "")
		.replace(/^by\s+(?=\p{Lu})/u, "")
		.replace(/\s+/g, " ")
		.trim();
}

/** Two names in full, more as "first et al.". */
export function authorLine(authors: readonly string[]): string {
	if (authors.length > 2) return `${authors[0] ?? ""} et al.`;
	return authors.join(" and ");
}

/** A name in two parts; null: one word, an organisation's name, or a script that writes no such parts. */
export function splitName(name: string): Readonly<{ family: string; given: string }> | null {
	const comma = name.indexOf(",");
	if (comma !== -1) {
		const family = name.slice(0, comma).trim();
		const given = name.slice(comma + 1).trim();
		return family === "" || given === "" ? null : { family, given };
	}
	const words = name.split(/\s+/);
	const last = words.at(-1) ?? "";
	if (
		words.length < 2 ||
		words.length > 4 ||
		!words.every((word) => /^\p{Lu}/u.test(word) || PARTICLE.test(word))
	)
		return null;
	// "van der Berg": the particle belongs to the family name.
	const at = words.findIndex((word, index) => index > 0 && PARTICLE.test(word));
	if (at > 0) return { family: words.slice(at).join(" "), given: words.slice(0, at).join(" ") };
	return { family: last, given: words.slice(0, -1).join(" ") };
}

const PARTICLE = /^(?:van|von|der|den|de|di|da|du|del|la|le|ten|ter|bin|al)$/;
