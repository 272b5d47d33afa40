import { fail, ok, type Result } from "../result";
import type { ClipFailure } from "./clip-outcome";
import { readRepository, repositoryFacts, type Repository } from "./kind-repository";
import { readTextFile, safeMarkdown } from "./kind-text";
import type { ClipFacts } from "./note-properties";
import { parsePage } from "./parse-page";
import { clipUnlessStopped, textOf } from "./read-page";
import { entryPoints, languagesOf, lastCommit, readTree, treeMarkdown } from "./repository-tree";
import type { Work, WorkTools } from "./work";
import { emptyFacts } from "./work-facts";

/** A repository as GitHub's interface describes it: facts, README, tree, where to begin. What fails is left out. */
export async function readGitHub(json: string, url: string, tools: WorkTools): Promise<Result<Work, ClipFailure>> {
	const repository = readRepository(json);
	if (repository === null) return fail({ kind: "no-text" });
	const { owner, name } = repository;
	const api = `https://api.github.com/repos/${owner}/${name}`;
	const base = `https://github.com/${owner}/${name}/blob/HEAD/`;
	const readme = await readmeOf(`${api}/readme`, base, tools);
	if (!readme.ok && readme.error.kind === "cancelled") return readme;
	const fetched = await tools.fetch(`${api}/git/trees/HEAD?recursive=1`, "application/json");
	const tree = fetched.ok ? readTree(textOf(fetched.value)) : null;
	// The feed is no part of the interface, which answers only sixty times an hour.
	const feed = await tools.fetch(`https://github.com/${owner}/${name}/commits.atom`, "application/atom+xml");
	if (tools.signal.aborted) return fail({ kind: "cancelled" });
	const files = tree?.files ?? [];
	const facts = repositoryFacts(repository, tree === null || tree.isCut ? "" : languagesOf(files), feed.ok ? lastCommit(textOf(feed.value)) : "");
	const entries = entryPoints(files, base);
	const parts = [
		readTextFile(repository.description).markdown,
		facts,
		readme.ok ? readme.value.markdown : "",
		files.length === 0 ? "" : `## Files\n\n${treeMarkdown(files)}`,
		entries === "" ? "" : `## Where to begin\n\n${safeMarkdown(entries)}`,
	];
	const markdown = parts.filter((part) => part !== "").join("\n\n");
	return ok({ facts: factsOfRepository(repository, url, readme.ok ? readme.value.words : 0), markdown });
}

async function readmeOf(address: string, base: string, tools: WorkTools): Promise<Result<Readonly<{ markdown: string; words: number }>, ClipFailure>> {
	const readme = await tools.fetch(address, "application/vnd.github.html+json");
	if (!readme.ok) return readme;
	const parsed = parsePage(`<base href="${base}"><article>${textOf(readme.value)}</article>`, base, (text) => tools.parse(text));
	return parsed.ok ? clipUnlessStopped(parsed.value.document, base, tools) : parsed;
}

function factsOfRepository({ owner, name, description, pushed }: Repository, url: string, words: number): ClipFacts {
	return {
		...emptyFacts(url),
		title: name,
		url: `https://github.com/${owner}/${name}`,
		authors: [owner],
		published: pushed.slice(0, 10),
		description,
		site: "GitHub",
		words,
	};
}
