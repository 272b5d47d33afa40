import type { Component } from "obsidian";
import type { ClaudeFailure } from "../claude/claude";
import type { Source } from "../source/source";
import type { CompanionContext, Face } from "../ui/companion";
import { elementOf } from "../ui/element-of";
import { t } from "../ui/i18n";
import { letterOf } from "../ui/keys";
import { guarded } from "../ui/report-bug";
import { RovingRows } from "../ui/roving-rows";
import { AskField } from "./ask-field-face";
import type { Card, Translation } from "./card";
import { CardList } from "./card-list-face";
import { MOST_COMPARED } from "./compare";
import { aboutDollars } from "./explanation-card-face";
import { highlightsPart, notReadyPart, readingNotesPart } from "./own-notes-face";
import { highlights, readingNotes } from "./page-text";
import type { PassageLight } from "./passage-extension";
import type { UnderstandActs } from "./understand-acts-face";
import type { UnderstandParts } from "./understand-parts";

/** The companion beside a source: answers with their passages, own notes, a field to ask. */
export function understandFace(parts: UnderstandParts, acts: UnderstandActs, light: PassageLight): Face {
	return {
		id: "understand",
		icon: "library-big",
		title: () => t("understand.title"),
		fits: (context) => sourceOf(parts, context) !== null,
		mount: (container, context, component) => new UnderstandFace(parts, acts, light, container, context, component),
	};
}

function sourceOf(parts: UnderstandParts, { file }: CompanionContext): Source | null {
	return file === null ? null : parts.sources.get(file.path);
}

class UnderstandFace {
	private readonly head: HTMLElement;
	private readonly body: HTMLElement;
	private readonly cards: CardList;
	/** Highlights, own notes, what a key adds. */
	private readonly rest: HTMLElement;
	private readonly ask: AskField;
	private readonly rows: RovingRows;
	private source: Source | null;
	private note = "";
	private isDrawn = true;
	/** Paths of the other sources that the price below includes, a line each. */
	private priced = "";
	/** US dollars of a question to this note, about; null where not known. */
	private dollars: number | null = null;
	private pricedTranslation: Readonly<{ of: Translation; dollars: number | null }> | null = null;
	/** The card that stands open; a highlight that gets the focus does not close it. */
	private openRow: string | null = null;
	private turn = 0;

	constructor(
		private readonly parts: UnderstandParts,
		private readonly acts: UnderstandActs,
		private readonly light: PassageLight,
		private readonly container: HTMLElement,
		context: CompanionContext,
		component: Component,
	) {
		this.source = sourceOf(parts, context);
		container.addClass("winnow-understand");
		this.head = container.createDiv({ cls: "winnow-panel-head" });
		this.body = container.createDiv({ cls: "winnow-panel-body" });
		this.cards = new CardList(this.body);
		this.rest = this.body.createDiv();
		this.rows = new RovingRows(this.body, () => this.openCurrent());
		this.ask = new AskField(container, component, {
			ask: (words, further) => this.send(words, further),
			leave: () => this.rows.move(0),
			leaveOut: (path) => acts.comparison.leaveOut(path),
			addOther: () => this.source !== null && acts.comparison.choose(this.source, () => this.ask.focus()),
		});
		component.register(acts.desk.onChange(() => this.renderSoon()));
		component.registerEvent(parts.app.vault.on("modify", (file) => file.path === this.source?.path && this.load()));
		component.registerDomEvent(this.body, "click", (event) => this.onClick(event));
		component.register(() => this.turn++);
		component.registerDomEvent(this.body, "focusin", () => this.lightSoon());
		component.registerDomEvent(this.body, "focusout", () => this.lightSoon());
		component.register(() => light.show(null));
		this.load();
	}

	update(context: CompanionContext): void {
		const source = sourceOf(this.parts, context);
		if (source === null) return;
		if (source.path !== this.source?.path) this.ask.forgetCard();
		this.source = source;
		this.load();
	}

	onKey(event: KeyboardEvent): boolean {
		if (event.ctrlKey || event.metaKey || event.altKey) return false;
		const letter = letterOf(event);
		if (this.rows.onKey(letter)) return true;
		if (letter === "/") {
			this.ask.focus();
			return true;
		}
		if (letter === "Escape") {
			this.parts.app.workspace.getMostRecentLeaf(this.parts.app.workspace.rootSplit)?.view.containerEl.focus();
			return true;
		}
		const row = this.rows.focused();
		if (letter === "u") return this.done(() => this.acts.undo());
		return row === null ? false : this.act(row, letter);
	}

	private load(): void {
		const { source } = this;
		if (source === null) return;
		const turn = ++this.turn;
		guarded(async () => {
			const note = await this.parts.vault.read(source.path);
			if (turn !== this.turn) return; // another source stands here now
			const others = this.acts.comparison.of(source.path);
			const notes = await this.acts.notesOf(others);
			if (turn !== this.turn) return;
			this.note = note.ok ? note.value : "";
			this.priced = others.map(({ path }) => path).join("\n");
			this.dollars = this.acts.priceOf(this.note, notes.map((each) => each.note));
			this.render();
		});
	}

	/** A stream brings many pieces a frame. */
	private renderSoon(): void {
		if (!this.isDrawn) return;
		this.isDrawn = false;
		this.container.win.requestAnimationFrame(() => this.container.isConnected && this.render());
	}

	private render(): void {
		this.isDrawn = true;
		const { source } = this;
		if (source === null) return;
		const hadFocus = this.rows.hasFocus();
		const { scrollTop } = this.body;
		const cards = this.acts.desk.of(source.path);
		const translation = this.acts.desk.translationOf(source.path);
		const marked = highlights(this.note);
		const own = readingNotes(this.note);
		this.head.empty();
		this.head.createSpan({ cls: "winnow-panel-title", text: t("understand.title") });
		this.head.createSpan({ cls: "winnow-panel-sub", text: t("understand.count", { count: cards.length + marked.length }) });
		const others = this.acts.comparison.of(source.path);
		if (others.map(({ path }) => path).join("\n") !== this.priced) this.load();
		const explain = (failure: ClaudeFailure) => this.acts.explain(failure);
		const translationPrice = translation === null ? null : this.priceOf(translation);
		this.cards.show(cards, translation, { explain, price: this.dollars, titles: (card) => this.acts.titlesOf(card) }, translationPrice);
		this.rest.empty();
		highlightsPart(this.rest, marked.map(({ words }) => words));
		readingNotesPart(this.rest, own);
		this.readinessPart(cards.length + marked.length === 0 && own === "" && translation === null, others);
		this.body.scrollTop = scrollTop;
		this.rows.restore(hadFocus);
		this.fulfil();
	}

	/** Focuses what an act asked for, once it stands here; until then keys would go on writing into the note. */
	private fulfil(): void {
		const { wish } = this.acts;
		if (wish === null) return;
		const row = this.rows.all().find(({ dataset }) => dataset.row === wish);
		if (row === undefined && wish !== "field") return;
		this.acts.wish = null;
		if (row !== undefined) this.rows.focus(row);
		else this.ask.focus();
	}

	/** The current card stands open, the others are a line each. */
	private openCurrent(): void {
		const rows = this.rows.all().filter((row) => row.hasClass("winnow-answer"));
		const current = rows.find((row) => row.hasClass("is-focused"));
		if (current !== undefined) this.openRow = current.dataset.row ?? null;
		const open = rows.find(({ dataset }) => dataset.row === this.openRow) ?? rows[0];
		for (const row of rows) row.toggleClass("is-open", row === open);
		this.lightSoon();
	}

	/** After the focus has come to rest: a render takes it away and gives it back. */
	private lightSoon(): void {
		this.container.win.requestAnimationFrame(() => {
			const row = this.container.isConnected && this.rows.hasFocus() ? this.rows.focused() : null;
			const card = this.cardOf(row);
			this.light.show(card === null || card.passage === "" ? null : card);
		});
	}

	private cardOf(row: HTMLElement | null): Card | null {
		const name = row?.dataset.row ?? "";
		return name.startsWith("card ") ? this.acts.desk.get(name.slice(5)) : null;
	}

	private priceOf(translation: Translation): number | null {
		if (translation.state === "running") return null;
		if (this.pricedTranslation?.of !== translation)
			this.pricedTranslation = { of: translation, dollars: this.acts.translation.price(translation) };
		return this.pricedTranslation.dollars;
	}

	private readinessPart(isEmpty: boolean, others: readonly Source[]): void {
		const ready = this.acts.claude.readiness();
		if (ready.kind === "ready") {
			this.ask.show(ready.isStandIn ? t("understand.standIn") : aboutDollars(this.dollars), others, others.length + 1 >= MOST_COMPARED);
			if (isEmpty) this.rest.createDiv({ cls: "winnow-panel-muted", text: t("understand.empty") });
			return;
		}
		this.ask.hide();
		notReadyPart(this.rest, ready, (failure) => this.acts.explain(failure), () => this.acts.openSettings());
	}

	private onClick(event: MouseEvent): void {
		const target = elementOf(event);
		const row = target?.closest<HTMLElement>("[data-row]") ?? null;
		if (row === null) return;
		const act = target?.closest<HTMLElement>("[data-act]")?.dataset.act;
		if (act !== undefined) this.rows.select(row);
		else this.rows.focus(row);
		if (act === "u") this.done(() => this.acts.undo());
		else if (act !== undefined) this.act(row, act);
		else if (row.dataset.words !== undefined) this.act(row, "Enter");
	}

	/** What a key or a button does to a row. True: handled. */
	private act(row: HTMLElement, key: string): boolean {
		const { source } = this;
		if (source === null) return false;
		const { words, row: name = "" } = row.dataset;
		if (name === "translation") return this.actOnTranslation(source, key);
		const card = this.cardOf(row);
		if (key === "Enter" || key === "o") return this.done(() => this.acts.goTo(source.path, card?.passage ?? words ?? "", card?.anchor ?? null));
		return card === null ? false : this.actOnCard(card, key);
	}

	private actOnCard(card: Card, key: string): boolean {
		if (key === "y") return this.done(() => this.acts.keep(card.id));
		if (key === "r" && card.state.kind === "failed") return this.done(() => this.acts.again(card));
		if (key === "n") {
			if (card.state.kind === "asking") this.acts.stop(card.id);
			else this.acts.drop(card.id);
			return true;
		}
		if (key !== "a") return false;
		this.ask.goOnFrom(card);
		return true;
	}

	private actOnTranslation(source: Source, key: string): boolean {
		const state = this.acts.desk.translationOf(source.path)?.state;
		if (key === "n" && state === "running") this.acts.translation.stop(source.path);
		else if (key === "n") this.acts.translation.drop(source.path);
		else if (key === "y" && state !== "running") return this.done(() => this.acts.keepTranslation(source));
		else if (key === "r" && state !== "running") return this.done(() => this.acts.translation.goOn(source));
		else return false;
		return true;
	}

	private send(words: string, further: string | null): void {
		const { source } = this;
		if (source === null) return;
		const card = further === null ? null : this.acts.desk.get(further);
		guarded(() => this.acts.askSource(source, words, card));
	}

	private done(work: () => Promise<unknown>): true {
		guarded(work);
		return true;
	}
}
