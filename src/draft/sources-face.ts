import { MarkdownView, SearchComponent, type Component } from "obsidian";
import type { Outline, OutlineSection } from "../outline/outline";
import type { CompanionContext, Face } from "../ui/companion";
import { elementOf } from "../ui/element-of";
import { t } from "../ui/i18n";
import { letterOf } from "../ui/keys";
import { guarded } from "../ui/report-bug";
import { RovingRows } from "../ui/roving-rows";
import type { CursorRest } from "./cursor-extension";
import type { DraftActs } from "./draft-acts-face";
import type { DraftParts } from "./draft-parts";
import type { ProjectHead } from "./draft-files";
import { PassageShelf } from "./passage-shelf";
import { holds, keptThatMatch, shownElsewhere, unreadFor } from "./project-sources";
import { outlineOf, sectionOf } from "./read-section";
import type { SectionState, ShownSource } from "./section-state";
import { beforePart, emptyPart, headPart, sourcePart } from "./sources-parts-face";

/** The companion beside a draft: the sources of the section under the cursor, one key from the page. */
export function sourcesFace(parts: DraftParts, acts: DraftActs, cursor: CursorRest): Face {
	// The author's own ticks, for as long as the app runs: a sign for oneself, nothing the vault has to know.
	const ticks = new Set<string>();
	return {
		id: "sources",
		icon: "library-big",
		title: () => t("draft.title"),
		fits: (context) => draftOf(parts, context) !== null,
		mount: (container, context, component) => new SourcesFace(parts, acts, ticks, cursor, container, context, component),
	};
}

/** The project whose draft is being written; the same note in another view (a reading) is not written in. */
function draftOf(parts: DraftParts, { file, view }: CompanionContext): ProjectHead | null {
	if (file?.extension !== "md" || !(view instanceof MarkdownView)) return null;
	const project = parts.projects.of(file.path);
	return project !== null && project.drafts.includes(file.path) ? project : null;
}

const REST_MS = 150;

class SourcesFace {
	private readonly head: HTMLElement;
	private readonly search: HTMLInputElement;
	private readonly list: HTMLElement;
	private readonly before: HTMLElement;
	private readonly rows: RovingRows;
	private readonly shelf: PassageShelf;
	private project: ProjectHead | null;
	private view: MarkdownView | null;
	private outline: Outline | null = null;
	private shown: readonly ShownSource[] = [];
	/** The section shown, as its tick is kept by. */
	private section: string | null = null;
	/** The outline's section that stands for it, to add sources to. */
	private place: OutlineSection | null = null;
	/** Paths of sources whose passages are folded away, for as long as the panel stands. */
	private readonly folded = new Set<string>();
	/** The heading's place while the section is held; null: the cursor is followed. */
	private pinned: number | null = null;
	private timer: number | null = null;
	private turn = 0;

	constructor(
		private readonly parts: DraftParts,
		private readonly acts: DraftActs,
		private readonly ticks: Set<string>,
		cursor: CursorRest,
		private readonly container: HTMLElement,
		context: CompanionContext,
		component: Component,
	) {
		this.project = draftOf(parts, context);
		this.view = context.view instanceof MarkdownView ? context.view : null;
		this.shelf = new PassageShelf(parts.app);
		container.addClass("winnow-sources");
		this.head = container.createDiv({ cls: "winnow-panel-head is-stacked" });
		const search = new SearchComponent(container.createDiv({ cls: "winnow-panel-search" })).setPlaceholder(t("draft.search"));
		this.search = search.inputEl;
		this.search.setAttr("aria-label", t("draft.search"));
		this.list = container.createDiv({ cls: "winnow-panel-body", attr: { role: "list", "aria-label": t("draft.list") } });
		this.before = container.createDiv({ cls: "winnow-panel-before" });
		this.rows = new RovingRows(this.list);
		component.register(cursor.onRest((path) => path === this.view?.file?.path && this.refresh()));
		component.registerEvent(
			parts.app.vault.on("modify", (file) => {
				if (file.path === this.project?.outline || this.shelf.has(file.path)) this.refreshSoon();
			}),
		);
		component.register(parts.sources.onChange(() => this.refreshSoon()));
		component.register(parts.projects.onChange(() => this.refreshSoon()));
		component.registerDomEvent(container, "click", (event) => this.onClick(event));
		component.registerDomEvent(this.list, "dblclick", (event) => this.onDoubleClick(event));
		search.onChange(() => this.refresh());
		component.registerDomEvent(this.search, "keydown", (event) => this.onSearchKey(event));
		component.register(() => this.stopTimer());
		this.refresh();
	}

	update(context: CompanionContext): void {
		const project = draftOf(this.parts, context);
		if (context.view instanceof MarkdownView && project !== null) this.view = context.view;
		if (project?.path !== this.project?.path) this.pinned = null;
		this.project = project ?? this.project;
		this.refresh();
	}

	onKey(event: KeyboardEvent): boolean {
		if (event.ctrlKey || event.metaKey || event.altKey) return false;
		const letter = letterOf(event);
		if (this.rows.onKey(letter)) return true;
		if (letter === "/") {
			this.search.focus();
			return true;
		}
		if (letter === "Escape") {
			this.view?.editor.focus();
			return true;
		}
		const row = this.rows.focused();
		if (row === null) return false;
		if (letter === "Enter") return this.cite(row, "quote");
		if (letter === "f") return this.cite(row, "footnote");
		if (letter === "o") return this.open(row);
		return false;
	}

	private onSearchKey(event: KeyboardEvent): void {
		if (event.isComposing) return;
		if (event.key === "ArrowDown" || event.key === "Enter") this.rows.move(0);
		else if (event.key === "Escape") {
			this.search.value = "";
			this.refresh();
			this.rows.move(0);
		} else return;
		event.preventDefault();
		event.stopPropagation();
	}

	private refreshSoon(): void {
		this.stopTimer();
		this.timer = this.container.win.setTimeout(() => this.refresh(), REST_MS);
	}

	private stopTimer(): void {
		if (this.timer !== null) this.container.win.clearTimeout(this.timer);
		this.timer = null;
	}

	private refresh(): void {
		this.stopTimer();
		guarded(() => this.load());
	}

	private async load(): Promise<void> {
		const { view, project } = this;
		const file = view?.file ?? null;
		if (view === null || project === null || file === null) return;
		const turn = ++this.turn;
		this.outline = await outlineOf(this.parts, project);
		const first = this.compute(view, file.path);
		const query = this.search.value.trim().toLowerCase();
		const isLead = first.place.heading === null;
		const others = query !== "" || isLead ? keptThatMatch(this.parts, project, query) : [];
		const wanted = [...first.sources.map((each) => each.source.path), ...others];
		await this.shelf.fill(wanted);
		if (turn !== this.turn) return; // a newer load is on its way
		this.render(this.compute(view, file.path), query);
	}

	private compute({ editor }: MarkdownView, path: string): SectionState {
		return sectionOf(this.parts, this.shelf, { editor, path, outline: this.outline, pinned: this.pinned });
	}

	private render(state: SectionState, query: string): void {
		const hadFocus = this.rows.hasFocus();
		const { scrollTop } = this.list;
		headPart(this.head, state, this.pinned !== null);
		this.list.empty();
		const own = query === "" ? state.sources : state.sources.filter((each) => holds(each, query));
		// Before the first section every source may be needed: a lead speaks of the whole.
		const isLead = state.place.heading === null;
		const isEnough = own.length > 0 || (query === "" && !isLead);
		const others = isEnough ? [] : shownElsewhere(this.parts, this.shelf, keptThatMatch(this.parts, this.project, query), state.uses);
		this.shown = [...own, ...others];
		if (this.shown.length === 0 || (query === "" && state.place.count === 0)) this.empty(state, query);
		if (others.length > 0) this.list.createDiv({ cls: "winnow-panel-muted", text: t("draft.searchAll") });
		for (const each of this.shown) sourcePart(this.list, each, this.folded.has(each.source.path));
		const section = sectionKey(this.view?.file?.path ?? "", state);
		this.section = section;
		this.place = state.place.section;
		beforePart(this.before, state, unreadFor(this.parts, this.project, state), section !== null && this.ticks.has(section));
		this.list.scrollTop = scrollTop;
		this.rows.restore(hadFocus);
	}

	private empty({ place }: SectionState, query: string): void {
		const { project } = this;
		const hasKept = keptThatMatch(this.parts, project, "").length > 0;
		const hasOutline = this.outline !== null && this.outline.sections.length > 0;
		emptyPart(this.list, place, { query: query === "" ? "" : this.search.value.trim(), hasKept, hasOutline });
	}

	private onClick(event: MouseEvent): void {
		const target = elementOf(event);
		const row = target?.closest<HTMLElement>("[data-row]") ?? null;
		if (row !== null) this.rows.select(row);
		const act = target?.closest<HTMLElement>("[data-act]")?.dataset.act;
		if (act === "pin") this.togglePin();
		if (act === "reading") this.parts.openInbox();
		if (act === "headings" && this.project !== null) this.takeHeadings(this.project.path);
		if (act === "add-source" && this.project !== null && this.place !== null) this.parts.addSource(this.project.path, this.place);
		if (act === "tick") this.tick(target);
		if (row === null) return;
		if (act === "fold") this.fold(row.dataset.path ?? "");
		if (act === "quote") this.cite(row, "quote");
		if (act === "footnote") this.cite(row, "footnote");
		if (act === "open") this.open(row);
	}

	private onDoubleClick(event: MouseEvent): void {
		const target = elementOf(event);
		const row = target?.closest<HTMLElement>("[data-row]") ?? null;
		if (row !== null && target?.closest("button") === null) this.cite(row, "quote");
	}

	private takeHeadings(project: string): void {
		guarded(() => this.acts.updateFromOutline(project));
	}

	private togglePin(): void {
		const { view } = this;
		if (this.pinned !== null || view === null) this.pinned = null;
		else this.pinned = view.editor.posToOffset(view.editor.getCursor());
		this.refresh();
	}

	private fold(path: string): void {
		if (!this.folded.delete(path)) this.folded.add(path);
		this.refresh();
	}

	/** A click on the words reaches the box as a click of its own. */
	private tick(target: Element | null): void {
		if (!(target?.instanceOf(HTMLInputElement) ?? false) || this.section === null) return;
		if (!this.ticks.delete(this.section)) this.ticks.add(this.section);
		this.refresh();
	}

	/** A row of a source as a whole has no words: it gives a footnote. */
	private cite(row: HTMLElement, as: "quote" | "footnote"): boolean {
		const found = this.find(row);
		if (found === null || this.view === null) return false;
		const words = found.passage?.words ?? "";
		this.acts.cite(this.view, found.source, words, as);
		this.refreshSoon();
		return true;
	}

	private open(row: HTMLElement): boolean {
		const found = this.find(row);
		if (found === null) return false;
		const place = found.passage === null ? { words: "" } : { span: found.passage };
		guarded(() => this.acts.openAt(found.source.path, place));
		return true;
	}

	private find(row: HTMLElement) {
		const { path, passage } = row.dataset;
		const shown = this.shown.find((each) => each.source.path === path);
		if (shown === undefined) return null;
		const own = passage === undefined ? null : (shown.passages[Number(passage)]?.passage ?? null);
		return { source: shown.source, passage: own };
	}
}

function sectionKey(path: string, { place }: SectionState): string | null {
	return place.heading === null ? null : `${path}#${place.heading.text}`;
}
