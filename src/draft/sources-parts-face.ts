import { setIcon } from "obsidian";
import type { Kind } from "../source/kind";
import { t } from "../ui/i18n";
import type { DraftSection } from "./section-sources";
import type { SectionState, ShownPassage, ShownSource } from "./section-state";

// The parts of the sources panel. Each only draws; rows say by `data-` what they stand for.

const KIND_ICONS: Readonly<Record<Kind, string>> = {
	paper: "file-text",
	article: "newspaper",
	post: "message-square",
	thread: "messages-square",
	video: "square-play",
	course: "graduation-cap",
	repository: "folder-git-2",
	book: "book-open",
	file: "file",
};

const KEYS = { quote: "↵", footnote: "f", open: "o" } as const;

export function headPart(head: HTMLElement, { place, words, isCjk, sources }: SectionState, isPinned: boolean): void {
	head.empty();
	const line = head.createDiv({ cls: "winnow-panel-line" });
	const title = place.heading?.text ?? t(place.count === 0 ? "draft.noneYet" : "draft.beforeFirst");
	line.createSpan({ cls: "winnow-panel-title", text: title, attr: { dir: "auto", title } });
	const pin = line.createEl("button", {
		cls: "clickable-icon",
		attr: { "data-act": "pin", "aria-label": t(isPinned ? "draft.unpin" : "draft.pin"), "aria-pressed": String(isPinned) },
	});
	pin.toggleClass("is-active", isPinned);
	setIcon(pin, "pin");
	const length = t(isCjk ? "draft.characters" : "draft.words", { count: words });
	const cited = sources.filter((each) => each.citedHere > 0).length;
	const facts =
		place.heading === null
			? t("draft.factsWhole", { words: length, sections: t("draft.sections", { count: place.count }) })
			: t("draft.facts", { index: place.index, count: place.count, words: length, sources: t("draft.sources", { count: sources.length }), cited });
	head.createDiv({ cls: "winnow-panel-facts", text: facts });
}

/** Nothing to show, and what would change that. `query`: what was searched; "" where nothing was. */
export function emptyPart(
	list: HTMLElement,
	{ heading, section, count }: DraftSection,
	{ query, hasKept, hasOutline }: Readonly<{ query: string; hasKept: boolean; hasOutline: boolean }>,
): void {
	const part = list.createDiv({ cls: "winnow-panel-part" });
	const say = (text: string): void => void part.createDiv({ cls: "winnow-panel-muted", text });
	const offer = (text: string, act: string): void => void part.createEl("button", { cls: "winnow-link", text, attr: { "data-act": act } });
	if (query !== "") return say(t("draft.noMatch", { query }));
	if (count === 0) {
		say(t("draft.noHeadings"));
		if (hasOutline) offer(t("draft.takeHeadings"), "headings");
	}
	if (!hasKept) {
		say(t("draft.noSourcesAtAll"));
		return offer(t("draft.backToReading"), "reading");
	}
	if (count === 0) return;
	say(t("draft.noSources"));
	if (section !== null) offer(t("draft.addSource"), "add-source");
	else if (heading !== null) say(t("draft.noSection", { heading: heading.text }));
}

export function sourcePart(list: HTMLElement, shown: ShownSource, isFolded: boolean): void {
	const { source, citedHere, passages, isUnmarked } = shown;
	const card = list.createDiv({ cls: "winnow-source", attr: { role: "listitem" } });
	const head = card.createDiv({
		cls: "winnow-row winnow-source-head",
		attr: { tabindex: "-1", "data-row": `source ${source.path}`, "data-path": source.path },
	});
	setIcon(head.createSpan({ cls: "winnow-panel-icon" }), KIND_ICONS[source.kind]);
	head.createSpan({ cls: "winnow-row-title", text: source.title, attr: { dir: "auto", title: source.title } });
	head.createSpan({
		cls: "winnow-panel-count",
		text: citedHere === 0 ? t("draft.notCited") : t("draft.citedTimes", { count: citedHere }),
	});
	const label = t(isFolded ? "draft.unfold" : "draft.fold");
	const fold = head.createEl("button", {
		cls: "clickable-icon",
		attr: { "data-act": "fold", tabindex: "-1", "aria-label": label, "aria-expanded": String(!isFolded) },
	});
	setIcon(fold, isFolded ? "chevron-right" : "chevron-down");
	rowActs(head, false);
	if (isFolded) return;
	if (isUnmarked && passages.length > 0) card.createDiv({ cls: "winnow-panel-muted", text: t("draft.nothingMarked") });
	if (passages.length === 0) card.createDiv({ cls: "winnow-panel-muted", text: t("draft.noText") });
	passages.forEach((passage, index) => passageRow(card, source.path, passage, index));
}

function passageRow(card: HTMLElement, path: string, { passage, use, isUsedHere }: ShownPassage, index: number): void {
	const row = card.createDiv({
		cls: `winnow-row winnow-passage is-${passage.kind}`,
		attr: { tabindex: "-1", "data-row": `passage ${passage.from} ${path}`, "data-path": path, "data-passage": String(index) },
	});
	row.toggleClass("is-used", use !== null);
	row.createDiv({ cls: "winnow-passage-words", text: passage.words, attr: { dir: "auto" } });
	if (use !== null) {
		const words = t(isUsedHere ? "draft.usedHere" : "draft.usedElsewhere", { key: use.key });
		const line = row.createDiv({ cls: "winnow-passage-use" });
		setIcon(line.createSpan({ cls: "winnow-panel-icon" }), "check");
		line.createSpan({ text: words });
	}
	rowActs(row, true);
	if (use === null && passage.place !== "") {
		row.createDiv({ cls: "winnow-passage-place", text: t("draft.place", { heading: passage.place }), attr: { dir: "auto" } });
	}
}

/** Shown on the row that has focus or the pointer; on touch always. */
function rowActs(row: HTMLElement, hasWords: boolean): void {
	const acts = row.createDiv({ cls: "winnow-row-acts" });
	const names = hasWords ? (["quote", "footnote", "open"] as const) : (["footnote", "open"] as const);
	for (const act of names) {
		const button = acts.createEl("button", { cls: "winnow-row-act", attr: { "data-act": act, tabindex: "-1" } });
		button.createEl("kbd", { text: KEYS[act] });
		button.createSpan({ text: t(`draft.${act}`) });
	}
}

/** What the section should have before it is left: the author's own tick as a box, facts as icons. */
export function beforePart(part: HTMLElement, state: SectionState, unread: number, isTicked: boolean): void {
	part.empty();
	const { place, sources, unquoted, faults } = state;
	part.toggle(place.heading !== null);
	const unused = sources.filter((each) => each.citedHere === 0).length;
	const note = plain(place.section?.note?.text ?? "");
	const facts = [unquoted === 0, ...(sources.length > 0 ? [unused === 0] : []), ...(note !== "" ? [isTicked] : []), ...(faults > 0 ? [false] : [])];
	const head = part.createDiv({ cls: "winnow-panel-heading" });
	head.createSpan({ text: t("draft.before") });
	const done = facts.filter(Boolean).length;
	head.createSpan({ cls: "winnow-panel-count", text: t("draft.before.count", { done, count: facts.length }) });
	if (note !== "") tick(part, t("draft.before.note", { note }), isTicked);
	if (unquoted === 0) fact(part, "check", t("draft.before.quoted"), true);
	else fact(part, "circle-alert", t("draft.before.unquoted", { count: unquoted }), false);
	if (sources.length > 0 && unused === 0) fact(part, "check", t("draft.before.allUsed"), true);
	else if (unused > 0) fact(part, "circle", t("draft.before.unused", { count: unused }), false);
	if (faults > 0) fact(part, "circle-alert", t("draft.before.faults", { count: faults }), false);
	if (unread > 0) {
		const line = fact(part, "book-open", t("draft.stuck", { count: unread }), false);
		line.createEl("button", { cls: "winnow-link", text: t("draft.backToReading"), attr: { "data-act": "reading" } });
	}
}

function tick(part: HTMLElement, text: string, isTicked: boolean): void {
	const line = part.createEl("label", { cls: "winnow-fact" });
	const box = line.createEl("input", { type: "checkbox", attr: { "data-act": "tick" } });
	box.checked = isTicked;
	line.createSpan({ cls: "winnow-fact-words", text, attr: { dir: "auto" } });
}

function fact(part: HTMLElement, icon: string, text: string, isDone: boolean): HTMLElement {
	const line = part.createDiv({ cls: "winnow-fact" });
	line.toggleClass("is-done", isDone);
	setIcon(line.createSpan({ cls: "winnow-panel-icon" }), icon);
	line.createSpan({ cls: "winnow-fact-words", text, attr: { dir: "auto" } });
	return line;
}

/** The note's own words: the bold lead that every new section's card begins with asks for them. */
function plain(note: string): string {
	return note.replace(/^\*\*[^*]*\*\*/, "").replace(/[*_=]{2,}/g, "").replace(/\s+/g, " ").trim();
}
