import { Modal, type App } from "obsidian";
import { t } from "../ui/i18n";
import { showTrouble } from "../ui/notice";
import { guarded } from "../ui/report-bug";
import { dropCopy, recover, type RecoveryPlace, type Unfinished } from "./recovery";
import type { SafeVault } from "./safe-vault";

/** After a start: mends what a crash tore, and offers back what somebody changed since. Says nothing where all is whole. */
export async function offerRecovered(
	app: App,
	place: RecoveryPlace,
	vault: SafeVault,
): Promise<void> {
	const unfinished = await recover(place);
	if (unfinished.length > 0) new RecoveredModal(app, place, vault, unfinished).open();
}

/** Each unfinished write: keep both of its texts as notes of their own, or forget them. */
class RecoveredModal extends Modal {
	constructor(
		app: App,
		private readonly place: RecoveryPlace,
		private readonly vault: SafeVault,
		private readonly unfinished: readonly Unfinished[],
	) {
		super(app);
	}

	override onOpen(): void {
		this.setTitle(t("vault.recovered.title"));
		this.contentEl.createEl("p", { text: t("vault.recovered.text") });
		for (const one of this.unfinished) this.row(one);
	}

	override onClose(): void {
		this.contentEl.empty();
	}

	private row(one: Unfinished): void {
		const row = this.contentEl.createDiv({ cls: "winnow-recovered" });
		row.createDiv({ text: one.path, attr: { dir: "auto" } });
		row.createDiv({ cls: "winnow-recovered-when", text: new Date(one.at).toLocaleString() });
		const button = (text: string, act: () => Promise<boolean>) => {
			const element = row.createEl("button", { text });
			element.addEventListener("click", () =>
				guarded(async () => {
					if (await act()) row.remove();
				}),
			);
		};
		button(t("vault.recovered.keep"), () => this.keep(one));
		button(t("vault.recovered.forget"), async () => {
			await dropCopy(this.place.files, one.copy);
			return true;
		});
	}

	/** False: the disk said no; the copy stays. */
	private async keep(one: Unfinished): Promise<boolean> {
		const slash = one.path.lastIndexOf("/");
		const folder = slash === -1 ? "" : one.path.slice(0, slash);
		const name = one.path.slice(slash + 1).replace(/\.md$/, "");
		const written = await this.vault.createBeside(
			folder,
			t("vault.recovered.name", { name }),
			one.before,
		);
		if (!written.ok) {
			showTrouble(t("vault.recovered.failed"));
			return false;
		}
		await dropCopy(this.place.files, one.copy);
		return true;
	}
}
