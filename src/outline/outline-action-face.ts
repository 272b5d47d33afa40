import type { ItemView } from "obsidian";
import { registerHeaderAction } from "../ui/header-action";
import { t } from "../ui/i18n";
import { guarded } from "../ui/report-bug";
import type { OutlineParts } from "./outline-parts";

/** In the header of a tab that shows a project's outline: opens the coverage beside it. */
export function registerOutlineAction(parts: OutlineParts): void {
	const { app, projects, companion } = parts;
	registerHeaderAction(parts, {
		views: () =>
			app.workspace.getLeavesOfType("canvas").flatMap(({ view }) => {
				const path: unknown = view.getState().file;
				const isOutline = typeof path === "string" && projects.of(path)?.outline === path;
				return isOutline && isItemView(view) ? [view] : [];
			}),
		icon: "list-checks",
		label: t("outline.headerAction"),
		act: () => guarded(() => companion.open()),
	});
}

/** The app's canvas is an `ItemView`; a tab not drawn yet has no header to add to. */
function isItemView(view: object): view is ItemView {
	return "addAction" in view;
}
