import type { Capture } from "../source/kind";
import { countWords } from "../text/words";
import { removeByline } from "./byline";
import { settleCallouts } from "./callouts";
import { findDanger, type Danger } from "./check-note";
import { settleCodeBlocks } from "./code-blocks";
import { completeness, type Missing } from "./completeness";
import { all, isHeading, make, tagOf, textOf } from "./elements";
import { escapeText } from "./escape";
import { dropForeignMarks, flatten } from "./flatten";
import { footnoteBody, takeFootnotes, type Footnote } from "./footnotes";
import { findThread } from "./forum-thread";
import { copyOf, dropLastHeadings, pageHeading, paragraphOf, settleHeadings, subtitleOf, TITLE } from "./headings";
import { settleInlineMarks } from "./inline-marks";
import { removeJunk } from "./junk";
import { settleLinks } from "./links";
import { settleLists } from "./lists";
import { settleMath } from "./math";
import { measure, type Measures } from "./measure";
import { settleMedia } from "./media";
import { readMetadata, type Metadata } from "./metadata";
import { fold } from "./page-title";
import { baseOf } from "./parse-page";
import { removeConsentTools, restoreUnscripted } from "./page-repair";
import { undoReactStreaming } from "./react-streaming";
import { findRegion } from "./region";
import { secondOpinion } from "./second-opinion";
import { settleTables } from "./tables";
import { toMarkdown, type Pause } from "./to-markdown";
import { videoText } from "./video-text";

/** A page as a note's parts. */
export type Clipped = Readonly<{
	/** The body without properties. Level 1 is the page's own title where it shows one; all else begins at 2. */
	markdown: string;
	metadata: Metadata;
	/** `full`, `partial` or `teaser`; the flow knows the other ways. */
	capture: Capture;
	/** What is missing; empty for a full capture. */
	missing: readonly Missing[];
	/** Why the body is plain text; null where it is Markdown. */
	danger: Danger | null;
	/** As docs count: CJK by character, other scripts by word. */
	words: number;
}>;

export type ClipOptions = Readonly<{
	/** Called between pieces of work: wait in it to stay responsive, throw in it to cancel. */
	pause?: Pause;
	/** Asks Readability whether text is missing, on pages where that is in doubt; costs a copy of the page. Default true. */
	asksSecondOpinion?: boolean;
}>;

/** Share of prose below which a region is in doubt. Measured: under it F1 is .85, over it .96. */
const UNSURE = 0.5;

/** Makes a note of a page. The document is taken apart: hand in one that nobody else needs. */
export async function clipPage(document: Document, url: string, options: ClipOptions = {}): Promise<Clipped> {
	const pause = options.pause ?? (() => Promise.resolve());
	const base = baseOf(document, url);
	dropForeignMarks(document.documentElement);
	undoReactStreaming(document);
	restoreUnscripted(document);
	removeConsentTools(document);
	const measures = measure(document.body);
	await pause();
	const found = findRegion(document.body, measures);
	const thread = findThread(document, measures, found, url);
	const made = thread?.container ?? videoText(document, url);
	const region = made === null ? found : { element: made, landmark: document.body };
	const metadata = readMetadata(document, made === null ? region.element : null, url, thread);
	await pause();
	const goodShare = measures.good(found.element) / Math.max(1, measures.inner(found.landmark));
	// Where little of the page reads like text, another extractor is worth its time.
	const asks = made === null && goodShare < UNSURE && options.asksSecondOpinion !== false;
	const second = asks ? await secondOpinion(document) : null;
	await pause();
	const headingsBefore = all(region.element, "h1, h2, h3, h4, h5, h6").map(textOf);
	const pageText = (document.body.textContent ?? "").slice(-200_000);
	const content = contentOf(document, region.element, metadata);
	if (made === null) removeByline(content, metadata);
	const notes = await settle(content, document, base, url, made === null ? measures : measure(content), pause);
	const markdown = await convert(content, notes, pause);
	const safe = checked(markdown);
	const words = countWords(safe.markdown);
	const evidence = { headingsBefore, markdown: safe.markdown, words, secondText: second, pageText };
	return { ...safe, metadata, ...completeness(evidence), words };
}

/** The region with what belongs in front of it: the title and the line under it. */
function contentOf(document: Document, region: Element, metadata: Metadata): Element {
	const heading = pageHeading(document, region, (text) => fold(text) === fold(metadata.title));
	const content = make(document, "div");
	if (heading !== null) {
		const subtitle = subtitleOf(heading);
		const isInside = region.contains(heading);
		if (!isInside && fold(textOf(heading)) === fold(metadata.title)) content.append(titleHeading(document, metadata.title));
		else if (isInside && tagOf(heading) === "h1") heading.setAttribute(TITLE, "");
		if (subtitle !== null && !region.contains(subtitle) && !isInside) content.append(isHeading(subtitle) ? copyOf(subtitle) : paragraphOf(subtitle));
	}
	if (region === document.body) content.append(...Array.from(region.childNodes));
	else content.append(region);
	document.body.append(content);
	return content;
}

function titleHeading(document: Document, title: string): Element {
	const heading = make(document, "h1", title);
	heading.setAttribute(TITLE, "");
	return heading;
}

async function settle(content: Element, document: Document, base: string, url: string, measures: Measures, pause: Pause): Promise<readonly Footnote[]> {
	// Before cleaning: formulas, code, notes and boxes hide in what cleaning takes away.
	settleMath(content, document);
	settleCodeBlocks(content);
	await pause();
	const notes = takeFootnotes(content, document);
	settleCallouts(content);
	await pause();
	removeJunk(content, measures);
	await pause();
	for (const root of [content, ...notes.map((note) => note.content)]) {
		settleMedia(root, base, url);
		settleHeadings(root);
		settleLists(root);
		settleLinks(root, base, url);
		settleTables(root);
		settleInlineMarks(root);
		await pause();
	}
	return notes;
}

async function convert(content: Element, notes: readonly Footnote[], pause: Pause): Promise<string> {
	flatten(content);
	dropLastHeadings(content);
	await pause();
	const body = await toMarkdown(content, pause);
	const definitions: string[] = [];
	for (const note of notes) {
		const noteBody = footnoteBody(note);
		flatten(noteBody);
		const text = await toMarkdown(noteBody, pause);
		const lines = text.split("\n").map((line, index) => (index === 0 || line === "" ? line : `    ${line}`));
		definitions.push(`[^${note.number}]: ${lines.join("\n")}`);
	}
	return [body, definitions.join("\n")].filter((part) => part !== "").join("\n\n");
}

/** The last gate: a body in which anything could act is written as plain text. */
function checked(markdown: string): Readonly<{ markdown: string; danger: Danger | null }> {
	const danger = findDanger(markdown);
	if (danger === null) return { markdown, danger };
	const plain = markdown.split("\n").map((line) => escapeText(line.trim(), true)).join("\n");
	return { markdown: plain, danger };
}

