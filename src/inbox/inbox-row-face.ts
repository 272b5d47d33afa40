import { setIcon } from "obsidian";
import type { Kind } from "../source/kind";
import type { Source } from "../source/source";
import { t } from "../ui/i18n";
import { ageOfClip } from "./age";
import type { Grouping } from "./inbox-question";
import { minutesOfSource } from "./reading-time";
import { moreLine, type RowLines } from "./row-shape";
import { searchHits } from "./search-text";

/** What a row shows besides its source. */
export type RowLook = Readonly<{
	isFocused: boolean;
	isSelected: boolean;
	grouping: Grouping;
	words: readonly string[];
	/** 1-based among all rows of the list. */
	position: number;
	size: number;
	/** Why the last decision was not written; null: it was. */
	trouble: string | null;
	/** Sources with the same identity, this one included. */
	copies: number;
	now: number;
	lines: RowLines;
}>;

const ICONS: Readonly<Record<Kind, string>> = {
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

/** The parts of a row, made once per element and filled for one source after another. */
type RowParts = Readonly<{
	/** What a screen reader says. No `aria-label`: the app would show it under the mouse, over the rows below. */
	name: HTMLElement;
	icon: HTMLElement;
	title: HTMLElement;
	where: HTMLElement;
	time: HTMLElement;
	age: HTMLElement;
	more: HTMLElement;
}>;

/** Creates and fills rows; remembers per element what it shows, so that scrolling changes only what differs. */
export class RowFace {
	private readonly parts = new WeakMap<HTMLElement, RowParts>();
	private readonly shown = new WeakMap<HTMLElement, readonly unknown[]>();
	private readonly marked = new WeakMap<HTMLElement, readonly unknown[]>();
	private readonly icons = new WeakMap<HTMLElement, Kind>();
	private count = 0;

	/** @param prefix makes ids unique among all views: `aria-activedescendant` names rows by id. */
	constructor(private readonly prefix: string) {}

	create(parent: HTMLElement): HTMLElement {
		this.count += 1;
		const id = `${this.prefix}-${this.count}`;
		const row = parent.createDiv({
			cls: "winnow-inbox-row",
			attr: { role: "option", id, draggable: "true", "aria-labelledby": `${id}-name` },
		});
		const body = row.createDiv({ cls: "winnow-inbox-body" });
		body.createDiv({ cls: "winnow-inbox-check", attr: { "aria-hidden": "true" } });
		const icon = body.createDiv({ cls: "winnow-inbox-icon", attr: { "aria-hidden": "true" } });
		const main = body.createDiv({ cls: "winnow-inbox-main" });
		const title = main.createDiv({ cls: "winnow-inbox-title", attr: { dir: "auto" } });
		const meta = main.createDiv({ cls: "winnow-inbox-meta" });
		const where = meta.createSpan({ cls: "winnow-inbox-where" });
		const time = meta.createSpan({ cls: "winnow-inbox-time" });
		const age = meta.createSpan({ cls: "winnow-inbox-age" });
		const more = main.createDiv({ cls: "winnow-inbox-more" });
		const name = row.createDiv({ cls: "winnow-inbox-name", attr: { id: `${id}-name` } });
		this.parts.set(row, { name, icon, title, where, time, age, more });
		return row;
	}

	paint(row: HTMLElement, source: Source, look: RowLook): void {
		const parts = this.parts.get(row);
		if (parts === undefined) return;
		this.mark(row, look);
		const words = look.words.join(" ");
		const minute = Math.floor(look.now / 60_000);
		const shows = [source, look.grouping, look.trouble, look.copies, words, minute];
		if (isSame(this.shown.get(row), shows)) return;
		this.shown.set(row, shows);
		this.fill(row, parts, source, look);
	}

	/** What changes while one walks and decides. */
	private mark(row: HTMLElement, look: RowLook): void {
		const { isFocused, isSelected, position, size, lines } = look;
		const marks = [isFocused, isSelected, position, size, lines.title, lines.hasMore];
		if (isSame(this.marked.get(row), marks)) return;
		this.marked.set(row, marks);
		row.toggleClass("is-focused", isFocused);
		row.toggleClass("is-selected", isSelected);
		row.setAttr("aria-selected", String(isSelected));
		row.setAttr("aria-posinset", String(position));
		row.setAttr("aria-setsize", String(size));
		row.toggleClass("is-one-line", lines.title === 1);
		row.toggleClass("is-brief", !lines.hasMore);
	}

	private fill(row: HTMLElement, parts: RowParts, source: Source, look: RowLook): void {
		row.dataset.path = source.path;
		if (this.icons.get(row) !== source.kind) {
			setIcon(parts.icon, ICONS[source.kind]);
			this.icons.set(row, source.kind);
		}
		const minutes = minutesOfSource(source);
		const time = minutes === null ? "" : t("inbox.minutes", { count: minutes });
		const age = ageText(source, look.now);
		fillTitle(parts.title, source.title, look.words);
		fillWhere(parts.where, source);
		parts.time.setText(time);
		parts.age.setText(age);
		const said = [source.title, whereText(source), time, age, source.category];
		parts.name.setText(said.filter(Boolean).join(", "));
		fillMore(parts.more, source, look);
	}
}

function isSame(a: readonly unknown[] | undefined, b: readonly unknown[]): boolean {
	return a !== undefined && a.every((value, index) => value === b[index]);
}

function fillTitle(element: HTMLElement, title: string, words: readonly string[]): void {
	const hits = searchHits(title, words);
	if (hits.length === 0) {
		element.setText(title);
		return;
	}
	element.empty();
	let at = 0;
	for (const [from, to] of hits) {
		element.appendText(title.slice(at, from));
		element.createSpan({ cls: "winnow-inbox-hit", text: title.slice(from, to) });
		at = to;
	}
	element.appendText(title.slice(at));
}

/** Site and people may be written in different scripts: each keeps its own direction. */
function fillWhere(element: HTMLElement, source: Source): void {
	element.empty();
	const people = peopleText(source);
	if (source.site !== "") element.createEl("bdi", { text: source.site });
	if (source.site !== "" && people !== "") element.appendText(" · ");
	if (people !== "") element.createEl("bdi", { text: people });
}

function whereText(source: Source): string {
	return [source.site, peopleText(source)].filter(Boolean).join(", ");
}

export function peopleText({ authors }: Source): string {
	const [first = "", second = ""] = authors;
	if (authors.length <= 1) return first;
	if (authors.length === 2) return t("inbox.twoAuthors", { first, second });
	return t("inbox.manyAuthors", { first });
}

function fillMore(element: HTMLElement, source: Source, look: RowLook): void {
	element.empty();
	if (look.trouble !== null) {
		flag(element, "triangle-alert", look.trouble, "is-trouble");
		return;
	}
	const { words, isReason, category } = moreLine(source, look.grouping, look.copies);
	if (words !== "") {
		element.createSpan({
			cls: isReason ? "winnow-inbox-line is-reason" : "winnow-inbox-line",
			text: isReason ? t("inbox.quoted", { words }) : words,
			attr: { dir: "auto" },
		});
	}
	const marks = element.createSpan({ cls: "winnow-inbox-marks" });
	if (look.copies > 1) flag(marks, "copy", t("inbox.copies", { count: look.copies }));
	if (source.capture !== "full")
		flag(marks, "file-warning", t(`inbox.capture.${source.capture}`));
	if (source.isHard) flag(marks, "mountain", t("inbox.hard"));
	if (category !== "") {
		marks.createSpan({
			cls: "winnow-inbox-chip",
			text: category,
			attr: { dir: "auto" },
		});
	}
	if (!marks.hasChildNodes()) marks.remove();
}

function flag(parent: HTMLElement, icon: string, text: string, state = ""): void {
	const element = parent.createSpan({ cls: `winnow-inbox-flag ${state}`.trim() });
	setIcon(element.createSpan({ attr: { "aria-hidden": "true" } }), icon);
	element.createSpan({ text });
}

function ageText(source: Source, now: number): string {
	const age = ageOfClip(source.created, new Date(now));
	return age === null ? "" : t(`inbox.age.${age.unit}`, { count: age.count });
}
