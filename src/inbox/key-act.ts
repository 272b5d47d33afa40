import type { Status } from "../source/status";

/** What a key, a menu entry or a command asks of the list. */
export type KeyAct = Readonly<
	| { kind: "step"; by: 1 | -1; extends: boolean }
	| { kind: "page"; by: 1 | -1 }
	| { kind: "end"; by: 1 | -1 }
	| { kind: "group"; by: 1 | -1 }
	| { kind: "keep" | "throw-away"; asksReason: boolean }
	| { kind: "tab"; tab: Status }
	| { kind: "read-on"; by: 1 | -1 }
	| { kind: "open"; inNewTab: boolean }
	| {
			kind:
				| "back-to-new"
				| "category"
				| "project"
				| "hard"
				| "section"
				| "copy-link"
				| "original";
	  }
	| {
			kind:
				| "undo"
				| "redo"
				| "next-new"
				| "toggle"
				| "select-all"
				| "switch-project"
				| "filter"
				| "search"
				| "back"
				| "keys"
				| "menu";
	  }
>;

/** Acts that mean sources wherever they are shown, the list or not. */
export type SourceAct = Extract<KeyAct, { kind: (typeof ON_SOURCES)[number] }>;

const ON_SOURCES = [
	"keep",
	"throw-away",
	"back-to-new",
	"category",
	"project",
	"hard",
	"section",
	"copy-link",
	"original",
] as const;

export function isOnSources(act: KeyAct): act is SourceAct {
	return ON_SOURCES.some((kind) => kind === act.kind);
}

/** Whether an act means rows: the selection, else the row with the focus. */
export function isOnRows(act: KeyAct): boolean {
	return isOnSources(act) || ["read-on", "open", "toggle", "menu"].includes(act.kind);
}
