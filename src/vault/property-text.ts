import type { PropertyValue } from "./safe-vault";

type Scalar = string | number | boolean;

// Words that some YAML reader takes for something else than text.
const RESERVED = /^(true|false|null|yes|no|on|off|y|n|nan|inf|infinity)$/i;
const PLAIN = /^\p{L}[\p{L}\p{M}\p{N} _.'’()/-]*$/u;
const DATE =
	/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})?)?$/;
// Invisible, or a line end to some reader: written as an escape so that it can be seen and cannot act.
const INVISIBLE =
	/[\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\udb40[\udc00-\udfff]/g;

/**
 * The one way a value enters frontmatter: plain where every YAML reader takes it for this text, else a JSON string,
 * which is valid YAML. `<%` is escaped, so that Templater never runs what a page says.
 */
export function scalarText(value: Scalar): string {
	if (typeof value === "boolean") return value ? "true" : "false";
	if (typeof value === "number")
		return Number.isFinite(value) ? String(value) : quoted(String(value));
	return isPlain(value) ? value : quoted(value);
}

/** A quoted scalar in double quotes, whatever it holds. */
export function quoted(text: string): string {
	return JSON.stringify(text).replace(INVISIBLE, escaped).replaceAll("<%", "\\u003c%");
}

/** In single quotes where that can say it, else in double. */
export function singleQuoted(text: string): string {
	const isSimple =
		quoted(text) === `"${text}"` ||
		quoted(text.replaceAll('"', "")) === `"${text.replaceAll('"', "")}"`;
	return isSimple && !text.includes("\\") ? `'${text.replaceAll("'", "''")}'` : quoted(text);
}

/** A property's name before the colon. */
export function keyText(name: string): string {
	return /^[\p{L}_][\p{L}\p{M}\p{N} _-]*$/u.test(name) &&
		!RESERVED.test(name) &&
		name === name.trim()
		? name
		: quoted(name);
}

/** A list in brackets; everything but bare words is quoted, for commas and brackets end an item. */
export function flowListText(items: readonly string[]): string {
	return `[${items.map((item) => (/^\p{L}[\p{L}\p{N}_-]*$/u.test(item) ? scalarText(item) : quoted(item))).join(", ")}]`;
}

/** The lines of one property. "" for null and an empty list: nothing empty is written. */
export function propertyLines(name: string, value: PropertyValue, eol = "\n", indent = ""): string {
	if (value === null) return "";
	const key = `${indent}${keyText(name)}:`;
	if (typeof value !== "object") return `${key} ${scalarText(value)}${eol}`;
	if (value.length === 0) return "";
	return `${key}${eol}${value.map((item) => `${indent}  - ${scalarText(item)}${eol}`).join("")}`;
}

function isPlain(text: string): boolean {
	if (DATE.test(text)) return true;
	return PLAIN.test(text) && text === text.trim() && !RESERVED.test(text);
}

function escaped(text: string): string {
	return Array.from(
		{ length: text.length },
		(_, i) => `\\u${text.charCodeAt(i).toString(16).padStart(4, "0")}`,
	).join("");
}
