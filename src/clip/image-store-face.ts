import { TFile, type App } from "obsidian";
import type { ImageStore } from "./save-images";

/** The vault's attachments, by the person's own settings for folder and links. */
export function createImageStore({ vault, fileManager }: App): ImageStore {
	const fileAt = (path: string): TFile => {
		const file = vault.getAbstractFileByPath(path);
		if (!(file instanceof TFile)) throw new Error(`${path} is not in the vault`);
		return file;
	};
	return {
		endingWith: (ending) => vault.getFiles().flatMap(({ path }) => (path.endsWith(ending) ? [path] : [])),
		read: (path) => vault.readBinary(fileAt(path)),
		add: async (name, notePath, bytes) => {
			const path = await fileManager.getAvailablePathForAttachment(name, notePath);
			const { path: made } = await vault.createBinary(path, bytes);
			return made;
		},
		embed: (path, notePath, alt) => {
			const link = fileManager.generateMarkdownLink(fileAt(path), notePath, "", alt);
			return link.startsWith("!") ? link : `!${link}`;
		},
	};
}
