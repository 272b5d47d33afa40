/** One node as DOM: its box, its label, its content. Content is drawn anew only when it changed. */
import type { App } from "../app";
import { Component } from "../component";
import { frontmatterEnd } from "../markdown/frontmatter-end";
import { renderMarkdownInto } from "../markdown/render-markdown";
import { sectionOf } from "../markdown/subpath";
import { setCanvasColor } from "./canvas-color";
import type { CanvasNode } from "./canvas-data";

// The app renders the whole note and scrolls; the beginning is what a card shows.
const SHOWN_CHARACTERS = 3000;
const PICTURES = new Set(["png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "bmp"]);

export class CanvasNodeEl {
	readonly el: HTMLElement;
	readonly labelEl: HTMLElement;
	readonly #contentEl: HTMLElement;
	readonly #app: App;
	readonly #canvasPath: () => string;
	#life = new Component();
	#drawn: string | null = null;

	constructor(app: App, parent: HTMLElement, node: CanvasNode, canvasPath: () => string) {
		this.#app = app;
		this.#canvasPath = canvasPath;
		this.el = parent.createDiv({
			cls: "canvas-node",
			attr: { "data-id": node.id, "data-node-type": node.type },
		});
		this.el.toggleClass("canvas-node-group", node.type === "group");
		const container = this.el.createDiv({ cls: "canvas-node-container" });
		this.labelEl = this.el.createDiv({
			cls: node.type === "group" ? "canvas-group-label" : "canvas-node-label",
		});
		this.#contentEl = container.createDiv({ cls: "canvas-node-content" });
		if (node.type === "file" || node.type === "text")
			this.#contentEl.addClasses([
				"markdown-embed",
				"markdown-preview-view",
				"markdown-rendered",
			]);
		for (const side of ["top", "right", "bottom", "left"])
			this.el.createDiv({ cls: "canvas-node-connection-point", attr: { "data-side": side } });
		for (const corner of ["nw", "ne", "sw", "se"])
			this.el.createDiv({ cls: "canvas-node-resizer", attr: { "data-resize": corner } });
	}

	place(node: CanvasNode): void {
		const { style } = this.el;
		style.transform = `translate(${node.x}px, ${node.y}px)`;
		style.width = `${node.width}px`;
		style.height = `${node.height}px`;
	}

	async show(node: CanvasNode): Promise<void> {
		this.place(node);
		setCanvasColor(this.el, node.color);
		if (!this.labelEl.isContentEditable) this.labelEl.setText(labelOf(node));
		const content = await this.#contentKey(node);
		if (content === this.#drawn) return;
		this.#drawn = content;
		this.#life.unload();
		this.#life = new Component();
		this.#life.load();
		this.#contentEl.empty();
		this.el.removeClass("is-missing");
		if (node.type === "text") await this.#markdown(node.text ?? "", this.#canvasPath());
		if (node.type === "link") this.#link(node.url ?? "");
		if (node.type === "file") await this.#file(node);
	}

	remove(): void {
		this.#life.unload();
		this.el.remove();
	}

	/** Changes exactly when the content has to be drawn anew. */
	async #contentKey(node: CanvasNode): Promise<string> {
		if (node.type === "text") return `text ${node.text}`;
		if (node.type === "link") return `link ${node.url}`;
		const file = this.#app.vault.getFileByPath(node.file ?? "");
		return `${node.type} ${node.file} ${node.subpath ?? ""} ${file?.stat.mtime ?? "missing"} ${file?.stat.size ?? ""}`;
	}

	async #file(node: CanvasNode): Promise<void> {
		const file = this.#app.vault.getFileByPath(node.file ?? "");
		if (file === null) {
			this.el.addClass("is-missing");
			this.#contentEl.createDiv({
				cls: "canvas-empty-embed-container",
				text: `“${node.file ?? ""}” could not be found.`,
			});
			return;
		}
		if (PICTURES.has(file.extension)) {
			this.#contentEl.createEl("img", {
				attr: {
					src: this.#app.vault.getResourcePath(file),
					draggable: "false",
					alt: file.name,
				},
			});
			return;
		}
		if (file.extension !== "md") {
			this.#contentEl.createDiv({ cls: "canvas-empty-embed-container", text: file.name });
			return;
		}
		const text = await this.#app.vault.cachedRead(file);
		const part =
			sectionOf(text, (node.subpath ?? "").replace(/^#/, "")) ??
			text.slice(frontmatterEnd(text));
		await this.#markdown(beginningOf(part), file.path);
	}

	async #markdown(text: string, sourcePath: string): Promise<void> {
		await renderMarkdownInto(this.#contentEl, {
			app: this.#app,
			text,
			sourcePath,
			component: this.#life,
			depth: 1,
		});
	}

	/** The app frames the page; a test host loads nothing from outside. */
	#link(url: string): void {
		this.#contentEl.createEl("a", {
			cls: "external-link",
			text: url,
			href: url,
			attr: { target: "_blank", rel: "noopener nofollow" },
		});
	}
}

function labelOf(node: CanvasNode): string {
	if (node.type === "group") return node.label ?? "";
	if (node.type === "link") return node.url ?? "";
	if (node.type !== "file") return "";
	const name = (node.file ?? "").split("/").at(-1) ?? "";
	return name.replace(/\.md$/, "") + (node.subpath ?? "").replaceAll("#", " > ");
}

/** Cut between blocks, so that what is shown renders as it would in whole. */
function beginningOf(text: string): string {
	if (text.length <= SHOWN_CHARACTERS) return text;
	const gap = text.lastIndexOf("\n\n", SHOWN_CHARACTERS);
	return text.slice(0, gap > 0 ? gap : SHOWN_CHARACTERS);
}
