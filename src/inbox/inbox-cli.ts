import type { Source } from "../source/source";
import { STATUSES, type Status } from "../source/status";
import { parseStatus } from "../source/status";

/** Parameters of the command line: texts, or `"true"` for a flag without a value. */
export type CliParams = Readonly<Record<string, string>>;

type Listed = Readonly<{
	path: string;
	title: string;
	status: Status;
	url: string;
	category: string;
}>;

/** What `winnow:list` prints: one source a line, tabs between; as JSON where asked for. */
export function listText(sources: readonly Source[], params: CliParams): string {
	const status = parseStatus(params.status ?? "new") ?? "new";
	const rows: Listed[] = sources
		.filter((source) => source.status === status)
		.map(({ path, title, url, category }) => ({ path, title, status, url, category }))
		.sort((a, b) => (a.path < b.path ? -1 : 1));
	if (params.format === "json") return JSON.stringify(rows, null, "\t");
	return rows.map(({ path, title, url }) => [path, oneLine(title), url].join("\t")).join("\n");
}

/** What `winnow:status` prints. */
export function statusText(sources: readonly Source[]): string {
	return STATUSES.map(
		(status) => `${status}\t${sources.filter((source) => source.status === status).length}`,
	).join("\n");
}

/** Sources a parameter names: by path, with or without `.md`, else by title where only one has it. */
export function namedSource(sources: readonly Source[], name: string): Source | "none" | "several" {
	const byPath = sources.find(({ path }) => path === name || path === `${name}.md`);
	if (byPath !== undefined) return byPath;
	const byTitle = sources.filter(({ title }) => title.toLowerCase() === name.toLowerCase());
	const [only] = byTitle;
	if (only === undefined) return "none";
	return byTitle.length === 1 ? only : "several";
}

function oneLine(text: string): string {
	return text.replace(/\s+/g, " ");
}
