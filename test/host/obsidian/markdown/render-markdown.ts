/**
 * One way from Markdown to live DOM for all who show it: reading view, embeds, hover previews,
 * canvas cards and `MarkdownRenderer`. Links get no handlers here: as in the app, only Markdown
 * views listen to clicks (`link-handlers.ts`), a plugin's own view has to do it itself.
 */
import katex from "katex";
import type { App } from "../app";
import type { Component } from "../component";
import { makeCallouts } from "./callouts";
import { fillEmbeds } from "./embeds";
import { frontmatterEnd } from "./frontmatter-end";
import { markdownToSections, type Section } from "./markdown-to-html";
import { postProcess, type MarkdownPostProcessorContext } from "./post-processors";
import { sanitised } from "./sanitise";

/** Where rendered text comes from and who lives as long as it. */
export type RenderJob = Readonly<{
	app: App;
	text: string;
	sourcePath: string;
	component: Component;
	/** How many embeds this text is nested in. */
	depth: number;
}>;

/** Appends the rendered text to `el` and waits for post-processors and embeds. */
export async function renderMarkdownInto(el: HTMLElement, job: RenderJob): Promise<void> {
	const { sections, frontmatter } = split(job);
	// Each block by itself: an unclosed tag in one takes no words of the next along.
	for (const { html } of sections) el.append(prepared(html, job, el.ownerDocument));
	await finish(el, job, contextOf(job, frontmatter, null));
}

/** One wrapper a top-level block, for the reading view: post-processors run on each. */
export async function renderSections(parent: HTMLElement, job: RenderJob): Promise<void> {
	const { sections, frontmatter } = split(job);
	const pending: Promise<void>[] = [];
	for (const section of sections) {
		const el = parent.ownerDocument.createElement("div");
		el.append(prepared(section.html, job, parent.ownerDocument));
		const tag = el.firstElementChild?.tagName.toLowerCase() ?? "p";
		el.className = `el-${tag}`;
		el.setAttribute("data-line", String(section.lineStart));
		parent.append(el);
		pending.push(finish(el, job, contextOf(job, frontmatter, section)));
	}
	await Promise.all(pending);
}

function split({ app, text, sourcePath }: RenderJob): {
	sections: readonly Section[];
	frontmatter: unknown;
} {
	const plain = text.replaceAll("\r\n", "\n").replace(/^\uFEFF/, "");
	const end = frontmatterEnd(plain);
	const skipped = plain.slice(0, end).split("\n").length - 1;
	const sections = markdownToSections(plain.slice(end)).map((section) => ({
		...section,
		lineStart: section.lineStart + skipped,
		lineEnd: section.lineEnd + skipped,
	}));
	const file = app.vault.getFileByPath(sourcePath);
	return {
		sections,
		frontmatter: file === null ? null : app.metadataCache.getFileCache(file)?.frontmatter,
	};
}

function prepared(html: string, { app, sourcePath }: RenderJob, doc: Document): DocumentFragment {
	const fragment = sanitised(html, doc);
	makeCallouts(fragment);
	for (const math of fragment.querySelectorAll<HTMLElement>(".math")) drawMath(math);
	for (const link of fragment.querySelectorAll<HTMLElement>("a.internal-link")) {
		const target = (link.getAttribute("data-href") ?? "").replace(/#.*$/s, "");
		const isKnown =
			target === "" || app.metadataCache.getFirstLinkpathDest(target, sourcePath) !== null;
		link.classList.toggle("is-unresolved", !isKnown);
	}
	for (const box of fragment.querySelectorAll<HTMLInputElement>("input")) {
		// Raw HTML could draw any field; the app knows check boxes only.
		if (box.type !== "checkbox") box.remove();
	}
	return fragment;
}

/** The page links the style sheet of KaTeX. */
function drawMath(el: HTMLElement): void {
	const tex = el.textContent ?? "";
	const displayMode = el.classList.contains("math-block");
	el.textContent = "";
	el.classList.add("is-loaded");
	katex.render(tex, el, {
		displayMode,
		throwOnError: false,
		output: "html",
		trust: false,
		strict: "ignore",
	});
}

async function finish(
	el: HTMLElement,
	job: RenderJob,
	context: MarkdownPostProcessorContext,
): Promise<void> {
	await fillEmbeds(el, job);
	await postProcess(el, context);
}

function contextOf(
	job: RenderJob,
	frontmatter: unknown,
	section: Section | null,
): MarkdownPostProcessorContext {
	return {
		docId: docId(job.sourcePath),
		sourcePath: job.sourcePath,
		frontmatter,
		addChild: (child) => job.component.addChild(child),
		getSectionInfo: () =>
			section === null
				? null
				: { text: job.text, lineStart: section.lineStart, lineEnd: section.lineEnd },
	};
}

/** Any string that is the same for the same note. */
function docId(path: string): string {
	let hash = 0;
	for (const char of path) hash = (hash * 31 + (char.codePointAt(0) ?? 0)) >>> 0;
	return hash.toString(16).padStart(8, "0");
}
