import { fail, ok, type Result } from "../result";
import { guessKind, isPrimaryKind } from "../source/guess-kind";
import { arxivId } from "../source/work-address";
import type { ClipFailure } from "./clip-outcome";
import { clipPage, type Clipped } from "./clip-page";
import type { Missing } from "./completeness";
import { decodePage } from "./decode-page";
import type { FetchedPage, FetchFailure } from "./fetch-page";
import { readNotebook } from "./kind-notebook";
import { readPdf, type PdfDocument } from "./kind-pdf";
import { readPost } from "./kind-post";
import { readRepository } from "./kind-repository";
import { stepsFor, type Step } from "./kind-steps";
import { readTextFile, type TextFile } from "./kind-text";
import { discussionMarkdown, readHackerNews, readReddit, type Discussion } from "./kind-thread";
import type { ClipFacts } from "./note-properties";
import { doiAnswer, doiQuestion, dropRelative, forwardOf, isShortener, saidBase, setBase } from "./page-address";
import { parsePage } from "./parse-page";
import { titleFromUrl } from "./url-title";
import { hasBrokenLetters, wallOf } from "./wall-page";

/** A work as its note holds it. */
export type Work = Readonly<{ facts: ClipFacts; markdown: string }>;

/** What a note of a special kind does not hold. */
export type Lack = Readonly<
	| { kind: "abstract-only" | "one-post" | "no-transcript" | "pdf-figures" | "pdf-scan" | "base-unknown" | "broken-letters" }
	| { kind: "answers" | "pictures" | "pages"; count: number }
>;

export type WorkTools = Readonly<{
	fetch(url: string, accept?: string): Promise<Result<FetchedPage, FetchFailure>>;
	/** Makes an inert document. */
	parse(html: string): Document;
	/** Opens a PDF; throws for what is none. */
	openPdf(bytes: ArrayBuffer): Promise<PdfDocument>;
	pause(): Promise<void>;
	signal: AbortSignal;
	missingWords(missing: readonly Missing[]): string;
	lackWords(lack: Lack): string;
}>;

/** Fetches a work from the best place that has it. What fails there is looked for in the next. */
export async function readWork(link: string, tools: WorkTools): Promise<Result<Work, ClipFailure>> {
	const url = await resolved(link, tools);
	let failure: ClipFailure = { kind: "no-text" };
	for (const step of stepsFor(url)) {
		const work = await readStep(step, url, tools);
		if (work.ok) return work;
		failure = work.error;
		if (tools.signal.aborted) return fail({ kind: "cancelled" });
		// The network is gone: no other place will answer either.
		if (failure.kind === "offline" && step.url !== url && step.reader === "latexml") break;
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
	const fetched = await tools.fetch(step.url, step.reader === "repository" ? "application/json" : undefined);
	if (!fetched.ok) return fetched;
	const page = fetched.value;
	switch (step.reader) {
		case "page":
			return readPage(page, url, step.isPart, tools);
		case "latexml":
			// A paper without an HTML version is answered with another page.
			return /class="[^"]*\bltx_/.test(textOf(page).slice(0, 200_000)) ? readPage(page, url, false, tools) : fail({ kind: "no-text" });
		case "repository":
			return readGitHub(textOf(page), url, tools);
		case "hacker-news":
			return fromDiscussion(readHackerNews(textOf(page)), "Hacker News", url, tools);
		case "reddit":
			return fromDiscussion(readReddit(textOf(page)), "Reddit", url, tools);
		case "post":
			return fromPost(textOf(page), url, tools);
		case "notebook":
		case "text":
			return isHtml(page) ? readPage(page, url, false, tools) : fromFile(step.reader, textOf(page), url, tools);
	}
}

async function readPage(page: FetchedPage, url: string, isPart: boolean, tools: WorkTools, hops = 0): Promise<Result<Work, ClipFailure>> {
	if (isPdf(page)) return fromPdf(page.bytes, url, tools);
	if (!isReadable(page) || isOtherXml(page)) return fail({ kind: "not-a-page", contentType: page.contentType });
	const html = textOf(page);
	if (page.contentType === "text/plain" && !/<(html|body|article|!doctype)[\s>]/i.test(html.slice(0, 5000)))
		return fromFile("text", html, url, tools);
	const parsed = parsePage(html, url, (text) => tools.parse(text));
	if (!parsed.ok) return parsed;
	const { document } = parsed.value;
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
	const clipped = await clipUnlessStopped(document, own, tools);
	if (!clipped.ok) return clipped;
	if (clipped.value.words === 0) return fail({ kind: "no-text" });
	if (hasBrokenLetters(clipped.value.markdown.slice(0, 50_000))) lacks.push({ kind: "broken-letters" });
	if (clipped.value.metadata.kind === "video") lacks.push({ kind: "no-transcript" });
	return ok({ facts: withLacks(factsOf(own, clipped.value, tools), lacks, tools), markdown: clipped.value.markdown });
}

async function readGitHub(json: string, url: string, tools: WorkTools): Promise<Result<Work, ClipFailure>> {
	const repository = readRepository(json);
	if (repository === null) return fail({ kind: "no-text" });
	const readme = await tools.fetch(repository.readme.url, repository.readme.accept);
	const base = `https://github.com/${repository.owner}/${repository.name}/blob/HEAD/`;
	const facts: ClipFacts = {
		...emptyFacts(url),
		title: repository.name,
		url: `https://github.com/${repository.owner}/${repository.name}`,
		authors: [repository.owner],
		published: repository.pushed.slice(0, 10),
		description: repository.description,
		site: "GitHub",
	};
	const intro = [repository.description, repository.facts].filter((line) => line !== "").map((line) => readTextFile(line).markdown);
	if (!readme.ok) return ok({ facts: { ...facts, words: 0 }, markdown: intro.join("\n\n") });
	const parsed = parsePage(`<base href="${base}"><article>${textOf(readme.value)}</article>`, base, (text) => tools.parse(text));
	if (!parsed.ok) return parsed;
	const clipped = await clipUnlessStopped(parsed.value.document, base, tools);
	if (!clipped.ok) return clipped;
	const { markdown, words } = clipped.value;
	return ok({ facts: { ...facts, words }, markdown: [...intro, markdown].join("\n\n") });
}

function fromDiscussion(discussion: Discussion | null, site: string, url: string, tools: WorkTools): Result<Work, ClipFailure> {
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

function fromPost(json: string, url: string, tools: WorkTools): Result<Work, ClipFailure> {
	const post = readPost(json);
	if (post === null) return fail({ kind: "no-text" });
	const { body } = tools.parse(`<!doctype html><html><head></head><body>${post.html}</body></html>`);
	const text = body.querySelector("p")?.textContent ?? "";
	const { markdown, words } = readTextFile(text);
	if (words === 0) return fail({ kind: "no-text" });
	const title = `${post.author}: ${text.replace(/\s+/g, " ").slice(0, 80)}`;
	const facts = { ...emptyFacts(url), title, authors: [post.author], site: "X", words };
	return ok({ facts: withLacks(facts, [{ kind: "one-post" }], tools), markdown });
}

function fromFile(reader: "notebook" | "text", text: string, url: string, tools: WorkTools): Result<Work, ClipFailure> {
	const file: (TextFile & { pictures?: number }) | null = reader === "notebook" ? readNotebook(text) : readTextFile(text);
	if (file === null || file.words === 0) return fail({ kind: "no-text" });
	const facts = { ...emptyFacts(url), ...(file.title === "" ? {} : { title: file.title }), words: file.words };
	const pictures = file.pictures ?? 0;
	const lacks: readonly Lack[] = pictures > 0 ? [{ kind: "pictures", count: pictures }] : [];
	return ok({ facts: withLacks(facts, lacks, tools), markdown: file.markdown });
}

async function fromPdf(bytes: ArrayBuffer, url: string, tools: WorkTools): Promise<Result<Work, ClipFailure>> {
	const opened = await tools.openPdf(bytes).catch(() => null); // thrown for broken or locked files
	if (opened === null) return fail({ kind: "not-a-page", contentType: "application/pdf" });
	const text = await readPdf(opened, () => tools.pause());
	if (tools.signal.aborted) return fail({ kind: "cancelled" });
	const facts: ClipFacts = {
		...emptyFacts(url),
		...(text.title === "" ? {} : { title: text.title }),
		authors: text.author === "" ? [] : text.author.split(/\s*[;,]\s*/).filter((name) => name !== ""),
		kind: "paper",
		isPrimary: true,
		words: text.words,
	};
	const lacks: Lack[] = [text.words < text.pages * 10 ? { kind: "pdf-scan" } : { kind: "pdf-figures" }];
	if (opened.numPages > text.pages) lacks.push({ kind: "pages", count: opened.numPages - text.pages });
	return ok({ facts: withLacks(facts, lacks, tools), markdown: text.markdown });
}

/** Properties of a page; also for pages that were pasted. */
export function factsOf(url: string, clipped: Clipped, tools: Pick<WorkTools, "missingWords">): ClipFacts {
	const { metadata, capture, missing, words } = clipped;
	const paper = arxivId(new URL(url));
	return {
		title: metadata.title === "" ? titleFromUrl(url) : metadata.title,
		url: paper === null ? (metadata.canonicalUrl ?? url) : `https://arxiv.org/abs/${paper}`,
		authors: metadata.authors,
		published: metadata.published ?? "",
		description: metadata.description,
		site: metadata.site,
		publication: metadata.publication,
		language: metadata.language ?? "",
		kind: metadata.kind,
		isPrimary: metadata.isPrimary,
		doi: metadata.doi ?? "",
		arxiv: metadata.arxiv ?? paper ?? "",
		capture,
		captureNote: tools.missingWords(missing),
		words,
	};
}

/** What a link alone says of its work. */
export function emptyFacts(url: string): ClipFacts {
	const kind = guessKind(url);
	return {
		title: titleFromUrl(url),
		url,
		authors: [],
		published: "",
		description: "",
		site: new URL(url).hostname.replace(/^www\./, ""),
		publication: "",
		language: "",
		kind,
		isPrimary: isPrimaryKind(kind),
		doi: "",
		arxiv: "",
		capture: "full",
		captureNote: "",
		words: 0,
	};
}

function withLacks(facts: ClipFacts, lacks: readonly Lack[], tools: WorkTools): ClipFacts {
	if (lacks.length === 0) return facts;
	const said = lacks.map((lack) => tools.lackWords(lack));
	const captureNote = [facts.captureNote, ...said].filter((words) => words !== "").join(" ");
	return { ...facts, capture: facts.capture === "full" ? "partial" : facts.capture, captureNote };
}

/** Cancelling is looked at between pieces of work; the pieces are short. */
async function clipUnlessStopped(document: Document, url: string, tools: WorkTools): Promise<Result<Clipped, ClipFailure>> {
	const stopped = new Error("cancelled");
	try {
		const clipped = await clipPage(document, url, {
			pause: async () => {
				await tools.pause();
				if (tools.signal.aborted) throw stopped;
			},
		});
		return ok(clipped);
	} catch (error) {
		if (error === stopped) return fail({ kind: "cancelled" });
		throw error;
	}
}

function textOf({ bytes, charset }: FetchedPage): string {
	return decodePage(bytes, charset);
}

function isHtml({ contentType }: FetchedPage): boolean {
	return /html/.test(contentType);
}

function isPdf({ bytes, contentType }: FetchedPage): boolean {
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
