import type { Setting, SettingDefinitionItem } from "obsidian";
import { t } from "../ui/i18n";
import { fileName } from "../vault/file-name";
import { propertyLines } from "../vault/property-text";
import { templatesOf, type TemplateSettings } from "./clip-target";
import { fillTemplates, TEMPLATE_NAMES, templateValues, type Filled } from "./note-template";
import type { ClipFacts } from "./note-properties";

export type TemplateRowParts = Readonly<{
	/** The live object. */
	settings: TemplateSettings;
	save(key: keyof TemplateSettings, value: string): Promise<void>;
}>;

type Row = SettingDefinitionItem<keyof TemplateSettings> & { type?: never };

/** One row for each template; under it stands what it makes of a page, while it is typed. */
export function templateRows(parts: TemplateRowParts): readonly Row[] {
	const row = (key: keyof TemplateSettings, name: string, desc: string, isLong: boolean, example: (filled: Filled) => string): Row => ({
		name,
		desc,
		render: (setting) => {
			const says = setting.descEl.createDiv({ cls: "winnow-clip-example", attr: { role: "status" } });
			const show = (value: string): void => {
				const filled = fillTemplates(templatesOf({ ...parts.settings, [key]: value }), VALUES);
				says.setText(t("clip.settings.example", { example: example(filled) }));
			};
			const typed = (value: string): void => {
				show(value);
				void parts.save(key, value);
			};
			field(setting, parts.settings[key], isLong, typed);
			show(parts.settings[key]);
		},
	});
	const names = TEMPLATE_NAMES.map((name) => `{{${name}}}`).join(" ");
	return [
		row("clipNameTemplate", t("clip.settings.name"), t("clip.settings.nameDesc", { names }), false, ({ name }) => fileName(name, [])),
		row("clipFolderTemplate", t("clip.settings.folder"), t("clip.settings.folderDesc"), false, ({ folders }) => ["Sources", ...folders].join("/")),
		row("clipProperties", t("clip.settings.properties"), t("clip.settings.propertiesDesc"), true, ({ properties }) => {
			const lines = Object.entries(properties).map(([name, value]) => propertyLines(name, value).trim());
			return lines.length === 0 ? t("clip.settings.noProperties") : lines.join(" · ");
		}),
	];
}

function field(setting: Setting, value: string, isLong: boolean, typed: (value: string) => void): void {
	if (isLong) setting.addTextArea((area) => area.setValue(value).onChange(typed));
	else setting.addText((text) => text.setValue(value).onChange(typed));
}

const PAGE: ClipFacts = {
	title: "Chaff: what the wind/takes?",
	url: "https://example.org/chaff",
	authors: ["Ines Marlow"],
	published: "2025-03-04",
	description: "",
	site: "Mill notes",
	publication: "",
	language: "en",
	kind: "article",
	isPrimary: false,
	doi: "",
	arxiv: "",
	capture: "full",
	captureNote: "",
	words: 900,
};

const VALUES = templateValues(PAGE, { category: "Cleaning", project: "Wind and grain", created: "2026-11-25T09:00:00" });
