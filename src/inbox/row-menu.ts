import { Menu } from "obsidian";
import { t, type TextKey } from "../ui/i18n";
import { openDuplicates } from "./duplicates-modal";
import type { KeyAct } from "./inbox-keys";
import type { ListHost } from "./list-host";
import { showMenu } from "./show-menu-face";

type Entry = readonly [icon: string, key: TextKey, act: KeyAct];

/** What can be done with the focused row or the selection. Null event: asked for by key. */
export function showRowMenu(host: ListHost, event: MouseEvent | null): void {
	const paths = host.targets();
	if (paths.length === 0) return;
	const menu = new Menu();
	const single = paths.length === 1 ? host.inbox.sources.get(paths[0] ?? "") : null;
	const title = single?.title ?? t("inbox.sourcesCount", { count: paths.length });
	menu.addItem((item) => item.setSection("what").setTitle(title).setIsLabel(true));
	const add = (section: string, entries: readonly Entry[]): void => {
		for (const [icon, key, act] of entries) {
			menu.addItem((item) =>
				item
					.setSection(section)
					.setIcon(icon)
					.setTitle(t(key))
					.onClick(() => host.perform(act)),
			);
		}
	};
	const { tab } = host.question;
	if (tab !== "kept")
		add("decide", [["check", "inbox.keep", { kind: "keep", asksReason: false }]]);
	if (tab !== "deleted") {
		add("decide", [
			["trash-2", "inbox.throwAway", { kind: "throw-away", asksReason: false }],
			[
				"message-square-quote",
				"inbox.throwAwayWithReason",
				{ kind: "throw-away", asksReason: true },
			],
		]);
	}
	if (tab !== "new") add("decide", [["undo-2", "inbox.backToNew", { kind: "back-to-new" }]]);
	add("file", [
		["tag", "inbox.setCategory", { kind: "category" }],
		["folder-input", "inbox.moveToProject", { kind: "project" }],
		[
			"mountain",
			single?.isHard === true ? "inbox.unmarkHard" : "inbox.markHard",
			{ kind: "hard" },
		],
		["layout-dashboard", "inbox.addToSection", { kind: "section" }],
	]);
	add("go", [
		["panel-top", "inbox.openInNewTab", { kind: "open", inNewTab: true }],
		["globe", "inbox.openOriginal", { kind: "original" }],
		["link", "inbox.copyLink", { kind: "copy-link" }],
	]);
	if (single?.identity != null && host.inbox.sources.byIdentity(single.identity).length > 1) {
		menu.addItem((item) =>
			item
				.setSection("copies")
				.setIcon("copy")
				.setTitle(t("inbox.showCopies"))
				.onClick(() => openDuplicates(host, [single.path])),
		);
	}
	showMenu(host, menu, event, host.anchorElement);
}
