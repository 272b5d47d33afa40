import { Menu } from "obsidian";
import { t } from "../ui/i18n";
import { addActs } from "./act-entries-face";
import { openCopiesOf } from "./find-duplicates-face";
import type { ListHost } from "./list-host";
import { showMenu } from "./show-menu-face";

/** What can be done with the focused row or the selection. Null event: asked for by key. */
export function showRowMenu(host: ListHost, event: MouseEvent | null): void {
	const paths = host.targets();
	if (paths.length === 0) return;
	const menu = new Menu();
	const single = paths.length === 1 ? host.inbox.sources.get(paths[0] ?? "") : null;
	const title = single?.title ?? t("inbox.sourcesCount", { count: paths.length });
	menu.addItem((item) => item.setSection("what").setTitle(title).setIsLabel(true));
	addActs(menu, "row", host, (entry, act) => {
		if (act.kind === "hard" && single?.isHard === true) return t("inbox.unmarkHard");
		if (act.kind === "toggle" && host.isSelected(paths)) return t("inbox.unselect");
		return t(entry.title);
	});
	if (paths.length > 1) {
		menu.addItem((item) =>
			item
				.setSection("file")
				.setIcon("scale")
				.setTitle(t("inbox.compare"))
				.onClick(() => host.inbox.compare(paths)),
		);
	}
	if (single?.identity != null && host.inbox.sources.byIdentity(single.identity).length > 1) {
		menu.addItem((item) =>
			item
				.setSection("copies")
				.setIcon("copy")
				.setTitle(t("inbox.showCopies"))
				.onClick(() => openCopiesOf(host, single.path)),
		);
	}
	showMenu(host, menu, event, host.anchorElement);
}
