import { AbstractInputSuggest, type App } from "obsidian";
import { fold } from "./search-text";

const MOST = 20;

/** Completes a line from what was written before: categories, reasons. */
export class LineSuggest extends AbstractInputSuggest<string> {
	constructor(
		app: App,
		private readonly input: HTMLInputElement,
		private readonly known: () => readonly string[],
		private readonly onPick: (value: string) => void,
	) {
		super(app, input);
	}

	protected override getSuggestions(query: string): string[] {
		const wanted = fold(query.trim());
		const starts = (value: string): boolean => fold(value).startsWith(wanted);
		const holds = this.known().filter(
			(value) => fold(value).includes(wanted) && value !== query,
		);
		return [...holds.filter(starts), ...holds.filter((value) => !starts(value))].slice(0, MOST);
	}

	override renderSuggestion(value: string, element: HTMLElement): void {
		element.setText(value);
		element.setAttr("dir", "auto");
	}

	override selectSuggestion(value: string): void {
		this.setValue(value);
		this.close();
		this.input.focus();
		this.onPick(value);
	}
}
