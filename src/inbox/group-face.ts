import { setIcon } from "obsidian";
import { KINDS } from "../source/kind";
import { t } from "../ui/i18n";
import type { Grouping } from "./inbox-question";

/** A heading between rows; a click folds its group. */
export function createGroup(parent: HTMLElement): HTMLElement {
	const group = parent.createDiv({ cls: "winnow-inbox-group", attr: { role: "presentation" } });
	setIcon(
		group.createSpan({ cls: "winnow-inbox-group-icon", attr: { "aria-hidden": "true" } }),
		"chevron-down",
	);
	group.createSpan({ cls: "winnow-inbox-group-name", attr: { dir: "auto" } });
	group.createSpan({ cls: "winnow-inbox-group-count" });
	return group;
}

export function paintGroup(
	element: HTMLElement,
	{ group, count, isClosed }: Readonly<{ group: string; count: number; isClosed: boolean }>,
	grouping: Grouping,
): void {
	element.dataset.group = group;
	element.toggleClass("is-closed", isClosed);
	const name = groupName(group, grouping);
	element.querySelector(".winnow-inbox-group-name")?.setText(name);
	element.querySelector(".winnow-inbox-group-count")?.setText(t("inbox.number", { count }));
}

export function groupName(group: string, grouping: Grouping): string {
	switch (grouping) {
		case "none":
			return group;
		case "category":
			return group === "" ? t("inbox.noCategory") : group;
		case "project":
			return group === "" ? t("inbox.unsorted") : group;
		case "month":
			return group === "" ? t("inbox.noDate") : group;
		case "kind": {
			const kind = KINDS.find((each) => each === group);
			return kind === undefined ? group : t(`inbox.kind.${kind}`);
		}
	}
}
