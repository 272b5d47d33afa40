import { FileView, type TFile, type WorkspaceLeaf } from "obsidian";
import type { Result } from "../result";
import { MARK_KINDS, type Mark, type MarkKind } from "../text/marks";
import { elementOf } from "../ui/element-of";
import { t } from "../ui/i18n";
import { showDone, showTrouble } from "../ui/notice";
import { isCommandKey, isComposing, letterOf } from "../ui/keys";
import { KeysModal } from "../ui/keys-modal";
import { guarded } from "../ui/report-bug";
import type { WriteFailure } from "../vault/safe-vault";
import { explainFailure, type PublishParts } from "./publish-parts";
import { READING_KEYS } from "./reading-keys";
import type { ReadingMemory } from "./reading-memory";
import { ReadingPage } from "./reading-page-face";
import { ReadingSession } from "./reading-session";
import { showInDraft } from "./show-in-draft-face";

export const READING_VIEW = "winnow-reading";

/** The draft as a reader sees it, block by block, without any model. Keys mark what is weak. */
export class ReadingView extends FileView {
	session: ReadingSession | null = null;
	private page: ReadingPage | null = null;
	private readonly sessionListeners = new Set<() => void>();

	constructor(
		leaf: WorkspaceLeaf,
		private readonly parts: PublishParts,
		private readonly memory: ReadingMemory,
	) {
		super(leaf);
	}

	getViewType(): string {
		return READING_VIEW;
	}

	override getDisplayText(): string {
		return this.file?.basename ?? t("publish.reading.title");
	}

	override getIcon(): string {
		return "glasses";
	}

	override async onLoadFile(file: TFile): Promise<void> {
		const session = new ReadingSession(this.parts, file.path, this.memory.of(file.path, this.parts.now().getTime()));
		this.session = session;
		this.register(session.onChange(() => this.show()));
		await session.load();
		this.reveal();
		this.contentEl.focus();
	}

	override async onUnloadFile(file: TFile): Promise<void> {
		this.session = null;
		await super.onUnloadFile(file);
	}

	override async onRename(file: TFile): Promise<void> {
		await super.onRename(file);
		if (this.session === null) return;
		this.memory.move(this.session.path, file.path);
		await this.session.renamed(file.path);
	}

	/** Calls back whenever what is shown changes. */
	onSession(listener: () => void): () => void {
		this.sessionListeners.add(listener);
		return () => this.sessionListeners.delete(listener);
	}

	protected override async onOpen(): Promise<void> {
		this.contentEl.addClass("winnow-reading");
		this.contentEl.tabIndex = -1;
		const el = this.contentEl.createDiv({
			cls: "winnow-reading-page markdown-rendered",
			attr: { "aria-label": t("publish.reading.label"), role: "document" },
		});
		this.page = this.addChild(new ReadingPage(this.app, el));
		this.addAction("pencil", t("publish.edit"), () => guarded(() => this.editHere()));
		this.registerDomEvent(this.contentEl, "keydown", (event) => {
			if (!isCommandKey(event) || !this.onKey(event)) return;
			event.preventDefault();
			event.stopPropagation();
		});
		this.registerDomEvent(this.contentEl, "click", (event) => this.onClick(event));
		this.registerEvent(
			this.app.vault.on("modify", (file) => {
				if (file.path === this.session?.path) guarded(async () => this.session?.refresh());
			}),
		);
		return Promise.resolve();
	}

	private show(): void {
		const { page, session } = this;
		if (page !== null && session !== null) guarded(() => page.show(session));
		for (const listener of [...this.sessionListeners]) listener();
	}

	private onKey(event: KeyboardEvent): boolean {
		const { session } = this;
		if (session === null) return false;
		const letter = letterOf(event);
		const isMod = event.ctrlKey || event.metaKey;
		if (isMod && letter === "Enter") return this.run(() => this.finish());
		if (isMod && letter.toLowerCase() === "z") return this.run(() => this.takeBack(event.shiftKey));
		if (isMod || event.altKey) return false;
		const kind = MARK_KINDS[Number(letter) - 1];
		if (kind !== undefined) return event.repeat || this.run(() => this.mark(kind, ""));
		switch (letter) {
			case "j":
			case "ArrowDown":
				return this.move(1);
			case "k":
			case "ArrowUp":
				return this.move(-1);
			case "Home":
				return this.move(-Infinity);
			case "End":
				return this.move(Infinity);
			case "w":
				return this.askWords();
			case "?":
				this.showKeys();
				return true;
			// One step back is the draft, where the reading stands.
			case "Escape":
			case "e":
				return this.run(() => this.editHere());
			case "n":
				return this.run(() => this.mendHere());
			case "u":
				return this.run(() => this.takeBack(false));
			default:
				return false;
		}
	}

	showKeys(): void {
		new KeysModal(this.app, READING_KEYS).open();
	}

	private run(work: () => Promise<unknown>): true {
		guarded(work);
		return true;
	}

	private onClick(event: MouseEvent): void {
		const target = elementOf(event);
		const index = target?.closest<HTMLElement>("[data-index]")?.dataset.index;
		if (index !== undefined && target?.closest("a, input, button") === null) this.session?.goTo(Number(index));
	}

	private move(by: number): true {
		this.session?.goTo((this.session?.current ?? 0) + by);
		this.reveal();
		return true;
	}

	/** Scrolls only as far as needed. */
	reveal(): void {
		this.page?.blockEl(this.session?.current ?? 0)?.scrollIntoView({ block: "nearest" });
	}

	private selected(): string {
		const selection = this.contentEl.win.getSelection();
		if (selection === null || selection.isCollapsed || this.page?.el.contains(selection.anchorNode) !== true) return "";
		const index = selection.anchorNode?.parentElement?.closest<HTMLElement>("[data-index]")?.dataset.index;
		if (index !== undefined) this.session?.goTo(Number(index));
		return selection.toString();
	}

	async mark(kind: MarkKind, words: string): Promise<void> {
		const selected = this.selected();
		await this.report(this.session?.mark(kind, words, selected));
	}

	/** Own words: a field under the paragraph. Enter keeps them as a mark, Esc leaves all as it was. */
	askWords(): true {
		const selected = this.selected();
		const block = this.page?.blockEl(this.session?.current ?? 0) ?? null;
		if (block === null || this.session === null) return true;
		const label = t("publish.reading.ownWords");
		const field = createEl("input", { cls: "winnow-reading-words", type: "text", attr: { "aria-label": label, placeholder: label, maxlength: "300" } });
		block.after(field);
		field.focus();
		const close = (): void => {
			field.remove();
			this.contentEl.focus();
		};
		field.addEventListener("keydown", (event) => {
			event.stopPropagation();
			if (isComposing(event)) return;
			if (event.key === "Escape") close();
			if (event.key !== "Enter") return;
			const words = field.value.trim();
			close();
			if (words !== "") guarded(() => this.report(this.session?.mark("unclear", words, selected)));
		});
		return true;
	}

	private async mendHere(): Promise<void> {
		const { session } = this;
		const block = session?.block ?? null;
		const mark = session === null || block === null ? undefined : session.marksOf(block)[0];
		if (mark !== undefined) await this.mend(mark);
	}

	async mend(mark: Mark): Promise<void> {
		await this.report(this.session?.mend(mark));
	}

	private async takeBack(isRedo: boolean): Promise<void> {
		await this.session?.inTurn(() => (isRedo ? this.parts.undo.redo() : this.parts.undo.undo()));
		await this.session?.refresh();
	}

	private async report(result: Promise<Result<unknown, WriteFailure>> | undefined): Promise<void> {
		const outcome = await result;
		if (outcome?.ok === false) showTrouble(explainFailure(outcome.error));
	}

	/** Back to the draft's editor in this tab, the cursor at this block. */
	async editHere(): Promise<void> {
		const at = this.session?.block?.from ?? 0;
		const { file, leaf } = this;
		if (file === null) return;
		await showInDraft(this.parts, file, leaf, at);
	}

	async finish(): Promise<void> {
		const { session } = this;
		if (session === null || session.blocks.length === 0) return;
		const finished = await session.finish();
		if (!finished.ok) {
			showTrouble(explainFailure(finished.error));
			return;
		}
		this.memory.finished(session.path);
		showDone(`${t("publish.reading.finished", { path: finished.value })}\n${whatIsNext(session)}`);
		await this.editHere();
	}
}

/** After a finished read: weak spots first, then the second read, then out of the vault. */
function whatIsNext({ marks, past }: ReadingSession): string {
	if (marks.length > 0) return t("publish.reading.thenMend", { count: marks.length });
	return past.count + 1 >= 2 ? t("publish.reading.twice") : t("publish.reading.thenAgain");
}
