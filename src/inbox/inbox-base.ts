/** Words of the base's views and columns, in the person's language. */
export type BaseWords = Readonly<{
	new: string;
	kept: string;
	deleted: string;
	byCategory: string;
	byProject: string;
	hard: string;
	/** Column heads. */
	address: string;
	minutes: string;
}>;

/** What the settings say a source is. */
export type BaseOptions = Readonly<{
	/** Watched folders; "" among them, or none: the whole vault. */
	folders: readonly string[];
	statusProperty: string;
	/** Further values of the status that mean new. */
	newValues: readonly string[];
}>;

/** Words a minute; only an estimate stands in the table. */
const WORDS_PER_MINUTE = 230;

/**
 * A Bases file over the same properties the list shows: a view per status, kept by category and project, hard ones.
 * Written after the syntax of the app's help ("Bases syntax", "Functions"): filters as lists of statements, texts
 * in quotes, `isEmpty` true for what is not there.
 */
export function inboxBase(options: BaseOptions, words: BaseWords): string {
	const status = `note[${quoted(options.statusProperty)}]`;
	const is = (value: string): string => `${status} == ${quoted(value)}`;
	const columns = ["file.name", "author", "category", "kind", "formula.minutes", "created", "source"];
	const isKept = [is("kept")];
	const views = [
		view(words.new, { statements: [], any: newFilter(status, is, options.newValues) }, columns),
		view(words.kept, { statements: isKept }, columns),
		view(words.byCategory, { statements: isKept }, columns, "category"),
		view(words.byProject, { statements: isKept }, columns, "project"),
		view(words.hard, { statements: ["hard == true"] }, columns),
		view(words.deleted, { statements: [is("deleted")] }, ["file.name", "reason", "decided", "source"]),
	];
	const lines = [
		...scope(options.folders),
		"formulas:",
		`  minutes: ${quoted(`if(words, (words / ${WORDS_PER_MINUTE}).ceil())`)}`,
		"properties:",
		"  note.source:",
		`    displayName: ${quoted(words.address)}`,
		"  formula.minutes:",
		`    displayName: ${quoted(words.minutes)}`,
		"views:",
		...views.flat(),
	];
	return `${lines.join("\n")}\n`;
}

/** Every view: notes of the watched folders, project notes left out. */
function scope(folders: readonly string[]): readonly string[] {
	const isNote = `    - ${quoted('file.ext == "md"')}`;
	const isNoProject = `    - ${quoted('type != "research-project"')}`;
	const places = folders.includes("") ? [] : folders;
	return [
		"filters:",
		"  and:",
		isNote,
		isNoProject,
		...(places.length === 0 ? [] : ["    - or:"]),
		...places.map((folder) => `        - ${quoted(`file.inFolder(${quoted(folder)})`)}`),
	];
}

/** The status says so, or says nothing in a note about a work. */
function newFilter(
	status: string,
	is: (value: string) => string,
	newValues: readonly string[],
): readonly (string | Readonly<{ and: readonly string[] }>)[] {
	return [
		is("new"),
		{ and: [`${status}.isEmpty()`, "!source.isEmpty() || !url.isEmpty() || !doi.isEmpty()"] },
		...newValues.map(is),
	];
}

function view(
	name: string,
	filter: Readonly<{
		statements: readonly string[];
		any?: ReturnType<typeof newFilter>;
	}>,
	columns: readonly string[],
	groupBy: string | null = null,
): readonly string[] {
	const any = (filter.any ?? []).flatMap((one) =>
		typeof one === "string"
			? [`        - ${quoted(one)}`]
			: ["        - and:", ...one.and.map((statement) => `            - ${quoted(statement)}`)],
	);
	return [
		"  - type: table",
		`    name: ${quoted(name)}`,
		"    filters:",
		...(any.length > 0
			? ["      or:", ...any]
			: ["      and:", ...filter.statements.map((one) => `        - ${quoted(one)}`)]),
		...(groupBy === null
			? []
			: ["    groupBy:", `      property: note.${groupBy}`, "      direction: ASC"]),
		"    order:",
		...columns.map((column) => `      - ${column.includes(".") ? column : `note.${column}`}`),
	];
}

/** A double-quoted YAML scalar; JSON's escapes are YAML's. */
function quoted(text: string): string {
	return JSON.stringify(text);
}
