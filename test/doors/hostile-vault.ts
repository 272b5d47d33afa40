import { parse } from "yaml";
import { foreignStatusGuard } from "../../src/source/read-status";
import { fileName as nameFor } from "../../src/vault/file-name";
import { changeProperties } from "../../src/vault/property-edit";
import { propertyLines } from "../../src/vault/property-text";

// The pure core of vault/ and source/ in the shapes that bench/hostile asks for.

const SETTINGS = { statusProperty: "status", newValues: "unprocessed\nunread\ninbox\nto-read\non deck" };

export function parseYaml(yaml: string): unknown {
	return parse(yaml, { logLevel: "error", maxAliasCount: 100 }) as unknown;
}

export function setStatus(text: string): { refused: boolean; text: string } {
	const changed = changeProperties(text, { status: "kept" }, parseYaml, foreignStatusGuard(() => SETTINGS));
	return changed.ok ? { refused: false, text: changed.value } : { refused: true, text };
}

export function properties(source: { title: string; author: string; url: string }): string {
	const lines = [
		propertyLines("title", source.title),
		propertyLines("source", source.url),
		propertyLines("author", source.author),
		propertyLines("status", "new"),
	];
	return `---\n${lines.join("")}---\n`;
}

export function fileName(title: string, taken: Iterable<string>): string {
	return nameFor(title, taken);
}
