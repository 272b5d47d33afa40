import { fail, ok, type Result } from "../result";
import type { ClipFailure } from "./clip-outcome";
import { clipPage, type Clipped } from "./clip-page";
import { decodePage } from "./decode-page";
import { attribute } from "./elements";
import type { FetchedPage } from "./fetch-page";
import { pdfOfLanding, withPdfText } from "./landing-page";
import { longTopic, topicPosts, type LongTopic } from "./long-topic";
import { overBudget } from "./page-budget";
import { dropRelative, forwardOf, isShortener, saidBase, setBase } from "./page-address";
import { parsePage } from "./parse-page";
import { readFile } from "./read-file";
import { readPdfFile } from "./read-pdf";
import { STOPPED, unlessStopped } from "./stopped";
import { threadPage, type PagePost } from "./thread-page";
import { hasBrokenLetters, wallOf } from "./wall-page";
import type { Lack, Work, WorkTools } from "./work";
import { factsOf, withLacks } from "./work-facts";

/** An answer of the web as a note: a page, else the PDF or text it turned out to be. `isPart`: only a part of the work stands there. */
export async function readPage(page: FetchedPage, url: string, isPart: boolean, tools: WorkTools, hops = 0): Promise<Result<Work, ClipFailure>> {
	if (isPdf(page)) return readPdfFile(page.bytes, url, tools);
	if (!isReadable(page) || isOtherXml(page)) return fail({ kind: "not-a-page", contentType: page.contentType });
	const html = textOf(page);
	if (page.contentType === "text/plain" && !/<(html|body|article|!doctype)[\s>]/i.test(html.slice(0, 5000)))
		return readFile("text", html, url, tools);
	const parsed = parsePage(html, url, (text) => tools.parse(text));
	if (!parsed.ok) return parsed;
	let { document } = parsed.value;
	const forward = hops === 0 ? forwardOf(document, url) : null;
	if (forward !== null) {
		const next = await tools.fetch(forward);
		return next.ok ? readPage(next.value, forward, isPart, tools, 1) : next;
	}
	const wall = wallOf(document);
	if (wall !== null) return fail(wall === "scripts" ? { kind: "no-text" } : { kind: "wall", wall });
	const base = saidBase(document, url);
	const lacks: Lack[] = isPart ? [{ kind: "abstract-only" }] : [];
	if (base !== null) setBase(document, base);
	else if (isShortener(url) && dropRelative(document) > 0) lacks.push({ kind: "base-unknown" });
	// Behind a shortener the page's own host is what counts.
	const own = base !== null && isShortener(url) ? base : url;
	const pdf = pdfOfLanding(document, url);
	const topic = longTopic(document, own);
	if (topic !== null) {
		const posts = await postsOf(topic, tools);
		if (posts.length > topic.shown) document = tools.parse(threadPage(titleOf(document), new URL(own).hostname, posts));
		const missing = topic.whole - Math.max(posts.length, topic.shown);
		if (missing > 0) lacks.push({ kind: "answers", count: missing });
	}
	const clipped = await clipUnlessStopped(document, own, tools);
	if (!clipped.ok) return clipped;
	if (clipped.value.words === 0) return fail({ kind: "no-text" });
	if (hasBrokenLetters(clipped.value.markdown.slice(0, 50_000))) lacks.push({ kind: "broken-letters" });
	if (clipped.value.metadata.kind === "video") lacks.push({ kind: "no-transcript" });
	const work = { facts: withLacks(factsOf(own, clipped.value, tools), lacks, tools), markdown: clipped.value.markdown };
	return pdf === null || isPart ? ok(work) : withPdfText(work, pdf, own, tools);
}

/** All posts of a long topic, as far as its site gives them; the posts may be too much for one page. */
async function postsOf(topic: LongTopic, tools: WorkTools): Promise<readonly PagePost[]> {
	const answer = await tools.fetch(topic.address, "application/json");
	const posts = answer.ok ? topicPosts(textOf(answer.value)) : [];
	return overBudget(posts.map(({ html }) => html).join("")) === null ? posts : [];
}

function titleOf(document: Document): string {
	return attribute(document.querySelector('meta[property="og:title"]'), "content") || (document.querySelector("title")?.textContent ?? "").trim();
}

/** Cancelling is looked at between pieces of work; the pieces are short. */
export async function clipUnlessStopped(document: Document, url: string, tools: Pick<WorkTools, "pause" | "signal">): Promise<Result<Clipped, ClipFailure>> {
	try {
		const pause = () => unlessStopped(tools.pause(), tools.signal);
		return ok(await clipPage(document, url, { pause }));
	} catch (error) {
		if (error === STOPPED) return fail({ kind: "cancelled" });
		throw error;
	}
}

export function textOf({ bytes, charset }: FetchedPage): string {
	return decodePage(bytes, charset);
}

export function isHtml({ contentType }: FetchedPage): boolean {
	return /html/.test(contentType);
}

export function isPdf({ bytes, contentType }: FetchedPage): boolean {
	return contentType === "application/pdf" || String.fromCharCode(...new Uint8Array(bytes.slice(0, 5))) === "%PDF-";
}

function isReadable({ contentType }: FetchedPage): boolean {
	return contentType === "" || /^(text\/(html|plain|xml|markdown)|application\/(xhtml\+xml|xml))$/.test(contentType);
}

/** XML that is no page: feeds, data, whatever entities it declares. */
function isOtherXml({ bytes, contentType }: FetchedPage): boolean {
	if (!/^(text|application)\/xml$/.test(contentType)) return false;
	return !/<html[\s>]/i.test(new TextDecoder().decode(bytes.slice(0, 2000)));
}
