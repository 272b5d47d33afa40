import { SuggestModal, type App, type Editor } from "obsidian";
import { MARK_KINDS, placeMark, type MarkKind } from "../text/marks";
import { t } from "../ui/i18n";
import { showHint } from "../ui/notice";
import { markChoices, type MarkChoice } from "./mark-choices";

/** Asks what is weak at the cursor, and writes the mark as one change of the editor. */
export class MarkSuggest extends SuggestModal<MarkChoice> {
	constructor(
		app: App,
		private readonly editor: Editor,
	) {
		super(app);
		this.setPlaceholder(t("publish.reading.ownWords"));
	}

	override getSuggestions(query: string): MarkChoice[] {
		return [...markChoices(query, (kind) => t(`publish.kind.${kind}`), MARK_KINDS)];
	}

	override renderSuggestion({ kind, words }: MarkChoice, el: HTMLElement): void {
		el.createDiv({ text: t(`publish.kind.${kind}`) });
		if (words !== "") el.createEl("small", { text: words, attr: { dir: "auto" } });
	}

	override onChooseSuggestion({ kind, words }: MarkChoice): void {
		if (!markAtCursor(this.editor, kind, words)) showHint(t("publish.noPlace"));
	}
}

/** Puts the mark behind the sentence of the cursor or the selection. False: there is no text to mark. */
export function markAtCursor(editor: Editor, kind: MarkKind, words: string): boolean {
	const offset = (side: "from" | "to"): number => editor.posToOffset(editor.getCursor(side));
	const edit = placeMark(editor.getValue(), { from: offset("from"), to: offset("to") }, kind, words);
	if (edit === null) return false;
	const [from, to] = [editor.offsetToPos(edit.from), editor.offsetToPos(edit.to)];
	editor.transaction({ changes: [{ from, to, text: edit.text }] });
	return true;
}
