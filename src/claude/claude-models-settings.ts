import type { Setting, SettingDefinitionPage, SettingDefinitionRender } from "obsidian";
import { t } from "../ui/i18n";
import { guarded } from "../ui/report-bug";
import type { ModelInfo } from "./claude";
import { CLAUDE_DEFAULTS, type ClaudeSettingParts, type ClaudeSettings } from "./claude-settings";
import { explainFailure } from "./explain-failure";
import { dollars, priceOf, PRICES_OF, TABLE_MODELS } from "./prices";

type ModelKey = "claudeModelTighten" | "claudeModelQuestions";
type Choice = Pick<ModelInfo, "id" | "name"> & Partial<ModelInfo>;

const OTHER = "\0other";
const LIST_MS = 15_000;
/** A list of the same day needs no second question. */
const FRESH_MS = 24 * 60 * 60 * 1000;

/** Which model does what: from the host's own list where it gave one, else from the table of prices. */
export function modelsPage(parts: ClaudeSettingParts): SettingDefinitionPage {
	const { settings } = parts;
	const nameOf = (key: ModelKey) =>
		short(
			choicesOf(parts, settings[key]).find(({ id }) => id === settings[key])?.name ??
				settings[key],
		);
	return {
		type: "page",
		name: t("claude.settings.modelPage"),
		desc: t("claude.settings.modelPageDesc"),
		displayValue: () =>
			t("claude.settings.modelPair", {
				edits: nameOf("claudeModelTighten"),
				questions: nameOf("claudeModelQuestions"),
			}),
		items: [
			modelRow(
				parts,
				"claudeModelTighten",
				t("claude.settings.modelTighten"),
				t("claude.settings.modelTightenDesc"),
			),
			modelRow(
				parts,
				"claudeModelQuestions",
				t("claude.settings.modelQuestions"),
				t("claude.settings.modelQuestionsDesc"),
			),
			listRow(parts),
		],
	};
}

function modelRow(
	parts: ClaudeSettingParts,
	key: ModelKey,
	name: string,
	desc: string,
): SettingDefinitionRender {
	return {
		name,
		desc,
		aliases: [t("claude.settings.modelPage")],
		render: (setting) => {
			const says = setting.descEl.createDiv({
				cls: "winnow-settings-says",
				attr: { role: "status" },
			});
			const chosen = (id: string): void => {
				const choice = choicesOf(parts, id).find((one) => one.id === id);
				says.setText(choice === undefined ? "" : factsOf(choice, parts.client.host()));
				void parts.save(key, id);
			};
			drawChoice(setting, parts, key, chosen);
			const now = choicesOf(parts, parts.settings[key]).find(
				({ id }) => id === parts.settings[key],
			);
			if (now !== undefined) says.setText(factsOf(now, parts.client.host()));
		},
	};
}

/** A list, and where none of it fits a field for any id. */
function drawChoice(
	setting: Setting,
	parts: ClaudeSettingParts,
	key: keyof Pick<ClaudeSettings, ModelKey>,
	chosen: (id: string) => void,
): void {
	const value = parts.settings[key];
	setting.addDropdown((list) => {
		for (const { id, name } of choicesOf(parts, value)) list.addOption(id, name);
		list.addOption(OTHER, t("claude.settings.modelOther")).setValue(value);
		setting.addText((field) => {
			field.inputEl.toggle(false);
			field.inputEl.setAttr("aria-label", t("claude.settings.modelId"));
			field.setPlaceholder(CLAUDE_DEFAULTS[key]).onChange((id) => {
				if (id.trim() !== "") chosen(id.trim());
			});
			list.onChange((id) => {
				const isOther = id === OTHER;
				field.inputEl.toggle(isOther);
				if (isOther) field.inputEl.focus();
				else chosen(id);
			});
		});
	});
}

/** Where the list comes from; asks for it where that needs no question to the person. */
function listRow(parts: ClaudeSettingParts): SettingDefinitionRender {
	const { client } = parts;
	return {
		name: t("claude.settings.list"),
		searchable: false,
		render: (setting) => {
			const listed = client.listedModels();
			const says = (text: string) => setting.setDesc(text);
			says(
				listed === null
					? t("claude.settings.listTable", { date: PRICES_OF })
					: t("claude.settings.listLive", { host: client.host(), date: PRICES_OF }),
			);
			const ask = async (): Promise<void> => {
				const models = await client.models(AbortSignal.timeout(LIST_MS));
				if (models.ok) parts.redraw();
				else says(explainFailure(models.error)?.message ?? "");
			};
			setting.addButton((button) =>
				button.setButtonText(t("claude.settings.listAgain")).onClick(() => guarded(ask)),
			);
			const isFresh = listed !== null && parts.now().getTime() - listed.at < FRESH_MS;
			if (!isFresh && client.mayListModels()) guarded(ask);
		},
	};
}

/** What can be chosen, the chosen one always among it. */
function choicesOf({ client }: ClaudeSettingParts, chosen: string): readonly Choice[] {
	const listed: readonly Choice[] =
		client.listedModels()?.models ?? TABLE_MODELS.map(([id, name]) => ({ id, name }));
	return listed.some(({ id }) => id === chosen)
		? listed
		: [...listed, { id: chosen, name: chosen }];
}

/** What the host says of a model, and its price where that is known. */
function factsOf(model: Choice, host: string): string {
	const { maxInputTokens, maxOutputTokens, isStructured, canThink, retires } = model;
	const price = priceOf(model.id, host);
	return [
		price === null
			? t("claude.model.noPrice")
			: t("claude.model.price", {
					input: dollars(price.input),
					output: dollars(price.output),
					date: PRICES_OF,
				}),
		maxInputTokens == null
			? ""
			: t("claude.model.reads", { tokens: maxInputTokens.toLocaleString() }),
		maxOutputTokens == null
			? ""
			: t("claude.model.writes", { tokens: maxOutputTokens.toLocaleString() }),
		canThink === true ? t("claude.model.thinks") : "",
		isStructured === false ? t("claude.model.unstructured") : "",
		retires == null ? "" : t("claude.model.retires", { date: retires }),
	]
		.filter((fact) => fact !== "")
		.join(" · ");
}

/** "Haiku 5.5" for "Claude Haiku 5.5". */
function short(name: string): string {
	return name.replace(/^Claude /, "");
}
