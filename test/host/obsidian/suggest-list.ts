import type { Scope } from "./keymap";

/** The rows of a suggester: selected by arrows or the mouse, chosen by Enter or a click. */
export class SuggestList<T> {
	#values: readonly T[] = [];
	#rows: HTMLElement[] = [];
	#selected = 0;

	constructor(
		private readonly el: HTMLElement,
		private readonly owner: {
			renderSuggestion(value: T, el: HTMLElement): void;
			selectSuggestion(value: T, evt: MouseEvent | KeyboardEvent): void;
		},
		scope: Scope,
	) {
		el.setAttribute("role", "listbox");
		const move = (step: number) => (event: KeyboardEvent) => {
			if (event.isComposing) return undefined;
			this.select(this.#selected + step);
			return false;
		};
		scope.register([], "ArrowDown", move(1));
		scope.register([], "ArrowUp", move(-1));
		scope.register(["Ctrl"], "n", move(1));
		scope.register(["Ctrl"], "p", move(-1));
		const choose = (event: KeyboardEvent): false | undefined => {
			if (event.isComposing || this.#rows.length === 0) return undefined;
			this.choose(event);
			return false;
		};
		scope.register(null, "Enter", choose);
	}

	get isEmpty(): boolean {
		return this.#values.length === 0;
	}

	show(values: readonly T[]): void {
		this.#values = values;
		this.el.empty();
		this.#rows = values.map((value, index) => {
			const row = this.el.createDiv({ cls: "suggestion-item", attr: { role: "option" } });
			this.owner.renderSuggestion(value, row);
			// The field keeps the focus.
			row.addEventListener("mousedown", (event) => event.preventDefault());
			row.addEventListener("mousemove", () => this.select(index));
			row.addEventListener("click", (event) => this.owner.selectSuggestion(value, event));
			return row;
		});
		this.#selected = 0;
		this.select(0);
	}

	select(index: number): void {
		if (this.#rows.length === 0) return;
		this.#selected = (index + this.#rows.length) % this.#rows.length;
		this.#rows.forEach((row, at) => {
			row.toggleClass("is-selected", at === this.#selected);
			row.setAttribute("aria-selected", String(at === this.#selected));
		});
		this.#rows[this.#selected]?.scrollIntoView({ block: "nearest" });
	}

	choose(event: MouseEvent | KeyboardEvent): void {
		const value = this.#values[this.#selected];
		if (value !== undefined) this.owner.selectSuggestion(value, event);
	}
}
