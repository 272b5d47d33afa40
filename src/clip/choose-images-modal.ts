import { Modal, type App } from "obsidian";
import { t } from "../ui/i18n";
import { guarded } from "../ui/report-bug";
import type { RemoteImage } from "./image-links";

/** Shows the pictures of a note that stand on the web; those that are ticked are saved. */
export class ChooseImagesModal extends Modal {
	constructor(
		app: App,
		private readonly noteTitle: string,
		private readonly images: readonly RemoteImage[],
		private readonly save: (wanted: ReadonlySet<string>) => Promise<void>,
	) {
		super(app);
	}

	override onOpen(): void {
		this.setTitle(t("clip.images.chooseTitle"));
		const { contentEl } = this;
		contentEl.createEl("p", { text: t("clip.images.chooseHint", { title: this.noteTitle }), attr: { dir: "auto" } });
		const wanted = new Set(this.images.map(({ url }) => url));
		const grid = contentEl.createDiv({ cls: "winnow-clip-images" });
		const foot = contentEl.createDiv({ cls: "modal-button-container" });
		const save = foot.createEl("button", { cls: "mod-cta" });
		const show = (): void => {
			save.setText(t("clip.images.saveCount", { count: wanted.size }));
			save.disabled = wanted.size === 0;
		};
		for (const { url, alt } of this.images) {
			const cell = grid.createEl("label", { cls: "winnow-clip-image" });
			cell.createEl("img", { attr: { src: url, alt, loading: "lazy", referrerpolicy: "no-referrer" } });
			const line = cell.createDiv({ cls: "winnow-clip-image-line" });
			const box = line.createEl("input", { type: "checkbox" });
			box.checked = true;
			line.createSpan({ text: alt === "" ? nameOf(url) : alt, attr: { dir: "auto" } });
			box.addEventListener("change", () => {
				if (box.checked) wanted.add(url);
				else wanted.delete(url);
				show();
			});
		}
		const cancel = foot.createEl("button", { text: t("common.cancel") });
		foot.prepend(cancel);
		cancel.addEventListener("click", () => this.close());
		save.addEventListener("click", () => {
			this.close();
			guarded(() => this.save(wanted));
		});
		show();
		save.focus();
	}

	override onClose(): void {
		this.contentEl.empty();
	}
}

function nameOf(url: string): string {
	return new URL(url).pathname.split("/").pop() ?? "";
}
