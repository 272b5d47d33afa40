import { SuggestModal, type MarkdownView } from "obsidian";
import type { Source } from "../source/source";
import { t } from "../ui/i18n";
import { guarded } from "../ui/report-bug";
import type { DraftActs } from "./draft-acts-face";
import type { DraftParts } from "./draft-parts";
import { PassageShelf } from "./passage-shelf";
import type { Passage } from "./passages";

/** A source, and what of it would be quoted; null: the work as a whole. */
export type Citeable = Readonly<{ source: Source; passage: Passage | null }>;

/** Type-ahead over sources and their marked passages; those of the section stand first. */
export class CiteSuggest extends SuggestModal<Citeable> {
	private items: readonly Citeable[];
	private readonly shelf: PassageShelf;

	/** @param sources in the order they are offered. */
	constructor(
		parts: DraftParts,
		private readonly acts: DraftActs,
		private readonly view: MarkdownView,
		private readonly sources: readonly Source[],
		private readonly kind: "quote" | "footnote",
	) {
		super(parts.app);
		this.shelf = new PassageShelf(parts.app);
		this.items = sources.map((source) => ({ source, passage: null }));
		this.setPlaceholder(t(kind === "quote" ? "draft.pickQuote" : "draft.pickSource"));
		this.limit = 100;
	}

	override onOpen(): void {
		void super.onOpen();
		if (this.kind === "quote") guarded(() => this.readPassages());
	}

	/** Bodies are read only now, and only here: no list of them is kept. */
	private async readPassages(): Promise<void> {
		await this.shelf.fill(this.sources.map((source) => source.path));
		this.items = this.sources.flatMap((source) =>
			this.shelf.get(source.path).list.map((passage): Citeable => ({ source, passage })),
		);
		this.inputEl.dispatchEvent(new Event("input"));
	}

	override getSuggestions(query: string): Citeable[] {
		const words = query.toLowerCase().split(/\s+/).filter((word) => word !== "");
		return this.items.filter(({ source, passage }) => {
			const text = [passage?.words ?? "", source.title, source.site, ...source.authors].join(" ").toLowerCase();
			return words.every((word) => text.includes(word));
		});
	}

	override renderSuggestion({ source, passage }: Citeable, el: HTMLElement): void {
		el.addClass("winnow-cite-choice");
		el.createDiv({ text: passage?.words ?? source.title, attr: { dir: "auto" } });
		const line = passage === null ? [...source.authors, source.site] : [source.title, source.site];
		el.createEl("small", { text: line.filter((part) => part !== "").join(" · "), attr: { dir: "auto" } });
	}

	override onChooseSuggestion({ source, passage }: Citeable): void {
		this.acts.cite(this.view, source, passage?.words ?? "", passage === null ? "footnote" : this.kind);
	}
}
