import { fail, ok, type Result } from "../result";
import type { ClipFailure } from "./clip-outcome";
import { readRepository } from "./kind-repository";
import { readTextFile } from "./kind-text";
import type { ClipFacts } from "./note-properties";
import { parsePage } from "./parse-page";
import { clipUnlessStopped, textOf } from "./read-page";
import type { Work, WorkTools } from "./work";
import { emptyFacts } from "./work-facts";

/** A repository as GitHub's interface describes it, with its README. */
export async function readGitHub(json: string, url: string, tools: WorkTools): Promise<Result<Work, ClipFailure>> {
	const repository = readRepository(json);
	if (repository === null) return fail({ kind: "no-text" });
	const readme = await tools.fetch(repository.readme.url, repository.readme.accept);
	const base = `https://github.com/${repository.owner}/${repository.name}/blob/HEAD/`;
	const facts: ClipFacts = {
		...emptyFacts(url),
		title: repository.name,
		url: `https://github.com/${repository.owner}/${repository.name}`,
		authors: [repository.owner],
		published: repository.pushed.slice(0, 10),
		description: repository.description,
		site: "GitHub",
	};
	const intro = [repository.description, repository.facts].filter((line) => line !== "").map((line) => readTextFile(line).markdown);
	if (!readme.ok) return ok({ facts: { ...facts, words: 0 }, markdown: intro.join("\n\n") });
	const parsed = parsePage(`<base href="${base}"><article>${textOf(readme.value)}</article>`, base, (text) => tools.parse(text));
	if (!parsed.ok) return parsed;
	const clipped = await clipUnlessStopped(parsed.value.document, base, tools);
	if (!clipped.ok) return clipped;
	const { markdown, words } = clipped.value;
	return ok({ facts: { ...facts, words }, markdown: [...intro, markdown].join("\n\n") });
}
