import type { SettingDefinitionItem, SettingGroupItem } from "obsidian";
import { t } from "../ui/i18n";
import { keyRow } from "./claude-key-settings";
import { modelsPage } from "./claude-models-settings";
import { CLAUDE_DEFAULTS, limitOf, type ClaudeSettingParts } from "./claude-settings";
import { dollars } from "./prices";

/** The group; `further` stands at its end: what other features do with Claude. */
export function claudeSettingDefinitions(
	parts: ClaudeSettingParts,
	further: readonly SettingGroupItem[],
): SettingDefinitionItem[] {
	const { client, settings } = parts;
	return [
		{
			type: "group",
			heading: t("claude.settings.heading"),
			items: [
				keyRow(parts),
				modelsPage(parts),
				{
					name: t("claude.settings.month"),
					desc: t("claude.settings.monthDesc", { spent: dollars(parts.spent()) }),
					control: amount("claudeMonth"),
				},
				{
					type: "page",
					name: t("claude.settings.server"),
					desc: t("claude.settings.serverDesc"),
					displayValue: () => client.host() || settings.claudeBaseUrl,
					items: [
						{
							name: t("claude.settings.baseUrl"),
							desc: t("claude.settings.baseUrlDesc"),
							control: {
								type: "text",
								key: "claudeBaseUrl",
								defaultValue: CLAUDE_DEFAULTS.claudeBaseUrl,
								validate: (url) =>
									isServer(url) ? undefined : t("claude.settings.baseUrlWrong"),
							},
						},
						{
							name: t("claude.settings.budget"),
							desc: t("claude.settings.budgetDesc"),
							control: amount("claudeBudget"),
						},
					],
				},
				...further,
			],
		},
	];
}

function amount(key: "claudeMonth" | "claudeBudget") {
	return {
		type: "text" as const,
		key,
		defaultValue: CLAUDE_DEFAULTS[key],
		placeholder: t("claude.settings.noLimit"),
		validate: (typed: string) =>
			typed.trim() === "" || limitOf(typed) !== null
				? undefined
				: t("claude.settings.amountWrong"),
	};
}

function isServer(url: string): boolean {
	return /^https?:\/\/[^/\s]+/i.test(url) && URL.canParse(url);
}
