import { getLanguage, Modal, Notice, normalizePath, setIcon } from "obsidian";
import { elementOf } from "../ui/element-of";
import { t } from "../ui/i18n";
import { guarded } from "../ui/report-bug";
import { exportOf, imagesOf, writeExport, type DraftToPublish } from "./draft-export-face";
import type { Exported } from "./export-draft";
import { TARGETS, type Target } from "./export-target";
import { explainFailure, type PublishParts } from "./publish-parts";

/** The preview is for looking: a longer file is cut, the export is not. */
const MAX_PREVIEW = 60_000;

/** Target, checks, destination, and the very file that will be written. Nothing is uploaded. */
export class PublishModal extends Modal {
	private target: Target = "hugo";
	private folder: string;
	private exported: Exported;
	private targets: HTMLElement | null = null;
	private checks: HTMLElement | null = null;
	private preview: HTMLElement | null = null;
	private previewName: HTMLElement | null = null;

	constructor(
		private readonly parts: PublishParts,
		private readonly draft: DraftToPublish,
	) {
		super(parts.app);
		this.folder = draft.folder;
		this.exported = this.compute();
	}

	private compute(): Exported {
		return exportOf(this.parts, this.draft, this.target, getLanguage());
	}

	override onOpen(): void {
		this.modalEl.addClass("winnow-publish");
		this.setTitle(t("publish.title"));
		const columns = this.contentEl.createDiv({ cls: "winnow-publish-columns" });
		const left = columns.createDiv({ cls: "winnow-publish-choice" });
		this.targets = left.createDiv({
			cls: "winnow-publish-targets",
			attr: { role: "radiogroup", "aria-label": t("publish.target") },
		});
		this.checks = left.createDiv({ cls: "winnow-publish-checks" });
		this.destination(left);
		const right = columns.createDiv({ cls: "winnow-publish-preview" });
		const head = right.createDiv({ cls: "winnow-panel-heading" });
		head.createSpan({ text: t("publish.preview") });
		this.previewName = head.createSpan({ cls: "winnow-panel-count" });
		this.preview = right.createEl("pre", { attr: { tabindex: "0", dir: "auto" } });
		this.foot();
		this.targets.addEventListener("click", (event) => this.onTarget(event));
		this.targets.addEventListener("keydown", (event) => this.onTargetKey(event));
		this.scope.register(["Mod"], "Enter", () => {
			guarded(() => this.finish());
			return false;
		});
		this.show();
	}

	override onClose(): void {
		this.contentEl.empty();
	}

	private destination(parent: HTMLElement): void {
		const line = parent.createDiv({ cls: "winnow-publish-destination" });
		const label = line.createEl("label", { text: t("publish.saveTo") });
		const field = label.createEl("input", { type: "text", value: this.folder });
		field.addEventListener("input", () => {
			this.folder = field.value.trim();
		});
	}

	private foot(): void {
		const foot = this.contentEl.createDiv({ cls: "winnow-publish-foot" });
		foot.createSpan({ cls: "winnow-panel-muted", text: t("publish.stays") });
		const copy = foot.createEl("button", { text: t("publish.copy") });
		const finish = foot.createEl("button", { cls: "mod-cta", text: t("publish.export") });
		copy.addEventListener("click", () => {
			guarded(async () => {
				await this.contentEl.win.navigator.clipboard.writeText(this.article()[1]);
				new Notice(t("common.copied"));
			});
		});
		finish.addEventListener("click", () => guarded(() => this.finish()));
	}

	private article(): readonly [name: string, text: string] {
		return Object.entries(this.exported.files)[0] ?? ["", ""];
	}

	private onTarget(event: MouseEvent): void {
		const node = elementOf(event);
		const name = node?.closest<HTMLElement>("[data-target]")?.dataset.target;
		const target = TARGETS.find((each) => each === name);
		if (target !== undefined) this.choose(target);
	}

	/** Arrows move the choice, as in any group of radio buttons. */
	private onTargetKey(event: KeyboardEvent): void {
		const by = /^Arrow(?:Down|Right)$/.test(event.key) ? 1 : /^Arrow(?:Up|Left)$/.test(event.key) ? -1 : 0;
		if (by === 0) return;
		event.preventDefault();
		this.choose(TARGETS[(TARGETS.indexOf(this.target) + by + TARGETS.length) % TARGETS.length] ?? "hugo");
		this.targets?.querySelector<HTMLElement>(".is-selected")?.focus();
	}

	private choose(target: Target): void {
		this.target = target;
		this.exported = this.compute();
		this.show();
	}

	private show(): void {
		this.showTargets();
		this.showChecks();
		const [name, text] = this.article();
		const kilobytes = Math.max(1, Math.round(new TextEncoder().encode(text).length / 1024));
		this.previewName?.setText(t("publish.size", { name, size: kilobytes }));
		this.preview?.setText(text.length > MAX_PREVIEW ? `${text.slice(0, MAX_PREVIEW)}…` : text);
	}

	private showTargets(): void {
		const hadFocus = this.targets?.contains(this.contentEl.doc.activeElement) === true;
		this.targets?.empty();
		for (const target of TARGETS) {
			const isSelected = target === this.target;
			const card = this.targets?.createDiv({
				cls: "winnow-publish-target",
				attr: { role: "radio", "aria-checked": String(isSelected), tabindex: isSelected ? "0" : "-1", "data-target": target },
			});
			card?.toggleClass("is-selected", isSelected);
			card?.createDiv({ cls: "winnow-publish-name", text: t(`publish.target.${target}`) });
			if (isSelected) card?.createDiv({ cls: "winnow-panel-muted", text: targetWords(target) });
			if (isSelected && hadFocus) card?.focus();
		}
	}

	private showChecks(): void {
		const { checks, exported, draft } = this;
		if (checks === null) return;
		checks.empty();
		const { missing } = imagesOf(this.parts, draft, exported);
		const open = exported.warnings.map((each) => ({
			words: each.kind === "unclosed" ? t("publish.warn.unclosed") : t(`publish.warn.${each.kind}`, { count: each.count }),
			examples: each.examples.join("\n"),
		}));
		if (missing.length > 0) open.push({ words: t("publish.warn.missing", { count: missing.length }), examples: missing.join("\n") });
		if (draft.marks > 0) open.push({ words: t("publish.fact.marks", { count: draft.marks }), examples: "" });
		if (draft.readings === 0) open.push({ words: t("publish.fact.unread"), examples: "" });
		const head = checks.createDiv({ cls: "winnow-panel-heading" });
		head.createSpan({ text: t("publish.before") });
		head.createSpan({ cls: "winnow-panel-count", text: open.length === 0 ? "" : t("publish.lookAt", { count: open.length }) });
		for (const { words, examples } of open) checkLine(checks, "circle-alert", words, examples, false);
		const { comments, footnotes } = exported.facts;
		if (comments > 0) checkLine(checks, "check", t("publish.fact.comments", { count: comments }), "", true);
		if (footnotes > 0) checkLine(checks, "check", t("publish.fact.footnotes", { count: footnotes }), "", true);
		if (draft.readings > 0) checkLine(checks, "check", t("publish.fact.readings", { count: draft.readings }), "", true);
	}

	private async finish(): Promise<void> {
		const folder = normalizePath(this.folder);
		if (this.folder === "" || folder === "/" || /[\\:*?"<>|]|(?:^|\/)\.{1,2}(?:\/|$)/.test(folder)) {
			new Notice(t("publish.badFolder", { folder: this.folder }));
			return;
		}
		const { files } = imagesOf(this.parts, this.draft, this.exported);
		const written = await writeExport(this.parts, this.exported, files, folder);
		if (!written.ok) {
			const { error } = written;
			new Notice(error.kind === "foreign" ? t("publish.foreign", { path: error.path }) : explainFailure(error));
			return;
		}
		new Notice(t("publish.exported", { count: written.value, folder }));
		this.close();
	}
}

function targetWords(target: Target): string {
	switch (target) {
		case "plain":
		case "pandoc":
		case "html":
			return t(`publish.target.${target}Desc`);
		case "hugo":
		case "jekyll":
		case "astro":
		case "quartz":
			return t("publish.target.siteDesc");
	}
}

function checkLine(parent: HTMLElement, icon: string, words: string, examples: string, isDone: boolean): void {
	const line = parent.createDiv({ cls: "winnow-fact", attr: examples === "" ? {} : { title: examples } });
	line.toggleClass("is-done", isDone);
	line.toggleClass("is-amber", !isDone);
	setIcon(line.createSpan({ cls: "winnow-panel-icon" }), icon);
	line.createSpan({ cls: "winnow-fact-words", text: words });
}
