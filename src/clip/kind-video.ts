import { escapeText } from "./escape";
import { listPart, parseJson, part, textPart } from "./json-parts";
import { safeMarkdown } from "./kind-text";

/** A line that is spoken: when it begins, in seconds, and what is said. */
export type Spoken = Readonly<{ at: number; text: string }>;

/** A part of a film with a name of its own. */
export type Chapter = Readonly<{ at: number; title: string }>;

/** Where captions are had; `isMade`: by a program. */
export type CaptionTrack = Readonly<{ url: string; language: string; isMade: boolean }>;

export type Video = Readonly<{
	title: string;
	author: string;
	/** ISO 8601; "" unknown. */
	published: string;
	/** Seconds; 0 unknown. */
	length: number;
	description: string;
	tracks: readonly CaptionTrack[];
}>;

/** What a page of YouTube tells its own player. Null: the page has no player, or the film cannot be played. */
export function readPlayer(html: string): Video | null {
	const data = parseJson(objectAfter(html, "ytInitialPlayerResponse"));
	const details = part(data, "videoDetails");
	const title = textPart(details, "title");
	if (title === "") return null;
	const format = part(data, "microformat", "playerMicroformatRenderer");
	return {
		title,
		author: textPart(details, "author") || textPart(format, "ownerChannelName"),
		published: textPart(format, "publishDate") || textPart(format, "uploadDate"),
		length: Number(textPart(details, "lengthSeconds")) || 0,
		description: textPart(details, "shortDescription") || textPart(format, "description", "simpleText"),
		tracks: listPart(data, "captions", "playerCaptionsTracklistRenderer", "captionTracks").flatMap((track): readonly CaptionTrack[] => {
			const url = captionAddress(textPart(track, "baseUrl"));
			return url === null ? [] : [{ url, language: textPart(track, "languageCode"), isMade: textPart(track, "kind") === "asr" }];
		}),
	};
}

/** A page may name any address; captions come from YouTube alone. */
function captionAddress(said: string): string | null {
	if (!URL.canParse(said, "https://www.youtube.com/")) return null;
	const url = new URL(said, "https://www.youtube.com/");
	if (url.protocol !== "https:" || !/^(www\.)?youtube\.com$/.test(url.hostname) || url.pathname !== "/api/timedtext") return null;
	url.searchParams.set("fmt", "json3");
	return url.href;
}

/** The object that a script assigns to a name: up to its own closing brace. "" where there is none. */
function objectAfter(html: string, name: string): string {
	for (let from = html.indexOf(name); from !== -1; from = html.indexOf(name, from + name.length)) {
		const start = /^["'\]]{0,2}\s{0,5}=\s{0,5}(?=\{)/.exec(html.slice(from + name.length, from + name.length + 20));
		if (start === null) continue;
		const at = from + name.length + start[0].length;
		return html.slice(at, endOfObject(html, at));
	}
	return "";
}

function endOfObject(text: string, start: number): number {
	let depth = 0;
	let isInText = false;
	for (let at = start; at < text.length; at++) {
		const letter = text.charAt(at);
		if (isInText) {
			if (letter === "\\") at++;
			else if (letter === '"') isInText = false;
		} else if (letter === '"') isInText = true;
		else if (letter === "{") depth++;
		else if (letter === "}" && --depth === 0) return at + 1;
	}
	return start;
}

/** The track a reader wants: written by a person before made by a program, the film's own language before others. */
export function bestTrack(tracks: readonly CaptionTrack[]): CaptionTrack | null {
	// The language that a program heard is the one that is spoken.
	const spoken = tracks.find(({ isMade }) => isMade)?.language ?? "";
	const written = tracks.filter(({ isMade }) => !isMade);
	return written.find(({ language }) => language === spoken) ?? written[0] ?? tracks[0] ?? null;
}

/** Captions as YouTube sends them (json3). */
export function readCaptions(json: string): readonly Spoken[] {
	return listPart(parseJson(json), "events").flatMap((event): readonly Spoken[] => {
		const at = part(event, "tStartMs");
		const text = listPart(event, "segs").map((segment) => textPart(segment, "utf8")).join("").replace(/\s+/g, " ").trim();
		return text === "" || typeof at !== "number" ? [] : [{ at: Math.floor(at / 1000), text }];
	});
}

const STAMP = String.raw`((?:\d{1,2}:)?\d{1,2}:\d{2})`;
const STAMP_FIRST = new RegExp(String.raw`^\W{0,4}${STAMP}[\])]? ?[-–—:|.]? (.{1,200})$`);
const STAMP_LAST = new RegExp(String.raw`^(.{1,200}?) ?[-–—:|(\[]? ?${STAMP}[\])]?$`);

/** "1:02:03" in seconds. */
function seconds(stamp: string): number {
	return stamp.split(":").reduce((sum, each) => sum * 60 + Number(each), 0);
}

/** A transcript as people copy it: a time, then what is said, on one line or on two. Empty: it is none. */
export function spokenInText(text: string): readonly Spoken[] {
	const spoken: Spoken[] = [];
	const lines = text.replace(/\r\n?/g, "\n").split("\n").map((line) => line.replace(/\s+/g, " ").trim()).filter((line) => line !== "");
	let stamped = 0;
	for (const line of lines) {
		const found = /^[[(]?((?:\d{1,2}:)?\d{1,2}:\d{2})(?:[.,]\d{1,3})?[\])]?(?: ?-->.{0,40}$)? ?[-–—:]? ?(.*)$/.exec(line);
		if (found?.[1] !== undefined) {
			stamped++;
			spoken.push({ at: seconds(found[1]), text: found[2] ?? "" });
			continue;
		}
		// "14 seconds" is read out by screen readers; a lone number counts subtitles.
		const last = spoken[spoken.length - 1];
		if (last === undefined || /^(\d{1,5}|(\d+ (hours?|minutes?|seconds?),? ?)+)$/i.test(line)) continue;
		spoken[spoken.length - 1] = { ...last, text: `${last.text} ${line}`.trim() };
	}
	const isTranscript = stamped >= 3 && stamped >= lines.length / 8;
	return isTranscript ? spoken.filter(({ text: said }) => said !== "") : [];
}

/** Chapters as a description lists them: three at least, the first at the start. */
export function chaptersIn(description: string): readonly Chapter[] {
	const chapters = description.split("\n").flatMap((said): readonly Chapter[] => {
		// Anybody may write a description: blanks are made one, or the patterns would try each way to share them out.
		const line = said.replace(/\s+/g, " ").trim();
		const before = STAMP_FIRST.exec(line);
		if (before?.[1] !== undefined) return [{ at: seconds(before[1]), title: before[2] ?? "" }];
		const after = STAMP_LAST.exec(line);
		return after?.[2] === undefined ? [] : [{ at: seconds(after[2]), title: after[1] ?? "" }];
	});
	const isInOrder = chapters.every(({ at }, index) => index === 0 || at > (chapters[index - 1]?.at ?? 0));
	return chapters.length >= 3 && chapters[0]?.at === 0 && isInOrder ? chapters : [];
}

/** A paragraph of a transcript is at most so long. Seconds. */
const PARAGRAPH = 60;

/** What is said, in paragraphs that begin with the time they are at, under the chapters. @param address of the film. */
export function transcriptMarkdown(spoken: readonly Spoken[], chapters: readonly Chapter[], address: string): string {
	const parts: string[] = [];
	let open: { at: number; text: string } | null = null;
	let chapter = 0;
	const end = () => {
		if (open !== null) parts.push(`${timeLink(open.at, address)} ${safeMarkdown(escapeText(open.text, false))}`);
		open = null;
	};
	for (const { at, text } of spoken) {
		for (let next = chapters[chapter]; next !== undefined && next.at <= at; next = chapters[++chapter]) {
			end();
			parts.push(`### ${safeMarkdown(escapeText(next.title.trim(), false))}`);
		}
		const now: { at: number; text: string } | null = open;
		const isLong = now !== null && (at - now.at > PARAGRAPH || (at - now.at > PARAGRAPH / 2 && /[.!?。！？]$/.test(now.text)));
		if (isLong) end();
		open = open === null ? { at, text } : joinedSpoken(open, text);
	}
	end();
	return parts.join("\n\n");
}

function joinedSpoken(open: Readonly<{ at: number; text: string }>, text: string): { at: number; text: string } {
	const isWide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}，。]$/u.test(open.text) && /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text);
	return { at: open.at, text: `${open.text}${isWide ? "" : " "}${text}` };
}

export function chaptersMarkdown(chapters: readonly Chapter[], address: string): string {
	return chapters.map(({ at, title }) => `- ${timeLink(at, address)} ${safeMarkdown(escapeText(title.trim(), false))}`).join("\n");
}

function timeLink(at: number, address: string): string {
	return `[${clock(at)}](${address}&t=${at}s)`;
}

/** "1:02:03", "4:05". */
export function clock(total: number): string {
	const two = (value: number) => String(value).padStart(2, "0");
	const hours = Math.floor(total / 3600);
	const minutes = Math.floor(total / 60) % 60;
	return hours > 0 ? `${hours}:${two(minutes)}:${two(total % 60)}` : `${minutes}:${two(total % 60)}`;
}
