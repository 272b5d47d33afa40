/** Fills `![[…]]` and local images: pictures, sound, film, and notes with an optional heading or block. */
import { TFile } from "../files";
import { setIcon } from "../icons";
import type { RenderJob } from "./render-markdown";
import { renderMarkdownInto } from "./render-markdown";
import { sectionOf } from "./subpath";

const KINDS: readonly (readonly [tag: "img" | "audio" | "video", extensions: readonly string[]])[] =
	[
		["img", ["png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "bmp"]],
		["audio", ["mp3", "wav", "m4a", "ogg", "flac", "3gp"]],
		["video", ["mp4", "webm", "ogv", "mov", "mkv"]],
	];
// The app stops too; a note that embeds itself would never end.
const DEEPEST = 5;

export async function fillEmbeds(root: HTMLElement, job: RenderJob): Promise<void> {
	const holders = [...root.querySelectorAll<HTMLElement>("span.internal-embed:not(.is-loaded)")];
	await Promise.all(holders.map((holder) => fill(holder, job)));
}

async function fill(holder: HTMLElement, job: RenderJob): Promise<void> {
	const target = holder.getAttribute("data-src") ?? "";
	holder.setAttribute("src", target);
	holder.classList.add("is-loaded");
	const [path = "", ...subpath] = target.split("#");
	const file = job.app.metadataCache.getFirstLinkpathDest(path, job.sourcePath);
	const tag = KINDS.find(([, extensions]) => extensions.includes(file?.extension ?? ""))?.[0];
	if (file !== null && tag !== undefined)
		showMedia(holder, tag, job.app.vault.getResourcePath(file));
	else if (file?.extension === "md" && job.depth < DEEPEST)
		await showNote(holder, job, file, subpath.join("#"));
	else if (file !== null) showLink(holder, file.name, target);
	else {
		holder.classList.add("mod-empty", "file-embed");
		holder.textContent = `“${target}” is not created yet.`;
	}
}

function showMedia(holder: HTMLElement, tag: "img" | "audio" | "video", address: string): void {
	holder.classList.add("media-embed", tag === "img" ? "image-embed" : `${tag}-embed`);
	const el = holder.ownerDocument.createElement(tag);
	el.setAttribute("src", address);
	if (tag !== "img") el.setAttribute("controls", "");
	for (const name of ["alt", "width", "height"]) {
		const value = holder.getAttribute(name);
		if (value !== null && value !== "") el.setAttribute(name, value);
	}
	holder.replaceChildren(el);
}

async function showNote(
	holder: HTMLElement,
	job: RenderJob,
	file: TFile,
	subpath: string,
): Promise<void> {
	holder.classList.add("markdown-embed", "inline-embed");
	holder.replaceChildren();
	const doc = holder.ownerDocument;
	const title = holder.appendChild(doc.createElement("div"));
	title.className = "markdown-embed-title";
	title.textContent = subpath === "" ? file.basename : "";
	const content = holder.appendChild(doc.createElement("div"));
	content.className = "markdown-embed-content";
	const preview = content.appendChild(doc.createElement("div"));
	preview.className = "markdown-preview-view markdown-rendered";
	const link = holder.appendChild(doc.createElement("div"));
	link.className = "markdown-embed-link";
	link.setAttribute("aria-label", "Open link");
	link.setAttribute("data-href", holder.getAttribute("src") ?? file.path);
	setIcon(link, "lucide-maximize-2");
	const text = sectionOf(await job.app.vault.cachedRead(file), subpath);
	await renderMarkdownInto(preview, {
		...job,
		text: text ?? "",
		sourcePath: file.path,
		depth: job.depth + 1,
	});
}

function showLink(holder: HTMLElement, name: string, target: string): void {
	holder.classList.add("file-embed", "mod-generic");
	const link = holder.ownerDocument.createElement("a");
	link.className = "internal-link";
	link.setAttribute("data-href", target);
	link.setAttribute("href", target);
	link.textContent = name;
	holder.replaceChildren(link);
}
