import type { SettingDefinitionPage } from "obsidian";
import { t } from "../ui/i18n";

export type RefineSettings = {
	/** Folder with passes the person wrote as notes. */
	passFolder: string;
};

export const REFINE_DEFAULTS: Readonly<RefineSettings> = { passFolder: "Research/Passes" };

/** A page of the Claude group. `settings` is the live object. */
export function refineSettingDefinitions(
	settings: Readonly<RefineSettings>,
): SettingDefinitionPage<keyof RefineSettings>[] {
	return [
		{
			type: "page",
			name: t("refine.settings.heading"),
			desc: t("refine.settings.headingDesc"),
			displayValue: () => settings.passFolder,
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
