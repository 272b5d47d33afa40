import { Modal, type App } from "obsidian";
import { t } from "../ui/i18n";

/** What a person pasted: the HTML of the clipboard where there is one, else its text. */
export type Pasted = Readonly<{ kind: "html" | "text"; content: string }>;

/** Asks for the text of a page that could not be fetched. Pasted HTML keeps headings, links and code. */
export class PasteModal extends Modal {
	constructor(
		app: App,
		private readonly url: string,
		private readonly save: (pasted: Pasted) => void,
	) {
		super(app);
	}

	override onOpen(): void {
		this.setTitle(t("clip.paste.title"));
		this.modalEl.addClass("winnow-clip");
		const { contentEl } = this;
		contentEl.createEl("p", { text: t("clip.paste.hint", { url: this.url }) });
		const field = contentEl.createEl("textarea", {
			cls: "winnow-clip-paste",
			attr: { "aria-label": t("clip.paste.title"), rows: "10", dir: "auto" },
		});
		const says = contentEl.createDiv({ cls: "winnow-clip-line", attr: { role: "status" } });
		const foot = contentEl.createDiv({ cls: "modal-button-container" });
		const cancel = foot.createEl("button", { text: t("common.cancel") });
		const save = foot.createEl("button", { cls: "mod-cta", text: t("clip.paste.save") });
		save.disabled = true;
		let html = "";
		let pasted = "";
		field.addEventListener("paste", (event) => {
			html = event.clipboardData?.getData("text/html") ?? "";
			pasted = event.clipboardData?.getData("text/plain") ?? "";
		});
		field.addEventListener("input", () => {
			save.disabled = field.value.trim() === "";
			// Words changed by hand are the person's: the HTML no longer says what stands here.
			const isWhole = html !== "" && field.value.trim() === pasted.replace(/\r\n?/g, "\n").trim();
			if (!isWhole) html = "";
			says.setText(isWhole ? t("clip.paste.hasHtml") : "");
		});
		cancel.addEventListener("click", () => this.close());
		save.addEventListener("click", () => {
			this.close();
			this.save(
				html === ""
					? { kind: "text", content: field.value }
					: { kind: "html", content: html },
			);
		});
		field.focus();
	}

	override onClose(): void {
		this.contentEl.empty();
	}
}
