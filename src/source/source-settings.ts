import type { App, SettingDefinitionItem } from "obsidian";
import { FolderSuggest } from "../ui/folder-suggest";
import { t } from "../ui/i18n";
import { linesPage } from "../ui/lines-page-settings";

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

export type SourceSettingParts = Readonly<{
	app: App;
	/** The live object. */
	settings: SourceSettings;
	save(key: keyof SourceSettings, value: string): Promise<void>;
	/** Draws the tab again. */
	redraw(): void;
}>;

/** The settings group. Folders that do not exist are fine: they may come later. */
export function sourceSettingDefinitions(parts: SourceSettingParts): SettingDefinitionItem[] {
	const { app, settings, save, redraw } = parts;
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
				linesPage({
					name: t("source.settings.watched"),
					desc: t("source.settings.watchedDesc"),
					empty: t("source.settings.noWatched"),
					add: t("source.settings.addWatched"),
					field: t("source.settings.watchedField"),
					text: () => settings.watchedFolders,
					save: (text) => save("watchedFolders", text),
					redraw,
					suggest: (field, pick) => void new FolderSuggest(app, field.inputEl, pick),
				}),
				{
					name: t("source.settings.property"),
					desc: t("source.settings.propertyDesc"),
					control: {
						type: "text",
						key: "statusProperty",
						defaultValue: SOURCE_DEFAULTS.statusProperty,
						validate: (name) =>
							name.trim() === "" ? t("source.settings.noProperty") : undefined,
					},
				},
				linesPage({
					name: t("source.settings.newValues"),
					desc: t("source.settings.newValuesDesc"),
					empty: t("source.settings.noNewValues"),
					add: t("source.settings.addNewValue"),
					field: t("source.settings.newValueField"),
					text: () => settings.newValues,
					save: (text) => save("newValues", text),
					redraw,
				}),
			],
		},
	];
}
