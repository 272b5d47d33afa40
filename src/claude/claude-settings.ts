import { SecretComponent, type App, type SettingDefinitionItem } from "obsidian";
import { t } from "../ui/i18n";
import type { ClaudeClient } from "./create-claude";
import { explainFailure } from "./explain-failure";

export type ClaudeSettings = {
	/** Name of the secret that holds the key; the key itself is never here. */
	claudeKeyName: string;
	claudeBaseUrl: string;
	/** Model of the passes that suggest edits. */
	claudeModelTighten: string;
	/** Model of the passes that ask, and of explanations. */
	claudeModelQuestions: string;
	/** US dollars a run may cost at most; "" = no limit. */
	claudeBudget: string;
};

export const CLAUDE_DEFAULTS: Readonly<ClaudeSettings> = {
	claudeKeyName: "",
	claudeBaseUrl: "https://api.anthropic.com",
	claudeModelTighten: "claude-haiku-5-5",
	claudeModelQuestions: "claude-sonnet-5-5",
	claudeBudget: "1",
};

/** Null: no limit. */
export function budgetOf(settings: Pick<ClaudeSettings, "claudeBudget">): number | null {
	const budget = Number(settings.claudeBudget.replace(",", ".").replace("$", "").trim());
	return settings.claudeBudget.trim() === "" || !Number.isFinite(budget) || budget < 0
		? null
		: budget;
}

export type ClaudeSettingParts = Readonly<{
	app: App;
	client: ClaudeClient;
	settings: ClaudeSettings;
	save(key: keyof ClaudeSettings, value: string): Promise<void>;
}>;

export function claudeSettingDefinitions(
	parts: ClaudeSettingParts,
): SettingDefinitionItem<keyof ClaudeSettings>[] {
	return [
		{
			type: "group",
			heading: t("claude.settings.heading"),
			items: [
				keyRow(parts),
				{
					name: t("claude.settings.modelTighten"),
					desc: t("claude.settings.modelTightenDesc"),
					control: {
						type: "text",
						key: "claudeModelTighten",
						defaultValue: CLAUDE_DEFAULTS.claudeModelTighten,
					},
				},
				{
					name: t("claude.settings.modelQuestions"),
					desc: t("claude.settings.modelQuestionsDesc"),
					control: {
						type: "text",
						key: "claudeModelQuestions",
						defaultValue: CLAUDE_DEFAULTS.claudeModelQuestions,
					},
				},
				{
					name: t("claude.settings.budget"),
					desc: t("claude.settings.budgetDesc"),
					control: {
						type: "text",
						key: "claudeBudget",
						defaultValue: CLAUDE_DEFAULTS.claudeBudget,
					},
				},
				{
					name: t("claude.settings.baseUrl"),
					desc: t("claude.settings.baseUrlDesc"),
					control: {
						type: "text",
						key: "claudeBaseUrl",
						defaultValue: CLAUDE_DEFAULTS.claudeBaseUrl,
					},
				},
				connectionRow(parts),
			],
		},
	];
}

function keyRow({
	app,
	settings,
	save,
}: ClaudeSettingParts): SettingDefinitionItem<keyof ClaudeSettings> & { type?: never } {
	return {
		name: t("claude.settings.key"),
		desc: t("claude.settings.keyDesc"),
		render: (setting) => {
			setting.addComponent((el) =>
				new SecretComponent(app, el)
					.setValue(settings.claudeKeyName)
					.onChange((name) => void save("claudeKeyName", name)),
			);
		},
	};
}

/** Says how this device reaches Claude, and finds out anew. Lists the models the key may use. */
function connectionRow({
	client,
}: ClaudeSettingParts): SettingDefinitionItem<keyof ClaudeSettings> & { type?: never } {
	return {
		name: t("claude.settings.connection"),
		desc: t("claude.settings.connectionDesc"),
		render: (setting) => {
			const says = setting.descEl.createDiv({ attr: { role: "status" } });
			const known = client.knownReach();
			if (known !== null) says.setText(t(`claude.reach.${known}`));
			setting.addButton((button) =>
				button.setButtonText(t("claude.settings.test")).onClick(async () => {
					says.setText(t("claude.settings.testing"));
					const reach = await client.testReach();
					const models =
						reach === "offline"
							? null
							: await client.models(AbortSignal.timeout(TEST_MS));
					const line = t(`claude.reach.${reach}`);
					if (models === null) says.setText(line);
					else if (models.ok)
						says.setText(
							`${line} ${t("claude.settings.models", { models: models.value.map(({ id }) => id).join(", ") })}`,
						);
					else says.setText(explainFailure(models.error)?.message ?? line);
				}),
			);
		},
	};
}

const TEST_MS = 20_000;
