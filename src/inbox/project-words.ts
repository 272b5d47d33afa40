import type { ProjectWords } from "../project/project-files";
import { t } from "../ui/i18n";

/** Names and questions of a new project's files in the person's language. */
export function projectWords(): ProjectWords {
	return {
		outlineFile: t("project.outlineFile"),
		draftFile: t("project.draftFile"),
		questions: [
			t("project.question.forWhom"),
			t("project.question.known"),
			t("project.question.lost"),
			t("project.question.end"),
		],
		tray: t("outline.tray"),
	};
}
