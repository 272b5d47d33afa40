import { Component, ItemView, MarkdownRenderer, MarkdownView, Notice, TFile, type ViewStateResult, type WorkspaceLeaf } from "obsidian";
import { readFootnotes } from "../text/footnotes";
import { elementOf } from "../ui/element-of";
import { t } from "../ui/i18n";
import { isCommandKey, isComposing, letterOf } from "../ui/keys";
import { guarded } from "../ui/report-bug";
import type { Result } from "../result";
import type { WriteFailure } from "../vault/safe-vault";
import { MARK_KINDS, type Mark, type MarkKind } from "../text/marks";
import { explainFailure, type PublishParts } from "./publish-parts";
import { withoutComments, type ReadingBlock } from "./reading";
import { ReadingSession } from "./reading-session";

export const READING_VIEW = "winnow-reading";

type Shown = Readonly<{ el: HTMLElement; component: Component; markdown: string }>;

/** The draft as a reader sees it, block by block, without any model. Keys mark what is weak. */
export class ReadingView extends ItemView {
	/** The draft, for the companion and for whoever asks what stands in this tab. */
	file: TFile | null = null;
	session: ReadingSession | null = null;
	private page: HTMLElement | null = null;
	private shown = new Map<string, Shown>();
	private notes: Shown | null = null;
	private turn = 0;
	private readonly sessionListeners = new Set<() => void>();

	constructor(
		leaf: WorkspaceLeaf,
		private readonly parts: PublishParts,
	) {
		super(leaf);
		this.navigation = true;
	}

	getViewType(): string {
		return READING_VIEW;
	}

	getDisplayText(): string {
		return this.file?.basename ?? t("publish.reading.title");
	}

	override getIcon(): string {
		return "glasses";
	}

	override getState(): Record<string, unknown> {
		return { ...super.getState(), file: this.file?.path ?? null };
	}

	override async setState(state: unknown, result: ViewStateResult): Promise<void> {
		await super.setState(state, result);
		const path = typeof state === "object" && state !== null && "file" in state ? state.file : null;
		if (typeof path !== "string" || path === this.file?.path) return;
		this.file = this.app.vault.getFileByPath(path);
		this.session = new ReadingSession(this.parts, path);
		this.register(this.session.onChange(() => this.show()));
		await this.session.load();
		this.contentEl.focus();
	}

	/** Calls back whenever what is shown changes. */
	onSession(listener: () => void): () => void {
		this.sessionListeners.add(listener);
		return () => this.sessionListeners.delete(listener);
	}

	protected override async onOpen(): Promise<void> {
		this.contentEl.addClass("winnow-reading");
		this.contentEl.tabIndex = -1;
		this.page = this.contentEl.createDiv({
			cls: "winnow-reading-page markdown-rendered",
			attr: { "aria-label": t("publish.reading.label"), role: "document" },
		});
		this.addAction("pencil", t("publish.edit"), () => guarded(() => this.editHere()));
		this.registerDomEvent(this.contentEl, "keydown", (event) => {
			if (!isCommandKey(event) || !this.onKey(event)) return;
			event.preventDefault();
			event.stopPropagation();
		});
		this.registerDomEvent(this.contentEl, "click", (event) => this.onClick(event));
		this.registerEvent(
			this.app.vault.on("modify", (file) => {
				if (file.path === this.file?.path) guarded(() => this.reload());
			}),
		);
		this.registerEvent(
			this.app.vault.on("rename", (file, oldPath) => {
				if (oldPath === this.session?.path && file instanceof TFile) {
					guarded(() => this.setState({ file: file.path }, { history: false }));
				}
			}),
		);
		return Promise.resolve();
	}

	protected override async onClose(): Promise<void> {
		for (const { component } of this.shown.values()) this.removeChild(component);
		this.shown.clear();
		return Promise.resolve();
	}

	private async reload(): Promise<void> {
		const { session } = this;
		const text = session === null ? null : await this.parts.vault.read(session.path);
		// Our own writes were shown at once.
		if (session !== null && (text?.ok !== true || text.value !== session.draft)) await session.load();
	}

	private show(): void {
		guarded(() => this.render());
		for (const listener of [...this.sessionListeners]) listener();
	}

	/** Blocks that did not change keep their elements, so that scroll and selection survive. */
	private async render(): Promise<void> {
		const { page, session } = this;
		if (page === null || session === null) return;
		const turn = ++this.turn;
		const next = new Map<string, Shown>();
		const elements: HTMLElement[] = [];
		for (const [index, block] of session.blocks.entries()) {
			const markdown = withNumbers(block, session);
			let id = `${block.print} ${markdown}`;
			while (next.has(id)) id += "+";
			const known = this.shown.get(id) ?? (await this.draw(markdown, session.path));
			if (turn !== this.turn) return; // a newer render is on its way and draws what is missing
			this.shown.set(id, known);
			next.set(id, known);
			dress(known.el, index, block, session);
			elements.push(known.el);
		}
		for (const [id, { component, el }] of this.shown) {
			if (next.has(id)) continue;
			this.removeChild(component);
			el.remove();
		}
		this.shown = next;
		elements.forEach((el, index) => {
			if (page.children[index] !== el) page.insertBefore(el, page.children[index] ?? null);
		});
		while (page.children.length > elements.length) page.lastElementChild?.remove();
		if (elements.length === 0) {
			page.createDiv({ cls: "winnow-panel-muted", text: t(session.isGone ? "publish.reading.gone" : "publish.reading.none") });
		} else await this.drawNotes(page, session, turn);
	}

	private async draw(markdown: string, path: string): Promise<Shown> {
		const el = createDiv({ cls: "winnow-reading-block" });
		const component = this.addChild(new Component());
		await MarkdownRenderer.render(this.app, markdown, el, path, component);
		return { el, component, markdown };
	}

	private async drawNotes(page: HTMLElement, session: ReadingSession, turn: number): Promise<void> {
		const used = readFootnotes(session.draft)
			.definitions.filter((each) => session.numbers.has(each.key))
			.sort((a, b) => (session.numbers.get(a.key) ?? 0) - (session.numbers.get(b.key) ?? 0))
			.map((each) => withoutComments(each.text));
		const markdown = used.join("\n");
		if (this.notes?.markdown !== markdown) {
			if (this.notes !== null) this.removeChild(this.notes.component);
			const el = createEl("ol", { cls: "winnow-reading-notes" });
			const component = this.addChild(new Component());
			this.notes = { el, component, markdown };
			for (const each of used) {
				await MarkdownRenderer.render(this.app, each, el.createEl("li"), session.path, component);
			}
		}
		if (turn === this.turn && used.length > 0) page.append(this.notes.el);
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
		this.page?.querySelector(`[data-index="${this.session?.current ?? 0}"]`)?.scrollIntoView({ block: "nearest" });
	}

	private selected(): string {
		const selection = this.contentEl.win.getSelection();
		if (selection === null || selection.isCollapsed || this.page?.contains(selection.anchorNode) !== true) return "";
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
		const block = this.page?.querySelector<HTMLElement>(`[data-index="${this.session?.current ?? 0}"]`);
		if (block === null || block === undefined || this.session === null) return true;
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
		await this.reload();
	}

	private async report(result: Promise<Result<unknown, WriteFailure>> | undefined): Promise<void> {
		const outcome = await result;
		if (outcome?.ok === false) new Notice(explainFailure(outcome.error));
	}

	/** Back to the draft's editor in this tab, the cursor at this block. */
	async editHere(): Promise<void> {
		const at = this.session?.block?.from ?? 0;
		const { file, leaf } = this;
		if (file === null) return;
		await leaf.setViewState({ type: "markdown", active: true, state: { file: file.path, mode: "source" } });
		if (!(leaf.view instanceof MarkdownView)) return;
		const { editor } = leaf.view;
		const position = editor.offsetToPos(at);
		editor.setCursor(position);
		editor.scrollIntoView({ from: position, to: position }, true);
		editor.focus();
	}

	async finish(): Promise<void> {
		const { session } = this;
		if (session === null || session.blocks.length === 0) return;
		const finished = await session.finish();
		if (!finished.ok) {
			new Notice(explainFailure(finished.error));
			return;
		}
		const kept = t("publish.reading.finished", { path: finished.value });
		new Notice(session.past.count + 1 >= 2 ? `${kept} ${t("publish.reading.twice")}` : kept);
		await this.editHere();
	}
}

/** References become numbers: a block alone has no definitions, and would show the bare key. */
function withNumbers(block: ReadingBlock, session: ReadingSession): string {
	if (block.kind === "code" || block.kind === "math") return block.text;
	return block.text.replace(/(`+)[^`]*\1|\[\^([^\]\s]+)\]/g, (whole, tick: string | undefined, key: string | undefined) => {
		const number = tick !== undefined || key === undefined ? undefined : session.numbers.get(key);
		return number === undefined ? whole : `<sup class="footnote-ref">${number}</sup>`;
	});
}

/** What changes without drawing anew: place, focus, marks, change bar. */
function dress(el: HTMLElement, index: number, block: ReadingBlock, session: ReadingSession): void {
	el.dataset.index = String(index);
	el.toggleClass("is-focused", index === session.current);
	el.toggleClass("is-changed", session.changed.has(block));
	const marks = session.marksOf(block);
	el.toggleClass("is-marked", marks.length > 0);
	el.querySelector(":scope > .winnow-reading-flags")?.remove();
	if (marks.length === 0) return;
	const flags = el.createDiv({ cls: "winnow-reading-flags" });
	for (const { kind, words } of marks) {
		const flag = flags.createDiv({ cls: `winnow-reading-flag is-${kind}` });
		flag.createSpan({ cls: "winnow-mark-kind", text: t(`publish.kind.${kind}`) });
		if (words !== "") flag.createSpan({ text: words, attr: { dir: "auto" } });
	}
}
