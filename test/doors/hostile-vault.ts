import { parse } from "yaml";
import { foreignStatusGuard } from "../../src/source/read-status";
import { fileName as nameFor } from "../../src/vault/file-name";
import { changeProperties } from "../../src/vault/property-edit";
import { propertyLines } from "../../src/vault/property-text";
import type { Files } from "../../src/vault/files";
import { recover } from "../../src/vault/recovery";
import {
	createSafeVaultOn,
	type SafeVaultParts,
	type VaultHost,
} from "../../src/vault/safe-vault-store";
import { createSettingsFile } from "../../src/vault/settings-file";

// The pure core of vault/ and source/ in the shapes that bench/hostile asks for.

const SETTINGS = {
	statusProperty: "status",
	newValues: "unprocessed\nunread\ninbox\nto-read\non deck",
};

export function parseYaml(yaml: string): unknown {
	return parse(yaml, { logLevel: "error", maxAliasCount: 100 }) as unknown;
}

export function setStatus(text: string): { refused: boolean; text: string } {
	const changed = changeProperties(
		text,
		{ status: "kept" },
		parseYaml,
		foreignStatusGuard(() => SETTINGS),
	);
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

/** The plugin's writing over a `DataAdapter` (the bench wraps one that fails on purpose). */
export function plugin(adapter: Files) {
	const parts = partsOn(adapter);
	const vault = createSafeVaultOn(parts);
	const settings = createSettingsFile(adapter, "data.json");
	const done = async (work: Promise<{ ok: boolean; error?: unknown }>): Promise<void> => {
		const result = await work;
		if (!result.ok) throw new Error(JSON.stringify(result.error));
	};
	return {
		setStatus: (path: string, value: string) =>
			done(vault.changeProperties(path, { status: value })),
		applyEdit: (
			path: string,
			base: string,
			{ at, from, to }: { at: number; from: string; to: string },
		) =>
			done(
				vault.editProse(
					path,
					base,
					(text) => text.slice(0, at) + to + text.slice(at + from.length),
				),
			),
		saveSettings: (data: Record<string, unknown>) => done(settings.save(data)),
		loadSettings: async () => (await settings.load()).data,
		recover: () => recover(parts),
	};
}

export function partsOn(files: Files): SafeVaultParts {
	let id = 0;
	return {
		files,
		folder: "plugin/recovery",
		now: () => new Date("2026-05-03T10:00:00Z"),
		newId: () => `copy-${++id}`,
		letOthersWrite: () => Promise.resolve(),
		parseYaml,
		guard: foreignStatusGuard(() => SETTINGS),
		host: hostOn(files),
	};
}

/** An app without open editors. */
function hostOn(files: Files): VaultHost {
	return {
		editorOf: () => null,
		shownIn: () => [],
		saveOpen: () => Promise.resolve(),
		create: async (path, text) => {
			if (await files.exists(path)) throw new Error("File already exists.");
			await files.write(path, text);
		},
		createBinary: () => Promise.reject(new Error("no bytes here")),
		readBinary: () => Promise.reject(new Error("no bytes here")),
		createFolder: (path) => files.mkdir(path),
		rename: (from, to) => files.rename(from, to),
		trash: (path) => files.remove(path),
		sizeOf: () => null,
		isLinked: () => Promise.resolve(false),
	};
}
