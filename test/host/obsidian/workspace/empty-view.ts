import { ItemView, type ViewStateResult } from "../view";
import type { WorkspaceLeaf } from "./leaf";

export class EmptyView extends ItemView {
	override icon = "lucide-file";

	getViewType(): string {
		return "empty";
	}

	getDisplayText(): string {
		return "New tab";
	}

	protected override onOpen(): Promise<void> {
		const state = this.contentEl.createDiv({ cls: "empty-state" });
		const box = state.createDiv({ cls: "empty-state-container" });
		box.createDiv({ cls: "empty-state-title", text: "No file is open" });
		const actions = box.createDiv({ cls: "empty-state-action-list" });
		actions.createDiv({ cls: "empty-state-action", text: "Go to file (Ctrl + O)" });
		actions.createDiv({ cls: "empty-state-action", text: "Open command palette (Ctrl + P)" });
		return Promise.resolve();
	}
}

/** Stands for a view that was not looked at since the app started ([R] docs: deferred views). */
export class DeferredView extends ItemView {
	#type: string;
	#title: string;

	constructor(leaf: WorkspaceLeaf, type: string, title: string, icon: string) {
		super(leaf);
		this.#type = type;
		this.#title = title;
		this.icon = icon;
	}

	getViewType(): string {
		return this.#type;
	}

	getDisplayText(): string {
		return this.#title;
	}

	override setState(_state: unknown, _result: ViewStateResult): Promise<void> {
		return Promise.resolve();
	}
}

/** What a tab shows when nobody registered its kind: the plugin is off, say. */
export class UnknownView extends EmptyView {
	#type: string;
	#state: Record<string, unknown> = {};

	constructor(leaf: WorkspaceLeaf, type: string) {
		super(leaf);
		this.#type = type;
	}

	override getViewType(): string {
		return this.#type;
	}

	override getDisplayText(): string {
		return "Plugin no longer active";
	}

	override getState(): Record<string, unknown> {
		return this.#state;
	}

	override setState(state: unknown, _result: ViewStateResult): Promise<void> {
		this.#state = { ...(state as Record<string, unknown>) };
		return Promise.resolve();
	}
}
