import { isolateHistory } from "@codemirror/commands";
import { EditorView } from "@codemirror/view";
import type { MarkdownFileInfo } from "obsidian";
import type { TFile } from "../files";
import { Menu } from "../ui/menu";
import { TextFileView, type ViewStateResult } from "../view";
import type { WorkspaceLeaf } from "../workspace/leaf";
import { CodeMirrorEditor, type Editor } from "./editor";
import { trackEditor, updateEditorOptions } from "./editor-extensions";
import { editorFields, setLivePreview } from "./editor-fields";
import { followEditorLinks } from "./editor-links";
import { editorState } from "./editor-setup";
import { EditorSuggests } from "./editor-suggests";
import { frontmatterEnd } from "./frontmatter-end";
import type { HoverPopover } from "./hover-popover";
import { MarkdownPreviewView, tickLine } from "./markdown-preview-view";
import { mergedText, smallestChange } from "./merge-texts";
import { onProcessorsChanged } from "./post-processors";
import { PropertiesBlock } from "./properties-block";
import { redrawBlocks } from "./redraw-blocks";
import { linesOf } from "./subpath";

export type MarkdownViewModeType = "source" | "preview";

/** Either of the two faces of a Markdown view. */
export interface MarkdownSubView {
	getScroll(): number;
	applyScroll(scroll: number): void;
	get(): string;
	set(data: string, clear: boolean): void;
}

export class MarkdownView extends TextFileView {
	override icon = "lucide-file-text";
	editor: Editor;
	previewMode: MarkdownPreviewView;
	currentMode: MarkdownSubView;
	hoverPopover: HoverPopover | null = null;
	#cm: EditorView;
	#mode: MarkdownViewModeType = "source";
	#isLivePreview = true;
	#sourceEl: HTMLElement;
	#inlineTitle: HTMLElement;
	#properties: PropertiesBlock;
	#source: MarkdownSubView;
	#modeButton: HTMLElement;
	/** The text both sides knew last: what a merge with the disk starts from. */
	#base = "";
	/** Texts that were given to a save, newest first. */
	#handedOut: readonly string[] = [];
	#isFilling = false;
	readonly #suggests = new EditorSuggests(
		this.app,
		() => this.editor,
		() => this.file,
	);

	constructor(leaf: WorkspaceLeaf) {
		super(leaf);
		this.#sourceEl = this.contentEl.createDiv({
			cls: "markdown-source-view cm-s-obsidian mod-cm6 node-insert-event is-readable-line-width is-live-preview show-properties",
		});
		this.#cm = new EditorView({ state: this.#newState(""), parent: this.#sourceEl });
		this.editor = new CodeMirrorEditor(this.#cm);
		const sizer = wrapContent(this.#cm);
		this.#inlineTitle = createDiv({ cls: "inline-title" });
		const propertiesEl = createDiv();
		sizer.prepend(this.#inlineTitle, propertiesEl);
		this.#properties = new PropertiesBlock(propertiesEl, this);
		this.#source = {
			getScroll: () => this.#topLine(),
			applyScroll: (line) => this.#scrollToLine(line, "start"),
			get: () => this.editor.getValue(),
			set: (data, clear) => this.#fill(data, clear),
		};
		this.previewMode = new MarkdownPreviewView(this, this.contentEl);
		this.currentMode = this.#source;
		this.#modeButton = this.addAction(
			"lucide-book-open",
			"",
			(evt) => void this.#toggleMode(evt),
		);
		this.#showMode();
	}

	override onload(): void {
		// Before the base class listens: with unsaved words here, both sides are joined.
		this.registerEvent(this.app.vault.on("modify", (file: TFile) => void this.#joinDisk(file)));
		super.onload();
		this.addChild(this.previewMode);
		this.registerEvent(this.app.workspace.on("host:options", updateEditorOptions));
		this.register(trackEditor(this.#cm));
		this.register(
			onProcessorsChanged(() => this.#cm.dispatch({ effects: redrawBlocks.of(null) })),
		);
		this.register(this.contentEl.onWindowMigrated((win) => this.#cm.setRoot(win.document)));
		this.register(() => this.#suggests.close());
		this.register(() => this.#cm.destroy());
		followEditorLinks(this.#cm, {
			app: this.app,
			owner: this,
			source: "editor",
			sourcePath: () => this.file?.path ?? "",
		});
		this.registerDomEvent(this.#cm.contentDOM, "contextmenu", (evt: MouseEvent) =>
			this.#showEditorMenu(evt),
		);
	}

	getViewType(): string {
		return "markdown";
	}

	getMode(): MarkdownViewModeType {
		return this.#mode;
	}

	override canAcceptExtension(extension: string): boolean {
		return extension === "md";
	}

	getViewData(): string {
		const text = this.editor.getValue();
		this.#handedOut = [text, ...this.#handedOut.filter((known) => known !== text)].slice(0, 8);
		return text;
	}

	setViewData(data: string, clear: boolean): void {
		this.#base = data.replaceAll("\r\n", "\n");
		this.#fill(data, clear);
	}

	clear(): void {
		this.#fill("", true);
		this.previewMode.clear();
	}

	override async save(clear?: boolean): Promise<void> {
		const text = this.getViewData();
		await super.save(clear);
		if (clear !== true) this.#base = text;
	}

	showSearch(replace = false): void {
		void import("@codemirror/search").then(({ openSearchPanel }) => openSearchPanel(this.#cm));
		void replace;
	}

	override getState(): Record<string, unknown> {
		return { ...super.getState(), mode: this.#mode, source: !this.#isLivePreview };
	}

	override async setState(state: unknown, result: ViewStateResult): Promise<void> {
		if (typeof state === "object" && state !== null) {
			if ("source" in state) this.#setLivePreview(state.source !== true);
			if ("mode" in state && (state.mode === "source" || state.mode === "preview"))
				this.#setMode(state.mode);
		}
		await super.setState(state, result);
	}

	override getEphemeralState(): Record<string, unknown> {
		const cursor = { from: this.editor.getCursor("from"), to: this.editor.getCursor("to") };
		return { cursor, scroll: this.currentMode.getScroll(), focus: this.editor.hasFocus() };
	}

	/** Where to go after opening: `line`, `subpath`, `cursor`, `scroll`; `focus` last. */
	override setEphemeralState(state: unknown): void {
		if (typeof state !== "object" || state === null) return;
		const { line, subpath, cursor, scroll, focus } = state as Record<string, unknown>;
		const lines =
			typeof subpath === "string"
				? linesOf(this.getViewData(), subpath.replace(/^#/, ""))
				: null;
		if (isSpan(cursor)) this.editor.setSelection(cursor.from, cursor.to);
		if (typeof scroll === "number") this.currentMode.applyScroll(scroll);
		if (lines !== null) this.#goTo(lines.first);
		else if (typeof line === "number") this.#goTo(line);
		if (focus === true && this.#mode === "source") this.editor.focus();
	}

	override async onLoadFile(file: TFile): Promise<void> {
		await super.onLoadFile(file);
		this.#inlineTitle.setText(file.basename);
	}

	override async onRename(file: TFile): Promise<void> {
		await super.onRename(file);
		this.#inlineTitle.setText(file.basename);
		this.previewMode.rerender(true);
	}

	override onResize(): void {
		this.#cm.requestMeasure();
	}

	override onPaneMenu(menu: Menu, source: string): void {
		menu.addItem((item) =>
			item
				.setSection("pane")
				.setTitle("Reading view")
				.setIcon("lucide-book-open")
				.setChecked(this.#mode === "preview")
				.onClick(() => this.#toggleMode()),
		);
		menu.addItem((item) =>
			item
				.setSection("pane")
				.setTitle("Source mode")
				.setIcon("lucide-code-2")
				.setChecked(!this.#isLivePreview)
				.onClick(() => this.#setLivePreview(!this.#isLivePreview)),
		);
		super.onPaneMenu(menu, source);
	}

	[tickLine](lineInBody: number): boolean {
		const text = this.editor.getValue();
		const skipped = text.slice(0, frontmatterEnd(text)).split("\n").length - 1;
		const line = lineInBody + skipped;
		const box = /^(\s*(?:[-*+]|\d+[.)])\s+\[)(.)\]/.exec(this.editor.getLine(line));
		if (box === null) return false;
		const ch = box[1]?.length ?? 0;
		this.editor.replaceRange(box[2] === " " ? "x" : " ", { line, ch }, { line, ch: ch + 1 });
		return true;
	}

	#newState(text: string) {
		const plain = text.replaceAll("\r\n", "\n");
		return editorState(text, this.#isLivePreview ? frontmatterEnd(plain) : 0, {
			fields: editorFields(
				this as unknown as MarkdownFileInfo,
				() => this.#cm,
				this.#isLivePreview,
			),
			onUpdate: (update) => {
				if (update.docChanged) this.#changed();
				this.#suggests.follow(update);
			},
			onPaste: (evt) => this.app.workspace.trigger("editor-paste", evt, this.editor, this),
			onDrop: (evt) => this.app.workspace.trigger("editor-drop", evt, this.editor, this),
		});
	}

	/** Text from outside. `clear` is another note: its history starts anew, its cursor at the top. */
	#fill(text: string, clear: boolean): void {
		this.#isFilling = true;
		if (clear) this.#cm.setState(this.#newState(text));
		else {
			const changes = smallestChange(this.editor.getValue(), text.replaceAll("\r\n", "\n"));
			if (changes !== null)
				this.#cm.dispatch({
					changes,
					annotations: isolateHistory.of("full"),
					userEvent: "set",
				});
		}
		this.#isFilling = false;
		this.#properties.show(text);
		this.previewMode.set(text, clear);
	}

	#changed(): void {
		const text = this.editor.getValue();
		this.#properties.show(text);
		this.previewMode.set(text, false);
		if (this.#isFilling) return;
		this.data = text;
		this.requestSave();
		this.app.workspace.trigger("editor-change", this.editor, this);
	}

	async #joinDisk(file: TFile): Promise<void> {
		if (file !== this.file) return;
		const mine = this.editor.getValue();
		if (mine === this.#base) return;
		const disk = (await this.app.vault.read(file)).replaceAll("\r\n", "\n");
		if (disk === this.#base || disk === mine || file !== this.file) return;
		// Our own save, told of while the author types on: no news from outside.
		if (this.#handedOut.includes(disk)) {
			this.#base = disk;
			return;
		}
		const joined = mergedText(this.#base, this.editor.getValue(), disk);
		this.#base = disk;
		const changes = smallestChange(this.editor.getValue(), joined);
		if (changes !== null)
			this.#cm.dispatch({
				changes,
				annotations: isolateHistory.of("full"),
				userEvent: "set",
			});
	}

	async #toggleMode(evt?: MouseEvent): Promise<void> {
		void evt;
		const mode = this.#mode === "source" ? "preview" : "source";
		await this.save();
		await this.leaf.setViewState({
			...this.leaf.getViewState(),
			state: { ...this.getState(), mode },
		});
	}

	#setMode(mode: MarkdownViewModeType): void {
		if (mode === this.#mode) return;
		const scroll = this.currentMode.getScroll();
		this.#mode = mode;
		this.currentMode = mode === "preview" ? this.previewMode : this.#source;
		this.#showMode();
		this.previewMode.rerender();
		this.#cm.requestMeasure();
		this.currentMode.applyScroll(scroll);
	}

	#setLivePreview(live: boolean): void {
		this.#isLivePreview = live;
		this.#sourceEl.toggleClass("is-live-preview", live);
		this.#cm.dispatch({ effects: setLivePreview.of(live) });
	}

	#showMode(): void {
		const isReading = this.#mode === "preview";
		this.containerEl.setAttribute("data-mode", this.#mode);
		this.#sourceEl.toggle(!isReading);
		this.previewMode.containerEl.toggle(isReading);
		this.#modeButton.setAttribute(
			"aria-label",
			isReading ? "Current view: reading" : "Current view: editing",
		);
	}

	#goTo(line: number): void {
		if (this.#mode === "preview") {
			this.previewMode.applyScroll(line);
			return;
		}
		this.editor.setCursor({ line, ch: 0 });
		this.#scrollToLine(line, "center");
	}

	#scrollToLine(line: number, y: "start" | "center"): void {
		const pos = this.editor.posToOffset({ line, ch: 0 });
		this.#cm.dispatch({ effects: EditorView.scrollIntoView(pos, { y }) });
	}

	#topLine(): number {
		const { scrollDOM } = this.#cm;
		if (scrollDOM.scrollTop === 0) return 0;
		const block = this.#cm.lineBlockAtHeight(
			scrollDOM.getBoundingClientRect().top - this.#cm.documentTop,
		);
		return this.#cm.state.doc.lineAt(block.from).number - 1;
	}

	#showEditorMenu(evt: MouseEvent): void {
		if (evt.defaultPrevented) return;
		evt.preventDefault();
		const menu = new Menu();
		const act = (title: string, icon: string, run: () => unknown): void => {
			menu.addItem((item) =>
				item
					.setSection("clipboard")
					.setTitle(title)
					.setIcon(icon)
					.onClick(() => void run()),
			);
		};
		act("Cut", "lucide-scissors", async () => {
			await navigator.clipboard.writeText(this.editor.getSelection());
			this.editor.replaceSelection("");
		});
		act("Copy", "lucide-copy", () => navigator.clipboard.writeText(this.editor.getSelection()));
		act("Paste", "lucide-clipboard-check", async () =>
			this.editor.replaceSelection(await navigator.clipboard.readText()),
		);
		this.app.workspace.trigger("editor-menu", menu, this.editor, this);
		menu.showAtMouseEvent(evt);
	}
}

/** The app puts title and properties into the scrolled area, above the text: same nesting here. */
function wrapContent(cm: EditorView): HTMLElement {
	const sizer = cm.scrollDOM.createDiv({ cls: "cm-sizer" });
	const holder = sizer.createDiv({ cls: "cm-contentContainer" });
	holder.append(cm.contentDOM);
	return sizer;
}

function isSpan(value: unknown): value is Record<"from" | "to", { line: number; ch: number }> {
	return typeof value === "object" && value !== null && "from" in value && "to" in value;
}
