import type { ClaudeFailure } from "../claude/claude";
import { t } from "../ui/i18n";
import { shortQuote } from "./kept-note";
import { withoutQuoteSigns } from "./page-text";

// What stands below the answers and needs no key. Each part only draws.

export function highlightsPart(parent: HTMLElement, marked: readonly string[]): void {
	if (marked.length === 0) return;
	const part = parent.createDiv({ cls: "winnow-panel-part" });
	part.createDiv({ cls: "winnow-panel-heading", text: t("understand.highlights") });
	for (const words of marked) {
		part.createDiv({
			cls: "winnow-row",
			text: shortQuote(words, 160),
			attr: { tabindex: "-1", dir: "auto", "data-row": `mark ${words}`, "data-words": words },
		});
	}
}

/** @param own the reading notes as the note has them; "" where there are none. */
export function readingNotesPart(parent: HTMLElement, own: string): void {
	if (own === "") return;
	const part = parent.createDiv({ cls: "winnow-panel-part" });
	part.createDiv({ cls: "winnow-panel-heading", text: t("understand.readingNotes") });
	part.createDiv({ cls: "winnow-answer-text", text: withoutQuoteSigns(own), attr: { dir: "auto" } });
}

/** What a key adds, or what else is missing before anything can be asked. */
export function notReadyPart(parent: HTMLElement, failure: ClaudeFailure, explain: (failure: ClaudeFailure) => string, openSettings: () => void): void {
	const hint = parent.createDiv({ cls: "winnow-panel-hint" });
	hint.createSpan({ text: failure.kind === "no-key" ? t("understand.noKey") : explain(failure) });
	const button = hint.createEl("button", { cls: "winnow-link", text: t("understand.settings") });
	button.addEventListener("click", openSettings);
}
