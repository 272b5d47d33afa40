import type { SettingDefinitionItem } from "obsidian";
import { t } from "../ui/i18n";

/** Settings of the inbox. Keys are flat: the declarative settings tab binds to them by name. */
export type InboxSettings = {
	/** After a decision the main area shows the next source. */
	inboxNext: boolean;
	/** Show the focused source in a tab of the main area. */
	inboxPreview: boolean;
	/** Swipe a row to keep or throw away on touch screens. */
	inboxSwipe: boolean;
	/** How many sources wait, in the status bar. */
	inboxStatusBar: boolean;
};

export const INBOX_DEFAULTS: Readonly<InboxSettings> = {
	inboxNext: true,
	inboxPreview: true,
	inboxSwipe: true,
	inboxStatusBar: true,
};

export function inboxSettingDefinitions(): SettingDefinitionItem<keyof InboxSettings>[] {
	return [
		{
			type: "group",
			heading: t("inbox.settings.heading"),
			items: [
				{
					name: t("inbox.settings.next"),
					desc: t("inbox.settings.nextDesc"),
					control: {
						type: "toggle",
						key: "inboxNext",
						defaultValue: INBOX_DEFAULTS.inboxNext,
					},
				},
				{
					name: t("inbox.settings.preview"),
					desc: t("inbox.settings.previewDesc"),
					control: {
						type: "toggle",
						key: "inboxPreview",
						defaultValue: INBOX_DEFAULTS.inboxPreview,
					},
				},
				{
					name: t("inbox.settings.swipe"),
					desc: t("inbox.settings.swipeDesc"),
					control: {
						type: "toggle",
						key: "inboxSwipe",
						defaultValue: INBOX_DEFAULTS.inboxSwipe,
					},
				},
				{
					name: t("inbox.settings.statusBar"),
					desc: t("inbox.settings.statusBarDesc"),
					control: {
						type: "toggle",
						key: "inboxStatusBar",
						defaultValue: INBOX_DEFAULTS.inboxStatusBar,
					},
				},
			],
		},
	];
}
