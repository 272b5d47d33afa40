import { fail, type Result } from "../result";
import type { ClipFailure } from "./clip-outcome";
import { listPart, parseJson, part, textPart } from "./json-parts";
import { clipUnlessStopped, textOf } from "./read-page";
import { parsePage } from "./parse-page";
import { threadPage, type PagePost } from "./thread-page";
import type { Lack, Work, WorkTools } from "./work";
import { factsOf, withLacks } from "./work-facts";

/** A question with its answers by votes, for when the site keeps programs off its pages. */
export async function readStackExchange(json: string, question: string, url: string, tools: WorkTools): Promise<Result<Work, ClipFailure>> {
	const [asked] = listPart(parseJson(json), "items");
	const title = textPart(asked, "title");
	if (title === "") return fail({ kind: "no-text" });
	const answered = await tools.fetch(question.replace("?", "/answers?order=desc&sort=votes&pagesize=100&"), "application/json");
	const answers = answered.ok ? listPart(parseJson(textOf(answered.value)), "items") : [];
	const host = new URL(url).hostname.replace(/^www\./, "");
	const page = parsePage(threadPage(title, host, [asked, ...answers].map(postOf)), url, (text) => tools.parse(text));
	if (!page.ok) return page;
	const clipped = await clipUnlessStopped(page.value.document, url, tools);
	if (!clipped.ok) return clipped;
	const count = part(asked, "answer_count");
	const missing = typeof count === "number" ? count - answers.length : 0;
	const lacks: readonly Lack[] = missing > 0 ? [{ kind: "answers", count: missing }] : [];
	return { ok: true, value: { facts: withLacks({ ...factsOf(url, clipped.value, tools), kind: "thread" }, lacks, tools), markdown: clipped.value.markdown } };
}

function postOf(item: unknown): PagePost {
	const seconds = part(item, "creation_date");
	const score = part(item, "score");
	return {
		author: textPart(item, "owner", "display_name"),
		date: typeof seconds === "number" ? new Date(seconds * 1000).toISOString() : "",
		html: textPart(item, "body"),
		...(typeof score === "number" ? { score } : {}),
		isAccepted: part(item, "is_accepted") === true,
	};
}
