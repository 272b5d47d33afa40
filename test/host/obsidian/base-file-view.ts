import { TextFileView } from "./view";

/** A `.base` in a tab. The host has no Bases: it says so and shows what the file says. */
export class BaseFileView extends TextFileView {
	override icon = "lucide-table";

	getViewType(): string {
		return "base-file";
	}

	getViewData(): string {
		return this.data;
	}

	setViewData(data: string): void {
		this.contentEl.empty();
		const page = this.contentEl.createDiv({ cls: "markdown-preview-view markdown-rendered" });
		page.createEl("p", {
			text: "The app shows a table for each view below. This browser host has no Bases and shows the file.",
		});
		page.createEl("pre").createEl("code", { text: data });
	}

	clear(): void {
		this.contentEl.empty();
	}
}
