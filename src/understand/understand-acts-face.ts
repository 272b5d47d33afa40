import type { MarkdownView } from "obsidian";
import type { ClaudeFailure } from "../claude/claude";
import { appendReadingNote } from "../source/reading-notes";
import type { Source } from "../source/source";
import type { Anchor } from "../text/anchor";
import { hashText } from "../text/hash";
import { t } from "../ui/i18n";
import { showHint } from "../ui/notice";
import { guarded } from "../ui/report-bug";
import { AskClaude } from "./ask-claude";
import type { Card } from "./card";
import { comparedTitle, MOST_COMPARED } from "./compare";
import { Comparison } from "./compare-acts-face";
import { Desk } from "./desk";
import { toggleHighlight } from "./highlight";
import { keptCallout, shortQuote } from "./kept-note";
import { compareQuestion, explainQuestion, readersQuestion } from "./questions";
import { selectedPassage, showPassage } from "./show-passage-face";
import { TranslateSource } from "./translate-source";
import type { UnderstandParts } from "./understand-parts";

/** What commands, menu and companion do. Nothing here writes into a note but `keep` and `highlight`. */
export class UnderstandActs {
	readonly desk = new Desk();
	readonly claude: AskClaude;
	readonly translation: TranslateSource;
	/** What gets the focus as soon as the face shows it: a row's key, or the field to ask. */
	wish: string | null = null;
	/** Keeping and undoing wait for each other: an undo on its heels means the act that is still being written. */
	private last: Promise<void> = Promise.resolve();

	readonly comparison: Comparison;

	constructor(private readonly parts: UnderstandParts) {
		this.comparison = new Comparison(parts, () => this.desk.changed());
		this.claude = new AskClaude(parts);
		this.translation = new TranslateSource(parts, this.claude, this.desk, (words) => this.say(words));
	}

	async explainSelection(view: MarkdownView): Promise<void> {
		const source = this.sourceOf(view);
		if (source === null) return this.say(t("understand.notSource"));
		const { passage, anchor } = selectedPassage(view);
		if (passage === "") return this.say(t("understand.noSelection"));
		await this.parts.companion.open();
		if (this.isReady()) await this.ask(source, { kind: "explain", others: [], passage, anchor, words: "", before: "" });
	}

	async askThisSource(view: MarkdownView): Promise<void> {
		if (this.sourceOf(view) === null) return this.say(t("understand.notSource"));
		await this.parts.companion.open();
		if (!this.isReady()) return;
		this.wish = "field";
		this.desk.changed();
	}

	/** Lets the person choose what to hold against the source in front; asking, with its price, comes after. */
	compare(view: MarkdownView): void {
		const source = this.sourceOf(view);
		if (source === null) return this.say(t("understand.notSource"));
		if (this.isReady()) this.comparison.choose(source, () => guarded(() => this.askThisSource(view)));
	}

	/** Several sources at once: one of them is in front, the others stand above the field. */
	async compareMany(paths: readonly string[]): Promise<void> {
		const group = paths.slice(0, MOST_COMPARED);
		const [first = ""] = group;
		if (group.length < 2 || !this.isReady()) return;
		const { workspace } = this.parts.app;
		// One of them may stand in front already, as the list's preview shows it.
		if (!group.includes(workspace.getActiveFile()?.path ?? "")) await workspace.openLinkText(first, "", false);
		this.comparison.set(group);
		await this.parts.companion.open();
		this.wish = "field";
		this.desk.changed();
		if (paths.length > MOST_COMPARED) this.say(t("understand.compare.most", { count: MOST_COMPARED }));
	}

	/** Shows paragraphs and price beside the source; translating begins there. */
	async translateNote(view: MarkdownView): Promise<void> {
		const source = this.sourceOf(view);
		if (source === null) return this.say(t("understand.notSource"));
		await this.parts.companion.open();
		if (!this.isReady() || !(await this.translation.layOut(source))) return;
		this.wish = "translation";
		this.desk.changed();
	}

	/** @param further the card whose passage and answer the question goes on from; null: about the whole source. */
	async askSource(source: Source, words: string, further: Card | null): Promise<void> {
		const others = further === null ? this.comparison.of(source.path).map(({ path }) => path) : further.others;
		const question = words.trim() || (others.length > 0 ? t("understand.compare.default") : "");
		if (question === "") return;
		this.comparison.set([]);
		await this.ask(source, {
			kind: "ask",
			others,
			passage: further?.passage ?? "",
			anchor: further?.anchor ?? null,
			words: question,
			before: further === null ? "" : [further.before, further.words, further.text].join("\n").trim(),
		});
	}

	async again(card: Card): Promise<void> {
		const source = this.parts.sources.get(card.path);
		if (source !== null) await this.run(source, { ...card, text: "", isCut: false, state: { kind: "asking" } });
	}

	/** US dollars a question to this note, and to the others chosen beside it, would cost, about; null where not known. */
	priceOf(note: string, others: readonly string[]): number | null {
		const asking = this.claude.asking({ title: "" }, note);
		const whole = others.map((each) => ({ title: "", note: each }));
		return this.claude.price(others.length > 0 ? compareQuestion(asking, whole, "", "") : readersQuestion(asking, "", "", ""));
	}

	/** Their notes, as far as they can be read. */
	async notesOf(sources: readonly Source[]): Promise<readonly Readonly<{ title: string; note: string }>[]> {
		const read = await Promise.all(sources.map(({ path }) => this.parts.vault.read(path)));
		return sources.flatMap(({ title }, index) => {
			const note = read[index];
			return note?.ok === true ? [{ title, note: note.value.replaceAll("\r\n", "\n") }] : [];
		});
	}

	/** What came so far stays; where nothing came, the card goes. */
	stop(id: string): void {
		this.claude.stop(id);
	}

	renamed(from: string, to: string): void {
		this.comparison.renamed(from, to);
		this.desk.renamed(from, to);
	}

	drop(id: string): void {
		this.desk.drop(id);
	}

	/** Puts the answer as a callout under *Reading notes*; the only way an answer gets into a note. */
	keep(id: string): Promise<void> {
		return this.inTurn(() => this.keepNow(id));
	}

	keepTranslation(source: Source): Promise<void> {
		return this.inTurn(() => this.translation.keep(source));
	}

	/** Takes back the last act; a card that was kept by it can be kept again. */
	undo(): Promise<void> {
		return this.inTurn(() => this.undoNow());
	}

	/** Marks the selected words, or takes their marks off; one undo of the editor takes it back. */
	highlight(view: MarkdownView): void {
		if (view.getMode() !== "source") return this.say(t("understand.reading"));
		const { editor } = view;
		const from = editor.posToOffset(editor.getCursor("from"));
		const to = editor.posToOffset(editor.getCursor("to"));
		if (from === to) return this.say(t("understand.noSelection"));
		const edits = toggleHighlight(editor.getValue(), { from, to });
		if (edits.length === 0) return this.say(t("understand.notMarkable"));
		const changes = edits.map((edit) => ({ from: editor.offsetToPos(edit.from), to: editor.offsetToPos(edit.to), text: edit.text }));
		editor.transaction({ changes });
	}

	async goTo(path: string, passage: string, anchor: Anchor | null): Promise<void> {
		if (!(await showPassage(this.parts.app, path, passage, anchor))) this.say(t("understand.passageGone"));
	}

	explain(failure: ClaudeFailure): string {
		return this.parts.explain(failure);
	}

	openSettings(): void {
		this.parts.openSettings();
	}

	sourceOf(view: MarkdownView): Source | null {
		return view.file === null ? null : this.parts.sources.get(view.file.path);
	}

	say(text: string): void {
		showHint(text);
	}

	/** Names of the other sources that a card's question was put to. */
	titlesOf({ others }: Card): readonly string[] {
		return others.map((path) => this.parts.sources.get(path)?.title ?? path);
	}

	private inTurn(work: () => Promise<void>): Promise<void> {
		// A bug of the one before was reported where it was asked for.
		this.last = this.last.catch(() => undefined).then(work);
		return this.last;
	}

	private async keepNow(id: string): Promise<void> {
		const card = this.desk.get(id);
		if (card === null || card.text === "" || card.state.kind === "asking" || card.state.kind === "kept") return;
		const title = card.kind === "explain" ? t("understand.callout.explain") : comparedTitle(card.words, this.titlesOf(card));
		const callout = keptCallout(card.kind === "explain" ? "note" : "question", title, card.passage, card.text);
		const { vault, undo } = this.parts;
		const note = await vault.read(card.path);
		const written = note.ok
			? await vault.editProse(card.path, note.value, (text) => appendReadingNote(text, callout, t("understand.readingNotes")))
			: note;
		if (!written.ok) return this.say(t("understand.notKept"));
		const { before, after } = written.value;
		undo.record({
			label: t("understand.act.kept", { words: shortQuote(card.words || card.passage, 40) }),
			at: this.parts.now().toISOString(),
			steps: [{ kind: "text", path: card.path, before, after }],
		});
		this.desk.put({ ...card, state: { kind: "kept", after: hashText(after) } });
	}

	private async undoNow(): Promise<void> {
		const outcome = await this.parts.undo.undo();
		if (outcome === null) return this.say(t("understand.nothingToUndo"));
		this.say(t(outcome.skipped.length > 0 ? "understand.undoSkipped" : "understand.undone", { act: outcome.act.label }));
		if (outcome.skipped.length > 0) return;
		for (const step of outcome.act.steps) {
			if (step.kind === "created") this.translation.reopen(step.path);
			if (step.kind !== "text") continue;
			const after = hashText(step.after);
			const card = this.desk.of(step.path).find(({ state }) => state.kind === "kept" && state.after === after);
			if (card !== undefined) this.desk.put({ ...card, state: { kind: "answered" } });
		}
	}

	/** Where nothing can be asked, says what is missing. */
	private isReady(): boolean {
		const ready = this.claude.readiness();
		if (ready.kind !== "ready") this.say(this.explain(ready));
		return ready.kind === "ready";
	}

	private async ask(source: Source, asked: Pick<Card, "kind" | "others" | "passage" | "anchor" | "words" | "before">): Promise<void> {
		const id = this.parts.nonce();
		this.wish = `card ${id}`;
		await this.run(source, { ...asked, id, path: source.path, text: "", isCut: false, state: { kind: "asking" }, cost: null });
	}

	private async run(source: Source, card: Card): Promise<void> {
		this.desk.put(card);
		const note = await this.parts.vault.read(source.path);
		const asking = this.claude.asking(source, note.ok ? note.value.replaceAll("\r\n", "\n") : "");
		const others = await this.notesOf(card.others.flatMap((path) => this.parts.sources.get(path) ?? []));
		const question =
			card.kind === "explain"
				? explainQuestion(asking, card.passage)
				: others.length > 0
					? compareQuestion(asking, others, card.before, card.words)
					: readersQuestion(asking, card.passage, card.before, card.words);
		let text = "";
		const answer = await this.claude.send(card.id, question, (piece) => {
			text += piece;
			// Renamed or dropped meanwhile: what the desk holds decides.
			const current = this.desk.get(card.id);
			if (current !== null) this.desk.put({ ...current, text });
		});
		const current = this.desk.get(card.id);
		if (current === null) return;
		if (answer.ok) {
			const { cost, isTruncated } = answer.value;
			this.desk.put({ ...current, text: answer.value.text.trim(), isCut: isTruncated, state: { kind: "answered" }, cost });
		} else if (answer.error.kind === "cancelled" && text === "") this.desk.drop(card.id);
		else this.desk.put({ ...current, text, state: { kind: "failed", failure: answer.error } });
	}
}
