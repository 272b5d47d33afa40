import { Menu, setIcon, type Component } from "obsidian";
import type { CompanionContext, Face } from "../ui/companion";
import { elementOf } from "../ui/element-of";
import { t } from "../ui/i18n";
import { letterOf } from "../ui/keys";
import { guarded } from "../ui/report-bug";
import { RovingRows } from "../ui/roving-rows";
import { brokenPart, briefPart, differencesPart, emptyPart, oddPart, sectionsPart, unplacedPart } from "./coverage-parts-face";
import { coverage } from "./coverage";
import type { CoverageState } from "./coverage-state";
import { planSync } from "./heading-sync";
import type { Intent } from "./edit-outline";
import { nameSection } from "./name-section-face";
import { treeIntent } from "./tree-keys";
import type { OutlineActs } from "./outline-commands";
import { changeOutline, explainRefusal, loadOutline } from "./outline-files";
import { keptOf, type OutlineParts, type ProjectHead } from "./outline-parts";

/** The companion beside an outline: brief, sections with their coverage, what has no place, what the draft says. */
export function coverageFace(parts: OutlineParts, acts: OutlineActs): Face {
	return {
		id: "coverage",
		icon: "layout-dashboard",
		title: () => t("outline.title"),
		fits: (context) => outlineOf(parts, context) !== null,
		mount: (container, context, component) => new CoverageFace(parts, acts, container, context, component),
	};
}

/** The project whose outline stands in front; null: another file. */
function outlineOf(parts: OutlineParts, { file }: CompanionContext): ProjectHead | null {
	if (file?.extension !== "canvas") return null;
	const project = parts.projects.of(file.path);
	return project !== null && project.outline === file.path ? project : null;
}

/** Events come in bursts (a drag writes often): the panel follows at rest. */
const REST_MS = 150;
const UNPLACED_SHOWN = 8;

class CoverageFace {
	private readonly rows: RovingRows;
	private readonly body: HTMLElement;
	private readonly updateButton: HTMLButtonElement;
	private state: CoverageState | null = null;
	private timer: number | null = null;
	private project: ProjectHead | null;
	private shownUnplaced = UNPLACED_SHOWN;
	private turn = 0;
	/** A heading is being typed: drawing the rows anew would take its field, and write what stood there half typed. */
	private isNaming = false;

	constructor(
		private readonly parts: OutlineParts,
		private readonly acts: OutlineActs,
		private readonly container: HTMLElement,
		context: CompanionContext,
		component: Component,
	) {
		this.project = outlineOf(parts, context);
		container.addClass("winnow-coverage");
		this.body = container.createDiv({ cls: "winnow-panel-body" });
		this.rows = new RovingRows(this.body);
		this.updateButton = this.foot();
		const { vault } = parts.app;
		component.registerEvent(vault.on("modify", (file) => this.isMine(file.path) && this.refreshSoon()));
		component.register(parts.sources.onChange(() => this.refreshSoon()));
		component.register(parts.projects.onChange(() => this.refreshSoon()));
		component.registerDomEvent(this.body, "click", (event) => this.onClick(event));
		component.register(() => this.stopTimer());
		this.refresh();
	}

	update(context: CompanionContext): void {
		const project = outlineOf(this.parts, context);
		if (project?.path === this.project?.path && project?.outline === this.project?.outline) return;
		this.project = project;
		this.shownUnplaced = UNPLACED_SHOWN;
		this.refresh();
	}

	onKey(event: KeyboardEvent): boolean {
		const letter = letterOf(event);
		if (!event.altKey && !event.ctrlKey && !event.metaKey && this.rows.onKey(letter)) return true;
		const row = this.rows.focused();
		if (row === null || this.state === null) return false;
		const { section, path } = row.dataset;
		if (path !== undefined && (letter === "s" || letter === "Enter")) return this.pickSection(path);
		if (path !== undefined && letter === "o") return this.openNote(path);
		if (section === undefined) return false;
		if (event.key === "F2" || (event.key === "Enter" && event.shiftKey)) return this.rename(row, section);
		if (letter === "s" || letter === "Enter") return this.pickSource(section);
		const intent = treeIntent(this.state.outline, section, event);
		if (intent === null) return false;
		guarded(() => this.change(intent));
		return true;
	}

	private isMine(path: string): boolean {
		return path === this.project?.outline || path === this.project?.path || (this.project?.drafts.includes(path) ?? false);
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
		const { parts, project } = this;
		const turn = ++this.turn;
		if (project === null || project.outline === null) return;
		const outline = await loadOutline(parts, project.outline);
		const whole = await parts.projects.read(project.path);
		const draftPath = project.drafts[0];
		const draft = draftPath === undefined ? null : await parts.vault.read(draftPath);
		if (turn !== this.turn || whole === null) return; // a newer load is on its way
		if (!outline.ok) {
			this.state = null;
			this.body.empty();
			brokenPart(this.body, explainRefusal(outline.error));
			return;
		}
		const kept = keptOf(parts.sources, parts.projects, project);
		this.state = {
			project: whole,
			outline: outline.value,
			coverage: coverage(outline.value, kept, (path) => parts.sources.get(path)),
			keptCount: kept.length,
			plan: draft?.ok === true ? planSync(outline.value, draft.value, "canvas") : { changes: [], asks: [] },
		};
		if (!this.isNaming) this.render(this.state);
	}

	private render(state: CoverageState): void {
		const hadFocus = this.rows.hasFocus();
		const { scrollTop } = this.body;
		this.body.empty();
		const head = this.body.createDiv({ cls: "winnow-panel-head" });
		head.createSpan({ cls: "winnow-panel-title", text: t("outline.title") });
		head.createSpan({ cls: "winnow-panel-sub", text: state.project.name, attr: { dir: "auto" } });
		const more = head.createEl("button", {
			cls: "clickable-icon winnow-panel-more",
			attr: { "aria-label": t("outline.more.label"), "data-act": "menu" },
		});
		setIcon(more, "more-horizontal");
		this.updateButton.disabled = state.outline.sections.length === 0;
		briefPart(this.body, state.project);
		if (state.outline.sections.length === 0) emptyPart(this.body, state.outline.isBlank && state.keptCount > 0);
		sectionsPart(this.body, state);
		unplacedPart(this.body, state, this.shownUnplaced);
		oddPart(this.body, state);
		differencesPart(this.body, state);
		this.body.scrollTop = scrollTop;
		this.rows.restore(hadFocus);
	}

	/** Returns the button that has nothing to do while there is no section. */
	private foot(): HTMLButtonElement {
		const foot = this.container.createDiv({ cls: "winnow-panel-foot" });
		const tidy = foot.createEl("button");
		setIcon(tidy.createSpan({ cls: "winnow-panel-icon" }), "align-horizontal-distribute-center");
		tidy.createSpan({ text: t("outline.tidy") });
		const update = foot.createEl("button", { cls: "mod-cta", text: t("outline.updateDraft") });
		tidy.addEventListener("click", () => {
			const path = this.project?.outline;
			if (path !== null && path !== undefined) guarded(() => this.acts.tidy(path));
		});
		update.addEventListener("click", () => {
			if (this.project !== null) this.parts.updateDraft(this.project.path);
		});
		return update;
	}

	private onClick(event: MouseEvent): void {
		const target = elementOf(event);
		const row = target?.closest<HTMLElement>("[data-row]") ?? null;
		if (row !== null) this.rows.select(row);
		const act = target?.closest<HTMLElement>("[data-act]")?.dataset.act;
		if (act === undefined) return;
		const { section, path, card } = row?.dataset ?? {};
		if (act === "menu") this.showMenu(event);
		if (act === "edit-brief" && this.project !== null) this.openNote(this.project.path);
		if (act === "read") this.parts.openInbox();
		if (act === "follow" && this.project !== null) this.parts.updateDraft(this.project.path);
		if (act === "add-to-section" && path !== undefined) this.pickSection(path);
		if (act === "open" && path !== undefined) this.openNote(path);
		if (act === "add-source" && section !== undefined) this.pickSource(section);
		if (act === "take-off" && card !== undefined) guarded(() => this.change({ kind: "remove-card", node: card }));
		if (act === "add-section") {
			guarded(() => this.change({ kind: "add-section", heading: t("outline.newSection"), parent: null }));
		}
		if (act === "make-outline" && this.project !== null) {
			const { project } = this;
			guarded(() => this.acts.made(project));
		}
		if (act === "more") {
			this.shownUnplaced = Infinity;
			if (this.state !== null) this.render(this.state);
		}
	}

	private showMenu(event: MouseEvent): void {
		const { project } = this;
		const path = project?.outline;
		if (project === null || path === null || path === undefined) return;
		const menu = new Menu();
		menu.addItem((item) =>
			item
				.setTitle(t("outline.command.color"))
				.setIcon("palette")
				.onClick(() => guarded(() => this.acts.color(path))),
		);
		menu.addItem((item) =>
			item
				.setTitle(t("outline.menu.project"))
				.setIcon("folder-kanban")
				.onClick(() => this.openNote(project.path)),
		);
		menu.showAtMouseEvent(event);
	}

	private async change(intent: Intent): Promise<void> {
		const path = this.project?.outline;
		if (path === null || path === undefined) return;
		const changed = await changeOutline(this.parts, path, intent);
		if (!changed.ok) this.acts.say(explainRefusal(changed.error));
		await this.load();
	}

	private pickSection(path: string): boolean {
		const outline = this.project?.outline;
		if (outline !== null && outline !== undefined) guarded(() => this.acts.pick(outline, [path]));
		return true;
	}

	private pickSource(section: string): boolean {
		const { project } = this;
		const found = this.state?.coverage.sections.find((each) => each.section.group.id === section);
		if (project?.outline === null || project === null || found === undefined) return false;
		this.acts.pickSource(project, project.outline, section, found.section.heading || t("outline.untitled"));
		return true;
	}

	private openNote(path: string): boolean {
		guarded(() => this.parts.app.workspace.openLinkText(path, "", false));
		return true;
	}

	private rename(row: HTMLElement, section: string): boolean {
		const old = this.state?.coverage.sections.find((each) => each.section.group.id === section)?.section.heading;
		if (old === undefined) return false;
		const isNaming = nameSection(row, old, (heading) => {
			this.isNaming = false;
			if (heading !== null) guarded(() => this.change({ kind: "rename", section, heading }));
			else if (this.state !== null) this.render(this.state);
		});
		if (isNaming) this.isNaming = true;
		return isNaming;
	}
}
