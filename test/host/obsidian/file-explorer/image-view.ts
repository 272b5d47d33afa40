import type { TFile } from "../files";
import { EditableFileView } from "../view";

/** A picture of the vault in a tab. */
export class ImageView extends EditableFileView {
	override icon = "lucide-image";

	getViewType(): string {
		return "image";
	}

	override async onLoadFile(file: TFile): Promise<void> {
		await super.onLoadFile(file);
		this.contentEl.empty();
		const holder = this.contentEl.createDiv({ cls: "image-container" });
		holder.createEl("img", {
			attr: { src: this.app.vault.getResourcePath(file), alt: file.name },
		});
	}

	override async onUnloadFile(file: TFile): Promise<void> {
		this.contentEl.empty();
		await super.onUnloadFile(file);
	}
}
