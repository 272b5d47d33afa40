import type { PropertyChanges } from "../vault/safe-vault";
import { propertyLines } from "../vault/property-text";

/** The frontmatter block of a new note, properties in the given order; null and empty lists are left out. */
export function frontmatterText(properties: PropertyChanges): string {
	const lines = Object.entries(properties).map(([name, value]) =>
		propertyLines(name, value === "" ? null : value),
	);
	return `---\n${lines.join("")}---\n`;
}

/** A new note: its properties, a blank line, its body with one line end. */
export function noteText(properties: PropertyChanges, body: string): string {
	const words = body.trim();
	return words === ""
		? frontmatterText(properties)
		: `${frontmatterText(properties)}\n${words}\n`;
}
