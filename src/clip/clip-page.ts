import type { Capture } from "../source/kind";
import { countWords } from "../text/words";
import { removeLinksAbove } from "./above-title";
import { removeByline } from "./byline";
import { settleCallouts } from "./callouts";
import { findDanger, type Danger } from "./check-note";
import { settleCodeBlocks } from "./code-blocks";
import { completeness, type Missing } from "./completeness";
import { all, follows, isHeading, make, tagOf, textOf } from "./elements";
import { escapeText } from "./escape";
import { dropForeignMarks, flatten } from "./flatten";
import { findLetter } from "./mail-letter";
import { footnoteBody, takeFootnotes, type Footnote } from "./footnotes";
import { settleFolds } from "./folds";
import { saysArticle, saysForum } from "./forum-signs";
import { findThread } from "./forum-thread";
import { copyOf, dropLastHeadings, pageHeading, paragraphOf, settleHeadings, subtitleOf, TITLE } from "./headings";
import { leadImage, tailPictures } from "./lead-image";
import { introOf } from "./intro";
import { settleInlineMarks } from "./inline-marks";
import { removeJunk } from "./junk";
import { removeLeadsAway } from "./leads-away";
import { settleLinks } from "./links";
import { settleLists } from "./lists";
import { settleMath } from "./math";
import { measure, type Measures } from "./measure";
import { settleMedia } from "./media";
import { readMetadata, type Metadata } from "./metadata";
import { fold } from "./page-title";
import { noteNames } from "./page-names";
import { baseOf } from "./parse-page";
import { removeConsentTools, restoreUnscripted } from "./page-repair";
import { loadClipTools, type ClipTools } from "./clip-tools";
import { undoReactStreaming } from "./react-streaming";
import { findRegion, type Region } from "./region";
import { removeRelated } from "./related";
import { removeSaidBelow } from "./said-below";
import { secondOpinion } from "./second-opinion";
import { settleTables } from "./tables";
import { settleTabs } from "./tabs";
import { markdownSteps } from "./to-markdown";
import { saysTitle, titleHeading } from "./title-heading";
import { removeTwins } from "./twins";
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

/** Called between pieces of work; a caller that must not block waits in it, one that stops throws in it. */
export type Pause = () => Promise<void>;

export type ClipOptions = Readonly<{ pause?: Pause }>;

/** Share of prose below which a region is in doubt. Measured: under it F1 is .85, over it .96. */
const UNSURE = 0.5;

/** Makes a note of a page, at its caller's pace. The document is taken apart: hand in one that nobody else needs. */
export async function clipPage(document: Document, url: string, { pause = () => Promise.resolve() }: ClipOptions = {}): Promise<Clipped> {
	const steps = clipSteps(document, url, await loadClipTools());
	for (;;) {
		const step = steps.next();
		if (step.done === true) return step.value;
		await pause();
	}
}

/** The same in one go, for who cannot wait. */
export function clipAtOnce(document: Document, url: string, tools: ClipTools): Clipped {
	const steps = clipSteps(document, url, tools);
	for (;;) {
		const step = steps.next();
		if (step.done === true) return step.value;
	}
}

/** The work itself. Each yield is a place to breathe or to stop; a page left half-way is only thrown away. */
export function* clipSteps(document: Document, url: string, tools: ClipTools): Generator<undefined, Clipped, undefined> {
	const base = baseOf(document, url);
	dropForeignMarks(document.documentElement);
	undoReactStreaming(document);
	restoreUnscripted(document);
	noteNames(document);
	removeConsentTools(document);
	yield;
	settleFolds(document.body);
	yield;
	const isTitle = saysTitle(document);
	let title = titleHeading(document, isTitle);
	let measures = yield* measure(document.body, title);
	yield;
	if (removeTwins(document.body, measures)) {
		// It may have stood in what went.
		title = titleHeading(document, isTitle);
		measures = yield* measures.again(title);
	}
	let found = findRegion(document.body, measures, isTitle);
	yield;
	const thread = (yield* findThread(document, measures, found, url, isTitle)) ?? findLetter(document, measures);
	yield;
	if (thread === null && removeBeside(document, measures, title, url)) {
		measures = yield* measures.again(title);
		found = findRegion(document.body, measures, isTitle);
		yield;
	}
	const made = thread?.container ?? videoText(document, url);
	const region = made === null ? found : { element: made, landmark: document.body };
	const metadata = yield* readMetadata(document, made === null ? region.element : null, url, thread);
	yield;
	const goodShare = measures.good(found.element) / Math.max(1, measures.inner(found.landmark));
	// Where little of the page reads like text, another extractor is worth its time.
	const second = made === null && goodShare < UNSURE ? secondOpinion(document, tools.Readability) : null;
	yield;
	const headingsBefore = all(region.element, "h1, h2, h3, h4, h5, h6").map(textOf);
	yield;
	const pageText = (document.body.textContent ?? "").slice(-200_000);
	const content = contentOf(document, region, metadata, made === null ? measures : null);
	yield;
	if (made === null && title !== null) removeLinksAbove(content, title, measures);
	if (made === null) removeByline(content, metadata);
	yield;
	const notes = yield* settle(content, document, base, url, made === null ? measures : yield* measure(content));
	const markdown = yield* convert(content, notes, tools);
	const safe = checked(markdown);
	yield;
	const words = yield* wordsIn(safe.markdown);
	yield;
	const evidence = { headingsBefore, markdown: safe.markdown, words, secondText: second, pageText };
	return { ...safe, metadata, ...completeness(evidence), words };
}

/** What stands beside the one text that the page is called after. A page of posts is all text. */
function removeBeside(document: Document, measures: Measures, title: Element | null, url: string): boolean {
	if (title === null || saysForum(document, url)) return false;
	const isSaid = removeSaidBelow(document.body, title, measures);
	return removeLeadsAway(document.body, title, measures, url, saysArticle(document)) || isSaid;
}

/** The region with what belongs in front of it: the title and the line under it. */
function contentOf(document: Document, { element: region, landmark }: Region, metadata: Metadata, measures: Measures | null): Element {
	const heading = pageHeading(document, region, (text) => fold(text) === fold(metadata.title));
	const content = make(document, "div");
	const lead = measures !== null ? leadImage(region, landmark, heading) : null;
	const tail = measures !== null ? tailPictures(region, landmark) : [];
	const intro = measures !== null ? introOf(region, landmark, heading, measures) : [];
	const subtitle = heading === null ? null : subtitleOf(heading);
	if (heading !== null) {
		const isInside = region.contains(heading);
		if (!isInside && fold(textOf(heading)) === fold(metadata.title)) content.append(writtenTitle(document, metadata.title));
		else if (isInside && tagOf(heading) === "h1") heading.setAttribute(TITLE, "");
		if (subtitle !== null && !intro.includes(subtitle) && !region.contains(subtitle) && !isInside) content.append(isHeading(subtitle) ? copyOf(subtitle) : paragraphOf(subtitle));
	}
	content.append(...[...(lead === null ? [] : [lead]), ...intro].sort((a, b) => (follows(a, b) ? -1 : 1)));
	const own = region.previousElementSibling;
	if (measures !== null && own !== null && isHeading(own) && own !== heading && own !== subtitle && landmark.contains(own) && region !== landmark) content.append(own);
	if (region === document.body) content.append(...Array.from(region.childNodes));
	else content.append(region);
	content.append(...tail);
	document.body.append(content);
	return content;
}

function writtenTitle(document: Document, title: string): Element {
	const heading = make(document, "h1", title);
	heading.setAttribute(TITLE, "");
	return heading;
}

function* settle(content: Element, document: Document, base: string, url: string, measures: Measures): Generator<undefined, readonly Footnote[], undefined> {
	const whole = Array.from(content.children).reduce((sum, child) => sum + measures.text(child), 0);
	// Before cleaning: formulas, code, notes and boxes hide in what cleaning takes away.
	settleTabs(content);
	yield;
	yield* settleMath(content, document);
	yield;
	yield* settleCodeBlocks(content);
	yield;
	const notes = yield* takeFootnotes(content, document);
	yield;
	yield* settleCallouts(content);
	yield;
	yield* removeJunk(content, measures, whole);
	yield;
	yield* removeRelated(content, measures, url, whole);
	yield;
	for (const root of [content, ...notes.map((note) => note.content)]) {
		yield* settleMedia(root, base, url);
		yield;
		settleHeadings(root);
		yield;
		yield* settleLists(root);
		yield;
		yield* settleLinks(root, base, url);
		yield;
		yield* settleTables(root);
		yield;
		yield* settleInlineMarks(root);
		yield;
	}
	return notes;
}

function* convert(content: Element, notes: readonly Footnote[], tools: ClipTools): Generator<undefined, string, undefined> {
	yield* flatten(content);
	dropLastHeadings(content);
	yield;
	const body = yield* markdownSteps(content, tools.Turndown);
	const definitions: string[] = [];
	for (const note of notes) {
		const noteBody = footnoteBody(note);
		yield* flatten(noteBody);
		const text = yield* markdownSteps(noteBody, tools.Turndown);
		const lines = text.split("\n").map((line, index) => (index === 0 || line === "" ? line : `    ${line}`));
		definitions.push(`[^${note.number}]: ${lines.join("\n")}${isOneAddress(text) ? " <br>" : ""}`);
	}
	return [body, definitions.join("\n")].filter((part) => part !== "").join("\n\n");
}

/** A note of one word that a reader without footnotes would take for the address of a reference: something must follow it. */
function isOneAddress(text: string): boolean {
	return /^\S+$/.test(text) && !/^[\p{L}\p{N}’'-]+[.,;:!?]?$/u.test(text) && !/^\[|^https?:\/\/[\w.-]+\//.test(text);
}

/** Paragraph by paragraph: no word runs over a blank line. */
function* wordsIn(markdown: string): Generator<undefined, number, undefined> {
	let words = 0;
	for (let from = 0; from < markdown.length; ) {
		const end = markdown.indexOf("\n\n", from + 50_000);
		const to = end === -1 ? markdown.length : end;
		words += countWords(markdown.slice(from, to));
		from = to;
		yield;
	}
	return words;
}

/** The last gate: a body in which anything could act is written as plain text. */
function checked(markdown: string): Readonly<{ markdown: string; danger: Danger | null }> {
	const danger = findDanger(markdown);
	if (danger === null) return { markdown, danger };
	const plain = markdown.split("\n").map((line) => escapeText(line.trim(), true)).join("\n");
	return { markdown: plain, danger };
}

