import { shownLines } from "./kind-x";
import { parsePage } from "./parse-page";
import type { Pasted } from "./paste-modal";
import { postId, workOfXPage, workOfXText } from "./read-post";
import { videoId, workOfTranscript } from "./read-video";
import type { Work, WorkTools } from "./work";

/** What a person pasted of a site that has its own form: posts of X, a transcript. Null: it is read like every page. */
export function pastedWork(url: string, pasted: Pasted, tools: Pick<WorkTools, "parse" | "lackWords">): Work | null {
	const video = videoId(url);
	if (video !== null) return workOfTranscript(pasted.kind === "text" ? pasted.content : htmlLines(pasted.content, tools), video, tools);
	if (postId(url) === null) return null;
	if (pasted.kind === "text") return workOfXText(pasted.content, url, tools);
	const page = parsePage(pasted.content, url, (html) => tools.parse(html));
	return page.ok ? workOfXPage(page.value.document, url, tools) : null;
}

function htmlLines(html: string, tools: Pick<WorkTools, "parse">): string {
	const page = parsePage(html, "https://www.youtube.com/", (text) => tools.parse(text));
	return page.ok ? shownLines(page.value.document.body) : "";
}
