import type { App } from "./app";
import { Component } from "./component";
import { debounce } from "./debounce";
import { TFile } from "./files";
import { setIcon } from "./icons";
import type { Scope } from "./keymap";
import { host, refuseNames } from "./private-names";
import { Menu } from "./ui/menu";
import type { WorkspaceLeaf } from "./workspace/leaf";

export type ViewStateResult = { history: boolean };
/** How long a text view waits after a change before it saves ([R] d.ts: requestSave). */
const SAVE_AFTER_MS = 2000;

export const openView: unique symbol = Symbol("openView");
export const closeView: unique symbol = Symbol("closeView");
/** Redraws title, icon and arrows in a view's own header. */
export const refreshHeader: unique symbol = Symbol("refreshHeader");
/** Takes a file into the view, or the file away (null). */
export const loadFile: unique symbol = Symbol("loadFile");

export abstract class View extends Component {
	app: App;
	icon = "lucide-file";
	navigation = false;
	leaf: WorkspaceLeaf;
	containerEl: HTMLElement;
	scope: Scope | null = null;

	constructor(leaf: WorkspaceLeaf) {
		super();
		this.leaf = leaf;
		this.app = leaf[host].app;
		this.containerEl = createDiv({ cls: "workspace-leaf-content" });
	}

	protected onOpen(): Promise<void> {
		return Promise.resolve();
	}

	protected onClose(): Promise<void> {
		return Promise.resolve();
	}

	abstract getViewType(): string;
	abstract getDisplayText(): string;

	getState(): Record<string, unknown> {
		return {};
	}

	setState(_state: unknown, _result: ViewStateResult): Promise<void> {
		return Promise.resolve();
	}

	getEphemeralState(): Record<string, unknown> {
		return {};
	}

	setEphemeralState(state: unknown): void {
		if (typeof state === "object" && state !== null && "focus" in state && state.focus === true)
			this.containerEl.focus();
	}

	getIcon(): string {
		return this.icon;
	}

	onResize(): void {
		// For subclasses.
	}

	onPaneMenu(_menu: Menu, _source: string): void {
		// For subclasses.
	}

	/** Only the leaf opens and closes a view. */
	[openView](): Promise<void> {
		this.containerEl.setAttribute("data-type", this.getViewType());
		this.load();
		return this.onOpen();
	}

	async [closeView](): Promise<void> {
		try {
			await this.onClose();
		} catch (error) {
			reportError(error);
		}
		this.unload();
		this.containerEl.remove();
	}
}

export abstract class ItemView extends View {
	contentEl: HTMLElement;
	#titleEl: HTMLElement;
	#parentsEl: HTMLElement;
	#actionsEl: HTMLElement;
	#back: HTMLElement;
	#forward: HTMLElement;

	constructor(leaf: WorkspaceLeaf) {
		super(leaf);
		const header = this.containerEl.createDiv({ cls: "view-header" });
		const left = header.createDiv({ cls: "view-header-left" });
		const arrows = left.createDiv({ cls: "view-header-nav-buttons" });
		this.#back = headerButton(arrows, "lucide-arrow-left", "Navigate back", () =>
			leaf[host].history.back(),
		);
		this.#forward = headerButton(arrows, "lucide-arrow-right", "Navigate forward", () =>
			leaf[host].history.forward(),
		);
		const titles = header.createDiv({ cls: "view-header-title-container mod-at-start" });
		this.#parentsEl = titles.createDiv({ cls: "view-header-title-parent" });
		this.#titleEl = titles.createDiv({ cls: "view-header-title" });
		this.#actionsEl = header.createDiv({ cls: "view-actions" });
		headerButton(this.#actionsEl, "lucide-more-vertical", "More options", (event) => {
			const menu = new Menu();
			this.onPaneMenu(menu, "more-options");
			menu.showAtMouseEvent(event);
		});
		this.contentEl = this.containerEl.createDiv({ cls: "view-content" });
	}

	/** New actions stand before the older ones ([M]). */
	addAction(icon: string, title: string, callback: (evt: MouseEvent) => unknown): HTMLElement {
		const button = headerButton(this.#actionsEl, icon, title, callback);
		this.#actionsEl.prepend(button);
		return button;
	}

	override onPaneMenu(menu: Menu, source: string): void {
		super.onPaneMenu(menu, source);
		const { leaf } = this;
		menu.addItem((item) =>
			item
				.setSection("pane")
				.setTitle(leaf[host].pinned ? "Unpin" : "Pin")
				.setIcon("lucide-pin")
				.onClick(() => leaf.togglePinned()),
		);
		menu.addItem((item) =>
			item
				.setSection("close")
				.setTitle("Close")
				.setIcon("lucide-x")
				.onClick(() => leaf.detach()),
		);
	}

	[refreshHeader](): void {
		this.#titleEl.setText(this.getDisplayText());
		this.#back.toggleAttribute("aria-disabled", !this.leaf[host].history.canGoBack);
		this.#forward.toggleAttribute("aria-disabled", !this.leaf[host].history.canGoForward);
		this.#parentsEl.empty();
		if (!(this instanceof FileView) || this.file?.parent == null || this.file.parent.isRoot())
			return;
		for (const part of this.file.parent.path.split("/")) {
			this.#parentsEl.createSpan({ cls: "view-header-breadcrumb", text: part });
			this.#parentsEl.createSpan({ cls: "view-header-breadcrumb-separator", text: "/" });
		}
	}
}

export abstract class FileView extends ItemView {
	allowNoFile = false;
	file: TFile | null = null;
	override navigation = true;

	override getDisplayText(): string {
		return this.file?.basename ?? "No file";
	}

	override onload(): void {
		this.registerEvent(
			this.app.vault.on("rename", (file: TFile) => {
				if (file === this.file)
					void this.onRename(file).then(() => this.leaf[host].refreshTitle());
			}),
		);
		this.registerEvent(
			this.app.vault.on("delete", (file: TFile) => {
				if (file === this.file && !this.allowNoFile) this.leaf[host].fileGone();
			}),
		);
	}

	override getState(): Record<string, unknown> {
		return this.file === null ? {} : { file: this.file.path };
	}

	override async setState(state: unknown, result: ViewStateResult): Promise<void> {
		if (typeof state !== "object" || state === null || !("file" in state)) return;
		const file =
			typeof state.file === "string" ? this.app.vault.getFileByPath(state.file) : null;
		if (file === this.file) return;
		await this[loadFile](file);
		result.history = true;
	}

	onLoadFile(_file: TFile): Promise<void> {
		return Promise.resolve();
	}

	onUnloadFile(_file: TFile): Promise<void> {
		return Promise.resolve();
	}

	onRename(_file: TFile): Promise<void> {
		return Promise.resolve();
	}

	canAcceptExtension(_extension: string): boolean {
		return false;
	}

	override onPaneMenu(menu: Menu, source: string): void {
		super.onPaneMenu(menu, source);
		if (this.file !== null)
			this.app.workspace.trigger("file-menu", menu, this.file, source, this.leaf);
	}

	async [loadFile](file: TFile | null): Promise<void> {
		const before = this.file;
		if (before !== null) await this.onUnloadFile(before);
		this.file = file;
		if (file !== null) await this.onLoadFile(file);
		this.leaf[host].refreshTitle();
	}

	override async [closeView](): Promise<void> {
		const before = this.file;
		if (before !== null) await this.onUnloadFile(before);
		await super[closeView]();
		this.file = null;
	}
}

export abstract class EditableFileView extends FileView {}

export abstract class TextFileView extends EditableFileView {
	data = "";
	requestSave: () => void;
	#dirty = false;
	/** What the file said when we last read or wrote it. */
	#saved = "";
	#saving: Promise<void> = Promise.resolve();

	constructor(leaf: WorkspaceLeaf) {
		super(leaf);
		const later = debounce(() => void this.save(), SAVE_AFTER_MS, true);
		this.requestSave = () => {
			this.#dirty = true;
			later();
		};
	}

	abstract getViewData(): string;
	abstract setViewData(data: string, clear: boolean): void;
	abstract clear(): void;

	override onload(): void {
		super.onload();
		this.registerEvent(
			this.app.vault.on("modify", (file: TFile) => {
				if (file === this.file) void this.#takeFromDisk(file);
			}),
		);
	}

	override async onLoadFile(file: TFile): Promise<void> {
		await super.onLoadFile(file);
		const text = await this.app.vault.read(file);
		this.data = text;
		this.#saved = text;
		this.#dirty = false;
		this.setViewData(text, true);
	}

	override async onUnloadFile(file: TFile): Promise<void> {
		await this.save(true);
		await super.onUnloadFile(file);
	}

	save(clear = false): Promise<void> {
		this.#saving = this.#saving.then(() => this.#saveNow(clear));
		return this.#saving;
	}

	async #saveNow(clear: boolean): Promise<void> {
		const { file } = this;
		if (file === null) return;
		if (this.#dirty && this.app.vault.getFileByPath(file.path) === file) {
			this.#dirty = false;
			const text = this.getViewData();
			this.data = text;
			if (text !== this.#saved) {
				this.#saved = text;
				await this.app.vault.modify(file, text);
			}
		}
		if (clear) {
			this.data = "";
			this.#saved = "";
			this.clear();
		}
	}

	/** The disk wins over a view without own changes; with some, the view's save wins later ([M]). */
	async #takeFromDisk(file: TFile): Promise<void> {
		// A save under way is news of our own: what the disk says before it ended is older than the view.
		const saving = this.#saving;
		await saving;
		const text = await this.app.vault.read(file);
		if (saving !== this.#saving) return this.#takeFromDisk(file);
		if (file !== this.file || text === this.#saved) return;
		if (this.#dirty && this.getViewData() !== this.#saved) return;
		this.#saved = text;
		this.data = text;
		this.setViewData(text, false);
	}
}

function headerButton(
	parent: HTMLElement,
	icon: string,
	label: string,
	onClick: (event: MouseEvent) => unknown,
): HTMLElement {
	const button = parent.createEl("button", { cls: "clickable-icon view-action" });
	button.setAttribute("aria-label", label);
	setIcon(button, icon);
	button.addEventListener("click", (event) => onClick(event));
	return button;
}

refuseNames(View.prototype, "view", [
	"headerEl",
	"titleEl",
	"actionsEl",
	"iconEl",
	"moreOptionsButtonEl",
	"playground",
]);
