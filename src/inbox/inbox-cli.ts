import { fail, ok, type Result } from "../result";
import type { Source } from "../source/source";
import { parseStatus, STATUSES, type Status } from "../source/status";

/** Parameters of the command line: texts, or `"true"` for a flag without a value. */
export type CliParams = Readonly<Record<string, string>>;

/** What was asked for and cannot be: the words stand in the person's language. */
export type CliRefusal = Readonly<
	| { kind: "bad-value"; name: "status" | "format"; value: string }
	| { kind: "no-project"; name: string }
	| { kind: "needs-file" }
	| { kind: "no-source"; name: string }
	| { kind: "several-sources"; name: string; paths: readonly string[] }
>;

type Listed = Readonly<{
	path: string;
	title: string;
	status: Status;
	url: string;
	category: string;
}>;

export type CliProject = Readonly<{ path: string; name: string }>;

/** What the commands look at. */
export type CliWorld = Readonly<{
	sources: readonly Source[];
	projects: readonly CliProject[];
	projectsOf(source: Source): readonly string[];
}>;

/** What `winnow:list` prints: one source a line, tabs between; as JSON where asked for. */
export function listText(world: CliWorld, params: CliParams): Result<string, CliRefusal> {
	const status = parseStatus(params.status ?? "new");
	if (status === null)
		return fail({ kind: "bad-value", name: "status", value: params.status ?? "" });
	const format = params.format ?? "text";
	if (format !== "text" && format !== "json")
		return fail({ kind: "bad-value", name: "format", value: format });
	const inProject = sourcesOf(world, params.project);
	if (!inProject.ok) return inProject;
	const category = params.category?.trim().toLowerCase();
	const rows: Listed[] = inProject.value
		.filter((source) => source.status === status)
		.filter((source) => category === undefined || source.category.toLowerCase() === category)
		.map(({ path, title, url, category: shelf }) => ({ path, title, status, url, category: shelf }))
		.sort((a, b) => (a.path < b.path ? -1 : 1));
	if (format === "json") return ok(JSON.stringify(rows, null, "\t"));
	return ok(rows.map(({ path, title, url }) => [path, title, url].map(oneLine).join("\t")).join("\n"));
}

/** What `winnow:status` prints: a status and its count a line. */
export function statusText(world: CliWorld, params: CliParams): Result<string, CliRefusal> {
	const inProject = sourcesOf(world, params.project);
	if (!inProject.ok) return inProject;
	const lines = STATUSES.map(
		(status) =>
			`${status}\t${inProject.value.filter((source) => source.status === status).length}`,
	);
	return ok(lines.join("\n"));
}

/** The source a parameter names: by path, with or without `.md`, else by title where only one has it. */
export function namedSource(
	sources: readonly Source[],
	name: string | undefined,
): Result<Source, CliRefusal> {
	// A flag without a value is "true".
	if (name === undefined || name.trim() === "" || name === "true") return fail({ kind: "needs-file" });
	const byPath = sources.find(({ path }) => path === name || path === `${name}.md`);
	if (byPath !== undefined) return ok(byPath);
	const folded = name.trim().toLowerCase();
	const byTitle = sources.filter(({ title }) => title.toLowerCase() === folded);
	const [only] = byTitle;
	if (only === undefined) return fail({ kind: "no-source", name });
	if (byTitle.length === 1) return ok(only);
	return fail({ kind: "several-sources", name, paths: byTitle.map(({ path }) => path) });
}

/** Sources of a project by its name or note; without one, all. */
function sourcesOf(
	{ sources, projects, projectsOf }: CliWorld,
	name: string | undefined,
): Result<readonly Source[], CliRefusal> {
	if (name === undefined || name === "") return ok(sources);
	const folded = name.trim().toLowerCase();
	const project = projects.find(
		(one) => one.name.toLowerCase() === folded || one.path.toLowerCase() === folded || one.path.toLowerCase() === `${folded}.md`,
	);
	if (project === undefined) return fail({ kind: "no-project", name });
	return ok(sources.filter((source) => projectsOf(source).includes(project.path)));
}

function oneLine(text: string): string {
	return text.replace(/\s+/g, " ");
}
