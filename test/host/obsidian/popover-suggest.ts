import type { App } from "./app";
import type { TFile } from "./files";
import type { Editor } from "./markdown/editor";
import { Scope } from "./keymap";
import { SuggestList } from "./suggest-list";

export const showAt: unique symbol = Symbol("showAt");

export abstract class PopoverSuggest<T> {
	app: App;
	scope: Scope;
	readonly #el = createDiv({ cls: "suggestion-container" });
	readonly #list: SuggestList<T>;
	#isOpen = false;

	constructor(app: App, scope: Scope = new Scope(app.scope)) {
		this.app = app;
		this.scope = scope;
		this.#list = new SuggestList<T>(this.#el.createDiv({ cls: "suggestion" }), this, scope);
		scope.register([], "Escape", () => {
			this.close();
			return false;
		});
	}

	abstract renderSuggestion(value: T, el: HTMLElement): void;
	abstract selectSuggestion(value: T, evt: MouseEvent | KeyboardEvent): void;

	open(): void {
		if (this.#isOpen) return;
		this.#isOpen = true;
		activeDocument.body.append(this.#el);
		this.app.keymap.pushScope(this.scope);
	}

	close(): void {
		if (!this.#isOpen) return;
		this.#isOpen = false;
		this.#el.remove();
		this.app.keymap.popScope(this.scope);
	}

	onHistoryBack(): void {
		this.close();
	}

	/** Draws the values under a place; none closes. */
	[showAt](values: readonly T[], place: { left: number; bottom: number; width?: number }): void {
		if (values.length === 0) return this.close();
		this.open();
		this.#list.show(values);
		this.#el.style.left = `${place.left}px`;
		this.#el.style.top = `${place.bottom + 4}px`;
		if (place.width !== undefined) this.#el.style.minWidth = `${place.width}px`;
	}
}

export abstract class AbstractInputSuggest<T> extends PopoverSuggest<T> {
	limit = 100;
	readonly #inputEl: HTMLInputElement | HTMLDivElement;
	#callback: ((value: T, evt: MouseEvent | KeyboardEvent) => unknown) | null = null;
	#asked = 0;

	constructor(app: App, textInputEl: HTMLInputElement | HTMLDivElement) {
		super(app);
		this.#inputEl = textInputEl;
		const ask = (): void => void this.#update();
		textInputEl.addEventListener("input", ask);
		textInputEl.addEventListener("focus", ask);
		textInputEl.addEventListener("blur", () => window.setTimeout(() => this.close(), 100));
	}

	protected abstract getSuggestions(query: string): T[] | Promise<T[]>;

	setValue(value: string): void {
		if (this.#inputEl instanceof HTMLInputElement) this.#inputEl.value = value;
		else this.#inputEl.setText(value);
	}

	getValue(): string {
		return this.#inputEl instanceof HTMLInputElement
			? this.#inputEl.value
			: this.#inputEl.getText();
	}

	selectSuggestion(value: T, evt: MouseEvent | KeyboardEvent): void {
		this.#callback?.(value, evt);
		this.close();
	}

	onSelect(callback: (value: T, evt: MouseEvent | KeyboardEvent) => unknown): this {
		this.#callback = callback;
		return this;
	}

	async #update(): Promise<void> {
		this.#asked += 1;
		const turn = this.#asked;
		const found = await this.getSuggestions(this.getValue());
		if (turn !== this.#asked || this.#inputEl.doc.activeElement !== this.#inputEl) return;
		this[showAt](found.slice(0, this.limit), this.#inputEl.getBoundingClientRect());
	}
}

export type EditorPosition = { line: number; ch: number };
export type EditorSuggestTriggerInfo = {
	start: EditorPosition;
	end: EditorPosition;
	query: string;
};

export type EditorSuggestContext = EditorSuggestTriggerInfo & { editor: Editor; file: TFile };

/** The Markdown view asks each one while text is typed; see `registerEditorSuggest`. */
export abstract class EditorSuggest<T> extends PopoverSuggest<T> {
	context: EditorSuggestContext | null = null;
	limit = 100;

	constructor(app: App) {
		super(app);
	}

	setInstructions(_instructions: { command: string; purpose: string }[]): void {
		// Drawn by the app below the list; the host's list has no room for it.
	}

	abstract onTrigger(
		cursor: EditorPosition,
		editor: Editor,
		file: TFile | null,
	): EditorSuggestTriggerInfo | null;
	abstract getSuggestions(context: EditorSuggestContext): T[] | Promise<T[]>;
}
