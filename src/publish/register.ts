import { guarded } from "../ui/report-bug";
import { pastReadings } from "./past-readings";
import { registerPublishCommands, startReading } from "./publish-commands";
import type { PublishParts } from "./publish-parts";
import { readThroughFace } from "./read-through-face";
import { ReadingMemory } from "./reading-memory";
import { READING_VIEW, ReadingView } from "./reading-view";

/** What other features may ask of reading and publishing. */
export type PublishApi = Readonly<{
	/** Finished readings of the project's first draft. */
	readings(project: string): Promise<number>;
	/** Articles written to the project's `Publish/`. */
	published(project: string): number;
	/** Reads the project's first draft through. */
	startReading(project: string): void;
}>;

export function registerPublish(parts: PublishParts): PublishApi {
	const memory = new ReadingMemory();
	parts.plugin.registerView(READING_VIEW, (leaf) => new ReadingView(leaf, parts, memory));
	registerPublishCommands(parts);
	parts.companion.addFace(readThroughFace(parts));
	const draftOf = (project: string) => {
		const path = parts.projects.get(project)?.drafts[0];
		return path === undefined ? null : parts.app.vault.getFileByPath(path);
	};
	return {
		readings: async (project) => {
			const draft = draftOf(project);
			const folder = parts.projects.get(project)?.folder;
			if (draft === null || folder === undefined) return 0;
			return (await pastReadings(parts, folder, draft.path)).count;
		},
		published: (project) => {
			const folder = parts.projects.get(project)?.folder;
			if (folder === undefined) return 0;
			return parts.app.vault.getFolderByPath(`${folder}/Publish`)?.children.length ?? 0;
		},
		startReading: (project) => {
			const draft = draftOf(project);
			if (draft !== null) guarded(() => startReading(parts, draft, null));
		},
	};
}
