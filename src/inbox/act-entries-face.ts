import type { Menu } from "obsidian";
import { t } from "../ui/i18n";
import type { KeyAct } from "./key-act";
import { LIST_ACTS, type ByHand } from "./list-acts";
import type { ListHost } from "./list-host";

type Entry = Extract<ByHand, { menu: "row" | "list" }>;

/** Adds to a menu what the list of acts says belongs there. */
export function addActs(
	menu: Menu,
	which: "row" | "list",
	host: Pick<ListHost, "question" | "perform">,
	titleOf: (entry: Entry, act: KeyAct) => string = (entry) => t(entry.title),
): void {
	for (const { act, byHand } of LIST_ACTS) {
		if (!("menu" in byHand) || byHand.menu !== which) continue;
		if (byHand.notOn === host.question.tab) continue;
		menu.addItem((item) =>
			item
				.setSection(byHand.section)
				.setIcon(byHand.icon)
				.setTitle(titleOf(byHand, act))
				.onClick(() => host.perform(act)),
		);
	}
}
