import { fail, ok, type Result } from "../result";
import type { ClipFailure } from "./clip-outcome";
import { huggingFaceFacts, type HuggingFacePage } from "./kind-hugging-face";
import { readPage, textOf } from "./read-page";
import type { Work, WorkTools } from "./work";

/** The card of a model, data set or space, with the facts that its page draws by scripts. */
export async function readHuggingFace({ api, card, owner, name }: HuggingFacePage, tools: WorkTools): Promise<Result<Work, ClipFailure>> {
	const page = await tools.fetch(card);
	if (!page.ok) return page;
	const work = await readPage(page.value, card, false, tools);
	if (!work.ok) return work;
	const answer = await tools.fetch(api, "application/json");
	if (tools.signal.aborted) return fail({ kind: "cancelled" });
	const { facts, changed } = answer.ok ? huggingFaceFacts(textOf(answer.value)) : { facts: "", changed: "" };
	const known = work.value.facts;
	return ok({
		facts: { ...known, title: name, url: card, authors: [owner], site: "Hugging Face", kind: "repository", isPrimary: true, published: changed === "" ? known.published : changed },
		markdown: [facts, work.value.markdown].filter((part) => part !== "").join("\n\n"),
	});
}
