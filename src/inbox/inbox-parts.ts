import type { App, Plugin } from "obsidian";
import type { Projects } from "../project/project";
import type { Source, Sources } from "../source/source";
import type { SourceSettings } from "../source/source-settings";
import type { Tasks } from "../ui/task";
import type { DeviceStore } from "../vault/device-store";
import type { PropertyChanges, SafeVault, Written } from "../vault/safe-vault";
import type { Step, UndoLog } from "../vault/undo-log";
import type { Decider } from "./decide";
import type { InboxSettings } from "./inbox-settings";
import type { RecentReasons } from "./recent-reasons";

/** How far a project's sources have come, as other features know it. Members are vault paths of sources. */
export type Funnel = Readonly<{
	outlined: ReadonlySet<string>;
	cited: ReadonlySet<string>;
	published: number;
	readings: number;
}>;

export type ClipStart = Readonly<{
	/** Note path of the project the new sources go to; null: none chosen. */
	project: string | null;
	text: string;
	files: readonly File[];
}>;

/** What the inbox needs; `main.ts` hands it over. */
export interface InboxParts {
	plugin: Plugin;
	app: App;
	/** The live object: read at each use. */
	settings: InboxSettings & SourceSettings;
	vault: SafeVault;
	undo: UndoLog;
	store: DeviceStore;
	sources: Sources;
	projects: Projects;
	tasks: Tasks;
	now(): Date;
	/** Starts clipping with what was dropped or pasted; nothing of it is clipped unseen. */
	openClip(from: ClipStart): void;
	/** Lets the person choose a section for these sources. */
	addToSection(paths: readonly string[]): void;
	/** Puts one question to these sources at once; nothing is asked before the person does. */
	compare(paths: readonly string[]): void;
	funnel(project: string): Promise<Funnel>;
	/** Which of these sources a draft cites. */
	citedIn(paths: readonly string[]): Promise<readonly string[]>;
	openOutline(project: string): void;
	openDraft(project: string): void;
}

/** The parts with what the inbox made of them. */
export interface Inbox extends InboxParts {
	decider: Decider;
	reasons: RecentReasons;
	/** Whether sources are told apart by this project by now; it lags a frame behind the projects themselves. */
	knowsProject(path: string): boolean;
	/** Project note paths a source belongs to; none: unsorted. */
	projectsOf(source: Source): readonly string[];
	projectName(path: string): string;
	/** What funnel counts are known without waiting; asked for behind. */
	knownFunnel(project: string): Funnel | null;
	/** One note's share of an act, from what a write did. Null: the note said so already. */
	stepOf(written: Written, changes: PropertyChanges): Step | null;
	openNewProject(): void;
	trySample(): void;
	onFunnel(callback: () => void): () => void;
}
