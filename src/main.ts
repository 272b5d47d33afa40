import { Plugin } from "obsidian";
import { COMPANION_VIEW, CompanionPanel, CompanionView } from "./ui/companion-view";
import { t } from "./ui/i18n";
import { guarded } from "./ui/report-bug";

/** Lists the features and hands each what it needs; nothing else. */
export default class WinnowPlugin extends Plugin {
	override onload(): void {
		const companion = new CompanionPanel(this.app);
		this.registerView(COMPANION_VIEW, (leaf) => new CompanionView(leaf, companion.faces));
		this.addCommand({
			id: "open-companion",
			name: t("common.openCompanion"),
			callback: () => guarded(() => companion.open()),
		});
	}
}
