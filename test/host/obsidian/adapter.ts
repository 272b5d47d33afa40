import { normalizePath } from "./normalize-path";
import { host } from "./private-names";

export type Stat = { type: "file" | "folder"; ctime: number; mtime: number; size: number };
export type ListedFiles = { files: string[]; folders: string[] };
export type DataWriteOptions = { ctime?: number; mtime?: number };
export type TreeEntry = readonly [
	path: string,
	type: "file" | "folder",
	ctime: number,
	mtime: number,
	size: number,
];

/** What a call through the adapter did to the folder; the vault turns it into files and events. */
export type DiskChange =
	| { kind: "written"; path: string; stat: Stat }
	| { kind: "folder-made" | "removed"; path: string }
	| { kind: "renamed"; path: string; to: string };

/** The vault's folder through the host's server. Errors carry `code` as Node's do (ENOENT, EEXIST). */
export class HttpAdapter {
	#name: string;
	#queue = new Map<string, Promise<unknown>>();
	readonly [host]: { onChange: (change: DiskChange) => void } = { onChange: () => undefined };

	constructor(name: string) {
		this.#name = name;
	}

	getName(): string {
		return this.#name;
	}

	async exists(normalizedPath: string, sensitive = false): Promise<boolean> {
		return (await this.#ask("exists", { path: normalizedPath, sensitive })) as boolean;
	}

	async stat(normalizedPath: string): Promise<Stat | null> {
		return (await this.#ask("stat", { path: normalizedPath })) as Stat | null;
	}

	async list(normalizedPath: string): Promise<ListedFiles> {
		return (await this.#ask("list", { path: normalizedPath })) as ListedFiles;
	}

	async read(normalizedPath: string): Promise<string> {
		return new TextDecoder("utf-8", { ignoreBOM: true }).decode(
			await this.readBinary(normalizedPath),
		);
	}

	async readBinary(normalizedPath: string): Promise<ArrayBuffer> {
		const response = await send(`/api/file?path=${encodeURIComponent(normalizedPath)}`, {
			method: "GET",
		});
		return response.arrayBuffer();
	}

	write(normalizedPath: string, data: string, options?: DataWriteOptions): Promise<void> {
		return this.#inTurn(normalizedPath, () => this.#put("PUT", normalizedPath, data, options));
	}

	writeBinary(
		normalizedPath: string,
		data: ArrayBuffer,
		options?: DataWriteOptions,
	): Promise<void> {
		return this.#inTurn(normalizedPath, () => this.#put("PUT", normalizedPath, data, options));
	}

	append(normalizedPath: string, data: string, options?: DataWriteOptions): Promise<void> {
		return this.#inTurn(normalizedPath, () => this.#put("POST", normalizedPath, data, options));
	}

	appendBinary(
		normalizedPath: string,
		data: ArrayBuffer,
		options?: DataWriteOptions,
	): Promise<void> {
		return this.#inTurn(normalizedPath, () => this.#put("POST", normalizedPath, data, options));
	}

	/** Atomic against every other write through this adapter; not against other programs ([R] d.ts). */
	process(
		path: string,
		fn: (data: string) => string,
		options?: DataWriteOptions,
	): Promise<string> {
		return this.#inTurn(path, async () => {
			const before = await this.read(path);
			const after = fn(before);
			if (after !== before) await this.#put("PUT", path, after, options);
			return after;
		});
	}

	getResourcePath(normalizedPath: string): string {
		return `/vault/${normalizedPath.split("/").map(encodeURIComponent).join("/")}`;
	}

	async mkdir(normalizedPath: string): Promise<void> {
		await this.#ask("mkdir", { path: normalizedPath });
		this[host].onChange({ kind: "folder-made", path: normalizedPath });
	}

	/** There is no system trash behind a browser: false, as the app says when it has none ([R] d.ts). */
	async trashSystem(_normalizedPath: string): Promise<boolean> {
		return Promise.resolve(false);
	}

	async trashLocal(normalizedPath: string): Promise<void> {
		await this.#ask("trash", { path: normalizedPath });
		this[host].onChange({ kind: "removed", path: normalizedPath });
	}

	async rmdir(normalizedPath: string, recursive: boolean): Promise<void> {
		await this.#ask("rmdir", { path: normalizedPath, recursive });
		this[host].onChange({ kind: "removed", path: normalizedPath });
	}

	remove(normalizedPath: string): Promise<void> {
		return this.#inTurn(normalizedPath, async () => {
			await this.#ask("remove", { path: normalizedPath });
			this[host].onChange({ kind: "removed", path: normalizedPath });
		});
	}

	async rename(normalizedPath: string, normalizedNewPath: string): Promise<void> {
		await this.#ask("rename", { path: normalizedPath, to: normalizedNewPath });
		this[host].onChange({ kind: "renamed", path: normalizedPath, to: normalizedNewPath });
	}

	async copy(normalizedPath: string, normalizedNewPath: string): Promise<void> {
		const stat = (await this.#ask("copy", {
			path: normalizedPath,
			to: normalizedNewPath,
		})) as Stat;
		this[host].onChange({ kind: "written", path: normalizedNewPath, stat });
	}

	async #ask(operation: string, body: object): Promise<unknown> {
		const response = await send(`/api/do/${operation}`, {
			method: "POST",
			body: JSON.stringify(body),
		});
		return response.json();
	}

	async #put(
		method: string,
		path: string,
		data: string | ArrayBuffer,
		options: DataWriteOptions = {},
	): Promise<void> {
		const query = new URLSearchParams({ path });
		if (options.ctime !== undefined) query.set("ctime", String(options.ctime));
		if (options.mtime !== undefined) query.set("mtime", String(options.mtime));
		const response = await send(`/api/file?${query.toString()}`, { method, body: data });
		this[host].onChange({ kind: "written", path, stat: (await response.json()) as Stat });
	}

	#inTurn<T>(path: string, work: () => Promise<T>): Promise<T> {
		const before = this.#queue.get(path) ?? Promise.resolve();
		const mine = before.then(work, work);
		const settled = mine.catch(() => undefined);
		this.#queue.set(path, settled);
		void settled.then(() => {
			if (this.#queue.get(path) === settled) this.#queue.delete(path);
		});
		return mine;
	}
}

/** The two names `obsidian.d.ts` knows an adapter by: a desktop's and a phone's. */
export class FileSystemAdapter extends HttpAdapter {
	getBasePath(): string {
		return `/vaults/${this.getName()}`;
	}

	getFilePath(normalizedPath: string): string {
		return `file://${this.getBasePath()}/${normalizedPath}`;
	}

	getFullPath(normalizedPath: string): string {
		return `${this.getBasePath()}/${normalizePath(normalizedPath)}`;
	}

	static readLocalFile(path: string): Promise<ArrayBuffer> {
		return Promise.reject(
			new Error(`EACCES: the browser host opens nothing outside the vault: ${path}`),
		);
	}

	static mkdir(path: string): Promise<void> {
		return Promise.reject(
			new Error(`EACCES: the browser host opens nothing outside the vault: ${path}`),
		);
	}
}

export class CapacitorAdapter extends HttpAdapter {
	getFullPath(normalizedPath: string): string {
		return normalizePath(normalizedPath);
	}
}

/** Every file and folder of the vault, parents first, dot folders left out. */
export async function readTree(): Promise<readonly TreeEntry[]> {
	return (await (await send("/api/tree", { method: "GET" })).json()) as TreeEntry[];
}

/** The text of many notes in one answer, for the first indexing. */
export async function readMany(paths: readonly string[]): Promise<readonly (string | null)[]> {
	const response = await send("/api/read-many", { method: "POST", body: JSON.stringify(paths) });
	return (await response.json()) as (string | null)[];
}

async function send(url: string, init: RequestInit): Promise<Response> {
	// A page that is being closed may still send what is small.
	const keepalive = document.visibilityState === "hidden" && sizeOf(init.body) < 60_000;
	const response = await fetch(url, { ...init, keepalive, headers: { "x-host": "1" } });
	if (response.ok) return response;
	const said = (await response.json().catch(() => ({}))) as { code?: string; message?: string };
	throw Object.assign(
		new Error(said.message ?? `The host's server answered ${response.status}.`),
		{
			code: said.code,
		},
	);
}

function sizeOf(body: RequestInit["body"]): number {
	if (typeof body === "string") return body.length * 3;
	return body instanceof ArrayBuffer ? body.byteLength : 0;
}
