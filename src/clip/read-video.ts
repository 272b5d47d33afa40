import { fail, ok, type Result } from "../result";
import { workAddress } from "../source/work-address";
import { countWords } from "../text/words";
import type { ClipFailure } from "./clip-outcome";
import { escapeText } from "./escape";
import { parseJson, textPart } from "./json-parts";
import { safeMarkdown } from "./kind-text";
import { bestTrack, chaptersIn, chaptersMarkdown, clock, readCaptions, readPlayer, spokenInText, transcriptMarkdown, type Chapter, type Spoken, type Video } from "./kind-video";
import { line } from "./page-meta";
import { textOf } from "./read-page";
import type { Work, WorkTools } from "./work";
import { emptyFacts, withLacks } from "./work-facts";

/** The id of a film on YouTube; null for every other link. */
export function videoId(link: string): string | null {
	const url = new URL(link);
	url.hostname = url.hostname.replace(/^(www|m)\./, "");
	return /^https:\/\/youtube\.com\/watch\?v=([\w-]{11})$/.exec(workAddress(url) ?? "")?.[1] ?? null;
}

/** A film on YouTube: what its page says, its chapters, and what is said in it where captions can be had. */
export async function readVideo(id: string, tools: WorkTools): Promise<Result<Work, ClipFailure>> {
	const address = addressOf(id);
	const page = await tools.fetch(address);
	if (!page.ok && (page.error.kind === "offline" || page.error.kind === "cancelled")) return page;
	const video = page.ok ? readPlayer(textOf(page.value)) : null;
	if (video === null) return fromEmbed(id, tools);
	const track = bestTrack(video.tracks);
	const captions = track === null ? null : await tools.fetch(track.url, "application/json");
	if (tools.signal.aborted) return fail({ kind: "cancelled" });
	const spoken = captions?.ok === true ? readCaptions(textOf(captions.value)) : [];
	return ok(workOfVideo(video, id, spoken, track?.language ?? "", tools));
}

function addressOf(id: string): string {
	return `https://www.youtube.com/watch?v=${id}`;
}

/** Title and author only: consent pages and walls stand before the player in some countries. */
async function fromEmbed(id: string, tools: WorkTools): Promise<Result<Work, ClipFailure>> {
	const answer = await tools.fetch(`https://www.youtube.com/oembed?format=json&url=${encodeURIComponent(addressOf(id))}`, "application/json");
	if (!answer.ok) return answer;
	const data = parseJson(textOf(answer.value));
	const title = textPart(data, "title");
	if (title === "") return fail({ kind: "no-text" });
	const video: Video = { title, author: textPart(data, "author_name"), published: "", length: 0, description: "", tracks: [] };
	return ok(workOfVideo(video, id, [], "", tools));
}

/** A transcript that the person pasted. Null: the text is none. */
export function workOfTranscript(text: string, id: string, tools: Pick<WorkTools, "lackWords">): Work | null {
	const spoken = spokenInText(text);
	if (spoken.length === 0) return null;
	const facts = { ...emptyFacts(addressOf(id)), kind: "video", site: "YouTube" } as const;
	const markdown = `![](${addressOf(id)})\n\n## Transcript\n\n${transcriptMarkdown(spoken, [], addressOf(id))}`;
	return { facts: { ...withLacks(facts, [], tools), words: countWords(markdown) }, markdown };
}

function workOfVideo(video: Video, id: string, spoken: readonly Spoken[], language: string, tools: Pick<WorkTools, "lackWords">): Work {
	const address = addressOf(id);
	const chapters = chaptersIn(video.description);
	const about = [video.author, video.length === 0 ? "" : clock(video.length)].filter((fact) => fact !== "");
	const parts = [
		`![](${address})`,
		about.map((fact) => escapeText(line(fact, 200), false)).join(" · "),
		descriptionMarkdown(video.description, chapters),
		chapters.length > 0 && spoken.length === 0 ? `## Chapters\n\n${chaptersMarkdown(chapters, address)}` : "",
		spoken.length > 0 ? `## Transcript\n\n${transcriptMarkdown(spoken, chapters, address)}` : "",
	];
	const markdown = parts.filter((each) => each !== "").join("\n\n");
	const facts = {
		...emptyFacts(address),
		title: line(video.title, 300),
		authors: video.author === "" ? [] : [line(video.author, 120)],
		published: video.published,
		description: line(video.description, 500),
		site: "YouTube",
		kind: "video",
		language: /^[a-z]{2,3}(-[A-Za-z\d]{2,8})?$/.test(language) ? language : "",
		words: countWords(markdown),
	} as const;
	return { facts: withLacks(facts, spoken.length > 0 ? [] : [{ kind: "no-transcript" }], tools), markdown };
}

/** The author's own lines; where they list chapters, those stand further down. */
function descriptionMarkdown(description: string, chapters: readonly Chapter[]): string {
	const isChapter = (text: string) => /\d:\d\d/.test(text) && chapters.some(({ title }) => text.replace(/\s+/g, " ").includes(title));
	const lines = description.split("\n").filter((text) => !isChapter(text));
	const paragraphs = lines.join("\n").trim().split(/\n\s*\n/);
	return safeMarkdown(paragraphs.map((paragraph) => paragraph.split("\n").map((text) => escapeText(text.trim(), true)).join("  \n")).join("\n\n"));
}
