import { fail, ok, type Result } from "../result";
import type { ClipFailure } from "./clip-outcome";
import { readPost } from "./kind-post";
import { readTextFile } from "./kind-text";
import type { Work, WorkTools } from "./work";
import { emptyFacts, withLacks } from "./work-facts";

/** A post of X as its public embed gives it. */
export function readEmbed(json: string, url: string, tools: WorkTools): Result<Work, ClipFailure> {
	const post = readPost(json);
	if (post === null) return fail({ kind: "no-text" });
	const { body } = tools.parse(`<!doctype html><html><head></head><body>${post.html}</body></html>`);
	const text = body.querySelector("p")?.textContent ?? "";
	const { markdown, words } = readTextFile(text);
	if (words === 0) return fail({ kind: "no-text" });
	const title = `${post.author}: ${text.replace(/\s+/g, " ").slice(0, 80)}`;
	const facts = { ...emptyFacts(url), title, authors: [post.author], site: "X", words };
	return ok({ facts: withLacks(facts, [{ kind: "one-post" }], tools), markdown });
}
