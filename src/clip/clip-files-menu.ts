import { TFile, type Plugin } from "obsidian";
import { t } from "../ui/i18n";
import { guarded } from "../ui/report-bug";
import type { DeskParts } from "./desk-parts";
import { clipVaultFile } from "./clip-files-face";
import { formatOf } from "./local-file";

/** *Clip to inbox* on files of the vault that can become a source. */
export function addFileMenu(parts: DeskParts, plugin: Plugin, project: () => string | null): void {
	plugin.registerEvent(
		parts.app.workspace.on("file-menu", (menu, file) => {
			if (!(file instanceof TFile) || formatOf(file.name) === null || isOurs(parts, file)) return;
			menu.addItem((item) =>
				item
					.setTitle(t("clip.menu.clip"))
					.setIcon("wheat")
					.setSection("winnow")
					.onClick(() => guarded(() => clipVaultFile(parts, file, project()))),
			);
		}),
	);
}

/** Sources and the files of projects are no files to clip. */
function isOurs({ sources, projects }: DeskParts, { path }: TFile): boolean {
	return path.endsWith(".md") && (sources.get(path) !== null || projects.of(path) !== null);
}
