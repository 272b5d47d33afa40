import { MarkdownView, type App, type TFile, type WorkspaceLeaf } from "obsidian";
import { reportBug } from "../ui/report-bug";

/** Rest after the last step through the list before a note is opened. */
const REST_MS = 150;
/** Lines of a rendered note one page on; its view scrolls by lines, not by pixels. */
const PAGE_LINES = 12;

/**
 * Shows the focused source in one tab that Winnow made, and in no other. A tab the person
 * navigates in, types in or pins is theirs from then on, and the next source gets a new one.
 */
export class Preview {
	private leaf: WorkspaceLeaf | null = null;
	/** What Winnow opened in it last. */
	private path: string | null = null;
	private timer: number | null = null;
	private opening: Promise<void> = Promise.resolve();

	constructor(
		private readonly app: App,
		private readonly win: () => Window,
		private readonly isOn: () => boolean,
		/** Whether the list has the focus; then it is given back after a tab came to the front. */
		private readonly hasFocus: () => boolean,
		private readonly takeFocus: () => void,
	) {}

	/** Opens the source when the person has stopped walking. */
	showSoon(path: string | null): void {
		this.cancel();
		if (path === null || !this.isOn()) return;
		this.timer = this.win().setTimeout(() => this.showNow(path), REST_MS);
	}

	private showNow(path: string): void {
		this.cancel();
		// One after the other: while a note opens, the tab shows neither the old nor the new one for sure.
		this.opening = this.opening.then(() => this.show(path)).catch(reportBug);
	}

	cancel(): void {
		if (this.timer !== null) this.win().clearTimeout(this.timer);
		this.timer = null;
	}

	/** Shows a source at once, whatever the setting says; where it is shown already, pages it by about a screen. */
	readOn(by: 1 | -1, path: string | null): void {
		if (path !== null && !this.isShownAlready(path)) return this.showNow(path);
		const view = this.ownLeaf()?.view;
		if (!(view instanceof MarkdownView)) return;
		if (view.getMode() === "preview") {
			const { previewMode } = view;
			previewMode.applyScroll(Math.max(0, previewMode.getScroll() + by * PAGE_LINES));
			return;
		}
		const { top } = view.editor.getScrollInfo();
		const page = view.containerEl.clientHeight * 0.8;
		view.editor.scrollTo(null, Math.max(0, top + by * page));
	}

	/** Path of the shown source, to find the tab again after the app was restarted. */
	get shownPath(): string | null {
		return this.ownLeaf() === null ? null : this.path;
	}

	/** Takes over the tab that showed this before the restart. */
	adopt(path: string): void {
		this.app.workspace.iterateRootLeaves((leaf) => {
			const state = leaf.getViewState();
			if (this.leaf !== null || state.pinned === true || state.state?.file !== path) return;
			this.leaf = leaf;
			this.path = path;
		});
	}

	private async show(path: string): Promise<void> {
		const file = this.app.vault.getFileByPath(path);
		if (file === null || this.isShownAlready(path)) return;
		const hadFocus = this.hasFocus();
		const leaf = this.ownLeaf() ?? this.newLeaf();
		await leaf.openFile(file, { active: false });
		this.leaf = leaf;
		this.path = path;
		const revealed = this.app.workspace.revealLeaf(leaf);
		// Before and after waiting: no key of a fast hand may reach the note.
		if (hadFocus) this.giveFocusBack(leaf);
		await revealed;
		if (hadFocus) this.giveFocusBack(leaf);
	}

	/** Where the person went meanwhile they stay. */
	private giveFocusBack(leaf: WorkspaceLeaf): void {
		const { containerEl } = leaf.view;
		const { activeElement, body } = containerEl.doc;
		if (activeElement === body || containerEl.contains(activeElement)) this.takeFocus();
	}

	private isShownAlready(path: string): boolean {
		return this.ownLeaf() !== null && this.path === path;
	}

	private newLeaf(): WorkspaceLeaf {
		const { workspace } = this.app;
		const current = workspace.getMostRecentLeaf(workspace.rootSplit);
		// An empty tab holds nothing of the person's.
		if (current !== null && current.view.getViewType() === "empty") return current;
		return workspace.getLeaf("tab");
	}

	/** Null: there is none, it was closed, or it became the person's. */
	private ownLeaf(): WorkspaceLeaf | null {
		const { leaf, path } = this;
		if (leaf === null || path === null) return null;
		const isThere = this.isInMainArea(leaf);
		const file = leaf.view instanceof MarkdownView ? leaf.view.file : this.fileOf(leaf);
		const isOurs = file?.path === path && leaf.getViewState().pinned !== true;
		if (isThere && isOurs) return leaf;
		this.leaf = null;
		this.path = null;
		return null;
	}

	private fileOf(leaf: WorkspaceLeaf): TFile | null {
		const path = leaf.getViewState().state?.file;
		return typeof path === "string" ? this.app.vault.getFileByPath(path) : null;
	}

	private isInMainArea(wanted: WorkspaceLeaf): boolean {
		let isThere = false;
		this.app.workspace.iterateRootLeaves((leaf) => {
			if (leaf === wanted) isThere = true;
		});
		return isThere;
	}
}
