import { escapeText } from "./escape";
import { listPart, parseJson, part, textPart } from "./json-parts";

/** A file of a repository; `size` in bytes. */
export type RepositoryFile = Readonly<{ path: string; size: number }>;

/** All files as GitHub's tree says; `isCut`: it sent only a part of them. Null: no tree. */
export function readTree(json: string): Readonly<{ files: readonly RepositoryFile[]; isCut: boolean }> | null {
	const data = parseJson(json);
	const files = listPart(data, "tree").flatMap((entry): readonly RepositoryFile[] => {
		const size = part(entry, "size");
		return textPart(entry, "type") === "blob" ? [{ path: textPart(entry, "path"), size: typeof size === "number" ? size : 0 }] : [];
	});
	return files.length === 0 ? null : { files, isCut: part(data, "truncated") === true };
}

/** Entries of the root that are shown. */
const MAX_ENTRIES = 60;

/** The root of the repository, folders first, with how many files each holds. */
export function treeMarkdown(files: readonly RepositoryFile[]): string {
	const folders = new Map<string, number>();
	const roots: string[] = [];
	for (const { path } of files) {
		const slash = path.indexOf("/");
		if (slash === -1) roots.push(path);
		else folders.set(path.slice(0, slash), (folders.get(path.slice(0, slash)) ?? 0) + 1);
	}
	const width = Math.max(0, ...[...folders.keys()].map((name) => name.length));
	const lines = [
		...[...folders].sort().map(([name, count]) => `${`${name}/`.padEnd(Math.min(width, 30) + 3)}${count} ${count === 1 ? "file" : "files"}`),
		...roots.sort(),
	];
	const shown = lines.slice(0, MAX_ENTRIES);
	if (lines.length > shown.length) shown.push(`… ${lines.length - shown.length} more`);
	// A fence cannot be left from inside, and Templater reads code too.
	return `\`\`\`\n${shown.join("\n").replaceAll("`", "'").replaceAll("<%", "< %")}\n\`\`\``;
}

/** Where one begins to read: what starts it, and what says how it is built. */
const ENTRIES =
	/^(package\.json|pyproject\.toml|setup\.py|cargo\.toml|go\.mod|makefile|cmakelists\.txt|build\.gradle(\.kts)?|pom\.xml|gemfile|composer\.json|dockerfile|justfile|flake\.nix)$|^((src|lib|app|cmd\/[^/]+|packages\/[^/]+\/src|[a-z_]+)\/)?(__main__|main|index|app|lib|mod|cli|server|train|model)\.(py|ts|tsx|js|mjs|rs|go|c|cc|cpp|java|kt|rb|swift|jl|cs|ex|zig)$/i;

/** The files that a reader opens first, at most twelve, as links. @param base ends with a slash. */
export function entryPoints(files: readonly RepositoryFile[], base: string): string {
	const found = files
		.map(({ path }) => path)
		.filter((path) => ENTRIES.test(path) && !/(^|\/)(tests?|examples?|docs?|node_modules|vendor)\//i.test(path))
		.sort((a, b) => a.split("/").length - b.split("/").length || a.localeCompare(b))
		.slice(0, 12);
	return found.map((path) => `- [${escapeText(path, false)}](${base}${encodeURI(path).replace(/[()?#]/g, encodeURIComponent)})`).join("\n");
}

const LANGUAGES: Readonly<Record<string, string>> = {
	py: "Python", ts: "TypeScript", tsx: "TypeScript", js: "JavaScript", mjs: "JavaScript", jsx: "JavaScript", rs: "Rust", go: "Go", c: "C", h: "C", cc: "C++", cpp: "C++", hpp: "C++", cu: "CUDA", java: "Java", kt: "Kotlin", rb: "Ruby", swift: "Swift", jl: "Julia", cs: "C#", php: "PHP", lua: "Lua", sh: "Shell", scala: "Scala", hs: "Haskell", ml: "OCaml", ex: "Elixir", zig: "Zig", r: "R", ipynb: "Jupyter Notebook", vue: "Vue", svelte: "Svelte", css: "CSS", html: "HTML", tex: "TeX",
};

/** "Rust 81 %, Python 19 %": by the size of the files; "" where nothing is code. */
export function languagesOf(files: readonly RepositoryFile[]): string {
	const sizes = new Map<string, number>();
	for (const { path, size } of files) {
		const language = LANGUAGES[/\.([a-z]{1,6})$/i.exec(path)?.[1]?.toLowerCase() ?? ""];
		if (language !== undefined && !/(^|\/)(node_modules|vendor|dist|third_party)\//.test(path)) sizes.set(language, (sizes.get(language) ?? 0) + size);
	}
	const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
	const shares = [...sizes].map(([name, size]) => [name, Math.round((size / Math.max(1, total)) * 100)] as const);
	return shares
		.filter(([, share]) => share >= 1)
		.sort((a, b) => b[1] - a[1])
		.slice(0, 5)
		.map(([name, share]) => `${name} ${share} %`)
		.join(", ");
}

/** The newest commit as GitHub's feed names it: the day and the subject. "" where there is none. */
export function lastCommit(feed: string): string {
	const entry = /<entry>([\s\S]{0,6000}?)<\/entry>/.exec(feed)?.[1] ?? "";
	const day = /<updated>(\d{4}-\d{2}-\d{2})/.exec(entry)?.[1] ?? "";
	const title = (/<title>([^<]{0,300})<\/title>/.exec(entry)?.[1] ?? "").replace(/\s+/g, " ").trim();
	const plain = title.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&amp;", "&");
	return [day, plain].filter((each) => each !== "").join(": ");
}
