import type { TAbstractFile, TFile, TFolder } from "obsidian";

/** Every file below a folder, from the vault's own tree: no list of the whole vault is made. */
export function* walk(folder: TFolder): Iterable<TFile> {
	// A stack of its own: folders may be nested deeper than generators like.
	const open: TFolder[] = [folder];
	for (let at = open.pop(); at !== undefined; at = open.pop()) {
		for (const child of at.children) {
			if (isFolder(child)) open.push(child);
			else if (isFile(child)) yield child;
		}
	}
}

// `instanceof` needs the app at run time; a core has none.
export function isFolder(file: TAbstractFile): file is TFolder {
	return "children" in file;
}

export function isFile(file: TAbstractFile): file is TFile {
	return "extension" in file;
}
