import { MarkdownView, Notice } from "obsidian";
import type { Claude, ClaudeFailure, Question } from "../claude/claude";
import { appendReadingNote } from "../source/reading-notes";
import type { Source } from "../source/source";
import { t } from "../ui/i18n";
import { Desk, type Card, type Translation } from "./card";
import { toggleHighlight } from "./highlight";
import { keptCallout, shortQuote } from "./kept-note";
import { explainQuestion, readersQuestion, translateQuestion } from "./questions";
import { beginTranslation, partWords, translationNote } from "./translation";
import type { UnderstandParts } from "./understand-parts";

/** Expected tokens of an answer of some 120 words. */
const ANSWER_TOKENS = 350;

/** What commands, menu and companion do. Nothing here writes into a note but `keep` and `highlight`. */
export class UnderstandActs {
	readonly desk = new Desk();
	private readonly running = new Map<string, AbortController>();
	private count = 0;

	/** Puts the cursor into the field to ask, where the face stands; set by it. */
	focusField: () => void = () => undefined;

	constructor(private readonly parts: UnderstandParts) {}

	readiness(): ReturnType<Claude["readiness"]> {
		return this.parts.claude.readiness();
	}

	stopAll(): void {
		for (const abort of this.running.values()) abort.abort();
	}

	async explainSelection(view: MarkdownView): Promise<void> {
		const source = this.sourceOf(view);
		if (source === null) return this.say(t("understand.notSource"));
		const passage = selectionOf(view);
		if (passage === "") return this.say(t("understand.noSelection"));
		await this.parts.companion.open();
		await this.ask(source, { kind: "explain", passage, words: "", before: "" });
	}

	/** @param further the card whose passage and answer the question goes on from; null: about the whole source. */
	async askSource(source: Source, words: string, further: Card | null): Promise<void> {
		const question = words.trim();
		if (question === "") return;
		await this.ask(source, {
			kind: "ask",
			passage: further?.passage ?? "",
			words: question,
			before: further === null ? "" : [further.words, further.text].join("\n").trim(),
		});
	}

	async again(card: Card): Promise<void> {
		const source = this.parts.sources.get(card.path);
		if (source !== null) await this.run(source, { ...card, text: "", state: { kind: "asking" } }, "");
	}

	/** US dollars a question to this note would cost, about; null where not known. */
	priceOf(note: string): number | null {
		const question = readersQuestion(this.asking({ title: "" }, note), "", "", "");
		return this.parts.claude.estimate(question, ANSWER_TOKENS).cost;
	}

	stop(id: string): void {
		this.running.get(id)?.abort();
	}

	drop(id: string): void {
		this.stop(id);
		this.desk.drop(id);
	}

	/** Puts the answer as a callout under *Reading notes*; the only way an answer gets into a note. */
	async keep(card: Card): Promise<void> {
		if (card.state.kind !== "answered") return;
		const title = card.kind === "explain" ? t("understand.callout.explain") : card.words;
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
		this.desk.put({ ...card, state: { kind: "kept", after } });
	}

	/** Takes back the last act; a card that was kept by it can be kept again. */
	async undo(): Promise<void> {
		const outcome = await this.parts.undo.undo();
		if (outcome === null) return this.say(t("understand.nothingToUndo"));
		this.say(t(outcome.skipped.length > 0 ? "understand.undoSkipped" : "understand.undone", { act: outcome.act.label }));
		if (outcome.skipped.length > 0) return;
		for (const step of outcome.act.steps) {
			if (step.kind === "created") this.reopenTranslation(step.path);
			if (step.kind !== "text") continue;
			const card = this.desk.of(step.path).find(({ state }) => state.kind === "kept" && state.after === step.after);
			if (card !== undefined) this.desk.put({ ...card, state: { kind: "answered" } });
		}
	}

	/** Marks the selected words, or takes their marks off; one undo of the editor takes it back. */
	highlight(view: MarkdownView): void {
		if (view.getMode() !== "source") return this.say(t("understand.reading"));
		const { editor } = view;
		const [from, to] = (["from", "to"] as const).map((side) => editor.posToOffset(editor.getCursor(side)));
		if (from === undefined || to === undefined || from === to) return this.say(t("understand.noSelection"));
		const edits = toggleHighlight(editor.getValue(), { from, to });
		if (edits.length === 0) return this.say(t("understand.notMarkable"));
		const changes = edits.map((edit) => ({ from: editor.offsetToPos(edit.from), to: editor.offsetToPos(edit.to), text: edit.text }));
		editor.transaction({ changes });
	}

	/** Begins or goes on, paragraph by paragraph; nothing is written before `keepTranslation`. */
	async translate(view: MarkdownView): Promise<void> {
		const source = this.sourceOf(view);
		if (source === null) return this.say(t("understand.notSource"));
		await this.parts.companion.open();
		await this.translateSource(source);
	}

	async translateSource(source: Source): Promise<void> {
		const { language } = this.parts;
		if (source.language?.toLowerCase().startsWith(language) === true) return this.say(t("understand.sameLanguage"));
		const note = await this.parts.vault.read(source.path);
		if (!note.ok) return this.say(t("understand.gone"));
		const before = this.desk.translationOf(source.path);
		const fresh = beginTranslation(source.path, language, note.value);
		// Changed meanwhile: what was translated belongs to another text.
		await this.runTranslation(source, before !== null && before.page === fresh.page ? before : fresh);
	}

	stopTranslation(path: string): void {
		this.running.get(`translate ${path}`)?.abort();
	}

	dropTranslation(path: string): void {
		this.stopTranslation(path);
		this.desk.dropTranslation(path);
	}

	async keepTranslation(source: Source): Promise<void> {
		const translation = this.desk.translationOf(source.path);
		if (translation === null) return;
		const { app, vault, undo } = this.parts;
		const file = app.vault.getFileByPath(source.path);
		if (file === null) return this.say(t("understand.gone"));
		const folder = file.parent?.path ?? "";
		const name = `${file.basename} (${translation.language})`;
		const link = `[[${app.metadataCache.fileToLinktext(file, `${folder}/${name}.md`)}]]`;
		const text = translationNote(translation, `${source.title} (${languageName(translation.language, this.parts.language)})`, link);
		const made = await vault.createBeside(folder === "/" ? "" : folder, name, text);
		if (!made.ok) return this.say(t("understand.notKept"));
		undo.record({
			label: t("understand.act.translated", { title: source.title }),
			at: this.parts.now().toISOString(),
			steps: [{ kind: "created", path: made.value.path, text: made.value.after }],
		});
		this.desk.putTranslation({ ...translation, state: { kind: "kept", note: made.value.path } });
	}

	/** Selects the words in the note, where they still stand there. */
	async goTo(path: string, words: string): Promise<void> {
		const leaf = this.parts.app.workspace.getLeavesOfType("markdown").find((each) => each.getViewState().state?.file === path);
		if (leaf === undefined) return;
		await this.parts.app.workspace.revealLeaf(leaf);
		if (!(leaf.view instanceof MarkdownView) || words === "") return;
		const { editor } = leaf.view;
		const at = editor.getValue().indexOf(words);
		if (at === -1) return this.say(t("understand.passageGone"));
		const [from, to] = [editor.offsetToPos(at), editor.offsetToPos(at + words.length)];
		editor.setSelection(from, to);
		editor.scrollIntoView({ from, to }, true);
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
		new Notice(text);
	}

	private async ask(source: Source, asked: Pick<Card, "kind" | "passage" | "words"> & { before: string }): Promise<void> {
		const { kind, passage, words, before } = asked;
		const id = String(++this.count);
		await this.run(source, { id, kind, path: source.path, passage, words, text: "", state: { kind: "asking" }, cost: null }, before);
	}

	private async run(source: Source, card: Card, before: string): Promise<void> {
		this.desk.put(card);
		const note = await this.parts.vault.read(source.path);
		const asking = this.asking(source, note.ok ? note.value : "");
		const question =
			card.kind === "explain" ? explainQuestion(asking, card.passage) : readersQuestion(asking, card.passage, before, card.words);
		let text = "";
		const answer = await this.send(card.id, question, (piece) => {
			text += piece;
			// Renamed or dropped meanwhile: what the desk holds decides.
			const current = this.desk.get(card.id);
			if (current !== null) this.desk.put({ ...current, text });
		});
		const current = this.desk.get(card.id);
		if (current === null) return;
		if (answer.ok) this.desk.put({ ...current, text: answer.value.text.trim(), state: { kind: "answered" }, cost: answer.value.cost });
		else if (answer.error.kind === "cancelled" && text === "") this.desk.drop(card.id);
		else this.desk.put({ ...current, text, state: { kind: "failed", failure: answer.error } });
	}

	private async send(id: string, question: Question, onText: (piece: string) => void): ReturnType<Claude["ask"]> {
		const abort = new AbortController();
		this.running.set(id, abort);
		try {
			return await this.parts.claude.ask(question, abort.signal, (event) => event.kind === "text" && onText(event.piece));
		} finally {
			this.running.delete(id);
		}
	}

	private async runTranslation(source: Source, begun: Translation): Promise<void> {
		if (this.running.has(`translate ${begun.path}`)) return;
		let translation: Translation = { ...begun, state: "running" };
		const { model, nonce, language, title } = this.asking(source, "");
		for (const [index, part] of translation.parts.entries()) {
			if (part.text !== null) continue;
			this.desk.putTranslation(translation);
			const question = translateQuestion({ model, nonce, language, title }, partWords(translation, part));
			const answer = await this.send(`translate ${begun.path}`, question, () => undefined);
			// Dropped meanwhile.
			if (this.desk.translationOf(begun.path) === null) return;
			if (!answer.ok) {
				const isStopped = answer.error.kind === "cancelled";
				this.desk.putTranslation({ ...translation, state: isStopped ? "stopped" : { kind: "failed", failure: answer.error } });
				return;
			}
			const text = answer.value.text.trim();
			translation = { ...translation, parts: translation.parts.map((each, at) => (at === index ? { ...each, text } : each)) };
		}
		this.desk.putTranslation({ ...translation, state: "stopped" });
	}

	private reopenTranslation(notePath: string): void {
		const kept = this.desk.keptAs(notePath);
		if (kept !== null) this.desk.putTranslation({ ...kept, state: "stopped" });
	}

	private asking(source: Pick<Source, "title">, note: string) {
		const { parts } = this;
		return {
			model: parts.models().questions,
			nonce: parts.nonce(),
			language: languageName(parts.language, "en"),
			title: source.title,
			note,
		};
	}
}

/** A language by its name, said in another one. */
export function languageName(language: string, inLanguage: string): string {
	return new Intl.DisplayNames([inLanguage], { type: "language" }).of(language) ?? language;
}

function selectionOf(view: MarkdownView): string {
	if (view.getMode() === "source") return view.editor.getSelection().trim();
	const selection = view.contentEl.win.getSelection();
	const isHere = view.contentEl.contains(selection?.anchorNode ?? null);
	return isHere ? (selection?.toString().trim() ?? "") : "";
}
