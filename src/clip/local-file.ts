import { fail, ok, type Result } from "../result";
import type { ClipFailure } from "./clip-outcome";
import { decodePage } from "./decode-page";
import { all, attribute } from "./elements";
import { readArchive } from "./mhtml";
import type { ClipFacts } from "./note-properties";
import { dropRelative } from "./page-address";
import { parsePage } from "./parse-page";
import { readFile } from "./read-file";
import { clipUnlessStopped } from "./read-page";
import { postId, workOfXPage } from "./read-post";
import { readPdfFile } from "./read-pdf";
import type { Work, WorkTools } from "./work";
import { factsOf } from "./work-facts";

/** A file on the disk. `vaultPath` null: it stands outside the vault. */
export type LocalFile = Readonly<{ name: string; vaultPath: string | null; bytes: ArrayBuffer }>;

export type FileTools = Omit<WorkTools, "fetch"> & Readonly<{ pageWord(page: number): string }>;

/** Where relative addresses of a file start that names no address: nowhere. */
const NOWHERE = "https://file.invalid/";

const FORMATS = ["pdf", "html", "htm", "xhtml", "mhtml", "mht", "ipynb", "md", "markdown", "txt"] as const;
export type Format = (typeof FORMATS)[number];

/** Endings of files that can become a source; null: this one cannot. */
export function formatOf(name: string): Format | null {
	const ending = /\.([a-z]{2,8})$/i.exec(name)?.[1]?.toLowerCase() ?? "";
	return FORMATS.find((format) => format === ending) ?? null;
}

/** Whether a file is a work of its own, and not a list of links to others. */
export function isDocument(name: string, text: string): boolean {
	const format = formatOf(name);
	if (format === null) return false;
	if (/^(pdf|mhtml|mht|ipynb)$/.test(format)) return true;
	if (/^(md|markdown|txt)$/.test(format)) return !/https?:\/\//i.test(text);
	return !/<!doctype netscape-bookmark/i.test(text) && (savedFrom(text) !== "" || /<article[\s>]|<link[^>]{1,200}rel=["']?canonical|property=["']og:url/i.test(text));
}

/** A file as a note: what it says of itself, and its text. */
export async function readLocalFile(file: LocalFile, tools: FileTools): Promise<Result<Work, ClipFailure>> {
	const work = await workOf(file, tools);
	if (!work.ok) return work;
	const { facts, markdown } = work.value;
	return ok({ facts: { ...facts, ...addressOf(facts.url, file), title: titleOf(facts, file) }, markdown });
}

async function workOf(file: LocalFile, tools: FileTools): Promise<Result<Work, ClipFailure>> {
	const text = () => decodePage(file.bytes, null);
	const format = new TextDecoder("latin1").decode(file.bytes.slice(0, 5)) === "%PDF-" ? "pdf" : formatOf(file.name);
	switch (format) {
		case "pdf": {
			const path = file.vaultPath;
			const pageLink = path === null ? null : (page: number) => `[[${path}#page=${page}|${tools.pageWord(page)}]]`;
			return readPdfFile(file.bytes, NOWHERE, tools, pageLink);
		}
		case "mhtml":
		case "mht": {
			const archive = readArchive(file.bytes);
			return archive === null ? fail({ kind: "not-a-page", contentType: file.name }) : readSaved(archive.html, webAddress(archive.url), tools);
		}
		case "html":
		case "htm":
		case "xhtml":
			return readSaved(text(), savedFrom(text()), tools);
		case "ipynb":
			return readFile("notebook", text(), NOWHERE, tools);
		case "md":
		case "markdown":
		case "txt":
			return readFile("text", text(), NOWHERE, tools);
		case null:
			return fail({ kind: "not-a-page", contentType: file.name });
	}
}

/** A page as a browser saved it. */
async function readSaved(html: string, savedUrl: string, tools: FileTools): Promise<Result<Work, ClipFailure>> {
	const parsed = parsePage(html, savedUrl === "" ? NOWHERE : savedUrl, (each) => tools.parse(each));
	if (!parsed.ok) return parsed;
	const { document } = parsed.value;
	const url = savedUrl === "" ? saidAddress(document) : savedUrl;
	// A browser writes the page's pictures beside it; from the note they cannot be reached.
	for (const picture of all(document, "img[src]")) if (/^(\.\/|[^/:]+_files\/|cid:)/i.test(attribute(picture, "src"))) picture.removeAttribute("src");
	const posts = url !== "" && postId(url) !== null ? workOfXPage(document, url, tools) : null;
	if (posts !== null) return ok(posts);
	if (url === "") dropRelative(document);
	const clipped = await clipUnlessStopped(document, url === "" ? NOWHERE : url, tools);
	if (!clipped.ok) return clipped;
	if (clipped.value.words === 0) return fail({ kind: "no-text" });
	const facts = factsOf(url === "" ? NOWHERE : url, clipped.value, tools);
	return ok({ facts, markdown: clipped.value.markdown });
}

/** Browsers and SingleFile write where a page came from into a comment at its top. */
function savedFrom(html: string): string {
	const head = html.slice(0, 3000);
	return webAddress(/<!--\s*saved from url=\(\d{1,5}\)(https?:\/\/\S+?)\s*-->/i.exec(head)?.[1] ?? /Page saved with SingleFile\s+url:\s*(https?:\/\/\S+)/i.exec(head)?.[1] ?? "");
}

function saidAddress(document: Document): string {
	return webAddress(attribute(all(document, "link[rel~=canonical][href]")[0], "href") || attribute(all(document, 'meta[property="og:url"]')[0], "content"));
}

function webAddress(said: string): string {
	return /^https?:\/\//i.test(said) && URL.canParse(said) ? new URL(said).href : "";
}

/** A page keeps its address on the web; any other file is where it stands in the vault. */
function addressOf(url: string, { vaultPath }: LocalFile): Pick<ClipFacts, "url" | "site"> | Pick<ClipFacts, "url"> {
	if (!url.startsWith(NOWHERE)) return { url };
	return { url: vaultPath === null ? "" : `[[${vaultPath}]]`, site: "" };
}

function titleOf({ title }: ClipFacts, { name }: LocalFile): string {
	const isNone = title === "" || title.startsWith("file.invalid");
	return isNone ? name.replace(/\.[a-z]{2,8}$/i, "").replace(/[_]+/g, " ").trim() || name : title;
}
