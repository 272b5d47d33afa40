import type { SettingDefinitionItem } from "obsidian";
import { t } from "../ui/i18n";

/** Settings about what a source is. Keys are flat: the declarative settings tab binds to them by name. */
export type SourceSettings = {
	researchFolder: string;
	/** Further watched folders, one path a line. */
	watchedFolders: string;
	statusProperty: string;
	/** Values of the status property that mean new, one a line. */
	newValues: string;
};

export const SOURCE_DEFAULTS: Readonly<SourceSettings> = {
	researchFolder: "Research",
	watchedFolders: "Clippings",
	statusProperty: "status",
	newValues: "unprocessed\nunread\ninbox\nto-read\non deck",
};

/** The settings group. Folders that do not exist are fine: they may come later. */
export function sourceSettingDefinitions(): SettingDefinitionItem<keyof SourceSettings>[] {
	return [
		{
			type: "group",
			heading: t("source.settings.heading"),
			items: [
				{
					name: t("source.settings.folder"),
					desc: t("source.settings.folderDesc"),
					control: {
						type: "folder",
						key: "researchFolder",
						defaultValue: SOURCE_DEFAULTS.researchFolder,
					},
				},
				{
					name: t("source.settings.watched"),
					desc: t("source.settings.watchedDesc"),
					control: {
						type: "textarea",
						key: "watchedFolders",
						defaultValue: SOURCE_DEFAULTS.watchedFolders,
					},
				},
				{
					name: t("source.settings.property"),
					desc: t("source.settings.propertyDesc"),
					control: {
						type: "text",
						key: "statusProperty",
						defaultValue: SOURCE_DEFAULTS.statusProperty,
					},
				},
				{
					name: t("source.settings.newValues"),
					desc: t("source.settings.newValuesDesc"),
					control: {
						type: "textarea",
						key: "newValues",
						defaultValue: SOURCE_DEFAULTS.newValues,
					},
				},
			],
		},
	];
}
