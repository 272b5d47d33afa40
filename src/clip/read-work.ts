import { fail, type Result } from "../result";
import { arxivId } from "../source/work-address";
import type { ClipFailure } from "./clip-outcome";
import { huggingFacePage } from "./kind-hugging-face";
import { stepsFor, type Step } from "./kind-steps";
import { readHackerNews, readReddit } from "./kind-thread";
import { doiAnswer, doiQuestion } from "./page-address";
import { readDiscussion } from "./read-discussion";
import { readFile } from "./read-file";
import { isHtml, readPage, textOf } from "./read-page";
import { readHuggingFace } from "./read-hugging-face";
import { readPaper } from "./read-paper";
import { postId, readXPost } from "./read-post";
import { readGitHub } from "./read-repository";
import { readStackExchange } from "./read-stack-exchange";
import { readVideo, videoId } from "./read-video";
import type { Work, WorkTools } from "./work";

/** Fetches a work from the best place that has it. What fails there is looked for in the next. */
export async function readWork(link: string, tools: WorkTools): Promise<Result<Work, ClipFailure>> {
	const url = await resolved(link, tools);
	const paper = arxivId(new URL(url));
	if (paper !== null) return readPaper(paper, tools);
	const post = postId(url);
	if (post !== null) return readXPost(post, url, tools);
	const video = videoId(url);
	if (video !== null) return readVideo(video, tools);
	const card = huggingFacePage(url);
	if (card !== null) return readHuggingFace(card, tools);
	let failure: ClipFailure = { kind: "no-text" };
	for (const step of stepsFor(url)) {
		const work = await readStep(step, url, tools);
		if (work.ok) return work;
		failure = work.error;
		if (tools.signal.aborted) return fail({ kind: "cancelled" });
	}
	return fail(failure);
}

/** What a DOI stands for; every other link is itself. */
async function resolved(link: string, tools: WorkTools): Promise<string> {
	const question = doiQuestion(link);
	if (question === null) return link;
	const answer = await tools.fetch(question, "application/json");
	return (answer.ok ? doiAnswer(textOf(answer.value)) : null) ?? link;
}

async function readStep(step: Step, url: string, tools: WorkTools): Promise<Result<Work, ClipFailure>> {
	const fetched = await tools.fetch(step.url, step.reader === "repository" || step.reader === "stack-exchange" ? "application/json" : undefined);
	if (!fetched.ok) return fetched;
	const page = fetched.value;
	switch (step.reader) {
		case "page":
			return readPage(page, url, step.isPart, tools);
		case "repository":
			return readGitHub(textOf(page), url, tools);
		case "hacker-news":
			return readDiscussion(readHackerNews(textOf(page)), "Hacker News", url, tools);
		case "reddit":
			return readDiscussion(readReddit(textOf(page)), "Reddit", url, tools);
		case "stack-exchange":
			return readStackExchange(textOf(page), step.url, url, tools);
		case "notebook":
		case "text":
			return isHtml(page) ? readPage(page, url, false, tools) : readFile(step.reader, textOf(page), url, tools);
	}
}
