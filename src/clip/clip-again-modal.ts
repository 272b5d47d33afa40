import { Modal, type App } from "obsidian";
import { t } from "../ui/i18n";

/** What a person may do with a page that was clipped before. */
export type AgainActs = Readonly<{ open(): void; addNew(): void; keepBoth(): void }>;

/** Says what the page has now that the note has not, and asks what to do; the note's own words are never changed. */
export class ClipAgainModal extends Modal {
	constructor(
		app: App,
		private readonly title: string,
		private readonly newCount: number,
		private readonly acts: AgainActs,
	) {
		super(app);
	}

	override onOpen(): void {
		this.setTitle(t("clip.again.title"));
		const { contentEl, newCount } = this;
		const words = newCount === 0 ? t("clip.again.nothing", { title: this.title }) : t("clip.again.says", { title: this.title, count: newCount });
		contentEl.createEl("p", { text: words, attr: { dir: "auto" } });
		const foot = contentEl.createDiv({ cls: "modal-button-container" });
		const button = (text: string, cls: string, act: () => void) => {
			foot.createEl("button", { text, cls }).addEventListener("click", () => {
				this.close();
				act();
			});
		};
		button(t("common.cancel"), "", () => undefined);
		button(t("clip.again.keepBoth"), "", () => this.acts.keepBoth());
		if (newCount > 0) button(t("clip.again.add", { count: newCount }), "mod-cta", () => this.acts.addNew());
		else button(t("common.open"), "mod-cta", () => this.acts.open());
	}

	override onClose(): void {
		this.contentEl.empty();
	}
}
