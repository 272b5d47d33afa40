import type { App } from "./app";
import { prepareFuzzySearch, renderResults, type SearchResult, sortSearchResults } from "./search";
import { SuggestList } from "./suggest-list";
import { Modal } from "./ui/modal";

export type Instruction = { command: string; purpose: string };

export abstract class SuggestModal<T> extends Modal {
	limit = 100;
	emptyStateText = "No results found.";
	inputEl: HTMLInputElement;
	resultContainerEl: HTMLElement;
	#list: SuggestList<T>;
	#asked = 0;

	constructor(app: App) {
		super(app);
		this.modalEl.empty();
		this.modalEl.addClass("prompt");
		this.modalEl.removeClass("modal");
		const box = this.modalEl.createDiv({ cls: "prompt-input-container" });
		this.inputEl = box.createEl("input", {
			cls: "prompt-input",
			type: "text",
			attr: {
				autocomplete: "off",
				spellcheck: "false",
				enterkeyhint: "done",
				role: "combobox",
				"aria-expanded": "true",
			},
		});
		box.createDiv({ cls: "search-input-clear-button" }).hide();
		this.resultContainerEl = this.modalEl.createDiv({ cls: "prompt-results" });
		this.#list = new SuggestList<T>(this.resultContainerEl, this, this.scope);
		this.inputEl.addEventListener("input", () => void this.#update());
	}

	abstract getSuggestions(query: string): T[] | Promise<T[]>;
	abstract renderSuggestion(value: T, el: HTMLElement): void;
	abstract onChooseSuggestion(item: T, evt: MouseEvent | KeyboardEvent): void;

	setPlaceholder(placeholder: string): void {
		this.inputEl.placeholder = placeholder;
		this.inputEl.setAttribute("aria-label", placeholder);
	}

	setInstructions(instructions: Instruction[]): void {
		this.modalEl.querySelector(".prompt-instructions")?.remove();
		const row = this.modalEl.createDiv({ cls: "prompt-instructions" });
		for (const { command, purpose } of instructions) {
			const item = row.createDiv({ cls: "prompt-instruction" });
			item.createSpan({ cls: "prompt-instruction-command", text: command });
			item.createSpan({ text: purpose });
		}
	}

	onNoSuggestion(): void {
		this.resultContainerEl.empty();
		if (this.emptyStateText !== "")
			this.resultContainerEl.createDiv({
				cls: "suggestion-empty",
				text: this.emptyStateText,
			});
	}

	/** Closes first, then hands over: what `onChooseSuggestion` opens is not closed with it ([M]). */
	selectSuggestion(value: T, evt: MouseEvent | KeyboardEvent): void {
		this.close();
		this.onChooseSuggestion(value, evt);
	}

	selectActiveSuggestion(evt: MouseEvent | KeyboardEvent): void {
		this.#list.choose(evt);
	}

	override open(): void {
		super.open();
		this.inputEl.focus();
		void this.#update();
	}

	async #update(): Promise<void> {
		this.#asked += 1;
		const turn = this.#asked;
		const found = await this.getSuggestions(this.inputEl.value);
		// A slower answer to an older question is dropped.
		if (turn !== this.#asked) return;
		this.#list.show(found.slice(0, this.limit));
		if (found.length === 0) this.onNoSuggestion();
	}
}

export type FuzzyMatch<T> = { item: T; match: SearchResult };

export abstract class FuzzySuggestModal<T> extends SuggestModal<FuzzyMatch<T>> {
	abstract getItems(): T[];
	abstract getItemText(item: T): string;
	abstract onChooseItem(item: T, evt: MouseEvent | KeyboardEvent): void;

	getSuggestions(query: string): FuzzyMatch<T>[] {
		const search = prepareFuzzySearch(query);
		const found: FuzzyMatch<T>[] = [];
		for (const item of this.getItems()) {
			const match = search(this.getItemText(item));
			if (match !== null) found.push({ item, match });
		}
		if (query.trim() !== "") sortSearchResults(found);
		return found;
	}

	renderSuggestion(item: FuzzyMatch<T>, el: HTMLElement): void {
		renderResults(el, this.getItemText(item.item), item.match);
	}

	onChooseSuggestion(item: FuzzyMatch<T>, evt: MouseEvent | KeyboardEvent): void {
		this.onChooseItem(item.item, evt);
	}
}
