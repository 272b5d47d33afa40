import type { SettingDefinitionItem } from "obsidian";
import { t } from "../ui/i18n";

export type ClipSettings = {
	/** Pages fetched at once. */
	clipLanes: number;
	clipTimeoutSeconds: number;
};

export const CLIP_DEFAULTS: Readonly<ClipSettings> = { clipLanes: 4, clipTimeoutSeconds: 30 };

export function clipSettingDefinitions(): SettingDefinitionItem<keyof ClipSettings>[] {
	return [
		{
			type: "group",
			heading: t("clip.settings.heading"),
			items: [
				{
					name: t("clip.settings.lanes"),
					desc: t("clip.settings.lanesDesc"),
					control: {
						type: "slider",
						key: "clipLanes",
						min: 1,
						max: 8,
						step: 1,
						defaultValue: CLIP_DEFAULTS.clipLanes,
					},
				},
				{
					name: t("clip.settings.timeout"),
					desc: t("clip.settings.timeoutDesc"),
					control: {
						type: "slider",
						key: "clipTimeoutSeconds",
						min: 5,
						max: 120,
						step: 5,
						defaultValue: CLIP_DEFAULTS.clipTimeoutSeconds,
					},
				},
			],
		},
	];
}
