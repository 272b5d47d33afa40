import type { SettingDefinitionItem } from "obsidian";
import { t } from "../ui/i18n";

export type RefineSettings = {
	/** Folder with passes the person wrote as notes. */
	passFolder: string;
};

export const REFINE_DEFAULTS: Readonly<RefineSettings> = { passFolder: "Research/Passes" };

export function refineSettingDefinitions(): SettingDefinitionItem<keyof RefineSettings>[] {
	return [
		{
			type: "group",
			heading: t("refine.settings.heading"),
			items: [
				{
					name: t("refine.settings.folder"),
					desc: t("refine.settings.folderDesc"),
					control: {
						type: "folder",
						key: "passFolder",
						defaultValue: REFINE_DEFAULTS.passFolder,
					},
				},
			],
		},
	];
}
