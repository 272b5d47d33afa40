import { linesOf } from "./read-status";
import type { SourceSettings } from "./source-settings";

/** Which notes may be sources. "" is the whole vault. */
export type WatchedFolders = Readonly<{ folders: readonly string[]; holds(path: string): boolean }>;

/** The research folder and the others of the settings, without those inside another. */
export function watchedFolders(
	settings: Pick<SourceSettings, "researchFolder" | "watchedFolders">,
): WatchedFolders {
	const named = [settings.researchFolder, ...linesOf(settings.watchedFolders)].map(cleanFolder);
	const unique = [...new Set(named)];
	const folders = unique.filter(
		(folder) => !unique.some((other) => other !== folder && isInside(folder, other)),
	);
	return { folders, holds: (path) => folders.some((folder) => isInside(path, folder)) };
}

function isInside(path: string, folder: string): boolean {
	return folder === "" || path.startsWith(`${folder}/`);
}

/** As the vault writes it: no slash at the ends, single ones between. */
function cleanFolder(folder: string): string {
	return folder
		.normalize("NFC")
		.split("/")
		.map((name) => name.trim())
		.filter((name) => name !== "" && name !== ".")
		.join("/");
}
