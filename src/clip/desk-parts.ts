import type { App } from "obsidian";
import type { Projects } from "../project/project";
import type { Sources } from "../source/source";
import type { SourceSettings } from "../source/source-settings";
import type { Tasks } from "../ui/task";
import type { SafeVault } from "../vault/safe-vault";
import type { UndoLog } from "../vault/undo-log";
import type { ClipSettings } from "./clip-settings";
import type { SourceClipper } from "./clip-source";
import type { ImageSaver } from "./save-images";

/** What the clip sheet and everything that leads to it works with. */
export interface DeskParts {
	app: App;
	/** The live object: read at each use. */
	settings: ClipSettings & SourceSettings;
	vault: SafeVault;
	undo: UndoLog;
	sources: Sources;
	projects: Projects;
	tasks: Tasks;
	now(): Date;
	language: string;
	openInbox(): void;
	clipper: SourceClipper;
	images: ImageSaver;
}
