import { MarkdownView } from "obsidian";
import { registerHeaderAction } from "../ui/header-action";
import { t } from "../ui/i18n";
import { guarded } from "../ui/report-bug";
import type { UnderstandActs } from "./understand-acts-face";
import type { UnderstandParts } from "./understand-parts";

/** In the header of a source in another language than the app's: lays its translation out beside it. */
export function registerTranslateAction({ plugin, app, sources, language }: UnderstandParts, acts: UnderstandActs): void {
	const own = plainLanguage(language);
	registerHeaderAction<MarkdownView>(
		{ plugin, app, projects: sources },
		{
			views: () =>
				app.workspace.getLeavesOfType("markdown").flatMap(({ view }) => {
					const source = view instanceof MarkdownView ? acts.sourceOf(view) : null;
					const isForeign = source !== null && source.language !== null && plainLanguage(source.language) !== own;
					return isForeign && view instanceof MarkdownView ? [view] : [];
				}),
			icon: "languages",
			label: t("understand.command.translate"),
			act: (view) => guarded(() => acts.translateNote(view)),
		},
	);
}

/** "zh" of "zh-TW": who reads one can read the other. */
function plainLanguage(tag: string): string {
	return tag.toLowerCase().split(/[-_]/)[0] ?? tag;
}
