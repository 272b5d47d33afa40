import type { PropertyValue } from "../vault/safe-vault";

/**
 * The values of raw one-line frontmatter entries, for showing them before the metadata cache has read them.
 * Entries of several lines or with YAML's finer points are left out: the cache will say.
 */
export function shownValues(
	entries: Readonly<Record<string, string | null>>,
): Readonly<Record<string, PropertyValue>> {
	const values: Record<string, PropertyValue> = {};
	for (const [name, entry] of Object.entries(entries)) {
		const value = entry === null ? null : plainValue(entry);
		if (value !== undefined) values[name] = value;
	}
	return values;
}

function plainValue(entry: string): PropertyValue | undefined {
	const line = entry.trimEnd();
	const colon = line.indexOf(":");
	if (colon === -1 || line.includes("\n")) return undefined;
	const text = line.slice(colon + 1).trim();
	const quoted = /^(?:"([^"\\]*)"|'([^']*)')\s*(?:\s#.*)?$/.exec(text);
	if (quoted !== null) return quoted[1] ?? quoted[2] ?? "";
	const comment = /(?:^|\s)#/.exec(text);
	const value = comment === null ? text : text.slice(0, comment.index).trimEnd();
	if (value === "true" || value === "false") return value === "true";
	if (value === "") return null;
	// Anything that could mean more to YAML than the words it shows.
	return /^[[{&*!|>%@`"'?-]|: /.test(value) ? undefined : value;
}
