import { putItem, readList, type LineKind } from "./list-file";

/** One pass over a draft, as `Refine log.md` remembers it. */
export type LoggedPass = Readonly<{
	/** ISO date and time to the minute; with the pass it is the row's key. */
	date: string;
	/** A wikilink. */
	draft: string;
	pass: string;
	model: string;
	shown: number;
	accepted: number;
	rejected: number;
	ownWording: number;
	/** Percent, 0 to 100; null: not counted. */
	authorShare: number | null;
	newWords: number;
	/** In US dollars; null: unknown. */
	cost: number | null;
}>;

/** The words of the table's head, in the row's order. */
export type RefineLogWords = Readonly<{ title: string; columns: readonly string[] }>;

const COLUMNS = 11;

const LOG: LineKind<LoggedPass> = {
	parse: (line) => {
		const cells = cellsOf(line);
		if (cells.length !== COLUMNS || !/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}$/.test(cells[0] ?? ""))
			return null;
		const [date = "", draft = "", pass = "", model = "", ...numbers] = cells;
		const [shown, accepted, rejected, ownWording, authorShare, newWords, cost] =
			numbers.map(numberIn);
		return {
			date,
			draft,
			pass,
			model,
			shown: shown ?? 0,
			accepted: accepted ?? 0,
			rejected: rejected ?? 0,
			ownWording: ownWording ?? 0,
			authorShare: authorShare ?? null,
			newWords: newWords ?? 0,
			cost: cost ?? null,
		};
	},
	keyOf: ({ date, pass }) => `${date} ${pass}`,
	fold: (_first, second) => second,
	print: (row) =>
		`| ${[
			row.date,
			row.draft,
			row.pass,
			row.model,
			row.shown,
			row.accepted,
			row.rejected,
			row.ownWording,
			row.authorShare === null ? "" : `${row.authorShare} %`,
			row.newWords,
			row.cost === null ? "" : `$${row.cost.toFixed(2)}`,
		]
			.map((cell) => String(cell).replace(/\s+/g, " ").replace(/\\?\|/g, "\\|"))
			.join(" | ")} |`,
};

export function readRefineLog(text: string): readonly LoggedPass[] {
	return readList(text, LOG);
}

/** Writes a pass into its own row; an empty file gets the table's head first. */
export function logPass(text: string, pass: LoggedPass, words: RefineLogWords): string {
	const hasTable = readRefineLog(text).length > 0 || /^\|[\s:|-]+\|$/m.test(text);
	const head = `| ${words.columns.join(" | ")} |\n|${" --- |".repeat(COLUMNS)}\n`;
	const start =
		text.trim() === ""
			? `# ${words.title}\n\n${head}`
			: hasTable
				? text
				: `${text.trimEnd()}\n\n${head}`;
	return putItem(start, LOG.keyOf(pass), LOG, () => pass);
}

/** Cells of a table row; `\|` is a letter. */
function cellsOf(line: string): readonly string[] {
	const row = line.trim();
	if (!row.startsWith("|") || !row.endsWith("|") || row.length < 2) return [];
	return row
		.slice(1, -1)
		.replaceAll("\\|", "\0")
		.split("|")
		.map((cell) => cell.replaceAll("\0", "|").trim());
}

function numberIn(cell: string): number | null {
	const found = /-?\d+(?:\.\d+)?/.exec(cell)?.[0];
	return found === undefined ? null : Number(found);
}
