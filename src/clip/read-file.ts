import { fail, ok, type Result } from "../result";
import type { ClipFailure } from "./clip-outcome";
import { readNotebook } from "./kind-notebook";
import { readTextFile, type TextFile } from "./kind-text";
import type { Lack, Work, WorkTools } from "./work";
import { emptyFacts, withLacks } from "./work-facts";

/** A notebook, Markdown or plain text as a note. */
export function readFile(reader: "notebook" | "text", text: string, url: string, tools: Pick<WorkTools, "lackWords">): Result<Work, ClipFailure> {
	const file: (TextFile & { pictures?: number }) | null = reader === "notebook" ? readNotebook(text) : readTextFile(text);
	if (file === null || file.words === 0) return fail({ kind: "no-text" });
	const facts = { ...emptyFacts(url), ...(file.title === "" ? {} : { title: file.title }), words: file.words };
	const pictures = file.pictures ?? 0;
	const lacks: readonly Lack[] = pictures > 0 ? [{ kind: "pictures", count: pictures }] : [];
	return ok({ facts: withLacks(facts, lacks, tools), markdown: file.markdown });
}
