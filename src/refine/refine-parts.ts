import type { App, Plugin } from "obsidian";
import type { Claude, ClaudeFailure } from "../claude/claude";
import type { Projects } from "../project/project";
import type { Sources } from "../source/source";
import type { DeviceStore } from "../vault/device-store";
import type { SafeVault } from "../vault/safe-vault";
import type { UndoLog } from "../vault/undo-log";
import type { RefineSettings } from "./refine-settings";

/** Models by use; the Claude settings hold them. */
export type RefineModels = Readonly<{ tighten: string; questions: string; budget: number | null }>;

/** What Refine needs; `main.ts` hands it over. */
export interface RefineParts {
	plugin: Plugin;
	app: App;
	/** The live object: read at each use. */
	settings: RefineSettings;
	models(): RefineModels;
	vault: SafeVault;
	undo: UndoLog;
	store: DeviceStore;
	sources: Sources;
	projects: Projects;
	claude: Claude;
	now(): Date;
	/** Random text of at least 12 letters and digits. */
	nonce(): string;
	openSettings(): void;
	/** What happened and what to do next, in one sentence or two. */
	explain(failure: ClaudeFailure): string;
}
