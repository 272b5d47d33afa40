import type { App, Plugin } from "obsidian";
import type { Claude, ClaudeFailure } from "../claude/claude";
import type { Projects } from "../project/project";
import type { Sources } from "../source/source";
import type { Companion } from "../ui/companion";
import type { DeviceStore } from "../vault/device-store";
import type { SafeVault } from "../vault/safe-vault";
import type { UndoLog } from "../vault/undo-log";

/** What understanding needs; `main.ts` hands it over. */
export interface UnderstandParts {
	plugin: Plugin;
	app: App;
	vault: SafeVault;
	undo: UndoLog;
	store: DeviceStore;
	sources: Sources;
	projects: Projects;
	companion: Companion;
	claude: Claude;
	now(): Date;
	/** The model that explains and translates. */
	models(): Readonly<{ questions: string }>;
	/** Random, new for every request: marks where a page begins and ends. */
	nonce(): string;
	openSettings(): void;
	/** What happened and what to do, in the person's language; "" where there is nothing to say. */
	explain(failure: ClaudeFailure): string;
	/** The app's language, as the API names it ("en", "zh"). */
	language: string;
}
