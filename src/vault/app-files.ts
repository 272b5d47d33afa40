import type { Vault } from "obsidian";
import type { Files } from "./files";

/**
 * The app's vault as the port. Notes go through `Vault`, so that the app and its open views hear of every change;
 * what the vault does not list (the plugin's own folder) goes through the adapter.
 */
export function createAppFiles(vault: Vault): Files {
	const { adapter } = vault;
	return {
		read: (path) => {
			const file = vault.getFileByPath(path);
			return file === null ? adapter.read(path) : vault.read(file);
		},
		process: (path, change) => {
			const file = vault.getFileByPath(path);
			return file === null ? adapter.process(path, change) : vault.process(file, change);
		},
		write: async (path, text) => {
			const file = vault.getFileByPath(path);
			if (file === null) await adapter.write(path, text);
			else await vault.process(file, () => text);
		},
		rename: (from, to) => adapter.rename(from, to),
		remove: (path) => adapter.remove(path),
		exists: (path) => adapter.exists(path),
		list: (folder) => adapter.list(folder === "" ? "/" : folder),
		mkdir: (path) => adapter.mkdir(path),
	};
}
