import { setIcon } from "obsidian";
import type { Project } from "../project/project";
import { t } from "../ui/i18n";
import type { Depth, SectionCoverage } from "./coverage";
import type { CoverageState } from "./coverage-state";
import type { HeadingAsk, HeadingChange } from "./heading-changes";

// The parts of the coverage panel. Each only draws; rows say by `data-` what they stand for.

const ICONS: Readonly<Record<Depth, string>> = {
	none: "circle-alert",
	one: "circle-dashed",
	"second-hand": "circle-dashed",
	good: "check",
	below: "check",
};

const SECTION_KEY = "s";

export function brokenPart(body: HTMLElement, message: string): void {
	const part = body.createDiv({ cls: "winnow-panel-alert", attr: { role: "alert" } });
	setIcon(part.createSpan({ cls: "winnow-panel-icon" }), "triangle-alert");
	part.createSpan({ text: message });
}

function heading(part: HTMLElement, title: string, detail: string | null): HTMLElement {
	const line = part.createDiv({ cls: "winnow-panel-heading" });
	line.createSpan({ text: title });
	if (detail !== null) line.createSpan({ cls: "winnow-panel-count", text: detail });
	return line;
}

function link(parent: HTMLElement, text: string, act: string): void {
	parent.createEl("button", { cls: "winnow-link", text, attr: { "data-act": act } });
}

export function briefPart(body: HTMLElement, project: Project): void {
	const part = body.createDiv({ cls: "winnow-panel-part" });
	link(heading(part, t("outline.brief"), null), t("outline.edit"), "edit-brief");
	const answered = project.brief.filter((each) => each.answer.trim() !== "");
	if (answered.length === 0) part.createDiv({ cls: "winnow-panel-muted", text: t("outline.noBrief") });
	for (const { heading: question, answer } of answered) {
		part.createDiv({ cls: "winnow-brief-question", text: question, attr: { dir: "auto" } });
		part.createDiv({ cls: "winnow-brief-answer", text: answer.trim(), attr: { dir: "auto" } });
	}
}

/** @param canMake there is something to make sections from, and nothing in the way. */
export function emptyPart(body: HTMLElement, canMake: boolean): void {
	const part = body.createDiv({ cls: "winnow-panel-part" });
	part.createDiv({ cls: "winnow-panel-muted", text: t("outline.empty") });
	if (canMake) link(part, t("outline.make"), "make-outline");
}

export function sectionsPart(body: HTMLElement, { coverage }: CoverageState): void {
	const part = body.createDiv({ cls: "winnow-panel-part" });
	const { sections } = coverage;
	const without = sections.filter((each) => each.depth === "none").length;
	const thin = sections.filter((each) => each.depth === "one" || each.depth === "second-hand").length;
	const summary = t("outline.summary", { count: sections.length, without, thin });
	const line = heading(part, t("outline.sections"), sections.length === 0 ? null : summary);
	const add = line.createEl("button", {
		cls: "clickable-icon",
		attr: { "aria-label": t("outline.addSection"), "data-act": "add-section" },
	});
	setIcon(add, "plus");
	const tree = part.createDiv({ cls: "winnow-tree", attr: { role: "tree", "aria-label": t("outline.treeLabel") } });
	for (const each of sections) sectionRow(tree, each);
	if (sections.length > 0) part.createDiv({ cls: "winnow-panel-hint", text: t("outline.keysHint") });
}

function sectionRow(tree: HTMLElement, { section, depth, count }: SectionCoverage): void {
	const level = section.number.split(".").length;
	const name = section.heading || t("outline.untitled");
	const words = t(`outline.depth.${depth}`, { count });
	const row = tree.createDiv({
		cls: `winnow-row winnow-section is-${depth}`,
		attr: {
			role: "treeitem",
			tabindex: "-1",
			"aria-level": String(level),
			"aria-label": t("outline.row", { number: section.number, heading: name, coverage: words }),
			"data-row": `section ${section.group.id}`,
			"data-section": section.group.id,
			"data-depth": String(Math.min(level, 6) - 1),
		},
	});
	row.createSpan({ cls: "winnow-section-number", text: section.number });
	row.createSpan({ cls: "winnow-section-name", text: name, attr: { dir: "auto", title: name } });
	const state = row.createEl("button", { cls: "winnow-section-state", text: words, attr: { "data-act": "add-source", tabindex: "-1" } });
	setIcon(state.createSpan({ cls: "winnow-panel-icon" }), ICONS[depth]);
}

export function unplacedPart(body: HTMLElement, { coverage, keptCount }: CoverageState, shown: number): void {
	const part = body.createDiv({ cls: "winnow-panel-part" });
	const { unplaced } = coverage;
	heading(part, t("outline.unplaced"), t("outline.unplacedCount", { count: unplaced.length, total: keptCount }));
	if (unplaced.length === 0) {
		part.createDiv({ cls: "winnow-panel-muted", text: t(keptCount === 0 ? "outline.noneKept" : "outline.allPlaced") });
		if (keptCount === 0) link(part, t("outline.startReading"), "read");
	}
	for (const source of unplaced.slice(0, shown)) {
		const row = part.createDiv({
			cls: "winnow-row winnow-unplaced",
			attr: { tabindex: "-1", "data-row": `source ${source.path}`, "data-path": source.path },
		});
		setIcon(row.createSpan({ cls: "winnow-panel-icon" }), "file-text");
		row.createSpan({ cls: "winnow-row-title", text: source.title, attr: { dir: "auto", title: source.title } });
		const add = row.createEl("button", { cls: "winnow-row-act", attr: { "data-act": "add-to-section", tabindex: "-1" } });
		add.createEl("kbd", { text: SECTION_KEY });
		add.createSpan({ text: t("outline.addToSection") });
	}
	if (unplaced.length > shown) link(part, t("outline.more", { count: unplaced.length - shown }), "more");
}

export function oddPart(body: HTMLElement, { coverage }: CoverageState): void {
	if (coverage.odd.length === 0) return;
	const part = body.createDiv({ cls: "winnow-panel-part" });
	heading(part, t("outline.odd"), String(coverage.odd.length));
	for (const { id, path, why } of coverage.odd) {
		const row = part.createDiv({
			cls: "winnow-row winnow-odd",
			attr: { tabindex: "-1", "data-row": `card ${id}`, "data-card": id },
		});
		setIcon(row.createSpan({ cls: "winnow-panel-icon" }), "triangle-alert");
		const name = path.split("/").at(-1)?.replace(/\.md$/i, "") ?? path;
		row.createSpan({ cls: "winnow-row-title", text: name, attr: { dir: "auto", title: path } });
		row.createSpan({ cls: "winnow-panel-count", text: t(`outline.odd.${why}`) });
		link(row, t("outline.takeOff"), "take-off");
	}
}

export function differencesPart(body: HTMLElement, { plan }: CoverageState): void {
	const all = [...plan.changes, ...plan.asks];
	if (all.length === 0) return;
	const part = body.createDiv({ cls: "winnow-panel-part" });
	heading(part, t("outline.draft"), null);
	for (const difference of all) {
		const row = part.createDiv({
			cls: "winnow-row winnow-difference",
			attr: { tabindex: "-1", "data-row": difference.id },
		});
		setIcon(row.createSpan({ cls: "winnow-panel-icon" }), "heading");
		const words = differenceWords(difference);
		row.createSpan({ cls: "winnow-row-title", text: words, attr: { dir: "auto", title: words } });
		link(row, t("outline.follow"), "follow");
	}
}

/** How a difference between outline and draft is said. */
export function differenceWords(difference: HeadingChange | HeadingAsk): string {
	const name = difference.heading || t("outline.untitled");
	switch (difference.kind) {
		case "rename":
			return t("outline.draftSays", { heading: difference.to === "draft" ? difference.was : name });
		case "both-renamed":
		case "both-moved":
			return t("outline.both", { heading: name });
		case "level":
		case "move":
			return t("outline.draftOrder", { heading: name });
		case "gone-in-draft":
			return t("outline.draftLacks", { heading: name });
		case "add":
			return t(difference.to === "draft" ? "outline.draftLacks" : "outline.draftHas", { heading: name });
	}
}
