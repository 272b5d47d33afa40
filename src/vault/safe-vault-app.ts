import { MarkdownView, parseYaml, TextFileView, type App } from "obsidian";
import type { Files } from "./files";
import { minimalChange } from "./minimal-change";
import type { PropertyGuard } from "./property-edit";
import type { SafeVault } from "./safe-vault";
import { createSafeVaultOn, type OpenEditor, type VaultHost } from "./safe-vault-store";

export type SafeVaultOptions = Readonly<{
	app: App;
	/** From `createAppFiles`. */
	files: Files;
	/** Vault path of the folder for copies: `<manifest.dir>/recovery`. */
	recoveryFolder: string;
	/** What no write may change, by what the note says then (`foreignStatusGuard`). */
	guard: PropertyGuard;
	now(): Date;
	newId(): string;
}>;

/** Many times what a note takes; only a text cut short is waited for. */
const OTHERS_WRITE_MS = 250;

/** The safe ways to change this app's vault. */
export function createSafeVault(options: SafeVaultOptions): SafeVault {
	return createSafeVaultOn({
		files: options.files,
		folder: options.recoveryFolder,
		now: () => options.now(),
		newId: () => options.newId(),
		letOthersWrite: () => new Promise((resolve) => window.setTimeout(resolve, OTHERS_WRITE_MS)),
		guard: options.guard,
		parseYaml: (yaml) => parseYaml(yaml) as unknown,
		host: hostOf(options.app),
	});
}

function hostOf(app: App): VaultHost {
	const { vault, fileManager } = app;
	return {
		editorOf: (path) => editorOf(app, path),
		shownIn: (path) => viewsOf(app, path).map((view) => view.getViewData()),
		saveOpen: async (path) => {
			for (const view of viewsOf(app, path)) await view.save();
		},
		create: async (path, text) => {
			await vault.create(path, text);
		},
		createBinary: async (path, bytes) => {
			await vault.createBinary(path, bytes);
		},
		readBinary: (path) => {
			const file = vault.getFileByPath(path);
			if (file === null) throw new Error(`${path} is not in the vault`);
			return vault.readBinary(file);
		},
		createFolder: async (path) => {
			await vault.createFolder(path);
		},
		rename: async (from, to) => {
			const file = vault.getAbstractFileByPath(from);
			if (file === null) throw new Error(`${from} is not in the vault`);
			await fileManager.renameFile(file, to);
		},
		trash: async (path) => {
			const file = vault.getAbstractFileByPath(path);
			if (file === null) throw new Error(`${path} is not in the vault`);
			await fileManager.trashFile(file);
		},
		sizeOf: (path) => vault.getFileByPath(path)?.stat.size ?? null,
		isLinked: (path) => isLinked(app, path),
	};
}

/** The cache may remember for a moment what a note said that was changed just now: its text decides. */
async function isLinked({ vault, metadataCache }: App, path: string): Promise<boolean> {
	const name = path.slice(path.lastIndexOf("/") + 1);
	for (const [from, targets] of Object.entries(metadataCache.resolvedLinks)) {
		const file = targets[path] === undefined ? null : vault.getFileByPath(from);
		if (file === null) continue;
		const text = await vault.cachedRead(file);
		if (text.includes(name) || text.includes(encodeURI(name))) return true;
	}
	return false;
}

/** Loaded views that hold this file's text; deferred tabs hold none. */
function viewsOf(app: App, path: string): readonly TextFileView[] {
	const views: TextFileView[] = [];
	app.workspace.iterateAllLeaves(({ view }) => {
		if (view instanceof TextFileView && view.file?.path === path) views.push(view);
	});
	return views;
}

/** The first editor that shows this note to be written in; a reading view shows what the file says. */
function editorOf(app: App, path: string): OpenEditor | null {
	const view = viewsOf(app, path).find(
		(one): one is MarkdownView => one instanceof MarkdownView && one.getMode() === "source",
	);
	if (view === undefined) return null;
	const { editor } = view;
	return {
		text: () => editor.getValue(),
		replace: (text) => {
			const change = minimalChange(editor.getValue(), text);
			if (change === null) return;
			const from = editor.offsetToPos(change.from);
			const to = editor.offsetToPos(change.to);
			editor.transaction({ changes: [{ from, to, text: change.text }] });
		},
		save: () => view.save(),
	};
}
