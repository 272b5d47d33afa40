import type { App } from "./app";
import type { DataWriteOptions } from "./adapter";
import { parentPath, type TAbstractFile, TFile, TFolder } from "./files";
import { getFrontMatterInfo } from "./metadata/frontmatter";
import { normalizePath } from "./normalize-path";
import { host, refuseUnknownNames } from "./private-names";
import { updateLinksToRenamed } from "./rename-links";
import { ConfirmationModal } from "./ui/confirmation-modal";
import { parseYaml, stringifyYaml } from "./yaml";

export class FileManager {
	readonly [host]: App;

	constructor(app: App) {
		this[host] = app;
	}

	/** The app's default: new notes stand in the vault's root ([M]: the option "default location"). */
	getNewFileParent(_sourcePath: string, _newFilePath?: string): TFolder {
		return this[host].vault.getRoot();
	}

	async renameFile(file: TAbstractFile, newPath: string): Promise<void> {
		const app = this[host];
		const from = file.path;
		const linksBefore = { ...app.metadataCache.resolvedLinks };
		await app.vault.rename(file, newPath);
		await updateLinksToRenamed(app, file, from, linksBefore);
	}

	promptForDeletion(file: TAbstractFile): Promise<boolean> {
		return new Promise((resolve) => {
			let isSure = false;
			const modal = new ConfirmationModal(this[host]);
			modal.setTitle(file instanceof TFolder ? "Delete folder" : "Delete file");
			modal.setContent(`Are you sure you want to delete “${file.name}”?`);
			modal.addButton((button) =>
				button
					.setButtonText("Delete")
					.setDestructive()
					.onClick(() => {
						isSure = true;
					}),
			);
			modal.addCancelButton();
			modal.setCloseCallback(() => {
				if (!isSure) return resolve(false);
				void this.trashFile(file).then(() => resolve(true));
			});
			modal.open();
		});
	}

	/** The host's setting for deleted files is the vault's `.trash` folder ([R] d.ts: as the user chose). */
	trashFile(file: TAbstractFile): Promise<void> {
		return this[host].vault.trash(file, false);
	}

	generateMarkdownLink(file: TFile, sourcePath: string, subpath = "", alias?: string): string {
		const target = this[host].metadataCache.fileToLinktext(file, sourcePath, true) + subpath;
		const words = alias === undefined || alias === "" || alias === target ? "" : `|${alias}`;
		const isEmbed =
			file.extension !== "md" && file.extension !== "canvas" && file.extension !== "base";
		return `${isEmbed ? "!" : ""}[[${target}${words}]]`;
	}

	/**
	 * Re-serialises the whole block: comments and quoting are lost, the order of keys stays
	 * ([I] MetaEdit#119, obsidian-enhancing-export#139).
	 * @throws YAMLParseError for a block that is no YAML; what `fn` throws.
	 */
	async processFrontMatter(
		file: TFile,
		fn: (frontmatter: Record<string, unknown>) => void,
		options?: DataWriteOptions,
	): Promise<void> {
		await this[host].vault.process(
			file,
			(text) => {
				const info = getFrontMatterInfo(text);
				const parsed: unknown = info.exists ? parseYaml(info.frontmatter) : {};
				const properties = isRecord(parsed) ? parsed : {};
				fn(properties);
				const body = text.slice(info.contentStart);
				if (Object.keys(properties).length === 0) return info.exists ? body : text;
				return `---\n${stringifyYaml(properties)}---\n${body}`;
			},
			options,
		);
	}

	/** Attachments stand in the vault's root, the app's default ([M]); a number tells doubles apart. */
	async getAvailablePathForAttachment(filename: string, _sourcePath?: string): Promise<string> {
		const { vault } = this[host];
		const dot = filename.lastIndexOf(".");
		const [base, extension] =
			dot > 0 ? [filename.slice(0, dot), filename.slice(dot)] : [filename, ""];
		const folder = parentPath(base);
		if (folder !== "/" && vault.getFolderByPath(folder) === null)
			await vault.createFolder(folder);
		for (let count = 0; ; count += 1) {
			const path = normalizePath(`${base}${count === 0 ? "" : ` ${count}`}${extension}`);
			if (!(await vault.adapter.exists(path))) return path;
		}
	}
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

refuseUnknownNames(FileManager, "app.fileManager");
