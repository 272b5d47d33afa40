import type { ItemView } from "obsidian";
import { t } from "../ui/i18n";
import { guarded } from "../ui/report-bug";
import type { OutlineParts } from "./outline-parts";

/** In the header of a tab that shows a project's outline: opens the coverage beside it. */
export function registerOutlineAction({ plugin, app, projects, companion }: OutlineParts): void {
	const icons = new Map<ItemView, HTMLElement>();
	const update = (): void => {
		const shown = new Set<ItemView>();
		for (const { view } of app.workspace.getLeavesOfType("canvas")) {
			const path: unknown = view.getState().file;
			if (!isItemView(view) || typeof path !== "string" || projects.of(path)?.outline !== path) continue;
			shown.add(view);
			if (icons.get(view)?.isConnected === true) continue;
			icons.set(view, view.addAction("list-checks", t("outline.headerAction"), () => guarded(() => companion.open())));
		}
		for (const [view, icon] of icons) {
			if (shown.has(view)) continue;
			icon.remove();
			icons.delete(view);
		}
	};
	app.workspace.onLayoutReady(update);
	plugin.registerEvent(app.workspace.on("layout-change", update));
	plugin.registerEvent(app.workspace.on("file-open", update));
	plugin.register(projects.onChange(update));
	plugin.register(() => icons.forEach((icon) => icon.remove()));
}

/** The app's canvas is an `ItemView`; a tab not drawn yet has no header to add to. */
function isItemView(view: object): view is ItemView {
	return "addAction" in view;
}
