import { SuggestModal, type App } from "obsidian";
import type { Source } from "../source/source";
import { t } from "../ui/i18n";

/** Lets the person choose a source to hold against the one in front. */
export class CompareSuggest extends SuggestModal<Source> {
	constructor(
		app: App,
		private readonly sources: readonly Source[],
		title: string,
		private readonly choose: (source: Source) => void,
	) {
		super(app);
		this.setPlaceholder(t("understand.compare.pick", { title }));
		this.emptyStateText = t("understand.compare.none");
	}

	override getSuggestions(query: string): Source[] {
		const words = query.toLowerCase().split(/\s+/).filter((word) => word !== "");
		return this.sources.filter(({ title, site, category, authors }) => {
			const text = [title, site, category, ...authors].join(" ").toLowerCase();
			return words.every((word) => text.includes(word));
		});
	}

	override renderSuggestion({ title, site, category }: Source, el: HTMLElement): void {
		el.createDiv({ text: title, attr: { dir: "auto" } });
		el.createEl("small", { text: [site, category].filter((part) => part !== "").join(" · "), attr: { dir: "auto" } });
	}

	override onChooseSuggestion(source: Source): void {
		this.choose(source);
	}
}
