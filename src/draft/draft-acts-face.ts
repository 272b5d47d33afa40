import { MarkdownView, type Editor } from "obsidian";
import type { Source } from "../source/source";
import type { Span } from "../text/edit";
import { headings } from "../text/headings";
import { findSourceLine } from "./scaffold";
import { t } from "../ui/i18n";
import { showHint } from "../ui/notice";
import { footnoteAtCursor, quoteAt, type Citation, type Cited } from "./cite";
import {
	applyDraftState,
	createDraft,
	explainDraftFailure,
	linkTo,
	readDraftState,
	type DraftState,
} from "./draft-files";
import type { DraftParts } from "./draft-parts";
import { HeadingSyncModal } from "./heading-sync-modal";
import { findPassage } from "./open-passage";
import type { Answers } from "../outline/heading-sync";
import { guarded } from "../ui/report-bug";

/** What commands, companion and other features do with a draft. */
export class DraftActs {
	constructor(private readonly parts: DraftParts) {}

	/** Opens a project's draft; makes it from the outline where there is none. */
	async open(projectPath: string): Promise<void> {
		const project = this.parts.projects.get(projectPath);
		if (project === null) return this.say(t("draft.noProject"));
		const [path] = project.drafts;
		if (path !== undefined) {
			await this.show(path);
			return;
		}
		const made = await createDraft(this.parts, project);
		if (!made.ok) return this.say(explainDraftFailure(made.error));
		const { path: newPath, text } = made.value;
		const view = await this.show(newPath);
		// Somebody who writes already keeps the cursor.
		if (view !== null && view.editor.getValue() === text) putCursorUnderFirstSection(view.editor);
	}

	/** Shows a note in a tab that has it already, else in a new one. */
	async show(path: string): Promise<MarkdownView | null> {
		const { workspace, vault } = this.parts.app;
		const file = vault.getFileByPath(path);
		if (file === null) {
			this.say(t("draft.noteGone"));
			return null;
		}
		const open = workspace.getLeavesOfType("markdown").find((leaf) => leaf.getViewState().state?.file === path);
		const leaf = open ?? workspace.getLeaf("tab");
		if (open === undefined) await leaf.openFile(file);
		else await leaf.loadIfDeferred();
		await workspace.revealLeaf(leaf);
		workspace.setActiveLeaf(leaf, { focus: true });
		return leaf.view instanceof MarkdownView ? leaf.view : null;
	}

	/** Headings and sources lines from the outline; asks first wherever text would move or be renamed. */
	async updateFromOutline(projectPath: string): Promise<void> {
		const project = this.parts.projects.get(projectPath);
		if (project === null) return this.say(t("draft.noProject"));
		if (project.outline === null) return this.say(t("draft.noOutline"));
		if (project.drafts.length === 0) return this.open(projectPath);
		const state = await readDraftState(this.parts, project);
		if (!state.ok) return this.say(explainDraftFailure(state.error));
		const { changes, asks } = state.value.plan;
		const isSafe = asks.length === 0 && changes.every((change) => change.kind === "add" && change.to === "draft");
		const all = new Set(changes.map((change) => change.id));
		if (isSafe) return this.apply(state.value, all, {});
		new HeadingSyncModal(this.parts.app, state.value.plan, (accepted, answers) => {
			guarded(() => this.apply(state.value, accepted, answers));
		}).open();
	}

	private async apply(state: DraftState, accepted: ReadonlySet<string>, answers: Answers): Promise<void> {
		const applied = await applyDraftState(this.parts, state, accepted, answers);
		if (!applied.ok) return this.say(explainDraftFailure(applied.error));
		const count = accepted.size + Object.keys(answers).length;
		if (count > 0) this.say(t("draft.updated", { count }));
		else this.say(t(applied.value.draft === null ? "draft.upToDate" : "draft.linesUpdated"));
		await this.show(state.draftPath);
	}

	/** A quote (or, without words, a footnote alone) at the cursor, in one transaction: one undo takes it back. */
	cite(view: MarkdownView, source: Source, words: string, as: "quote" | "footnote"): boolean {
		const { file } = view;
		if (file === null) return false;
		if (view.getMode() !== "source") {
			this.say(t("draft.reading"));
			return false;
		}
		const target = linkTo(this.parts, source.path, file.path).slice(2, -2);
		const citation: Citation = { source, target, quote: words };
		const { editor } = view;
		const draft = editor.getValue();
		const offset = editor.posToOffset(editor.getCursor("to"));
		const cited = as === "quote" && words !== "" ? quoteAt(draft, offset, citation) : footnoteAtCursor(draft, offset, citation);
		applyCited(editor, cited);
		editor.focus();
		return true;
	}

	/** Opens a source and selects the words; a passage known by place is checked by the caller. */
	async openAt(path: string, place: Readonly<{ words: string } | { span: Span }>): Promise<void> {
		const view = await this.show(path);
		if (view === null) return;
		const text = view.editor.getValue();
		const span = "span" in place ? place.span : findPassage(text, place.words);
		if (span === null) {
			if ("words" in place && place.words !== "") this.say(t("draft.passageGone"));
			return;
		}
		const { editor } = view;
		const from = editor.offsetToPos(span.from);
		const to = editor.offsetToPos(span.to);
		editor.setSelection(from, to);
		editor.scrollIntoView({ from, to }, true);
	}

	say(text: string): void {
		showHint(text);
	}
}

/** A new draft is ready to be written: the cursor waits under the first section's sources line. */
function putCursorUnderFirstSection(editor: Editor): void {
	const draft = editor.getValue();
	const first = headings(draft)[0];
	if (first === undefined) return;
	const line = findSourceLine(draft, first);
	editor.setCursor(editor.offsetToPos(Math.min(draft.length, (line?.to ?? first.to) + 2)));
	editor.focus();
}

/** One transaction, so one undo; the cursor stands behind what was inserted. */
function applyCited(editor: Editor, { edits, cursor }: Cited): void {
	// Positions must be read before anything changes: all changes of a transaction count from the old text.
	const changes = edits.map((edit) => ({
		from: editor.offsetToPos(edit.from),
		to: editor.offsetToPos(edit.to),
		text: edit.text,
	}));
	editor.transaction({ changes });
	editor.setCursor(editor.offsetToPos(cursor));
	editor.scrollIntoView({ from: editor.getCursor(), to: editor.getCursor() });
}
