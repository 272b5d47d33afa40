import { MarkdownView } from "obsidian";
import { t } from "../ui/i18n";
import type { RefineParts } from "./refine-parts";

/** The feather in the header of a tab that shows a draft of a project; nowhere else. */
export function registerDraftAction(
	{ plugin, app, projects }: Pick<RefineParts, "plugin" | "app" | "projects">,
	refine: () => void,
): void {
	const icons = new Map<MarkdownView, HTMLElement>();
	const update = (): void => {
		const views = app.workspace
			.getLeavesOfType("markdown")
			.flatMap(({ view }) => (view instanceof MarkdownView ? [view] : []));
		for (const [view, icon] of icons) {
			if (views.includes(view) && icon.isConnected) continue;
			icon.remove();
			icons.delete(view);
		}
		for (const view of views) {
			const path = view.file?.path ?? "";
			const isDraft = projects.of(path)?.drafts.includes(path) === true;
			const icon = icons.get(view);
			if (!isDraft) {
				icon?.remove();
				icons.delete(view);
			} else if (icon === undefined) {
				const act = (): void => {
					app.workspace.setActiveLeaf(view.leaf, { focus: true });
					refine();
				};
				icons.set(view, view.addAction("feather", t("refine.headerAction"), act));
			}
		}
	};
	app.workspace.onLayoutReady(update);
	plugin.registerEvent(app.workspace.on("layout-change", update));
	plugin.registerEvent(app.workspace.on("file-open", update));
	plugin.register(projects.onChange(update));
	plugin.register(() => icons.forEach((icon) => icon.remove()));
}
