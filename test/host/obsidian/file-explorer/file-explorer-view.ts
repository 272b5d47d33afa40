import { TFile, TFolder, type TAbstractFile } from "../files";
import { setIcon } from "../icons";
import { Keymap } from "../keymap";
import { Menu } from "../ui/menu";
import { View } from "../view";

/** The tree of the vault in the left side bar. */
export class FileExplorerView extends View {
	override icon = "lucide-folder-closed";
	hoverPopover: unknown = null;
	#listEl: HTMLElement | null = null;
	readonly #closed = new Set<string>();
	#chosen = new Set<string>();
	#lastChosen: string | null = null;
	#waiting = false;

	getViewType(): string {
		return "file-explorer";
	}

	getDisplayText(): string {
		return "Files";
	}

	override onload(): void {
		const header = this.containerEl.createDiv({ cls: "nav-header" });
		const buttons = header.createDiv({ cls: "nav-buttons-container" });
		this.#button(buttons, "lucide-edit", "New note", () => this.#newNote());
		this.#button(buttons, "lucide-folder-plus", "New folder", () =>
			this.#newFolder(this.app.vault.getRoot()),
		);
		this.#button(buttons, "lucide-chevrons-down-up", "Collapse all", () => {
			for (const folder of this.#folders()) this.#closed.add(folder.path);
			this.#draw();
		});
		this.#listEl = this.containerEl.createDiv({
			cls: "nav-files-container node-insert-event",
			attr: { tabindex: "0" },
		});
		for (const folder of this.#folders()) this.#closed.add(folder.path);
		const later = (): void => this.#drawLater();
		for (const name of ["create", "delete", "rename"])
			this.registerEvent(this.app.vault.on(name, later));
		this.registerEvent(this.app.workspace.on("file-open", later));
		this.registerDomEvent(this.#listEl, "keydown", (evt: KeyboardEvent) => this.#key(evt));
		this.#draw();
	}

	#folders(): TFolder[] {
		return this.app.vault
			.getAllLoadedFiles()
			.filter((file) => file instanceof TFolder && !file.isRoot()) as TFolder[];
	}

	/** Many files may come at once: one drawing for all. */
	#drawLater(): void {
		if (this.#waiting) return;
		this.#waiting = true;
		window.requestAnimationFrame(() => {
			this.#waiting = false;
			this.#draw();
		});
	}

	#draw(): void {
		const list = this.#listEl;
		if (list === null || list.querySelector("[contenteditable=true]") !== null) return;
		const { scrollTop } = list;
		list.empty();
		const root = list.createDiv();
		this.#children(root, this.app.vault.getRoot());
		list.scrollTop = scrollTop;
	}

	#children(parent: HTMLElement, folder: TFolder): void {
		const byName = (a: TAbstractFile, b: TAbstractFile): number =>
			a.name.localeCompare(b.name, undefined, { numeric: true, sensitivity: "base" });
		const folders = folder.children
			.filter((child): child is TFolder => child instanceof TFolder)
			.sort(byName);
		const files = folder.children
			.filter((child): child is TFile => child instanceof TFile)
			.sort(byName);
		for (const child of folders) this.#folder(parent, child);
		for (const child of files) this.#file(parent, child);
	}

	#folder(parent: HTMLElement, folder: TFolder): void {
		const isClosed = this.#closed.has(folder.path);
		const item = parent.createDiv({
			cls: `tree-item nav-folder${isClosed ? " is-collapsed" : ""}`,
		});
		const self = item.createDiv({
			cls: "tree-item-self nav-folder-title is-clickable mod-collapsible",
			attr: { "data-path": folder.path, draggable: "true" },
		});
		setIcon(
			self.createDiv({
				cls: `tree-item-icon collapse-icon${isClosed ? " is-collapsed" : ""}`,
			}),
			"lucide-chevron-right",
		);
		const inner = self.createDiv({
			cls: "tree-item-inner nav-folder-title-content",
			text: folder.name,
		});
		self.addEventListener("click", () => {
			if (!this.#closed.delete(folder.path)) this.#closed.add(folder.path);
			this.#draw();
		});
		self.addEventListener("contextmenu", (evt) => this.#menu(evt, folder, inner));
		self.addEventListener("dragover", (evt) => evt.preventDefault());
		self.addEventListener("drop", (evt) => void this.#drop(evt, folder));
		if (!isClosed)
			this.#children(
				item.createDiv({ cls: "tree-item-children nav-folder-children" }),
				folder,
			);
	}

	#file(parent: HTMLElement, file: TFile): void {
		const item = parent.createDiv({ cls: "tree-item nav-file" });
		const isActive = this.app.workspace.getActiveFile() === file;
		const self = item.createDiv({
			cls: `tree-item-self nav-file-title is-clickable tappable${isActive ? " is-active" : ""}${this.#chosen.has(file.path) ? " is-selected" : ""}`,
			attr: { "data-path": file.path, draggable: "true" },
		});
		const isNote = file.extension === "md";
		const inner = self.createDiv({
			cls: "tree-item-inner nav-file-title-content",
			text: file.basename,
		});
		if (!isNote) self.createDiv({ cls: "nav-file-tag", text: file.extension.toUpperCase() });
		self.addEventListener("click", (evt) => this.#click(evt, file));
		self.addEventListener("auxclick", (evt) => {
			if (evt.button === 1) void this.app.workspace.getLeaf("tab").openFile(file);
		});
		self.addEventListener("contextmenu", (evt) => this.#menu(evt, file, inner));
		self.addEventListener("dragstart", (evt) =>
			evt.dataTransfer?.setData(
				"text/plain",
				this.app.fileManager.generateMarkdownLink(file, ""),
			),
		);
		self.addEventListener("mouseover", (evt) =>
			this.app.workspace.trigger("hover-link", {
				event: evt,
				source: "file-explorer",
				hoverParent: this,
				targetEl: self,
				linktext: file.path,
			}),
		);
	}

	/** Alt adds to the selection, Shift extends it, as in the app; Mod opens a tab. */
	#click(evt: MouseEvent, file: TFile): void {
		if (evt.altKey) {
			if (!this.#chosen.delete(file.path)) this.#chosen.add(file.path);
		} else if (evt.shiftKey) {
			const paths = this.#shownPaths();
			const from = paths.indexOf(
				this.#lastChosen ?? this.app.workspace.getActiveFile()?.path ?? file.path,
			);
			const to = paths.indexOf(file.path);
			this.#chosen = new Set(
				paths.slice(Math.max(0, Math.min(from, to)), Math.max(from, to) + 1),
			);
		} else {
			this.#chosen.clear();
			void this.app.workspace.getLeaf(Keymap.isModEvent(evt)).openFile(file);
		}
		this.#lastChosen = file.path;
		this.#draw();
	}

	#shownPaths(): string[] {
		return [...(this.#listEl?.querySelectorAll(".nav-file-title") ?? [])].map(
			(el) => el.getAttribute("data-path") ?? "",
		);
	}

	#menu(evt: MouseEvent, file: TAbstractFile, nameEl: HTMLElement): void {
		evt.preventDefault();
		const menu = new Menu();
		const chosen = [...this.#chosen]
			.map((path) => this.app.vault.getAbstractFileByPath(path))
			.filter((one) => one !== null);
		if (chosen.length > 1 && chosen.includes(file)) {
			menu.addItem((item) =>
				item
					.setSection("danger")
					.setTitle(`Delete ${chosen.length} files`)
					.setIcon("lucide-trash-2")
					.setWarning(true)
					.onClick(async () => {
						for (const one of chosen) await this.app.fileManager.trashFile(one);
					}),
			);
			this.app.workspace.trigger(
				"files-menu",
				menu,
				chosen,
				"file-explorer-context-menu",
				this.leaf,
			);
		} else {
			this.#itemsFor(menu, file, nameEl);
			this.app.workspace.trigger(
				"file-menu",
				menu,
				file,
				"file-explorer-context-menu",
				this.leaf,
			);
		}
		menu.showAtMouseEvent(evt);
	}

	#itemsFor(menu: Menu, file: TAbstractFile, nameEl: HTMLElement): void {
		const act = (section: string, title: string, icon: string, run: () => unknown): void => {
			menu.addItem((item) =>
				item
					.setSection(section)
					.setTitle(title)
					.setIcon(icon)
					.onClick(() => void run()),
			);
		};
		if (file instanceof TFile)
			act("open", "Open in new tab", "lucide-file-plus", () =>
				this.app.workspace.getLeaf("tab").openFile(file),
			);
		if (file instanceof TFolder) {
			act("action-primary", "New note", "lucide-edit", () => this.#newNote(file));
			act("action-primary", "New folder", "lucide-folder-plus", () => this.#newFolder(file));
			act("action-primary", "New canvas", "lucide-layout-dashboard", () =>
				this.#create(file, "Untitled", "canvas", "{}"),
			);
		}
		act("danger", "Rename", "lucide-edit-3", () => this.#rename(file, nameEl));
		menu.addItem((item) =>
			item
				.setSection("danger")
				.setTitle("Delete")
				.setIcon("lucide-trash-2")
				.setWarning(true)
				.onClick(() => void this.app.fileManager.promptForDeletion(file)),
		);
	}

	#rename(file: TAbstractFile, nameEl: HTMLElement): void {
		const before = nameEl.textContent ?? "";
		nameEl.contentEditable = "true";
		nameEl.focus();
		nameEl.win.getSelection()?.selectAllChildren(nameEl);
		nameEl.addEventListener("click", (evt) => evt.stopPropagation());
		nameEl.addEventListener("keydown", (evt) => {
			evt.stopPropagation();
			if (evt.key === "Escape") nameEl.setText(before);
			if ((evt.key === "Enter" && !evt.isComposing) || evt.key === "Escape") {
				evt.preventDefault();
				nameEl.blur();
			}
		});
		nameEl.addEventListener(
			"blur",
			() => {
				const name = (nameEl.textContent ?? "").trim();
				nameEl.contentEditable = "inherit";
				nameEl.setText(before);
				if (name === "" || name === before) return this.#draw();
				const folder =
					file.parent === null || file.parent.isRoot() ? "" : `${file.parent.path}/`;
				const extension = file instanceof TFile ? `.${file.extension}` : "";
				void this.app.fileManager.renameFile(file, `${folder}${name}${extension}`);
			},
			{ once: true },
		);
	}

	#key(evt: KeyboardEvent): void {
		if (evt.target !== this.#listEl) return;
		if (evt.key === "Escape") {
			this.#chosen.clear();
			this.#draw();
		}
	}

	async #drop(evt: DragEvent, folder: TFolder): Promise<void> {
		const link = evt.dataTransfer?.getData("text/plain") ?? "";
		const target = /^\[\[([^\]|#]+)/.exec(link)?.[1];
		const file =
			target === undefined ? null : this.app.metadataCache.getFirstLinkpathDest(target, "");
		if (file === null) return;
		evt.preventDefault();
		await this.app.fileManager.renameFile(file, `${folder.path}/${file.name}`);
	}

	async #newNote(folder: TFolder = this.app.vault.getRoot()): Promise<void> {
		await this.#create(folder, "Untitled", "md", "");
	}

	async #create(folder: TFolder, name: string, extension: string, text: string): Promise<void> {
		const path = this.#freePath(folder, name, `.${extension}`);
		const file = await this.app.vault.create(path, text);
		this.#closed.delete(folder.path);
		await this.app.workspace.getLeaf(false).openFile(file);
	}

	async #newFolder(parent: TFolder): Promise<void> {
		this.#closed.delete(parent.path);
		await this.app.vault.createFolder(this.#freePath(parent, "Untitled", ""));
	}

	#freePath(folder: TFolder, name: string, ending: string): string {
		const prefix = folder.isRoot() ? "" : `${folder.path}/`;
		for (let n = 0; ; n++) {
			const path = `${prefix}${name}${n === 0 ? "" : ` ${n}`}${ending}`;
			if (this.app.vault.getAbstractFileByPath(path) === null) return path;
		}
	}

	#button(parent: HTMLElement, icon: string, label: string, act: () => unknown): void {
		const el = parent.createDiv({
			cls: "clickable-icon nav-action-button",
			attr: { "aria-label": label },
		});
		setIcon(el, icon);
		el.addEventListener("click", () => void act());
	}
}
