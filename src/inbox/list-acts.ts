import type { Status } from "../source/status";
import type { TextKey } from "../ui/i18n";
import type { KeyAct } from "./key-act";

/** How an act is reached by mouse and finger. */
export type ByHand = Readonly<
	/** An entry of the row's menu or of the list's; `notOn`: tabs on which it makes no sense. */
	| { menu: "row" | "list"; section: string; icon: string; title: TextKey; notOn?: Status }
	/** Something one sees and presses. */
	| { control: "row" | "check box" | "preview" | "tab" | "button" | "field" }
>;

/** One thing the list can be asked for, with every way to ask for it. */
export type ListAct = Readonly<{
	/** The command's id. */
	id: string;
	/** The command's name; null: another feature brings the command. */
	name: TextKey | null;
	act: KeyAct;
	/** Any of these does it: `j`, `Shift+ArrowDown`, `Mod+Enter`. Letters are written small. */
	keys: readonly string[];
	/** Its line in the sheet of keys, which acts of one sort share. */
	line: TextKey;
	byHand: ByHand;
}>;

/** Everything the list can be asked for. Keys, menus, the sheet of keys and the palette are made of it. */
export const LIST_ACTS: readonly ListAct[] = [
	...walking(),
	...deciding(),
	...goingBack(),
	...filing(),
	...opening(),
	...selecting(),
	...looking(),
];

function walking(): readonly ListAct[] {
	const line = "inbox.keys.step";
	const byHand = { control: "row" } as const;
	const step = (by: 1 | -1) => ({ kind: "step", by, extends: false }) as const;
	return [
		{
			id: "go-to-next-source",
			name: "inbox.command.nextRow",
			act: step(1),
			keys: ["j", "ArrowDown"],
			line,
			byHand,
		},
		{
			id: "go-to-previous-source",
			name: "inbox.command.previousRow",
			act: step(-1),
			keys: ["k", "ArrowUp"],
			line,
			byHand,
		},
		{
			id: "open-next-new-source",
			name: "inbox.command.openNext",
			act: { kind: "next-new" },
			keys: ["i"],
			line: "inbox.keys.nextNew",
			byHand: inList("walk", "arrow-down", "inbox.nextNew"),
		},
	];
}

function deciding(): readonly ListAct[] {
	const decide = (icon: string, title: TextKey, notOn: Status): ByHand => ({
		...inRow("decide", icon, title),
		notOn,
	});
	return [
		{
			id: "keep-source",
			name: "inbox.command.keep",
			act: { kind: "keep", asksReason: false },
			keys: ["y"],
			line: "inbox.keys.yes",
			byHand: decide("check", "inbox.keep", "kept"),
		},
		{
			id: "keep-source-with-a-reason",
			name: "inbox.command.keepWithReason",
			act: { kind: "keep", asksReason: true },
			keys: ["Shift+y"],
			line: "inbox.keys.keepReason",
			byHand: decide("message-square-quote", "inbox.keepWithReason", "kept"),
		},
		{
			id: "throw-away-source",
			name: "inbox.command.throwAway",
			act: { kind: "throw-away", asksReason: false },
			keys: ["n", "Delete", "Backspace"],
			line: "inbox.keys.no",
			byHand: decide("trash-2", "inbox.throwAway", "deleted"),
		},
		{
			id: "throw-away-source-with-a-reason",
			name: "inbox.command.throwAwayWithReason",
			act: { kind: "throw-away", asksReason: true },
			keys: ["Shift+n"],
			line: "inbox.keys.throwReason",
			byHand: decide("message-square-quote", "inbox.throwAwayWithReason", "deleted"),
		},
		{
			id: "mark-source-as-new",
			name: "inbox.command.markNew",
			act: { kind: "back-to-new" },
			keys: ["0"],
			line: "inbox.keys.reopen",
			byHand: decide("undo-2", "inbox.backToNew", "new"),
		},
	];
}

function goingBack(): readonly ListAct[] {
	return [
		{
			id: "take-back-last-decision",
			name: "inbox.command.takeBack",
			act: { kind: "undo" },
			keys: ["u", "Mod+z"],
			line: "inbox.keys.undo",
			byHand: inList("undo", "undo-2", "inbox.takeBack"),
		},
		{
			id: "redo-last-decision",
			name: "inbox.command.redo",
			act: { kind: "redo" },
			keys: ["Mod+Shift+z"],
			line: "inbox.keys.redo",
			byHand: inList("undo", "redo-2", "inbox.redo"),
		},
		{
			id: "step-back-in-inbox",
			name: "inbox.command.back",
			act: { kind: "back" },
			keys: ["Escape"],
			line: "inbox.keys.back",
			byHand: { control: "button" },
		},
	];
}

function opening(): readonly ListAct[] {
	return [
		{
			id: "open-source",
			name: "inbox.command.openSource",
			act: { kind: "open", inNewTab: false },
			keys: ["o", "Enter"],
			line: "inbox.keys.open",
			byHand: inRow("go", "file-text", "inbox.openHere"),
		},
		{
			id: "open-source-in-new-tab",
			name: "inbox.command.openInNewTab",
			act: { kind: "open", inNewTab: true },
			keys: ["Mod+Enter"],
			line: "inbox.keys.newTab",
			byHand: inRow("go", "panel-top", "inbox.openInNewTab"),
		},
		{
			id: "peek-at-source",
			name: "inbox.command.peek",
			act: { kind: "read-on", by: 1 },
			keys: ["Space"],
			line: "inbox.keys.page",
			byHand: inRow("go", "eye", "inbox.peek"),
		},
		{
			id: "page-preview-back",
			name: "inbox.command.readBack",
			act: { kind: "read-on", by: -1 },
			keys: ["Shift+Space"],
			line: "inbox.keys.page",
			byHand: { control: "preview" },
		},
		{
			id: "open-original-page",
			name: "inbox.command.original",
			act: { kind: "original" },
			keys: ["g"],
			line: "inbox.keys.original",
			byHand: inRow("go", "globe", "inbox.openOriginal"),
		},
		{
			id: "copy-link-to-source",
			name: "inbox.command.copyLink",
			act: { kind: "copy-link" },
			keys: ["l"],
			line: "inbox.keys.link",
			byHand: inRow("go", "link", "inbox.copyLink"),
		},
	];
}

function selecting(): readonly ListAct[] {
	const extend = (by: 1 | -1) => ({ kind: "step", by, extends: true }) as const;
	return [
		{
			id: "select-source",
			name: "inbox.command.select",
			act: { kind: "toggle" },
			keys: ["x"],
			line: "inbox.keys.select",
			byHand: inRow("select", "check-square", "inbox.select"),
		},
		{
			id: "select-next-source-too",
			name: "inbox.command.extendDown",
			act: extend(1),
			keys: ["Shift+ArrowDown", "Shift+j"],
			line: "inbox.keys.extend",
			byHand: { control: "check box" },
		},
		{
			id: "select-previous-source-too",
			name: "inbox.command.extendUp",
			act: extend(-1),
			keys: ["Shift+ArrowUp", "Shift+k"],
			line: "inbox.keys.extend",
			byHand: { control: "check box" },
		},
		{
			id: "select-all-shown-sources",
			name: "inbox.command.selectAll",
			act: { kind: "select-all" },
			keys: ["Mod+a"],
			line: "inbox.keys.all",
			byHand: inRow("select", "list-checks", "inbox.selectAll"),
		},
	];
}

function filing(): readonly ListAct[] {
	return [
		{
			id: "set-category",
			name: "inbox.command.setCategory",
			act: { kind: "category" },
			keys: ["c"],
			line: "inbox.keys.category",
			byHand: inRow("file", "tag", "inbox.setCategory"),
		},
		{
			id: "move-source-to-project",
			name: "inbox.command.moveToProject",
			act: { kind: "project" },
			keys: ["m"],
			line: "inbox.keys.project",
			byHand: inRow("file", "folder-input", "inbox.moveToProject"),
		},
		{
			id: "mark-source-as-hard",
			name: "inbox.command.markHard",
			act: { kind: "hard" },
			keys: ["h"],
			line: "inbox.keys.hard",
			byHand: inRow("file", "mountain", "inbox.markHard"),
		},
		{
			id: "add-source-to-section",
			name: null,
			act: { kind: "section" },
			keys: ["s"],
			line: "inbox.keys.section",
			byHand: inRow("file", "layout-dashboard", "inbox.addToSection"),
		},
	];
}

function looking(): readonly ListAct[] {
	const tab = (status: Status, key: string, name: TextKey): ListAct => ({
		id: `show-${status}-sources`,
		name,
		act: { kind: "tab", tab: status },
		keys: [key],
		line: "inbox.keys.tabs",
		byHand: { control: "tab" },
	});
	return [
		tab("new", "1", "inbox.command.showNew"),
		tab("kept", "2", "inbox.command.showKept"),
		tab("deleted", "3", "inbox.command.showDeleted"),
		{
			id: "search-sources",
			name: "inbox.command.search",
			act: { kind: "search" },
			// On some layouts the sign needs Shift.
			keys: ["/", "Shift+/"],
			line: "inbox.keys.search",
			byHand: { control: "field" },
		},
		{
			id: "filter-sources",
			name: "inbox.command.filter",
			act: { kind: "filter" },
			keys: ["f"],
			line: "inbox.keys.filter",
			byHand: { control: "button" },
		},
		{
			id: "switch-project",
			name: "inbox.command.switchProject",
			act: { kind: "switch-project" },
			keys: ["p"],
			line: "inbox.keys.switch",
			byHand: { control: "button" },
		},
		{
			id: "show-menu-of-source",
			name: "inbox.command.menu",
			act: { kind: "menu" },
			keys: ["Shift+F10", "ContextMenu"],
			line: "inbox.keys.menu",
			byHand: { control: "button" },
		},
		{
			id: "show-inbox-keys",
			name: "inbox.command.keys",
			act: { kind: "keys" },
			keys: ["?", "Shift+?"],
			line: "inbox.keys.keys",
			byHand: inList("help", "keyboard", "common.keys"),
		},
	];
}

function inRow(section: string, icon: string, title: TextKey): ByHand & { menu: "row" } {
	return { menu: "row", section, icon, title };
}

function inList(section: string, icon: string, title: TextKey): ByHand {
	return { menu: "list", section, icon, title };
}
