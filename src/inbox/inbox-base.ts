/** Words of the base's views and columns, in the person's language. */
export type BaseWords = Readonly<{
	new: string;
	kept: string;
	deleted: string;
	byCategory: string;
	hard: string;
}>;

/**
 * A Bases file (YAML) over the same properties the list shows: a view per status, kept by category, hard ones.
 * @param folders watched folders; empty: the whole vault.
 */
export function inboxBase(
	folders: readonly string[],
	statusProperty: string,
	words: BaseWords,
): string {
	const status = `note[${quoted(statusProperty)}]`;
	const places = folders.map((folder) => `file.inFolder(${quoted(folder)})`);
	const columns = [
		"file.name",
		"note.source",
		"note.author",
		"note.category",
		"note.kind",
		"note.words",
		"note.created",
	];
	const view = (
		name: string,
		filter: string,
		more: readonly string[] = [],
	): readonly string[] => [
		"  - type: table",
		`    name: ${quoted(name)}`,
		"    filters:",
		"      and:",
		`        - ${quoted(filter)}`,
		...more,
		"    order:",
		...columns.map((column) => `      - ${column}`),
	];
	const byCategory = ["    groupBy:", "      property: note.category", "      direction: ASC"];
	const lines = [
		...(places.length === 0
			? []
			: ["filters:", "  or:", ...places.map((place) => `    - ${quoted(place)}`)]),
		"properties:",
		"  note.source:",
		"    displayName: URL",
		"views:",
		...view(words.new, `!${status} && !note.source.isEmpty() || ${status} == "new"`),
		...view(words.kept, `${status} == "kept"`),
		...view(words.byCategory, `${status} == "kept"`, byCategory),
		...view(words.deleted, `${status} == "deleted"`),
		...view(words.hard, "note.hard == true"),
	];
	return `${lines.join("\n")}\n`;
}

/** A double-quoted YAML scalar; JSON's escapes are YAML's. */
function quoted(text: string): string {
	return JSON.stringify(text);
}
