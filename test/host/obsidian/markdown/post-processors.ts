/** What plugins do to rendered Markdown: post-processors and code block processors. */
import type { MarkdownRenderChild } from "./markdown-render-child";

export interface MarkdownPostProcessorContext {
	docId: string;
	sourcePath: string;
	frontmatter: unknown;
	addChild(child: MarkdownRenderChild): void;
	getSectionInfo(el: HTMLElement): { text: string; lineStart: number; lineEnd: number } | null;
}

export interface MarkdownPostProcessor {
	(el: HTMLElement, ctx: MarkdownPostProcessorContext): Promise<unknown> | void;
	sortOrder?: number;
}

export type CodeBlockHandler = (
	source: string,
	el: HTMLElement,
	ctx: MarkdownPostProcessorContext,
) => Promise<unknown> | void;

const processors: MarkdownPostProcessor[] = [];
const listeners = new Set<() => void>();
/** A post-processor that draws code blocks carries its language, for Live Preview to know. */
const drawsLanguage: unique symbol = Symbol("drawsLanguage");

export function addPostProcessor(processor: MarkdownPostProcessor, sortOrder?: number): void {
	if (sortOrder !== undefined) processor.sortOrder = sortOrder;
	processors.push(processor);
	processors.sort((a, b) => (a.sortOrder ?? 0) - (b.sortOrder ?? 0));
	for (const changed of listeners) changed();
}

export function removePostProcessor(processor: MarkdownPostProcessor): void {
	const at = processors.indexOf(processor);
	if (at !== -1) processors.splice(at, 1);
	for (const changed of listeners) changed();
}

/** @throws when the language is taken ([M]: the app does). */
export function addCodeBlockProcessor(
	language: string,
	handler: CodeBlockHandler,
	sortOrder?: number,
): MarkdownPostProcessor {
	if (isDrawn(language))
		throw new Error(`Code block postprocessor for language ${language} is already registered`);
	const processor = codeBlockPostProcessor(language, handler);
	addPostProcessor(processor, sortOrder);
	return processor;
}

/** Open views draw again when a plugin comes or goes. Returns what ends the listening. */
export function onProcessorsChanged(changed: () => void): () => void {
	listeners.add(changed);
	return () => listeners.delete(changed);
}

/** Runs all on one element. A processor that fails is reported and keeps nobody from the text. */
export async function postProcess(
	el: HTMLElement,
	context: MarkdownPostProcessorContext,
): Promise<void> {
	const pending: (Promise<unknown> | void)[] = [];
	for (const processor of [...processors]) {
		try {
			pending.push(processor(el, context));
		} catch (error) {
			reportError(error);
		}
	}
	for (const result of await Promise.allSettled(pending))
		if (result.status === "rejected") reportError(result.reason);
}

/** Replaces each fenced block of the language by `div.block-language-…` and hands it over. */
export function codeBlockPostProcessor(
	language: string,
	handler: CodeBlockHandler,
): MarkdownPostProcessor {
	const processor = async (
		el: HTMLElement,
		context: MarkdownPostProcessorContext,
	): Promise<void> => {
		const blocks = [...el.querySelectorAll<HTMLElement>("pre > code")].filter((code) =>
			code.classList.contains(`language-${language}`),
		);
		for (const code of blocks) {
			const holder = el.ownerDocument.createElement("div");
			holder.className = `block-language-${language}`;
			code.parentElement?.replaceWith(holder);
			await handler((code.textContent ?? "").replace(/\n$/, ""), holder, context);
		}
	};
	return Object.assign(processor, { [drawsLanguage]: language });
}

/** Whether a plugin draws code blocks of this language. */
export function isDrawn(language: string): boolean {
	return processors.some(
		(processor) => drawsLanguage in processor && processor[drawsLanguage] === language,
	);
}
