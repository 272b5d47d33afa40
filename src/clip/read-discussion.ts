import { fail, ok, type Result } from "../result";
import type { ClipFailure } from "./clip-outcome";
import { discussionMarkdown, type Discussion } from "./kind-thread";
import type { ClipFacts } from "./note-properties";
import type { Lack, Work, WorkTools } from "./work";
import { emptyFacts, withLacks } from "./work-facts";

/** A discussion as a note. Null: the site's answer was none. */
export function readDiscussion(discussion: Discussion | null, site: string, url: string, tools: WorkTools): Result<Work, ClipFailure> {
	if (discussion === null) return fail({ kind: "no-text" });
	const { markdown, words } = discussionMarkdown(discussion, (html) => tools.parse(html));
	const facts: ClipFacts = {
		...emptyFacts(url),
		title: discussion.title,
		authors: discussion.author === "" ? [] : [discussion.author],
		published: discussion.published,
		site,
		kind: "thread",
		words,
	};
	const lacks: readonly Lack[] = discussion.missing > 0 ? [{ kind: "answers", count: discussion.missing }] : [];
	return ok({ facts: withLacks(facts, lacks, tools), markdown });
}
