import { SecretComponent, type SettingDefinitionRender } from "obsidian";
import { t } from "../ui/i18n";
import { guarded } from "../ui/report-bug";
import type { ClaudeSettingParts } from "./claude-settings";
import { explainFailure } from "./explain-failure";

const TEST_MS = 20_000;

/** Which secret holds the key, and whether it works here: how this device reaches the host, and with which models. */
export function keyRow(parts: ClaudeSettingParts): SettingDefinitionRender {
	const { app, client, settings, save, redraw } = parts;
	return {
		name: t("claude.settings.key"),
		desc: t("claude.settings.keyDesc"),
		aliases: [t("claude.settings.test")],
		render: (setting) => {
			const says = setting.descEl.createDiv({
				cls: "winnow-settings-says",
				attr: { role: "status" },
			});
			const known = client.knownReach();
			if (known !== null) says.setText(t(`claude.reach.${known}`));
			setting.addComponent((el) =>
				new SecretComponent(app, el)
					.setValue(settings.claudeKeyName)
					.onChange((name) => void save("claudeKeyName", name).then(redraw)),
			);
			setting.addButton((button) =>
				button
					.setButtonText(
						t(known === null ? "claude.settings.test" : "claude.settings.testAgain"),
					)
					.onClick(() =>
						guarded(async () => {
							button.setDisabled(true);
							says.setText(t("claude.settings.testing"));
							says.setText(await tested(parts));
							button.setDisabled(false).setButtonText(t("claude.settings.testAgain"));
						}),
					),
			);
		},
	};
}

async function tested({ client }: ClaudeSettingParts): Promise<string> {
	const readiness = client.readiness();
	// Without the key of a host that wants one, only the line can be tested.
	const reach = t(`claude.reach.${await client.testReach()}`);
	if (readiness.kind !== "ready")
		return `${reach} ${explainFailure(readiness)?.message ?? ""}`.trim();
	const models = await client.models(AbortSignal.timeout(TEST_MS));
	if (!models.ok) return explainFailure(models.error)?.message ?? reach;
	return `${reach} ${t("claude.settings.models", { count: models.value.length })}`;
}
