import type { Vault } from "./vault";

export type FileStats = { ctime: number; mtime: number; size: number };

export abstract class TAbstractFile {
	vault!: Vault;
	path!: string;
	name!: string;
	parent: TFolder | null = null;
}

export class TFile extends TAbstractFile {
	stat: FileStats = { ctime: 0, mtime: 0, size: 0 };
	basename!: string;
	extension!: string;
}

export class TFolder extends TAbstractFile {
	children: TAbstractFile[] = [];

	isRoot(): boolean {
		return this.path === "/";
	}
}

/** Sets path and the names that follow from it. The root folder's path is `/`. */
export function setPath(file: TAbstractFile, path: string): void {
	file.path = path;
	file.name = path === "/" ? "" : path.slice(path.lastIndexOf("/") + 1);
	if (!(file instanceof TFile)) return;
	const dot = file.name.lastIndexOf(".");
	// A leading dot is no extension.
	file.extension = dot > 0 ? file.name.slice(dot + 1).toLowerCase() : "";
	file.basename = dot > 0 ? file.name.slice(0, dot) : file.name;
}

/** `a/b.md` → `a`; `b.md` → `/`. */
export function parentPath(path: string): string {
	const slash = path.lastIndexOf("/");
	return slash === -1 ? "/" : path.slice(0, slash);
}
