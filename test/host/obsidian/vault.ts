import type { DataWriteOptions, DiskChange, HttpAdapter, Stat } from "./adapter";
import { readTree } from "./adapter";
import { Events } from "./events";
import { parentPath, setPath, TAbstractFile, TFile, TFolder } from "./files";
import { normalizePath } from "./normalize-path";
import { host, refuseUnknownNames } from "./private-names";

/** Text of notes as last read or written, until the file changes: `cachedRead` answers from it. */
const CACHED_TEXTS = 2000;

export class Vault extends Events {
	adapter: HttpAdapter;
	configDir = ".obsidian";
	readonly [host]: VaultState;

	constructor(adapter: HttpAdapter) {
		super();
		this.adapter = adapter;
		this[host] = new VaultState(this);
		adapter[host].onChange = (change) => this[host].apply(change);
	}

	getName(): string {
		return this.adapter.getName();
	}

	getFileByPath(path: string): TFile | null {
		const found = this[host].byPath.get(path);
		return found instanceof TFile ? found : null;
	}

	getFolderByPath(path: string): TFolder | null {
		const found = this[host].byPath.get(path);
		return found instanceof TFolder ? found : null;
	}

	getAbstractFileByPath(path: string): TAbstractFile | null {
		return this[host].byPath.get(path) ?? null;
	}

	getRoot(): TFolder {
		return this[host].root;
	}

	async create(path: string, data: string, options?: DataWriteOptions): Promise<TFile> {
		const free = await this.#freePath(path, "File");
		await this.adapter.write(free, data, options);
		return this.#madeFile(free);
	}

	async createBinary(
		path: string,
		data: ArrayBuffer,
		options?: DataWriteOptions,
	): Promise<TFile> {
		const free = await this.#freePath(path, "File");
		await this.adapter.writeBinary(free, data, options);
		return this.#madeFile(free);
	}

	async createFolder(path: string): Promise<TFolder> {
		const free = await this.#freePath(path, "Folder");
		await this.adapter.mkdir(free);
		const made = this.getFolderByPath(free);
		if (made === null) throw new Error(`The folder ${free} is hidden from the vault.`);
		return made;
	}

	async read(file: TFile): Promise<string> {
		const text = await this.adapter.read(file.path);
		this[host].remember(file, text);
		return text;
	}

	async cachedRead(file: TFile): Promise<string> {
		return this[host].recall(file) ?? this.read(file);
	}

	readBinary(file: TFile): Promise<ArrayBuffer> {
		return this.adapter.readBinary(file.path);
	}

	getResourcePath(file: TFile): string {
		return `${this.adapter.getResourcePath(file.path)}?${file.stat.mtime}`;
	}

	async delete(file: TAbstractFile, force = false): Promise<void> {
		if (file instanceof TFolder)
			await this.adapter.rmdir(file.path, force || file.children.length > 0);
		else await this.adapter.remove(file.path);
	}

	async trash(file: TAbstractFile, system: boolean): Promise<void> {
		if (system && (await this.adapter.trashSystem(file.path))) return;
		await this.adapter.trashLocal(file.path);
	}

	async rename(file: TAbstractFile, newPath: string): Promise<void> {
		const to = normalizePath(newPath);
		const isOnlyCase = to.toLowerCase() === file.path.toLowerCase();
		if (!isOnlyCase && (await this.adapter.exists(to)))
			throw new Error("Destination file already exists!");
		await this.adapter.rename(file.path, to);
	}

	modify(file: TFile, data: string, options?: DataWriteOptions): Promise<void> {
		return this.adapter.write(file.path, data, options);
	}

	modifyBinary(file: TFile, data: ArrayBuffer, options?: DataWriteOptions): Promise<void> {
		return this.adapter.writeBinary(file.path, data, options);
	}

	append(file: TFile, data: string, options?: DataWriteOptions): Promise<void> {
		return this.adapter.append(file.path, data, options);
	}

	appendBinary(file: TFile, data: ArrayBuffer, options?: DataWriteOptions): Promise<void> {
		return this.adapter.appendBinary(file.path, data, options);
	}

	process(
		file: TFile,
		fn: (data: string) => string,
		options?: DataWriteOptions,
	): Promise<string> {
		return this.adapter.process(file.path, fn, options);
	}

	async copy<T extends TAbstractFile>(file: T, newPath: string): Promise<T> {
		const free = await this.#freePath(newPath, "File");
		await this.adapter.copy(file.path, free);
		return this[host].byPath.get(free) as T;
	}

	getAllLoadedFiles(): TAbstractFile[] {
		return [...this[host].byPath.values()];
	}

	getAllFolders(includeRoot = false): TFolder[] {
		const folders = this.getAllLoadedFiles().filter((file) => file instanceof TFolder);
		return folders.filter((folder) => includeRoot || !folder.isRoot());
	}

	static recurseChildren(root: TFolder, cb: (file: TAbstractFile) => unknown): void {
		const waiting: TAbstractFile[] = [root];
		for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
			cb(file);
			if (file instanceof TFolder) waiting.push(...file.children);
		}
	}

	getMarkdownFiles(): TFile[] {
		return this.getFiles().filter((file) => file.extension === "md");
	}

	getFiles(): TFile[] {
		return this.getAllLoadedFiles().filter((file) => file instanceof TFile);
	}

	async #freePath(path: string, what: "File" | "Folder"): Promise<string> {
		const normal = normalizePath(path);
		if (await this.adapter.exists(normal)) throw new Error(`${what} already exists.`);
		return normal;
	}

	#madeFile(path: string): TFile {
		const made = this.getFileByPath(path);
		if (made === null) throw new Error(`The file ${path} is hidden from the vault.`);
		return made;
	}
}

/** The files in memory: one object per path for as long as the file lives, also over renames. */
class VaultState {
	readonly byPath = new Map<string, TAbstractFile>();
	readonly root: TFolder;
	#vault: Vault;
	#texts = new Map<TFile, { mtime: number; text: string }>();

	constructor(vault: Vault) {
		this.#vault = vault;
		this.root = this.#attach(new TFolder(), "/");
	}

	/** Every file there is, announced one by one as the app does at start ([R] d.ts, on `create`). */
	async loadAll(): Promise<void> {
		for (const [path, type, ctime, mtime, size] of await readTree()) {
			if (type === "folder") this.apply({ kind: "folder-made", path });
			else this.apply({ kind: "written", path, stat: { type, ctime, mtime, size } });
		}
	}

	apply(change: DiskChange): void {
		if (isHidden(change.path)) return this.#vault.trigger("raw", change);
		switch (change.kind) {
			case "written":
				return this.#written(change.path, change.stat);
			case "folder-made":
				this.#folder(change.path);
				return;
			case "removed":
				return this.#removed(change.path);
			case "renamed":
				return this.#renamed(change.path, change.to);
		}
	}

	remember(file: TFile, text: string): void {
		this.#texts.delete(file);
		this.#texts.set(file, { mtime: file.stat.mtime, text });
		for (const oldest of this.#texts.keys()) {
			if (this.#texts.size <= CACHED_TEXTS) break;
			this.#texts.delete(oldest);
		}
	}

	recall(file: TFile): string | null {
		const kept = this.#texts.get(file);
		return kept?.mtime === file.stat.mtime ? kept.text : null;
	}

	#written(path: string, stat: Stat): void {
		const { ctime, mtime, size } = stat;
		const known = this.byPath.get(path);
		if (known instanceof TFile) {
			known.stat = { ctime: known.stat.ctime, mtime, size };
			this.#texts.delete(known);
			this.#vault.trigger("modify", known);
			return;
		}
		const file = new TFile();
		file.stat = { ctime, mtime, size };
		this.#attach(file, path);
		this.#vault.trigger("create", file);
	}

	#folder(path: string): TFolder {
		const known = this.byPath.get(path);
		if (known instanceof TFolder) return known;
		const folder = this.#attach(new TFolder(), path);
		this.#vault.trigger("create", folder);
		return folder;
	}

	#removed(path: string): void {
		const gone = this.byPath.get(path);
		if (gone === undefined) return;
		if (gone instanceof TFolder)
			for (const child of [...gone.children]) this.#removed(child.path);
		this.#forget(gone);
		this.#vault.trigger("delete", gone);
	}

	#renamed(path: string, to: string): void {
		const moved = this.byPath.get(path);
		if (isHidden(to)) return this.#removed(path);
		if (moved === undefined) return;
		const inside = moved instanceof TFolder ? [...moved.children] : [];
		this.#forget(moved);
		this.#attach(moved, to);
		if (moved instanceof TFolder) moved.children = [];
		this.#vault.trigger("rename", moved, path);
		for (const child of inside) this.#renamed(child.path, `${to}/${child.name}`);
	}

	#attach<T extends TAbstractFile>(file: T, path: string): T {
		setPath(file, path);
		file.vault = this.#vault;
		this.byPath.set(path, file);
		if (path !== "/") {
			file.parent = this.#folder(parentPath(path));
			file.parent.children.push(file);
		}
		return file;
	}

	#forget(file: TAbstractFile): void {
		this.byPath.delete(file.path);
		const siblings = file.parent?.children ?? [];
		const at = siblings.indexOf(file);
		if (at !== -1) siblings.splice(at, 1);
		file.parent = null;
		if (file instanceof TFile) this.#texts.delete(file);
	}
}

/** A name that starts with a dot, anywhere in the path, is no part of the vault ([M]). */
export function isHidden(path: string): boolean {
	return path.split("/").some((part) => part.startsWith("."));
}

refuseUnknownNames(Vault, "vault");
