import type { Command } from "obsidian";
import { t } from "../ui/i18n";
import { guarded } from "../ui/report-bug";
import { activeSource, nextNew, openList, openSource, stageOf } from "./inbox-commands";
import { takeBack } from "./inbox-acts-face";
import type { Inbox } from "./inbox-parts";
import { InboxView } from "./inbox-view";
import { isOnRows, isOnSources, type KeyAct } from "./key-act";
import { LIST_ACTS } from "./list-acts";
import { performAway } from "./perform-away-face";

/** A command for everything the list can be asked for, so that the palette and own hotkeys reach it. */
export function registerListCommands(inbox: Inbox): void {
	for (const { id, name, act } of LIST_ACTS) {
		if (name === null) continue;
		const command: Command = {
			id,
			name: t(name),
			checkCallback: (checking) => {
				const run = wayTo(inbox, act);
				if (run === null) return false;
				if (!checking) run();
				return true;
			},
		};
		inbox.plugin.addCommand(command);
	}
}

/** How an act is carried out where the person is now. Null: it makes no sense there. */
function wayTo(inbox: Inbox, act: KeyAct): (() => void) | null {
	const list = inbox.app.workspace.getActiveViewOfType(InboxView);
	if (list !== null) {
		if (isOnRows(act) && list.model.targetCount === 0) return null;
		return () => list.perform(act);
	}
	if (act.kind === "undo" || act.kind === "redo") {
		const direction = act.kind;
		return () => guarded(() => takeBack(inbox, stageOf(inbox), direction));
	}
	if (act.kind === "next-new") {
		const next = nextNew(inbox);
		return next === null ? null : () => openSource(inbox, next);
	}
	if (isOnSources(act)) {
		const source = activeSource(inbox);
		if (source === null) return null;
		return () => performAway(inbox, () => stageOf(inbox), [source.path], act);
	}
	return wayToOpenList(inbox, act);
}

/** The list is open, but the person is elsewhere. */
function wayToOpenList(inbox: Inbox, act: KeyAct): (() => void) | null {
	const list = openList(inbox);
	if (list === null || !list.containerEl.isShown()) return null;
	if (isOnRows(act) && list.model.targetCount === 0) return null;
	return () => {
		inbox.app.workspace.setActiveLeaf(list.leaf, { focus: true });
		list.perform(act);
	};
}
