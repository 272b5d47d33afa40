import { Platform, type WorkspaceLeaf } from "obsidian";
import type { Status } from "../source/status";
import { t } from "../ui/i18n";
import { guarded } from "../ui/report-bug";
import { apply } from "./inbox-acts-face";
import type { Inbox } from "./inbox-parts";
import { isFiltering, NO_FILTER } from "./inbox-question";
import { InboxStageView } from "./inbox-stage-view";
import { Preview } from "./preview-face";
import { RowInput } from "./row-input-face";
import type { Change } from "./triage";

/** What the person does in the list, whether by key, menu, mouse or finger. */
export abstract class InboxActsView extends InboxStageView {
	protected readonly preview: Preview;
	protected input: RowInput | null = null;

	constructor(leaf: WorkspaceLeaf, inbox: Inbox) {
		super(leaf, inbox);
		this.preview = new Preview(
			this.app,
			() => this.contentEl.win,
			() => inbox.settings.inboxPreview && !Platform.isPhone,
			() =>
				this.input === null &&
				this.containerEl.contains(this.containerEl.doc.activeElement),
			() => {
				this.app.workspace.setActiveLeaf(this.leaf, { focus: true });
				this.focusList();
			},
		);
	}

	showTab(tab: Status): void {
		this.input?.close();
		this.model.startOver();
		this.ask({ ...this.question, tab }, () => this.scrollTo(0));
	}

	search(search: string): void {
		this.model.clearSelection();
		this.ask({ ...this.question, search }, () => this.scrollTo(0));
	}

	targets(): readonly string[] {
		return this.model.targets;
	}

	isSelected(paths: readonly string[]): boolean {
		return paths.every((path) => this.model.place.selection.has(path));
	}

	decide(change: Change, paths = this.targets()): void {
		this.moves += 1;
		apply(this.inbox, this, paths, change);
		if (this.inbox.settings.inboxNext) this.preview.showSoon(this.model.place.focus);
	}

	askInRow(
		label: string,
		value: string,
		known: () => readonly string[],
		use: (value: string) => void,
	): void {
		const row = this.model.focusedRow;
		if (row === -1 || this.pieces === null) return;
		this.pieces.list.reveal(row);
		const element = this.pieces.list.elementOf(row);
		if (element === null) return;
		this.input?.close();
		const onClose = (): void => {
			this.input = null;
			this.focusList();
		};
		this.input = new RowInput(this.app, element, {
			label,
			value,
			known,
			onEnter: use,
			onClose,
		});
	}

	open(where: "here" | "tab", path = this.model.place.focus): void {
		const file = path === null ? null : this.app.vault.getFileByPath(path);
		if (file === null) return;
		this.preview.cancel();
		guarded(() => this.app.workspace.getLeaf(where === "tab" ? "tab" : false).openFile(file));
	}

	clip(text: string, files: readonly File[]): void {
		const { scope } = this.question;
		this.inbox.openClip({ project: scope.kind === "project" ? scope.path : null, text, files });
	}

	select(paths: readonly string[]): void {
		this.model.select(paths);
		this.selected();
	}

	readOn(by: 1 | -1): void {
		// A phone shows one thing at a time.
		if (Platform.isPhone) this.open("here");
		else this.preview.readOn(by, this.model.place.focus);
	}

	nextNew(): void {
		if (this.question.tab !== "new") return this.startReading();
		this.model.step(1);
		this.walked();
	}

	get pageRows(): number {
		return this.pieces?.list.pageRows ?? 1;
	}

	focusSearch(): void {
		this.pieces?.header.askForSearch();
		this.pieces?.header.search.focus();
		this.pieces?.header.search.select();
	}

	/** From the top of what is new, with the first source beside the list. */
	startReading(): void {
		this.input?.close();
		this.model.startOver();
		this.ask({ ...this.question, tab: "new" }, () => {
			this.scrollTo(0);
			this.focusList();
			this.preview.showSoon(this.model.place.focus);
		});
	}

	/** Escape: the selection, then the search, then the filter. */
	stepBack(): void {
		if (this.model.place.selection.size > 0) this.clearSelection();
		else if (this.question.search !== "") this.search("");
		else if (isFiltering(this.question.filter))
			this.ask({ ...this.question, filter: NO_FILTER });
	}

	lookAt(path: string): void {
		this.moves += 1;
		this.preview.showSoon(path);
	}

	pathAfter(path: string | null): string | null {
		return this.model.pathAfter(path);
	}

	clearSelection(): void {
		this.model.clearSelection();
		this.render();
		this.pieces?.live.say(t("inbox.selected", { count: 0 }));
	}
}
