import { Menu } from "obsidian";
import { t } from "../ui/i18n";
import { GROUPINGS, SORTS } from "./inbox-question";
import type { ListHost } from "./list-host";
import { showMenu } from "./show-menu-face";

/** How rows are sorted and grouped. */
export function showSortMenu(host: ListHost, event: MouseEvent | null): void {
	const menu = new Menu();
	const { question } = host;
	menu.addItem((item) => item.setSection("sort").setTitle(t("inbox.sortBy")).setIsLabel(true));
	for (const sort of SORTS) {
		menu.addItem((item) =>
			item
				.setSection("sort")
				.setTitle(t(`inbox.sort.${sort}`))
				.setChecked(question.sort === sort)
				.onClick(() => host.ask({ ...question, sort })),
		);
	}
	menu.addItem((item) => item.setSection("group").setTitle(t("inbox.groupBy")).setIsLabel(true));
	for (const grouping of GROUPINGS) {
		menu.addItem((item) =>
			item
				.setSection("group")
				.setTitle(t(`inbox.group.${grouping}`))
				.setChecked(question.grouping === grouping)
				.onClick(() => host.ask({ ...question, grouping })),
		);
	}
	showMenu(host, menu, event, host.anchorElement);
}
