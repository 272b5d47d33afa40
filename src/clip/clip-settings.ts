import type { SettingDefinitionItem } from "obsidian";
import { t } from "../ui/i18n";
import { guarded } from "../ui/report-bug";
import { IMAGE_CHOICES } from "./clip-choice";
import type { TemplateSettings } from "./clip-target";
import { BOOKMARKLET } from "./selection";
import { templateRows, type TemplateRowParts } from "./template-settings";

export type ClipSettings = {
	/** Pages fetched at once. */
	clipLanes: number;
	clipTimeoutSeconds: number;
	/** An `ImageChoice`: what the sheet shows first, and what happens where there is no sheet. */
	clipImages: string;
	/** Larger pictures stay on the web. */
	clipImageMegabytes: number;
} & TemplateSettings;

export const CLIP_DEFAULTS: Readonly<ClipSettings> = {
	clipLanes: 4,
	clipTimeoutSeconds: 30,
	clipImages: "remote",
	clipImageMegabytes: 10,
	clipNameTemplate: "{{title}}",
	clipFolderTemplate: "{{category}}",
	clipProperties: "",
};

export type ClipSettingParts = TemplateRowParts &
	Readonly<{ settings: ClipSettings; copy(text: string): Promise<void> }>;

export function clipSettingDefinitions(parts: ClipSettingParts): SettingDefinitionItem<keyof ClipSettings>[] {
	return [
		{
			type: "group",
			heading: t("clip.settings.heading"),
			items: [
				{
					name: t("clip.settings.images"),
					desc: t("clip.settings.imagesDesc"),
					control: {
						type: "dropdown",
						key: "clipImages",
						options: Object.fromEntries(IMAGE_CHOICES.map((choice) => [choice, t(`clip.images.${choice}`)])),
						defaultValue: CLIP_DEFAULTS.clipImages,
					},
				},
				{
					type: "page",
					name: t("clip.settings.notes"),
					desc: t("clip.settings.notesDesc"),
					displayValue: () => parts.settings.clipNameTemplate,
					items: [...templateRows(parts)],
				},
				{
					type: "page",
					name: t("clip.settings.fetching"),
					desc: t("clip.settings.fetchingDesc"),
					displayValue: () => t("clip.settings.fetchingNow", { count: parts.settings.clipLanes }),
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
						{
							name: t("clip.settings.imageSize"),
							desc: t("clip.settings.imageSizeDesc"),
							control: {
								type: "slider",
								key: "clipImageMegabytes",
								min: 1,
								max: 50,
								step: 1,
								defaultValue: CLIP_DEFAULTS.clipImageMegabytes,
							},
						},
					],
				},
				{
					name: t("clip.settings.bookmarklet"),
					desc: t("clip.settings.bookmarkletDesc"),
					render: (setting) => {
						setting.addButton((button) => button.setButtonText(t("clip.settings.copy")).onClick(() => guarded(() => parts.copy(BOOKMARKLET))));
					},
				},
			],
		},
	];
}
