import { setIcon } from "obsidian";
import { t } from "../ui/i18n";
import type { DraftToPublish } from "./draft-export-face";
import type { Exported, ExportWarning } from "./export-draft";

/** Ways to mend what a check found; both leave the sheet. */
export type Mending = Readonly<{
	/** Goes to the place in the draft. */
	show(offset: number): void;
	readThrough(): void;
}>;

type Act = readonly [label: string, act: () => void];

/** What to look at before it goes out, each with a way to mend it, then what is in order. */
export function checksFace(
	parent: HTMLElement,
	draft: DraftToPublish,
	exported: Exported,
	missing: readonly string[],
	mending: Mending,
): void {
	parent.empty();
	const { comments, footnotes } = exported.facts;
	const isRead = draft.readings > 0;
	const count = exported.warnings.length + [missing.length > 0, draft.marks.length > 0, !isRead].filter(Boolean).length;
	const head = parent.createDiv({ cls: "winnow-panel-heading" });
	head.createSpan({ text: t("publish.before") });
	head.createSpan({ cls: "winnow-panel-count", text: count === 0 ? "" : t("publish.lookAt", { count }) });
	const place = (examples: readonly string[], label = t("publish.show")): Act | null => {
		const at = placeOf(draft.text, examples);
		return at === null ? null : [label, () => mending.show(at)];
	};
	for (const warning of exported.warnings) {
		const act = warning.kind === "alt" ? place(warning.examples, t("publish.describe")) : place(warning.examples);
		openLine(parent, wordsOf(warning), warning.examples, act);
	}
	if (missing.length > 0) openLine(parent, t("publish.warn.missing", { count: missing.length }), missing, place(missing));
	const [mark] = draft.marks;
	if (mark !== undefined) {
		const marks = t("publish.fact.marks", { count: draft.marks.length });
		openLine(parent, marks, [], [t("publish.show"), () => mending.show(mark)]);
	}
	if (!isRead) openLine(parent, t("publish.fact.unread"), [], [t("publish.readThrough"), () => mending.readThrough()]);
	if (comments > 0) doneLine(parent, t("publish.fact.comments", { count: comments }));
	if (footnotes > 0) doneLine(parent, t("publish.fact.footnotes", { count: footnotes }));
	if (isRead) doneLine(parent, t("publish.fact.readings", { count: draft.readings }));
}

function wordsOf({ kind, count }: ExportWarning): string {
	return kind === "unclosed" ? t("publish.warn.unclosed") : t(`publish.warn.${kind}`, { count });
}

/** Where the first example stands that the draft holds as it is; null: none does. */
function placeOf(text: string, examples: readonly string[]): number | null {
	for (const example of examples) {
		const at = text.indexOf(example);
		if (at !== -1) return at;
	}
	return null;
}

function openLine(parent: HTMLElement, words: string, examples: readonly string[], act: Act | null): void {
	const line = lineOf(parent, "circle-alert", words, "is-amber");
	if (examples.length > 0) line.setAttribute("title", examples.join("\n"));
	if (act === null) return;
	const [label, run] = act;
	const button = line.createEl("button", { cls: "winnow-link", text: label, attr: { type: "button" } });
	button.addEventListener("click", run);
}

function doneLine(parent: HTMLElement, words: string): void {
	lineOf(parent, "check", words, "is-done");
}

function lineOf(parent: HTMLElement, icon: string, words: string, state: string): HTMLElement {
	const line = parent.createDiv({ cls: ["winnow-fact", state] });
	setIcon(line.createSpan({ cls: "winnow-panel-icon" }), icon);
	line.createSpan({ cls: "winnow-fact-words", text: words });
	return line;
}
