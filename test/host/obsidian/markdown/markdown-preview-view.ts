import { Component } from "../component";
import type { TFile } from "../files";
import { handleLinks } from "./link-handlers";
import { MarkdownRenderer } from "./markdown-renderer";
import type { MarkdownView } from "./markdown-view";
import { onProcessorsChanged } from "./post-processors";
import { PropertiesBlock } from "./properties-block";
import { renderSections } from "./render-markdown";

/** Reading view. Scroll positions are source lines, so that both modes show the same place. */
export class MarkdownPreviewView extends MarkdownRenderer {
	#view: MarkdownView;
	#sizer: HTMLElement;
	#text = "";
	#drawn: string | null = null;
	#life = new Component();

	constructor(view: MarkdownView, parent: HTMLElement) {
		const holder = parent.createDiv({ cls: "markdown-reading-view" });
		super(view.app, holder);
		this.#view = view;
		const scroller = holder.createDiv({
			cls: "markdown-preview-view markdown-rendered node-insert-event is-readable-line-width allow-fold-headings show-properties",
			attr: { tabindex: "-1" },
		});
		this.#sizer = scroller.createDiv({
			cls: "markdown-preview-sizer markdown-preview-section",
		});
	}

	override onload(): void {
		handleLinks(this.#sizer, {
			app: this.app,
			owner: this,
			source: "preview",
			sourcePath: () => this.file?.path ?? "",
		});
		this.registerDomEvent(this.#sizer, "click", (evt: MouseEvent) => this.#tick(evt));
		this.register(onProcessorsChanged(() => this.rerender(true)));
	}

	override onunload(): void {
		this.#life.unload();
	}

	get file(): TFile {
		// The declaration promises a file; a view without one shows nothing to ask from.
		return this.#view.file as TFile;
	}

	get(): string {
		return this.#text;
	}

	set(data: string, clear: boolean): void {
		this.#text = data;
		if (clear) this.#drawn = null;
		if (this.#view.getMode() === "preview") this.rerender();
	}

	clear(): void {
		this.#text = "";
		this.#drawn = null;
		this.#life.unload();
		this.#sizer.empty();
	}

	rerender(full = false): void {
		if (this.#view.file === null || this.#view.getMode() !== "preview") return;
		if (!full && this.#drawn === this.#text) return;
		this.#drawn = this.#text;
		const scroll = this.getScroll();
		this.#life.unload();
		this.#life = new Component();
		this.#life.load();
		this.#sizer.empty();
		const header = this.#sizer.createDiv({ cls: "mod-header mod-ui" });
		header.createDiv({ cls: "inline-title", text: this.#view.file.basename });
		const properties = new PropertiesBlock(header.createDiv(), this.#view);
		properties.show(this.#text);
		void renderSections(this.#sizer, {
			app: this.app,
			text: this.#text,
			sourcePath: this.#view.file.path,
			component: this.#life,
			depth: 0,
		});
		this.applyScroll(scroll);
	}

	getScroll(): number {
		const top = this.#scroller.getBoundingClientRect().top;
		for (const block of this.#blocks()) {
			const box = block.getBoundingClientRect();
			if (box.bottom > top) return Number(block.getAttribute("data-line"));
		}
		return 0;
	}

	applyScroll(scroll: number): void {
		const block = this.#blocks()
			.filter((el) => Number(el.getAttribute("data-line")) <= scroll)
			.at(-1);
		if (scroll === 0 || block === undefined) this.#scroller.scrollTop = 0;
		else block.scrollIntoView({ block: "start" });
	}

	get #scroller(): HTMLElement {
		return this.#sizer.parentElement ?? this.#sizer;
	}

	#blocks(): HTMLElement[] {
		return [...this.#sizer.querySelectorAll<HTMLElement>(":scope > [data-line]")];
	}

	/** A click on a task's box changes its character in the note. */
	#tick(evt: MouseEvent): void {
		const box =
			evt.target instanceof Element
				? evt.target.closest("input.task-list-item-checkbox")
				: null;
		const item = box?.closest<HTMLElement>("li[data-line]");
		const section = box?.closest<HTMLElement>(".markdown-preview-section > [data-line]");
		if (item == null || section == null) return;
		// An embedded note has lines of its own.
		if (item.closest(".internal-embed") !== null) return evt.preventDefault();
		const offset = this.#view[tickLine](Number(item.getAttribute("data-line")));
		if (!offset) evt.preventDefault();
	}
}

/** Switches `[ ]` and `[x]` on a line counted without the frontmatter; false where there is no task. */
export const tickLine: unique symbol = Symbol("tickLine");
