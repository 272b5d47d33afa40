import type { App } from "../app";
import type { Component } from "../component";
import type { TFile } from "../files";
import type { HoverPopover } from "./hover-popover";
import { MarkdownRenderChild } from "./markdown-render-child";
import {
	addPostProcessor,
	codeBlockPostProcessor,
	removePostProcessor,
	type CodeBlockHandler,
	type MarkdownPostProcessor,
} from "./post-processors";
import { renderMarkdownInto } from "./render-markdown";

// The deprecated `renderMarkdown` has no app argument; the page runs one app.
let onlyApp: App | null = null;

export function useAppForRendering(app: App): void {
	onlyApp = app;
}

export abstract class MarkdownRenderer extends MarkdownRenderChild {
	app: App;
	hoverPopover: HoverPopover | null = null;
	abstract get file(): TFile | null;

	constructor(app: App, containerEl: HTMLElement) {
		super(containerEl);
		this.app = app;
	}

	/** @deprecated in the app too: use `render`. */
	static renderMarkdown(
		markdown: string,
		el: HTMLElement,
		sourcePath: string,
		component: Component,
	): Promise<void> {
		if (onlyApp === null) throw new Error("No app is running");
		return MarkdownRenderer.render(onlyApp, markdown, el, sourcePath, component);
	}

	static render(
		app: App,
		markdown: string,
		el: HTMLElement,
		sourcePath: string,
		component: Component,
	): Promise<void> {
		return renderMarkdownInto(el, { app, text: markdown, sourcePath, component, depth: 0 });
	}
}

export class MarkdownPreviewRenderer {
	static registerPostProcessor(postProcessor: MarkdownPostProcessor, sortOrder?: number): void {
		addPostProcessor(postProcessor, sortOrder);
	}

	static unregisterPostProcessor(postProcessor: MarkdownPostProcessor): void {
		removePostProcessor(postProcessor);
	}

	static createCodeBlockPostProcessor(
		language: string,
		handler: CodeBlockHandler,
	): MarkdownPostProcessor {
		return codeBlockPostProcessor(language, handler);
	}
}
