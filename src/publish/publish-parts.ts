import type { App, Plugin } from "obsidian";
import type { Projects } from "../project/project";
import type { Sources } from "../source/source";
import type { Companion } from "../ui/companion";
import { t } from "../ui/i18n";
import type { SafeVault, WriteFailure } from "../vault/safe-vault";
import type { UndoLog } from "../vault/undo-log";

/** What reading and publishing need; `main.ts` hands it over. */
export interface PublishParts {
	plugin: Plugin;
	app: App;
	vault: SafeVault;
	undo: UndoLog;
	sources: Sources;
	projects: Projects;
	companion: Companion;
	now(): Date;
}

/** What the person reads when nothing was written. */
export function explainFailure(why: WriteFailure): string {
	switch (why.kind) {
		case "stale":
		case "gone":
		case "exists":
			return t("publish.failed", { detail: t(`publish.failed.${why.kind}`) });
		case "unreadable":
			return t("publish.failed", { detail: t("publish.failed.unreadable", { line: why.line, detail: why.detail }) });
		case "refused":
		case "disk":
			return t("publish.failed", { detail: why.detail });
	}
}
