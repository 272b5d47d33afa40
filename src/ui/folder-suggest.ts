import { AbstractInputSuggest, type App, type TFolder } from "obsidian";

/** Completes a path from the vault's folders. One that does not exist yet may be typed. */
export class FolderSuggest extends AbstractInputSuggest<TFolder> {
	constructor(
		app: App,
		private readonly input: HTMLInputElement,
		private readonly onPick: (path: string) => void,
	) {
		super(app, input);
	}

	protected override getSuggestions(query: string): TFolder[] {
		const wanted = query.trim().toLowerCase();
		return this.app.vault
			.getAllFolders(false)
			.filter(({ path }) => path.toLowerCase().includes(wanted) && path !== query);
	}

	override renderSuggestion({ path }: TFolder, element: HTMLElement): void {
		element.setText(path);
		element.setAttr("dir", "auto");
	}

	override selectSuggestion({ path }: TFolder): void {
		this.setValue(path);
		this.close();
		this.input.focus();
		this.onPick(path);
	}
}
