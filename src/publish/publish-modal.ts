import { getLanguage, Modal, normalizePath } from "obsidian";
import { finishKey } from "../ui/finish-key";
import { t } from "../ui/i18n";
import { showNotice } from "../ui/notice";
import { guarded } from "../ui/report-bug";
import { copyRich } from "./copy-rich-face";
import { exportOf, imagesOf, withImages, writeExport, type DraftToPublish } from "./draft-export-face";
import type { Exported } from "./export-draft";
import { TARGETS, type Target } from "./export-target";
import { checksFace, type Mending } from "./publish-checks-face";
import { choicesFace, type Choices } from "./publish-choices-face";
import { explainFailure, type PublishParts } from "./publish-parts";

/** The preview is for looking: a longer file is cut, the export is not. */
const MAX_PREVIEW = 60_000;

/** The target chosen last on this device: the next article mostly goes to the same place. */
const LAST_TARGET = "winnow-publish-target";

/** Target, checks, destination, and the very file that will be written. Nothing is uploaded. */
export class PublishModal extends Modal {
	private folder: string;
	private exported: Exported;
	private choices: Choices | null = null;
	private checks: HTMLElement | null = null;
	private destination: HTMLElement | null = null;
	private preview: HTMLElement | null = null;
	private previewName: HTMLElement | null = null;
	private acts: HTMLElement | null = null;

	constructor(
		private readonly parts: PublishParts,
		private readonly draft: DraftToPublish,
		private readonly mending: Mending,
	) {
		super(parts.app);
		this.folder = draft.folder;
		this.exported = this.compute(this.lastTarget());
	}

	private lastTarget(): Target {
		const last: unknown = this.parts.app.loadLocalStorage(LAST_TARGET);
		return TARGETS.find((each) => each === last) ?? "hugo";
	}

	private get target(): Target {
		return this.choices?.target() ?? this.lastTarget();
	}

	private compute(target: Target): Exported {
		return exportOf(this.parts, this.draft, target, getLanguage());
	}

	override onOpen(): void {
		this.modalEl.addClass("winnow-publish");
		this.setTitle(t("publish.title"));
		const columns = this.contentEl.createDiv({ cls: "winnow-publish-columns" });
		const left = columns.createDiv({ cls: "winnow-publish-choice" });
		this.choices = choicesFace(left, this.lastTarget(), () => this.choose());
		this.checks = left.createDiv({ cls: "winnow-publish-checks" });
		this.destination = this.addDestination(left);
		const right = columns.createDiv({ cls: "winnow-publish-preview" });
		const head = right.createDiv({ cls: "winnow-panel-heading" });
		head.createSpan({ text: t("publish.preview") });
		this.previewName = head.createSpan({ cls: "winnow-panel-count" });
		this.preview = right.createEl("pre", { attr: { tabindex: "0", dir: "auto" } });
		const foot = this.contentEl.createDiv({ cls: "winnow-publish-foot" });
		foot.createSpan({ cls: "winnow-panel-muted", text: t("publish.stays") });
		this.acts = foot.createDiv({ cls: "winnow-publish-acts" });
		this.scope.register(["Mod"], "Enter", () => {
			guarded(() => this.finish());
			return false;
		});
		this.show();
	}

	override onClose(): void {
		this.contentEl.empty();
	}

	private addDestination(parent: HTMLElement): HTMLElement {
		const line = parent.createEl("label", { cls: "winnow-publish-line" });
		line.createSpan({ text: t("publish.saveTo") });
		const field = line.createEl("input", { type: "text", value: this.folder });
		field.addEventListener("input", () => {
			this.folder = field.value.trim();
		});
		return line;
	}

	private choose(): void {
		this.parts.app.saveLocalStorage(LAST_TARGET, this.target);
		this.exported = this.compute(this.target);
		this.show();
	}

	private article(): readonly [name: string, text: string] {
		return Object.entries(this.exported.files)[0] ?? ["", ""];
	}

	private show(): void {
		const { files, missing } = imagesOf(this.parts, this.draft, this.exported);
		if (this.checks !== null) checksFace(this.checks, this.draft, this.exported, missing, this.leaving());
		const [name, text] = this.article();
		const kilobytes = Math.max(1, Math.round(new TextEncoder().encode(text).length / 1024));
		const size = t("publish.size", { name, size: kilobytes });
		this.previewName?.setText(files.length === 0 ? size : `${size} · ${t("publish.images", { count: files.length })}`);
		this.preview?.setText(text.length > MAX_PREVIEW ? `${text.slice(0, MAX_PREVIEW)}…` : text);
		this.destination?.toggleClass("is-hidden", this.target === "rich");
		this.showActs();
	}

	/** Mending is done in the draft: the sheet goes first. */
	private leaving(): Mending {
		return {
			show: (offset) => {
				this.close();
				this.mending.show(offset);
			},
			readThrough: () => {
				this.close();
				this.mending.readThrough();
			},
		};
	}

	private showActs(): void {
		const { acts, target } = this;
		if (acts === null) return;
		acts.empty();
		if (target !== "rich") {
			const copy = acts.createEl("button", { text: t("publish.copy") });
			copy.addEventListener("click", () => guarded(() => this.copy()));
		}
		const words = target === "rich" ? t("publish.copyRich") : t("publish.export");
		const finish = acts.createEl("button", { cls: "mod-cta winnow-key-button", text: words });
		finishKey(finish);
		finish.addEventListener("click", () => guarded(() => this.finish()));
	}

	private async copy(): Promise<void> {
		await this.contentEl.win.navigator.clipboard.writeText(this.article()[1]);
		showNotice(t("common.copied"), { icon: "check", tone: "done" });
	}

	private async finish(): Promise<void> {
		if (this.target !== "rich") return this.writeFiles();
		const plain = Object.values(this.compute("plain").files)[0] ?? "";
		const { exported } = await withImages(this.parts, this.draft, this.exported);
		await copyRich(this.contentEl.win, Object.values(exported.files)[0] ?? "", plain);
		showNotice(t("publish.copiedRich"), { icon: "check", tone: "done" });
		this.close();
	}

	private async writeFiles(): Promise<void> {
		const folder = normalizePath(this.folder);
		if (this.folder === "" || folder === "/" || /[\\:*?"<>|]|(?:^|\/)\.{1,2}(?:\/|$)/.test(folder)) {
			showNotice(t("publish.badFolder", { folder: this.folder }), { icon: "circle-alert", tone: "needs-you" });
			return;
		}
		const { exported, beside } =
			this.target === "html"
				? await withImages(this.parts, this.draft, this.exported)
				: { exported: this.exported, beside: imagesOf(this.parts, this.draft, this.exported).files };
		const written = await writeExport(this.parts, exported, beside, folder);
		if (!written.ok) {
			const { error } = written;
			const words = error.kind === "foreign" ? t("publish.foreign", { path: error.path }) : explainFailure(error);
			showNotice(words, { icon: "circle-alert", tone: "needs-you" });
			return;
		}
		showNotice(t("publish.exported", { count: written.value, folder }), { icon: "check", tone: "done" });
		this.close();
	}
}
