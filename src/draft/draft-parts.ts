import type { App, Plugin } from "obsidian";
import type { OutlineSection } from "../outline/outline";
import type { Projects } from "../project/project";
import type { Sources } from "../source/source";
import type { Companion } from "../ui/companion";
import type { SafeVault } from "../vault/safe-vault";
import type { UndoLog } from "../vault/undo-log";

/** What the draft needs; `main.ts` hands it over. */
export interface DraftParts {
	plugin: Plugin;
	app: App;
	vault: SafeVault;
	undo: UndoLog;
	sources: Sources;
	projects: Projects;
	companion: Companion;
	now(): Date;
	/** Lets the person choose a kept source for a section of the project's outline. */
	addSource(project: string, section: OutlineSection): void;
	openInbox(): void;
}
