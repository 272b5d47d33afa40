import { MarkdownView } from "obsidian";
import { registerHeaderAction } from "../ui/header-action";
import { t } from "../ui/i18n";
import type { RefineParts } from "./refine-parts";

/** The feather in the header of a tab that shows a draft of a project; nowhere else. */
export function registerDraftAction(
	parts: Pick<RefineParts, "plugin" | "app" | "projects">,
	refine: () => void,
): void {
	const { app, projects } = parts;
	registerHeaderAction(parts, {
		views: () =>
			app.workspace.getLeavesOfType("markdown").flatMap(({ view }) => {
				if (!(view instanceof MarkdownView)) return [];
				const path = view.file?.path ?? "";
				return projects.of(path)?.drafts.includes(path) === true ? [view] : [];
			}),
		icon: "feather",
		label: t("refine.headerAction"),
		act: (view) => {
			app.workspace.setActiveLeaf(view.leaf, { focus: true });
			refine();
		},
	});
}
