import type { App } from "obsidian";
import type { Source } from "../source/source";
import type { KeyAct } from "./key-act";
import type { Inbox } from "./inbox-parts";
import type { Question } from "./inbox-question";
import type { Change } from "./triage";

/** What menus, modals and gestures may do to the list they were opened from. */
export interface ListHost {
	readonly app: App;
	readonly inbox: Inbox;
	readonly question: Question;
	readonly anchorElement: HTMLElement;
	readonly projectButton: HTMLElement;
	readonly filterButton: HTMLElement;
	/** Sources of the chosen project, whatever their status. */
	readonly allInScope: Iterable<Source>;
	/** While a menu is open, keys are its. @returns to be called when it closes. */
	menuOpened(): () => void;
	ask(question: Question): void;
	/** The focused row, or all selected ones. */
	targets(): readonly string[];
	isSelected(paths: readonly string[]): boolean;
	/** Selects exactly these. */
	select(paths: readonly string[]): void;
	decide(change: Change, paths?: readonly string[]): void;
	/** One line to fill in, in the focused row. */
	askInRow(
		label: string,
		value: string,
		known: () => readonly string[],
		use: (value: string) => void,
	): void;
	perform(act: KeyAct): void;
	clip(text: string, files: readonly File[]): void;
	say(words: string, canUndo: "undo" | "final"): void;
	focusList(): void;
}
