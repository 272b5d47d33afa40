import { SuggestModal, type App } from "obsidian";
import type { Source } from "../source/source";
import { t } from "../ui/i18n";
import { allSections, type Outline, type OutlineSection } from "./outline";

type Choice = Readonly<{ section: OutlineSection | null; label: string }>;

/** Lets the person choose a section, or the tray, for some sources. */
export class SectionSuggest extends SuggestModal<Choice> {
	constructor(
		app: App,
		private readonly outline: Outline,
		count: number,
		private readonly choose: (section: string | null) => void,
	) {
		super(app);
		this.setPlaceholder(t("outline.pickSection", { count }));
	}

	override getSuggestions(query: string): Choice[] {
		const wanted = query.trim().toLowerCase();
		const sections = allSections(this.outline).map((section): Choice => {
			const label = `${section.number} ${section.heading || t("outline.untitled")}`;
			return { section, label };
		});
		return [...sections, { section: null, label: t("outline.pickTray") }].filter((choice) =>
			choice.label.toLowerCase().includes(wanted),
		);
	}

	override renderSuggestion({ section, label }: Choice, el: HTMLElement): void {
		el.addClass("winnow-section-choice");
		el.dataset.depth = String((section?.number.split(".").length ?? 1) - 1);
		el.createDiv({ text: label, attr: { dir: "auto" } });
		if (section !== null) {
			el.createEl("small", { text: t("outline.depth.good", { count: section.cards.length }) });
		}
	}

	override onChooseSuggestion({ section }: Choice): void {
		this.choose(section?.group.id ?? null);
	}
}

/** Lets the person choose a source for one section. */
export class SourceSuggest extends SuggestModal<Source> {
	constructor(
		app: App,
		private readonly sources: readonly Source[],
		heading: string,
		private readonly choose: (source: Source) => void,
	) {
		super(app);
		this.setPlaceholder(t("outline.pickSource", { heading }));
	}

	override getSuggestions(query: string): Source[] {
		const words = query.toLowerCase().split(/\s+/).filter((word) => word !== "");
		const text = (source: Source): string =>
			[source.title, source.site, source.category, ...source.authors].join(" ").toLowerCase();
		return this.sources.filter((source) => words.every((word) => text(source).includes(word))).slice(0, 100);
	}

	override renderSuggestion(source: Source, el: HTMLElement): void {
		el.createDiv({ text: source.title, attr: { dir: "auto" } });
		el.createEl("small", { text: [source.site, source.category].filter((part) => part !== "").join(" · ") });
	}

	override onChooseSuggestion(source: Source): void {
		this.choose(source);
	}
}
