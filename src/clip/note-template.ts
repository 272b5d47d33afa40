import { fileName } from "../vault/file-name";
import type { PropertyValue } from "../vault/safe-vault";
import type { ClipFacts } from "./note-properties";

/** What a template may name: `{{title}}` and the like. */
export type TemplateValues = Readonly<Record<TemplateName, string>>;

export const TEMPLATE_NAMES = ["title", "author", "site", "year", "published", "created", "kind", "category", "project", "language"] as const;
export type TemplateName = (typeof TEMPLATE_NAMES)[number];

export type Templates = Readonly<{
	/** Of the file's name. */
	name: string;
	/** Of the folders inside the project's sources, with `/` between them. */
	folder: string;
	/** Further properties, one `name: value` a line. */
	properties: string;
}>;

/** Where a note goes and what it is called; every part is safe on every platform. */
export type Filled = Readonly<{
	name: string;
	/** Folder names from the outer to the inner. */
	folders: readonly string[];
	properties: Readonly<Record<string, PropertyValue>>;
}>;

/** @param created ISO 8601. @param project its name, "" for none. */
export function templateValues(facts: ClipFacts, place: Readonly<{ category: string; project: string; created: string }>): TemplateValues {
	return {
		title: facts.title,
		author: facts.authors[0] ?? "",
		site: facts.site,
		year: /^\d{4}/.exec(facts.published)?.[0] ?? "",
		published: facts.published.slice(0, 10),
		created: place.created.slice(0, 10),
		kind: facts.kind,
		category: place.category,
		project: place.project,
		language: facts.language,
	};
}

const MAX_FOLDERS = 6;

/** What a page says is data: nothing in it is read as a template, a path or another property. */
export function fillTemplates(templates: Templates, values: TemplateValues): Filled {
	const name = tidy(filled(templates.name, values));
	const folders = templates.folder
		.split("/")
		.map((part) => tidy(filled(part, values)))
		.filter((part) => /[\p{L}\p{N}]/u.test(part))
		.slice(0, MAX_FOLDERS)
		.map((part) => fileName(part, [], ""));
	return { name: /[\p{L}\p{N}]/u.test(name) ? name : values.title, folders, properties: ownProperties(templates.properties, values) };
}

/** Words in double braces that name nothing stay as they are, so that a slip is seen. */
function filled(template: string, values: TemplateValues): string {
	return template.replace(/\{\{\s{0,5}(\w{1,20})\s{0,5}\}\}/g, (whole, word: string) => {
		const name = TEMPLATE_NAMES.find((known) => known === word.toLowerCase());
		return name === undefined ? whole : values[name];
	});
}

/** What an empty value leaves behind: double blanks, a dash or brackets around nothing. */
function tidy(text: string): string {
	return text
		.replace(/\(\s*\)|\[\s*\]/g, "")
		.replace(/\s+/g, " ")
		.trim()
		.replace(/^[-–—·,_]+ | [-–—·,_]+$/g, "")
		.trim();
}

/** Properties that a clip itself writes. `tags` may be added to. */
const OURS =
	/^(title|source|author|published|created|description|site|publication|language|kind|primary|doi|arxiv|citekey|capture|capture-note|project|category|words|status|decided|reason|hard)$/i;

function ownProperties(template: string, values: TemplateValues): Readonly<Record<string, PropertyValue>> {
	const properties: Record<string, PropertyValue> = {};
	for (const line of template.split(/\r?\n/)) {
		const at = line.indexOf(":");
		const name = line.slice(0, Math.max(0, at)).trim();
		const value = filled(line.slice(at + 1), values).replace(/\s+/g, " ").trim();
		if (name === "" || value === "" || OURS.test(name)) continue;
		properties[name] = /^tags$/i.test(name) ? value.split(",").flatMap(tag) : typed(value);
	}
	return properties;
}

/** A tag holds no blanks. */
function tag(words: string): readonly string[] {
	const clean = words.trim().replace(/^#/, "").replace(/[^\p{L}\p{M}\p{N}_/-]+/gu, "-").replace(/^-+|-+$/g, "");
	return clean === "" ? [] : [clean];
}

function typed(value: string): PropertyValue {
	if (value === "true" || value === "false") return value === "true";
	return /^(0|[1-9]\d{0,14})$/.test(value) ? Number(value) : value;
}
