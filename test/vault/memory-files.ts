import type { Files } from "../../src/vault/files";
import type { PropertyGuard } from "../../src/vault/property-edit";
import type { OpenEditor, SafeVaultParts, VaultHost } from "../../src/vault/safe-vault-store";
import { parseYaml } from "../doors/hostile-vault";

/** What a disk may do wrong at one call: refuse, do it and report failure, write half, write nothing. */
export const FAULTS = ["refuse", "after", "half", "empty"] as const;
export type Fault = Readonly<{ at: number; kind: (typeof FAULTS)[number]; isCrash: boolean }>;

/** A disk in memory that can fail once at a given call, and be changed by somebody right before one. */
export class MemoryFiles implements Files {
	readonly files: Map<string, string>;
	calls = 0;
	hasFailed = false;
	private isDead = false;
	fault: Fault | null = null;
	/** Runs before each call; stands for another program. */
	before: (operation: string, path: string) => void = () => undefined;
	/** Waits before each call; a test's scheduler decides how long. */
	pause: () => Promise<void> = () => Promise.resolve();
	private readonly locks = new Map<string, Promise<unknown>>();

	constructor(files: Readonly<Record<string, string>> = {}) {
		this.files = new Map(Object.entries(files));
	}

	/** The app is started again; the disk is as it was left. */
	restart(): void {
		this.isDead = false;
		this.fault = null;
	}

	read(path: string): Promise<string> {
		return this.call("read", path, () => this.need(path));
	}

	/** One at a time per path, as the app does it. */
	process(path: string, change: (text: string) => string): Promise<string> {
		const work = async (): Promise<string> => {
			const text = await this.read(path);
			const next = change(text);
			if (next !== text) await this.write(path, next);
			return next;
		};
		const mine = (this.locks.get(path) ?? Promise.resolve()).then(work, work);
		this.locks.set(path, mine);
		return mine;
	}

	write(path: string, text: string): Promise<void> {
		return this.call("write", path, () => void this.files.set(path, text), text);
	}

	rename(from: string, to: string): Promise<void> {
		return this.call("rename", from, () => {
			if (this.files.has(to)) throw new Error("Destination file already exists!");
			const text = this.need(from);
			this.files.delete(from);
			this.files.set(to, text);
		});
	}

	remove(path: string): Promise<void> {
		return this.call("remove", path, () => {
			this.need(path);
			this.files.delete(path);
		});
	}

	exists(path: string): Promise<boolean> {
		return this.call("exists", path, () => {
			return (
				this.files.has(path) ||
				[...this.files.keys()].some((file) => file.startsWith(`${path}/`))
			);
		});
	}

	list(folder: string): Promise<{ files: string[]; folders: string[] }> {
		return this.call("list", folder, () => {
			const start = folder === "" ? "" : `${folder}/`;
			const inside = [...this.files.keys()].filter((file) => file.startsWith(start));
			const names = inside.map((file) => file.slice(start.length));
			const folders = new Set(
				names.filter((name) => name.includes("/")).map((name) => name.split("/")[0] ?? ""),
			);
			return {
				files: names.filter((name) => !name.includes("/")).map((name) => start + name),
				folders: [...folders].map((name) => start + name),
			};
		});
	}

	mkdir(path: string): Promise<void> {
		return this.call("mkdir", path, () => undefined);
	}

	private need(path: string): string {
		const text = this.files.get(path);
		if (text === undefined) throw new Error(`ENOENT: ${path}`);
		return text;
	}

	private async call<T>(
		operation: string,
		path: string,
		work: () => T,
		text?: string,
	): Promise<T> {
		await this.pause();
		if (this.isDead) throw new Error("the app is gone");
		this.calls++;
		this.before(operation, path);
		const { fault } = this;
		if (fault === null || this.hasFailed || this.calls !== fault.at) return work();
		this.hasFailed = true;
		if (fault.kind === "after") work();
		if (text !== undefined && fault.kind === "half")
			this.files.set(path, text.slice(0, text.length / 2));
		if (text !== undefined && fault.kind === "empty") this.files.set(path, "");
		this.isDead = fault.isCrash;
		throw new Error(fault.isCrash ? "the app is gone" : "ENOSPC: no space left");
	}
}

export type Editors = Map<string, OpenEditor>;

/** A vault over such a disk. `editors`: notes that stand open. Moves to the trash end in `.trash/`. */
export function vaultParts(
	files: MemoryFiles,
	options: Readonly<{
		editors?: Editors;
		guard?: PropertyGuard;
		onSaveOpen?: (path: string) => void;
		/** Files that notes link to. */
		linked?: ReadonlySet<string>;
	}> = {},
): SafeVaultParts {
	let id = 0;
	const host: VaultHost = {
		editorOf: (path) => options.editors?.get(path) ?? null,
		shownIn: () => (options.onSaveOpen === undefined ? [] : ["typed"]),
		saveOpen: (path) => Promise.resolve(options.onSaveOpen?.(path)),
		create: async (path, text) => {
			if (files.files.has(path)) throw new Error("File already exists.");
			await files.write(path, text);
		},
		createBinary: (path, bytes) => files.write(path, `${bytes.byteLength} bytes`),
		readBinary: async (path) => new ArrayBuffer((await files.read(path)).length),
		createFolder: (path) => files.mkdir(path),
		rename: (from, to) => files.rename(from, to),
		trash: (path) => files.rename(path, `.trash/${++id}`),
		sizeOf: (path) => files.files.get(path)?.length ?? null,
		isLinked: (path) => Promise.resolve(options.linked?.has(path) === true),
	};
	return {
		files,
		folder: "plugin/recovery",
		now: () => new Date("2026-05-03T10:00:00Z"),
		newId: () => `copy-${++id}`,
		letOthersWrite: () => Promise.resolve(),
		parseYaml,
		guard: options.guard ?? (() => null),
		host,
	};
}
