import type { App, Plugin } from "obsidian";
import type { Project, Projects } from "../project/project";
import type { Source, Sources } from "../source/source";
import type { Companion } from "../ui/companion";
import type { SafeVault } from "../vault/safe-vault";
import type { UndoLog } from "../vault/undo-log";

/** What the outline needs; `main.ts` hands it over. */
export interface OutlineParts {
	plugin: Plugin;
	app: App;
	vault: SafeVault;
	undo: UndoLog;
	sources: Sources;
	projects: Projects;
	companion: Companion;
	now(): Date;
	/** Brings the draft's headings and sources lines up to date; the draft feature does it. */
	updateDraft(project: string): void;
	/** Where sources are decided on. */
	openInbox(): void;
}

export type ProjectHead = Omit<Project, "brief">;

/** The project of the open file, else the only one there is; null: the person has to say. */
export function currentProject(app: App, projects: Projects): ProjectHead | null {
	const file = app.workspace.getActiveFile();
	const own = file === null ? null : projects.of(file.path);
	if (own !== null) return own;
	const open = projects.all().filter((project) => !project.isArchived);
	return open.length === 1 ? (open[0] ?? null) : null;
}

export function keptOf(sources: Sources, projects: Projects, project: Readonly<{ path: string }>): readonly Source[] {
	return sources.all().filter((source) => source.status === "kept" && projects.of(source.path)?.path === project.path);
}

/** 16 hex digits, as the app's own ids. */
export function randomId(): string {
	const bytes = crypto.getRandomValues(new Uint8Array(8));
	return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
