import type { App } from "./app";
import { type TAbstractFile, TFile, TFolder } from "./files";
import type { CachedMetadata } from "./metadata/cached-metadata";
import { Vault } from "./vault";

/** After a rename: links in notes follow by their positions, file nodes of canvases by their paths ([M]). */
export async function updateLinksToRenamed(
	app: App,
	renamed: TAbstractFile,
	from: string,
	linksBefore: Readonly<Record<string, Readonly<Record<string, number>>>>,
): Promise<void> {
	const moved = movedFiles(renamed, from);
	const oldPaths = new Map(moved.map(([file, old]) => [old, file]));
	for (const [path, targets] of Object.entries(linksBefore)) {
		if (!Object.keys(targets).some((target) => oldPaths.has(target))) continue;
		const now = oldPaths.get(path)?.path ?? path;
		const note = app.vault.getFileByPath(now);
		if (note !== null) await updateNote(app, note, oldPaths);
	}
	for (const canvas of app.vault.getFiles().filter((file) => file.extension === "canvas"))
		await updateCanvas(app, canvas, oldPaths);
}

function movedFiles(renamed: TAbstractFile, from: string): (readonly [TFile, string])[] {
	const files: (readonly [TFile, string])[] = [];
	const collect = (file: TAbstractFile): void => {
		if (file instanceof TFile) files.push([file, from + file.path.slice(renamed.path.length)]);
	};
	if (renamed instanceof TFolder) Vault.recurseChildren(renamed, collect);
	else collect(renamed);
	return files;
}

async function updateNote(
	app: App,
	note: TFile,
	oldPaths: ReadonlyMap<string, TFile>,
): Promise<void> {
	const cache: CachedMetadata = app.metadataCache.getFileCache(note) ?? {};
	const targetOf = (link: string): TFile | undefined => {
		const path = link.split("#")[0] ?? "";
		const wanted = path.toLowerCase();
		for (const [old, file] of oldPaths) {
			const lower = old.toLowerCase();
			const bare = lower.replace(/\.md$/, "");
			if ([lower, bare].some((name) => name === wanted || name.endsWith(`/${wanted}`)))
				return file;
		}
		return undefined;
	};
	const originals = [
		...(cache.links ?? []),
		...(cache.embeds ?? []),
		...(cache.frontmatterLinks ?? []),
	];
	await app.vault.process(note, (text) => {
		let changed = text;
		for (const { link, original } of originals) {
			const target = targetOf(link);
			if (target === undefined || !original.includes("[[")) continue;
			const subpath = link.includes("#") ? link.slice(link.indexOf("#")) : "";
			const fresh = app.metadataCache.fileToLinktext(target, note.path) + subpath;
			changed = changed.replaceAll(
				original,
				original.replace(link, () => fresh),
			);
		}
		return changed;
	});
}

async function updateCanvas(
	app: App,
	canvas: TFile,
	oldPaths: ReadonlyMap<string, TFile>,
): Promise<void> {
	await app.vault.process(canvas, (text) => {
		let changed = text;
		for (const [old, file] of oldPaths) {
			const before = JSON.stringify(old);
			changed = changed.replaceAll(`"file":${before}`, `"file":${JSON.stringify(file.path)}`);
			changed = changed.replaceAll(
				`"file": ${before}`,
				`"file": ${JSON.stringify(file.path)}`,
			);
		}
		return changed;
	});
}
