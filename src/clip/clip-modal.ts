import { Component, Modal, type App } from "obsidian";
import { t } from "../ui/i18n";
import { mountClipProgress, type ProgressParts } from "./clip-progress-face";
import type { ClipChoice } from "./clip-choice";
import { mountClipStart, type StartParts } from "./clip-start-face";
import type { ClipItem, ClipRun } from "./clip-run";

export type ClipModalParts = Readonly<{
	start: Omit<StartParts, "start" | "cancel">;
	run(items: readonly ClipItem[], choice: ClipChoice): ClipRun;
	progress: Omit<ProgressParts, "projectName" | "close" | "setTitle" | "pasteText" | "chooseImages"> &
		Readonly<{
			pasteText(run: ClipRun, index: number, choice: ClipChoice): void;
			chooseImages(run: ClipRun, index: number): void;
		}>;
	projectName(choice: ClipChoice): string;
	/** Told when a run comes on screen and when it leaves it. */
	isShown(run: ClipRun, isShown: boolean): void;
}>;

/** The clip sheet: what will be clipped, then how far it is, then what came of it. */
export class ClipModal extends Modal {
	private shown = new Component();

	constructor(
		app: App,
		private readonly parts: ClipModalParts,
		private readonly running: Readonly<{ run: ClipRun; choice: ClipChoice }> | null = null,
	) {
		super(app);
	}

	override onOpen(): void {
		this.modalEl.addClass("winnow-clip");
		if (this.running !== null) {
			this.showProgress(this.running.run, this.running.choice);
			return;
		}
		this.setTitle(t("clip.title"));
		const { start, run } = this.parts;
		const parts = {
			...start,
			openNote: this.closing(start.openNote),
			again: this.closing(start.again),
			start: (items: readonly ClipItem[], choice: ClipChoice) =>
				this.showProgress(run(items, choice), choice),
			cancel: () => this.close(),
		};
		mountClipStart(this.contentEl, parts, this.next());
	}

	override onClose(): void {
		this.shown.unload();
		this.contentEl.empty();
	}

	private showProgress(run: ClipRun, choice: ClipChoice): void {
		const { progress, isShown } = this.parts;
		const parts: ProgressParts = {
			...progress,
			pasteText: (shown, index) => progress.pasteText(shown, index, choice),
			chooseImages: choice.images === "choose" ? (shown, index) => progress.chooseImages(shown, index) : null,
			openNote: this.closing(progress.openNote),
			openQueue: this.closing(progress.openQueue),
			openLinks: this.closing(progress.openLinks),
			startReading: this.closing(progress.startReading),
			undoAll: this.closing(progress.undoAll),
			projectName: this.parts.projectName(choice),
			close: () => this.close(),
			setTitle: (title) => this.setTitle(title),
		};
		const component = this.next();
		isShown(run, true);
		component.register(() => isShown(run, false));
		mountClipProgress(this.contentEl, run, parts, component);
	}

	/** An act that leads away from the sheet. */
	private closing<Given extends unknown[]>(act: (...given: Given) => void): (...given: Given) => void {
		return (...given) => {
			this.close();
			act(...given);
		};
	}

	/** A fresh life for the next phase; the one before ends. */
	private next(): Component {
		this.shown.unload();
		this.contentEl.empty();
		this.shown = new Component();
		this.shown.load();
		return this.shown;
	}
}
