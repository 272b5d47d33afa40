import type { Menu } from "obsidian";
import { t } from "../ui/i18n";
import type { KeyAct } from "./key-act";
import type { ListHost } from "./list-host";
import { fillMoreMenu } from "./more-menu";
import { showSortMenu } from "./sort-menu";

/** What has a button of its own where there is room, and what stands in the list's menu everywhere. */
export function fillPhoneMenu(host: ListHost, menu: Menu): void {
	const add = (icon: string, title: string, run: () => void): void => {
		menu.addItem((item) => item.setSection("look").setIcon(icon).setTitle(title).onClick(run));
	};
	const perform = (act: KeyAct) => () => host.perform(act);
	add("chevrons-up-down", t("inbox.command.switchProject"), perform({ kind: "switch-project" }));
	add("list-filter", t("inbox.command.filter"), perform({ kind: "filter" }));
	add("arrow-down-wide-narrow", t("inbox.sortAndGroup"), () => showSortMenu(host, null));
	fillMoreMenu(host, menu);
}
